package search

import (
	"context"
	"math"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"
	bleve "github.com/blevesearch/bleve/v2/search"
	indexapi "github.com/blevesearch/bleve_index_api"

	"fenghui/wasm/index"
	"fenghui/wasm/pace"
)

// anyTerm scores the passages that have at least one of some terms. The scores
// are those of bleve's disjunction, to the last bit but for the order in which
// parts are added, and bleve's own scorer gives them. But bleve merges the
// postings of all terms in a heap, passage by passage; here one term is read
// after the other and its scores added up in a list of all passages, which for
// the many terms of a Chinese query is several times quicker.
//
// A score of BM25 depends on two small numbers: how often the term is in the
// passage and how long that is. So it is worked out once for each such pair.
type anyTerm struct {
	reader *index.Reader
	seen   map[[2]string]bool
	terms  []weighedTerm
	sums   []float64 // by passage
	having []uint32  // how many of the terms, by passage
	pool   *bleve.SearchContext
	known  [knownFrequencies][knownLengths]float64 // scores of the term being read; 0: not worked out
}

const (
	knownFrequencies = 4
	knownLengths     = 512
)

func newAnyTerm(r *index.Reader, passages int) *anyTerm {
	return &anyTerm{
		reader: r,
		seen:   map[[2]string]bool{},
		sums:   make([]float64, passages),
		having: make([]uint32, passages),
		pool:   &bleve.SearchContext{DocumentMatchPool: bleve.NewDocumentMatchPool(1, 0)},
	}
}

// add asks for one more term; one that is asked for already changes nothing.
func (a *anyTerm) add(field, term string, boost float64) error {
	if a.seen[[2]string{field, term}] {
		return nil
	}
	a.seen[[2]string{field, term}] = true
	t, err := weigh(a.reader, field, term, boost)
	if err != nil {
		return err
	}
	a.terms = append(a.terms, t)
	return nil
}

// run works out all scores. The rarest term comes first, as with bleve.
func (a *anyTerm) run(ctx context.Context) error {
	sort.SliceStable(a.terms, func(i, j int) bool { return a.terms[i].postings.Count() < a.terms[j].postings.Count() })
	squares := 0.0
	for _, t := range a.terms {
		squares += t.scorer.Weight()
	}
	for _, t := range a.terms {
		t.scorer.SetQueryNorm(1 / math.Sqrt(squares))
		if err := a.read(ctx, t); err != nil {
			return err
		}
	}
	for number, n := range a.having {
		if n > 0 {
			a.sums[number] *= float64(n) / float64(len(a.terms))
		}
	}
	return nil
}

func (a *anyTerm) read(ctx context.Context, t weighedTerm) error {
	clear(a.known[:])
	var b index.Batch
	for {
		if err := t.postings.Read(&b); err != nil || b.N == 0 {
			return err
		}
		for i, number := range b.Numbers[:b.N] {
			a.sums[number] += a.part(t, b.Frequencies[i], b.Lengths[i])
			a.having[number]++
		}
		if err := pace.Yield(ctx); err != nil {
			return err
		}
	}
}

// part is what a term adds to the score of a passage.
func (a *anyTerm) part(t weighedTerm, frequency, length uint32) float64 {
	if frequency >= knownFrequencies || length >= knownLengths {
		return a.compute(t, frequency, length)
	}
	known := &a.known[frequency][length]
	if *known == 0 {
		*known = a.compute(t, frequency, length)
	}
	return *known
}

func (a *anyTerm) compute(t weighedTerm, frequency, length uint32) float64 {
	match := t.scorer.Score(a.pool, &indexapi.TermFieldDoc{Freq: uint64(frequency), Norm: index.Norm(length)})
	defer a.pool.DocumentMatchPool.Put(match)
	return match.Score
}

// score of a passage; 0 when it has none of the terms.
func (a *anyTerm) score(number uint32) float64 { return a.sums[number] }

// whole is the score without the share of the terms that are there: BM25 alone
// says how much each missing one matters.
func (a *anyTerm) whole(number uint32) float64 {
	if a.having[number] == 0 {
		return 0
	}
	return a.score(number) * float64(len(a.terms)) / float64(a.having[number])
}

// passages are those with at least one of the terms.
func (a *anyTerm) passages() *roaring.Bitmap {
	return a.choose(func(uint32) bool { return true })
}

// leastTelling is what a passage must score to be worth showing for some words
// of a question, as a part of the best score.
const leastTelling = 0.2

// telling are the passages with the more telling of the terms.
func (a *anyTerm) telling() *roaring.Bitmap {
	best := 0.0
	for number := range a.having {
		best = max(best, a.whole(uint32(number)))
	}
	return a.choose(func(number uint32) bool { return a.whole(number) >= leastTelling*best })
}

// choose from the passages with a term.
func (a *anyTerm) choose(wanted func(number uint32) bool) *roaring.Bitmap {
	set := make([]uint64, (len(a.having)+63)/64)
	for number, n := range a.having {
		if n > 0 && wanted(uint32(number)) {
			set[number/64] |= 1 << (number % 64)
		}
	}
	return roaring.FromDense(set, false)
}
