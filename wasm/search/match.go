package search

import (
	"cmp"
	"context"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/corpus"
	"fenghui/wasm/index"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
)

// matches are the passages that answer a query.
type matches struct {
	snapshot  *library.Snapshot
	hits      *roaring.Bitmap
	satisfied map[uint32]int // how many of the wanted clauses
	bm25      *anyTerm
}

// match finds the passages for a query without its filters. All that is
// demanded must be there. Of what is merely wanted something must be: a whole
// clause where any passage has one, otherwise (a question typed as a sentence)
// any word of it. Where nothing is asked for, every passage will do.
func match(ctx context.Context, f finder, list []wanted) (*matches, error) {
	s := f.snapshot
	m := &matches{snapshot: s, satisfied: map[uint32]int{}}
	var demanded, excluded, optional *roaring.Bitmap
	for i := range list {
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
		w := &list[i]
		found, err := f.satisfying(ctx, w)
		if err != nil {
			return nil, err
		}
		switch w.Occur {
		case Must:
			demanded = and(demanded, found)
			m.count(found)
		case MustNot:
			excluded = or(excluded, found)
		case Should:
			optional = or(optional, found)
			m.count(found)
		}
	}
	var err error
	if m.bm25, err = scores(ctx, s, positiveTexts(list)); err != nil {
		return nil, err
	}
	if m.hits = m.choose(list, demanded, optional); !slices.ContainsFunc(list, positive) {
		if m.hits, err = s.Reader.DocsWithAll(index.FieldBigrams, nil); err != nil { // every passage
			return nil, err
		}
	}
	if excluded != nil {
		m.hits.AndNot(excluded)
	}
	return m, nil
}

// choose: optional clauses rank what is demanded; alone, they decide. A value
// that nobody tells is not found by parts of it.
func (m *matches) choose(list []wanted, demanded, optional *roaring.Bitmap) *roaring.Bitmap {
	switch {
	case demanded != nil:
		return demanded
	case optional != nil && !optional.IsEmpty():
		return optional
	}
	if !slices.ContainsFunc(list, func(w wanted) bool { return positive(w) && w.value == nil }) {
		return roaring.New()
	}
	return m.bm25.passages()
}

func positive(w wanted) bool { return w.Occur != MustNot }

func and(a, b *roaring.Bitmap) *roaring.Bitmap {
	if a == nil {
		return b
	}
	a.And(b)
	return a
}

func or(a, b *roaring.Bitmap) *roaring.Bitmap {
	if a == nil {
		return b
	}
	a.Or(b)
	return a
}

func (m *matches) count(found *roaring.Bitmap) {
	for numbers := found.Iterator(); numbers.HasNext(); {
		m.satisfied[numbers.Next()]++
	}
}

func positiveTexts(list []wanted) []string {
	var texts []string
	for _, w := range list {
		if positive(w) {
			texts = append(append(texts, w.folded), w.found...)
		}
	}
	return texts
}

// perClause outweighs any BM25 score, so that a passage with more of the
// clauses always comes before one with fewer.
const perClause = 1000

// aside is what a heading or a credit counts beside running text: it is
// found, but says little by itself.
const aside = 0.5

func (m *matches) score(number uint32) float64 {
	score := perClause*float64(m.satisfied[number]) + m.bm25.score(number)
	if k := m.snapshot.Passage(uint64(number)).Kind(); k == corpus.Heading || k == corpus.Credit {
		score *= aside
	}
	return score
}

// hit is a passage with its score.
type hit struct {
	number uint32
	score  float64
}

// ranked are the hits, best first; equals in the order of the library.
func (m *matches) ranked() []hit {
	hits := make([]hit, 0, m.hits.GetCardinality())
	for numbers := m.hits.Iterator(); numbers.HasNext(); {
		number := numbers.Next()
		hits = append(hits, hit{number, m.score(number)})
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.number, b.number))
	})
	return hits
}
