package search

import (
	"fenghui/wasm/index"
)

// Part is what one thing adds to the score of a hit.
type Part struct {
	Field string // clauses, near, words, bigrams, title; aside for what a heading or credit loses
	Term  string // for the fields of the index
	Score float64
}

// explain adds to each hit shown what its score is made of.
func (a *Answer) explain(m *matches) error {
	shown := map[uint32]*Hit{}
	first := map[*Group]uint32{}
	for number := range m.snapshot.Len() {
		p := m.snapshot.Passage(uint64(number))
		for g := range a.Groups {
			if p.Ordinal == 0 && a.Groups[g].Document == p.Document {
				first[&a.Groups[g]] = uint32(number)
			}
		}
	}
	for g := range a.Groups {
		for i := range a.Groups[g].Hits {
			h := &a.Groups[g].Hits[i]
			number := first[&a.Groups[g]] + uint32(h.Ordinal)
			shown[number] = h
			h.add("clauses", "", perClause*float64(m.satisfied[number]))
			h.add("near", "", perClause*m.near[number])
		}
	}
	if err := m.bm25.explain(shown); err != nil {
		return err
	}
	for _, h := range shown {
		sum := 0.0
		for _, p := range h.Parts {
			sum += p.Score
		}
		if lost := h.Score - sum; lost < -tiny*sum {
			h.add("aside", "", lost)
		}
	}
	return nil
}

// tiny is what sums of the same numbers in another order may differ by.
const tiny = 1e-9

func (h *Hit) add(field, term string, score float64) {
	if score != 0 {
		h.Parts = append(h.Parts, Part{field, term, score})
	}
}

// explain reads the postings of all terms again and tells the hits apart.
func (a *termScorer) explain(shown map[uint32]*Hit) error {
	for _, t := range a.terms {
		p, err := a.reader.Postings(t.field, t.term)
		if err != nil {
			return err
		}
		var b index.Batch
		for {
			if err := p.Read(&b); err != nil {
				return err
			}
			if b.N == 0 {
				break
			}
			for i, number := range b.Numbers[:b.N] {
				if h := shown[number]; h != nil {
					h.add(t.field, t.term, a.compute(t, b.Frequencies[i], b.Lengths[i]))
				}
			}
		}
	}
	return nil
}
