package search

import (
	"math"
	"unicode/utf8"

	bleve "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/scorer"

	"fenghui/wasm/index"
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

// lengthMatters is how much a passage must make up for being longer than others:
// "b" of BM25, from 0 to 1. Speeches have paragraphs of all lengths, and with
// bleve's 0.75 a long one that answers a question comes after short ones that
// name a part of it. Chosen and confirmed like the weights, in 100,000 passages
// (build/bench): each set by itself hardly tells 0.3 from 0.75.
const lengthMatters = 0.4

func init() { bleve.BM25_b = lengthMatters }

// addTexts asks for what the folded texts have: words, pairs of characters, and
// both in titles.
func (a *termScorer) addTexts(texts []string, cutter index.Cutter) error {
	for _, folded := range texts {
		for _, w := range weights {
			for _, t := range index.Tokens(w.field, folded, cutter) {
				if err := a.add(w.field, t.Term, w.boost); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// shortClause has so few characters that one of them says nothing of it.
const shortClause = 4

// markContent notes which terms of the clauses say something by themselves: words, and
// pairs of characters; a single character only of a question.
func (a *termScorer) markContent(clauses []*expanded, cutter index.Cutter) {
	for _, w := range clauses {
		for _, field := range []string{index.FieldWords, index.FieldBigrams} {
			for _, t := range index.Tokens(field, w.folded, cutter) {
				if !isSingle(t.Term) || utf8.RuneCountInString(w.folded) > shortClause {
					a.content[fieldTerm{field, t.Term}] = true
				}
			}
		}
	}
}

// weighedTerm is a term of a query: where it is, and what that is worth.
type weighedTerm struct {
	field    string
	term     string
	boost    float64
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
	return weighedTerm{field, term, boost, p, scorer.NewTermQueryScorer([]byte(term), field, boost, passages, p.Count(), average, bleve.SearcherOptions{})}, nil
}
