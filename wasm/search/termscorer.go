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

// termScorer scores the passages that have at least one of some terms. The scores
// are those of bleve's disjunction without its share of the terms that are
// there, and bleve's own scorer gives them: BM25 alone says how much each
// missing one matters. But bleve merges the postings of all terms in a heap,
// passage by passage; here one term is read after the other, the rarest first,
// and its scores added up in a list of all passages, which for the many terms
// of a Chinese query is several times quicker.
//
// Few passages matter: those that are found anyway (scoreOnly), or those that
// score well enough (relevant). As soon as the terms that are left cannot make a
// passage of the latter that is none yet, they are read for the others alone
// ("MaxScore"). What is wanted has the same score as without all that, to the
// last bit.
//
// A score of BM25 depends on two small numbers: how often the term is in the
// passage and how long that is. So it is worked out once for each such pair.
type termScorer struct {
	reader  *index.Reader
	seen    map[fieldTerm]bool
	content map[fieldTerm]bool // terms that say something by themselves
	terms   []weighedTerm
	*scratch
	best  float64 // sum
	only  []*roaring.Bitmap
	pool  *bleve.SearchContext
	batch index.Batch
}

// fieldTerm is a term in a field.
type fieldTerm struct{ field, term string }

// Scores of one term are remembered for small frequencies and lengths.
const (
	cachedFrequencies = 4
	cachedLengths     = 512
	leastCached       = 200 // in fewer passages than these a term is not worth it
)

func newTermScorer(r *index.Reader, lists *scratch) *termScorer {
	return &termScorer{
		reader:  r,
		seen:    map[fieldTerm]bool{},
		content: map[fieldTerm]bool{},
		scratch: lists,
		pool:    &bleve.SearchContext{DocumentMatchPool: bleve.NewDocumentMatchPool(1, 0)},
	}
}

// add asks for one more term; one that is asked for already changes nothing.
func (a *termScorer) add(field, term string, boost float64) error {
	if a.seen[fieldTerm{field, term}] {
		return nil
	}
	a.seen[fieldTerm{field, term}] = true
	t, err := weigh(a.reader, field, term, boost)
	if err != nil {
		return err
	}
	a.terms = append(a.terms, t)
	return nil
}

// scoreOnly works out the scores of some passages.
func (a *termScorer) scoreOnly(ctx context.Context, passages *roaring.Bitmap) error {
	a.prepare()
	a.only = a.reader.Split(passages)
	for _, t := range a.terms {
		if err := a.read(ctx, t); err != nil {
			return err
		}
	}
	return nil
}

// leastRelevant is what a passage must score to be worth showing for some words
// of a question, as a part of the best score.
const leastRelevant = 0.2

// relevant are the passages that have a term that says something, and a score
// that is a good part of the best. Theirs, and those of the passages to keep,
// are worked out.
func (a *termScorer) relevant(ctx context.Context, keep *roaring.Bitmap) (*roaring.Bitmap, error) {
	rest := a.prepare()
	var likely *roaring.Bitmap // may still be wanted; nil: any passage
	for i, t := range a.terms {
		if least := leastRelevant*a.best - rest[i]; least > 0 {
			likely = a.above(least, likely)
			kept := likely
			if keep != nil {
				kept = roaring.Or(likely, keep)
			}
			a.only = a.reader.Split(kept)
		}
		if err := a.read(ctx, t); err != nil {
			return nil, err
		}
	}
	if likely != nil && keep != nil {
		likely.Or(keep)
	}
	found := a.above(leastRelevant*a.best, likely)
	for numbers := found.Clone().Iterator(); numbers.HasNext(); {
		if n := numbers.Next(); !a.hasContent[n] {
			found.Remove(n)
		}
	}
	return found, nil
}

// slack covers what is lost where sums are rounded.
const slack = 1 + 1e-9

// prepare gives the terms their order and weights. The rarest term comes first,
// as with bleve. rest[i] is more than what any passage can have of the terms
// from i on.
func (a *termScorer) prepare() (rest []float64) {
	sort.SliceStable(a.terms, func(i, j int) bool { return a.terms[i].postings.Count() < a.terms[j].postings.Count() })
	squares := 0.0
	for _, t := range a.terms {
		squares += t.scorer.Weight()
	}
	norm := 1 / math.Sqrt(squares)
	rest = make([]float64, len(a.terms)+1)
	for i := len(a.terms) - 1; i >= 0; i-- {
		t := a.terms[i]
		t.scorer.SetQueryNorm(norm)
		rest[i] = rest[i+1] + slack*norm*bleve.BM25_k1*t.scorer.Weight()/t.boost
	}
	return rest
}

func (a *termScorer) read(ctx context.Context, t weighedTerm) error {
	if a.only != nil {
		if err := t.postings.Narrow(a.only); err != nil {
			return err
		}
	}
	known := a.cacheFor(t)
	says := a.content[fieldTerm{t.field, t.term}]
	b := &a.batch
	for {
		if err := t.postings.Read(b); err != nil || b.N == 0 {
			return err
		}
		for i, number := range b.Numbers[:b.N] {
			part, frequency, length := 0.0, b.Frequencies[i], b.Lengths[i]
			if known != nil && frequency < cachedFrequencies && length < cachedLengths {
				part = known[frequency][length]
			}
			if part == 0 {
				part = a.part(t, frequency, length)
			}
			sum := a.sums[number] + part
			a.sums[number], a.best = sum, max(a.best, sum)
		}
		for i := 0; says && i < b.N; i++ {
			a.hasContent[b.Numbers[i]] = true
		}
		if err := pace.Yield(ctx); err != nil {
			return err
		}
	}
}

// cacheFor is an empty list for the scores of a term; nil: it is too rare.
func (a *termScorer) cacheFor(t weighedTerm) *[cachedFrequencies][cachedLengths]float64 {
	a.current = nil
	if t.postings.Count() >= leastCached {
		a.known = [cachedFrequencies][cachedLengths]float64{}
		a.current = &a.known
	}
	return a.current
}

// part is what a term adds to the score of a passage.
func (a *termScorer) part(t weighedTerm, frequency, length uint32) float64 {
	score := a.compute(t, frequency, length)
	if a.current != nil && frequency < cachedFrequencies && length < cachedLengths {
		a.current[frequency][length] = score
	}
	return score
}

func (a *termScorer) compute(t weighedTerm, frequency, length uint32) float64 {
	match := t.scorer.Score(a.pool, &indexapi.TermFieldDoc{Freq: uint64(frequency), Norm: index.Norm(length)})
	defer a.pool.DocumentMatchPool.Put(match)
	return match.Score
}

// score of a passage; 0 when it has none of the terms.
func (a *termScorer) score(number uint32) float64 { return a.sums[number] }

// above are the passages with a term, of some or (nil) all, that score no less
// than that.
func (a *termScorer) above(least float64, of *roaring.Bitmap) *roaring.Bitmap {
	if of != nil {
		var kept []uint32
		of.Iterate(func(number uint32) bool {
			if sum := a.sums[number]; sum >= least && sum > 0 {
				kept = append(kept, number)
			}
			return true
		})
		return roaring.BitmapOf(kept...)
	}
	set := make([]uint64, (len(a.sums)+63)/64)
	for number, sum := range a.sums {
		if sum >= least && sum > 0 {
			set[number/64] |= 1 << (number % 64)
		}
	}
	return roaring.FromDense(set, false)
}
