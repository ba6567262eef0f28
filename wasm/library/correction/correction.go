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

// Correction is what a reader says of one figure. The figure is named by where
// it stands: its words in the text, and which of the places with these words in
// the passage it is, so that it is found again when other rules read the text,
// or when the text has changed.
type Correction struct {
	Passage int    `json:"passage"`
	Quote   string `json:"quote"`
	Nth     int    `json:"nth,omitempty"` // from 0
	When    string `json:"when"`          // RFC 3339
	figure.Correction
}

// At is a correction that only names one of the figures of a document, and says
// nothing of it yet.
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

// Apply corrects the figures of a document as readers said. It calls unfit with
// each correction that fits no figure any more.
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

// Find is the figure that a correction is of, or -1: the one in its passage
// with the same words, else the only one read from a part of these words or
// from more of the text; and when the passage no longer holds the words, the
// only figure elsewhere that has them.
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
