// Package correction is what readers say of figures that were misread: where in
// its text such a figure stands, so that it is found again by other rules, and
// how it is set right.
//
//	record, err := correction.Decode(key, data)
//	correction.Apply(figures, d.Passages, record.List, func(c correction.Correction) { … })
package correction

import (
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/figure"
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

// At is a correction of one of the figures of a document that says no more than
// where it stands.
func At(figures []figure.Figure, n int) Correction {
	c := Correction{Passage: figures[n].Passage, Quote: figures[n].Quote}
	for i := range figures[:n] {
		if figures[i].Passage == c.Passage && figures[i].Quote == c.Quote {
			c.Nth++
		}
	}
	return c
}

func (c *Correction) sameFigure(other *Correction) bool {
	return c.Passage == other.Passage && c.Quote == other.Quote && c.Nth == other.Nth
}

// Apply sets figures of a document right where a reader said so. Of a correction
// that fits no figure any more, unfit is told.
func Apply(figures []figure.Figure, passages []corpus.Passage, said []Correction, unfit func(Correction)) {
	last := map[int]string{} // when it was set right
	for _, c := range said {
		at := c.Find(figures, passages)
		if at < 0 {
			unfit(c)
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
			unfit(c)
		}
	}
}

// Find is the figure a correction is of, or -1: in its passage the one of the
// same words, else the only one read from a part of them or from more; and
// when the passage is no longer what it was, the only one of these words.
func (c Correction) Find(figures []figure.Figure, passages []corpus.Passage) int {
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
