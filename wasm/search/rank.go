package search

import (
	"context"
	"math"

	bleve "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/scorer"

	"fenghui/wasm/index"
	"fenghui/wasm/library"
)

// Weights of the fields. Words rank better than pairs of characters where the
// cut is right; pairs carry on where it is not. A word of the title tells what
// the whole document is about. One configuration for all texts: chosen on the
// questions of cmrc2018-trial and the titles of csl-title-dev, confirmed on
// drcd-dev and xquad-zh (build/ranking_test.go).
var weights = []struct {
	field string
	boost float64
}{
	{index.FieldWords, 1},
	{index.FieldBigrams, 0.6},
	{index.FieldTitle, 0.6},
}

// scores ranks the passages that hold anything of the folded texts, by BM25
// over words, pairs of characters and titles.
func scores(ctx context.Context, s *library.Snapshot, texts []string) (*anyTerm, error) {
	any := newAnyTerm(s.Reader, s.Len())
	for _, folded := range texts {
		for _, w := range weights {
			for _, t := range index.Tokens(w.field, folded, s) {
				if err := any.add(w.field, t.Term, w.boost); err != nil {
					return nil, err
				}
			}
		}
	}
	return any, any.run(ctx)
}

// weighedTerm is a term of a query: where it is, and what that is worth.
type weighedTerm struct {
	field    string
	term     string
	postings *index.Postings
	scorer   *scorer.TermQueryScorer
}

// weigh prepares a term for BM25 as bleve's term searcher does.
func weigh(r *index.Reader, field, term string, boost float64) (weighedTerm, error) {
	p, err := r.Postings(field, term)
	if err != nil {
		return weighedTerm{}, err
	}
	passages, err := r.DocCount()
	if err != nil {
		return weighedTerm{}, err
	}
	tokens, err := r.FieldCardinality(field)
	if err != nil {
		return weighedTerm{}, err
	}
	average := 0.0
	if passages > 0 {
		average = math.Ceil(float64(tokens) / float64(passages))
	}
	return weighedTerm{field, term, p, scorer.NewTermQueryScorer([]byte(term), field, boost, passages, p.Count(), average, bleve.SearcherOptions{})}, nil
}
