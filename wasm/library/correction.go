package library

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"fenghui/corpus/sha256"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library/correction"
)

// Correct keeps what a reader says of a figure, in place of what was said
// before; nil takes that back. Whether it can be read is for the caller to see
// (figure.Figure.With). The error is ErrNoSuchDocument, ErrNoSuchFigure or one of
// the store's.
func (l *Library) Correct(ctx context.Context, document string, passage, ordinal int, c *figure.Correction) error {
	defer l.lock(nil)()
	d, err := l.Snapshot().Find(document)
	if err != nil {
		return err
	}
	former, err := l.anchors(d, passage, ordinal)
	if err != nil {
		return err
	}
	var wanted []correction.Correction
	if c != nil {
		said := former[0]
		said.Correction, said.When = *c, time.Now().UTC().Format(time.RFC3339)
		wanted = []correction.Correction{said}
	}
	return l.changeCorrections(ctx, d.ID, d.Title, former, wanted)
}

// Uncorrect takes back what was said of a figure, even if no such figure is
// read any more. The error is that of the store.
func (l *Library) Uncorrect(ctx context.Context, document string, said correction.Correction) error {
	defer l.lock(nil)()
	return l.changeCorrections(ctx, document, "", []correction.Correction{said}, nil)
}

// anchors are the corrections that name a figure: first one that only names it
// as it is read now, then those that readers made of it, which may name it as
// other rules read it.
func (l *Library) anchors(d *Document, passage, ordinal int) ([]correction.Correction, error) {
	figures := l.recent.of(d)
	at, err := figureAt(figures, d, passage, ordinal)
	if err != nil {
		return nil, err
	}
	all := []correction.Correction{correction.At(figures, at)}
	for _, c := range d.corrections {
		if c.Find(figures, d.Passages) == at {
			all = append(all, c)
		}
	}
	return all, nil
}

// changeCorrections replaces corrections in the store's copy, which another tab
// may have changed too, and takes over what the store then has.
func (l *Library) changeCorrections(ctx context.Context, id, title string, former, wanted []correction.Correction) error {
	var now correction.Record
	err := l.options.Store.UpdateArticle(ctx, correction.Key(id), func(old []byte) ([]byte, error) {
		now = correction.Record{Of: id, Title: title}
		if len(old) > 0 {
			if err := json.Unmarshal(old, &now); err != nil {
				return nil, err
			}
		}
		now.Replace(former, wanted)
		if len(now.List) == 0 {
			return nil, nil
		}
		return json.Marshal(now)
	})
	if err != nil {
		return fmt.Errorf("library: correct %s: %w", id, err)
	}
	l.setCorrections(now)
	l.publish()
	return nil
}

// setCorrections makes them count from now on.
func (l *Library) setCorrections(c correction.Record) {
	if l.corrections[c.Of] = c; len(c.List) == 0 {
		delete(l.corrections, c.Of)
	}
	if at := l.articleAt(c.Of); at >= 0 {
		corrected := *l.articles[at]
		corrected.document = l.withCorrections(corrected.document)
		l.articles[at] = &corrected
		l.putAt(c.Of, corrected.document)
		return
	}
	l.correctBuiltIn(c.Of)
}

func (l *Library) correctBuiltIn(id string) {
	l.builtIn = l.correctedPart(l.builtIn, id)
	for n, p := range l.years {
		l.years[n] = l.correctedPart(p, id)
	}
}

func (l *Library) correctedPart(p *part, id string) *part {
	for n, i := range p.items {
		if i.document != nil && i.document.ID == id {
			changed := *p
			changed.items = slices.Clone(p.items)
			changed.items[n].document = l.withCorrections(i.document)
			return &changed
		}
	}
	return p
}

// withCorrections is the document with what readers say of its figures.
func (l *Library) withCorrections(d *Document) *Document {
	known, said := l.corrections[d.ID]
	if !said && d.corrections == nil {
		return d
	}
	corrected := newDocument(d.Document, d.BuiltIn)
	corrected.corrections = known.List
	corrected.mentions = d.mentions
	if said {
		text, _ := json.Marshal(known.List) // plain strings and numbers
		inputs := table.HashOf(d.Document)
		sum := sha256.Hex(append(inputs[:], text...))
		corrected.inputs = func() (h table.Hash) {
			copy(h[:], sum)
			return h
		}
	}
	return corrected
}

// DocumentCorrection is a correction in the list of all of them.
type DocumentCorrection struct {
	correction.Correction
	Document, Title string
	Figure          *figure.Figure // it has set right; nil: none any more
}

// Corrections are all that readers said, by document.
func (s *Snapshot) Corrections() []DocumentCorrection {
	var all []DocumentCorrection
	for _, id := range slices.Sorted(maps.Keys(s.corrections)) {
		of, d := s.corrections[id], s.byID[id]
		for _, c := range of.List {
			said := DocumentCorrection{Correction: c, Document: of.Of, Title: of.Title}
			if d != nil {
				figures := s.Figures(d)
				said.Title = d.Title
				if at := c.Find(figures, d.Passages); at >= 0 && figures[at].Corrected != nil && figures[at].Corrected.By == c.Correction {
					said.Figure = &figures[at]
				}
			}
			all = append(all, said)
		}
	}
	return all
}
