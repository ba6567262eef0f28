package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"fenghui/corpus"
	"fenghui/corpus/sha256"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/store"
)

// Correction is what a reader says of one figure, by where it stands: the
// words of the text, and the how manieth of these words in the passage, so that
// it is found again by other rules, and in another state of the text.
type Correction struct {
	Passage int    `json:"passage"`
	Quote   string `json:"quote"`
	Nth     int    `json:"nth,omitempty"` // from 0
	When    string `json:"when"`          // RFC 3339
	figure.Correction
}

func (c *Correction) sameFigure(other *Correction) bool {
	return c.Passage == other.Passage && c.Quote == other.Quote && c.Nth == other.Nth
}

// corrections are those of a document, as the store keeps them: a record of
// their own beside the articles.
type corrections struct {
	Of    string       `json:"of"`    // ID of the document
	Title string       `json:"title"` // should the document not be here
	List  []Correction `json:"list"`
}

// join adds to what is said here what others say of other figures.
func join(here, others []Correction) []Correction {
	both := here[:len(here):len(here)]
	for n := range others {
		if len(exceptOf(here, &others[n])) == len(here) {
			both = append(both, others[n])
		}
	}
	return both
}

// exceptOf leaves out what is said of a figure.
func exceptOf(list []Correction, of *Correction) (others []Correction) {
	for n := range list {
		if !list[n].sameFigure(of) {
			others = append(others, list[n])
		}
	}
	return others
}

const correctionsPrefix = "corrections/"

// ErrNoSuchFigure is told where nothing was read at that place.
var ErrNoSuchFigure = errors.New("library: no such figure")

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
	var wanted []Correction
	if c != nil {
		said := former[0]
		said.Correction, said.When = *c, time.Now().UTC().Format(time.RFC3339)
		wanted = []Correction{said}
	}
	return l.changeCorrections(ctx, d.ID, d.Title, former, wanted)
}

// Uncorrect takes back what was said of a figure, be there one or not. The error
// is the store's.
func (l *Library) Uncorrect(ctx context.Context, document string, said Correction) error {
	defer l.lock(nil)()
	return l.changeCorrections(ctx, document, "", []Correction{said}, nil)
}

// anchors are a correction of a figure that says no more than where it stands,
// and after it what has been said of the figure, where other rules read it.
func (l *Library) anchors(d *Document, passage, ordinal int) ([]Correction, error) {
	nth := map[string]int{}
	figures := l.recent.of(d)
	for n, f := range figures {
		if f.Passage != passage {
			continue
		}
		if f.Ordinal == ordinal {
			all := []Correction{{Passage: passage, Quote: f.Quote, Nth: nth[f.Quote]}}
			for _, c := range d.corrections {
				if c.find(figures, d.Passages) == n {
					all = append(all, c)
				}
			}
			return all, nil
		}
		nth[f.Quote]++
	}
	return nil, fmt.Errorf("%w: %s, passage %d, ordinal %d", ErrNoSuchFigure, d.ID, passage, ordinal)
}

// changeCorrections changes the store's copy, which another tab may have
// changed too, and takes over what it then says.
func (l *Library) changeCorrections(ctx context.Context, id, title string, former, wanted []Correction) error {
	var now corrections
	err := l.options.Store.UpdateArticle(ctx, correctionsPrefix+id, func(old []byte) ([]byte, error) {
		now = corrections{Of: id, Title: title}
		if len(old) > 0 {
			if err := json.Unmarshal(old, &now); err != nil {
				return nil, err
			}
		}
		for n := range former {
			now.List = exceptOf(now.List, &former[n])
		}
		now.List = append(now.List, wanted...)
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
func (l *Library) setCorrections(c corrections) {
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

// figuresOf reads the figures of a document, set right where a reader said so.
func (r *figureReader) figuresOf(d *Document) []figure.Figure {
	figures := r.read(d.Document)
	last := map[int]string{} // when it was set right
	for _, c := range d.corrections {
		at := c.find(figures, d.Passages)
		if at < 0 {
			r.tell(CorrectionUnfit, d.Title+"："+c.Quote)
			continue
		}
		if c.When < last[at] {
			continue // other rules told two figures apart: what was said last counts
		}
		read := figures[at]
		if read.Corrected != nil {
			read = read.Corrected.Read
		}
		if corrected, err := read.With(c.Correction, corpus.Names()); err == nil {
			figures[at], last[at] = corrected, c.When
		} else {
			r.tell(CorrectionUnfit, d.Title+"："+c.Quote)
		}
	}
	return figures
}

// find is the figure a correction is of, or -1: in its passage the one of the
// same words, else the only one read from a part of them or from more; and
// when the passage is no longer what it was, the only one of these words.
func (c Correction) find(figures []figure.Figure, passages []corpus.Passage) int {
	nth, inPassage, overlapping, elsewhere := 0, -1, []int{}, []int{}
	for n := range figures {
		f := &figures[n]
		switch same := f.Quote == c.Quote; {
		case f.Passage == c.Passage && same:
			if nth == c.Nth {
				inPassage = n
			}
			nth++
		case f.Passage == c.Passage && (strings.Contains(f.Quote, c.Quote) || strings.Contains(c.Quote, f.Quote)):
			overlapping = append(overlapping, n)
		case same:
			elsewhere = append(elsewhere, n)
		}
	}
	there := c.Passage < len(passages) && strings.Contains(passages[c.Passage].Text, c.Quote)
	switch {
	case inPassage >= 0:
		return inPassage
	case there && len(overlapping) == 1 && nth == 0:
		return overlapping[0]
	case !there && len(elsewhere) == 1:
		return elsewhere[0]
	}
	return -1
}

// decodeCorrections takes those among records of the store.
func decodeCorrections(k store.Article) (c corrections, err error) {
	if err := json.Unmarshal(k.Data, &c); err != nil {
		return c, err
	}
	if c.Of == "" || correctionsPrefix+c.Of != k.Key {
		return c, errors.New("corrections of no document")
	}
	return c, nil
}

func isCorrections(k store.Article) bool { return strings.HasPrefix(k.Key, correctionsPrefix) }
