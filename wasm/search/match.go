package search

import (
	"context"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/wasm/library"
	"fenghui/wasm/pace"
)

// matches are the passages that answer a query.
type matches struct {
	snapshot *library.Snapshot
	hits     *roaring.Bitmap
	near     map[uint32]float64
	bm25     *termScorer
	*scratch
}

// match finds the passages for a query without its filters. Everything that is
// required must be in them. Of what is optional something must be: a whole
// clause where any passage has one, otherwise (a question typed as a sentence)
// any word of it. Without any clause every passage matches. The caller releases
// the matches when it has finished with them.
func match(ctx context.Context, f finder, list []expanded) (*matches, error) {
	lists := newScratch(f.snapshot.Len())
	m := &matches{snapshot: f.snapshot, bm25: newTermScorer(f.snapshot.Reader, lists), scratch: lists}
	var sets [3]*roaring.Bitmap // by Occur
	for i := range list {
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
		found, err := f.satisfying(ctx, &list[i])
		if err != nil {
			return nil, err
		}
		switch occur := list[i].Occur; occur {
		case Must:
			m.count(found)
			sets[occur] = and(sets[occur], found)
		case Should:
			m.count(found)
			sets[occur] = or(sets[occur], found)
		case MustNot:
			sets[occur] = or(sets[occur], found)
		}
	}
	var err error
	if err = m.bm25.addTexts(positiveTexts(list), f.snapshot); err != nil {
		return nil, err
	}
	if m.hits, err = m.choose(ctx, f, list, sets[Must], sets[Should]); err != nil {
		return nil, err
	}
	if excluded := sets[MustNot]; excluded != nil {
		m.hits.AndNot(excluded)
	}
	m.near = nearness(f.snapshot, list, m)
	return m, nil
}

// choose returns the hits. Where the query requires something, optional clauses
// only rank; where it requires nothing, they decide. A value that no passage
// contains is not found by parts of it.
func (m *matches) choose(ctx context.Context, f finder, list []expanded, demanded, optional *roaring.Bitmap) (*roaring.Bitmap, error) {
	switch {
	case !slices.ContainsFunc(list, positive):
		return f.everyPassage()
	case demanded != nil:
		return demanded, m.bm25.scoreOnly(ctx, demanded)
	}
	var clauses []*expanded
	isSentence := false
	for _, w := range leaves(list) {
		if !w.whole() {
			clauses = append(clauses, w)
			isSentence = isSentence || w.sentence
		}
	}
	if optional != nil && !optional.IsEmpty() && !isSentence {
		return optional, m.bm25.scoreOnly(ctx, optional)
	}
	m.bm25.markContent(clauses, f.snapshot)
	some, err := m.bm25.relevant(ctx, optional)
	if err != nil {
		return nil, err
	}
	return or(optional, some), nil
}

func positive(w expanded) bool { return w.Occur != MustNot }

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
	found.Iterate(func(number uint32) bool {
		m.satisfied[number]++
		return true
	})
}

func positiveTexts(list []expanded) []string {
	var texts []string
	for _, w := range leaves(list) {
		texts = append(append(texts, w.folded), shortest(w.found)...)
	}
	return texts
}

// shortest of several names of one thing: one within another counts once, or a
// list of full names would be the best hit for a surname.
func shortest(names []string) (kept []string) {
	for _, name := range names {
		if !slices.ContainsFunc(names, func(other string) bool { return len(other) < len(name) && strings.Contains(name, other) }) {
			kept = append(kept, name)
		}
	}
	return kept
}

// perClause outweighs any BM25 score, so that a passage with more of the
// clauses always comes before one with fewer; and among those with all of them,
// the one that has them close together.
const perClause = 1000

// headingFactor is what a heading or a credit counts beside running text: it is
// found, but says little by itself.
const headingFactor = 0.5

func (m *matches) score(number uint32) float64 {
	score := perClause*(float64(m.satisfied[number])+m.near[number]) + m.bm25.score(number)
	if m.snapshot.HeadingOrCredit(number) {
		score *= headingFactor
	}
	return score
}
