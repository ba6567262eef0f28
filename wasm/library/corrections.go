package library

import (
	"slices"

	"fenghui/wasm/figure"
)

// DocumentCorrection is a correction in the list of all of them.
type DocumentCorrection struct {
	Correction
	Document, Title string
	Figure          *figure.Figure // it has set right; nil: none any more
}

// Corrections are all that readers said, by document.
func (s *Snapshot) Corrections() []DocumentCorrection {
	var all []DocumentCorrection
	ids := make([]string, 0, len(s.corrections))
	for id := range s.corrections {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		of, d := s.corrections[id], s.byID[id]
		for _, c := range of.List {
			said := DocumentCorrection{Correction: c, Document: of.Of, Title: of.Title}
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
