package library

import (
	"slices"

	"fenghui/wasm/figure"
)

// Said is a correction in a list of all.
type Said struct {
	Correction
	Document, Title string
	Figure          *figure.Figure // it has set right; nil: none any more
}

// Corrections are all that readers said, by document.
func (s *Snapshot) Corrections() []Said {
	var all []Said
	ids := make([]string, 0, len(s.corrections))
	for id := range s.corrections {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		of, d := s.corrections[id], s.byID[id]
		for _, c := range of.List {
			said := Said{Correction: c, Document: of.Of, Title: of.Title}
			if d != nil {
				figures := s.Figures(d)
				said.Title = d.Title
				if at := c.find(figures, d.Passages); at >= 0 && figures[at].Corrected != nil && figures[at].Corrected.By == c.Correction {
					said.Figure = &figures[at]
				}
			}
			all = append(all, said)
		}
	}
	return all
}
