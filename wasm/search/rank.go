package search

import (
	"context"
	"encoding/binary"

	"github.com/RoaringBitmap/roaring/v2"
	bleve "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	indexapi "github.com/blevesearch/bleve_index_api"

	"fenghui/wasm/index"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
)

// Weights of the fields. Words rank better than pairs of characters where the
// cut is right; pairs carry on where it is not. A word of the title tells what
// the whole document is about.
var weights = []struct {
	field string
	boost float64
}{
	{index.FieldWords, 1},
	{index.FieldBigrams, 0.6},
	{index.FieldTitle, 0.3},
}

// scores ranks the passages that hold anything of the folded texts, by BM25
// over words, pairs of characters and titles.
func scores(ctx context.Context, s *library.Snapshot, texts []string) (map[uint32]float64, error) {
	ctx = context.WithValue(ctx, bleve.GetScoringModelCallbackKey,
		bleve.GetScoringModelCallbackFn(func() string { return indexapi.BM25Scoring }))
	any, err := disjunction(ctx, s, texts)
	if err != nil || any == nil {
		return nil, err
	}
	defer any.Close()
	return collect(ctx, any)
}

func disjunction(ctx context.Context, s *library.Snapshot, texts []string) (bleve.Searcher, error) {
	var terms []bleve.Searcher
	seen := map[[2]string]bool{}
	for _, folded := range texts {
		for _, w := range weights {
			for _, t := range index.Tokens(w.field, folded, s) {
				if seen[[2]string{w.field, t.Term}] {
					continue
				}
				seen[[2]string{w.field, t.Term}] = true
				term, err := searcher.NewTermSearcher(ctx, s.Reader, t.Term, w.field, w.boost, bleve.SearcherOptions{})
				if err != nil {
					return nil, err
				}
				terms = append(terms, term)
			}
		}
	}
	if len(terms) == 0 {
		return nil, nil
	}
	return searcher.NewDisjunctionSearcher(ctx, s.Reader, terms, 1, bleve.SearcherOptions{})
}

func collect(ctx context.Context, any bleve.Searcher) (map[uint32]float64, error) {
	pool := &bleve.SearchContext{DocumentMatchPool: bleve.NewDocumentMatchPool(any.DocumentMatchPoolSize()+1, 0)}
	found := map[uint32]float64{}
	for {
		match, err := any.Next(pool)
		if err != nil || match == nil {
			return found, err
		}
		found[uint32(binary.BigEndian.Uint64(match.IndexInternalID))] = match.Score
		pool.DocumentMatchPool.Put(match)
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
	}
}

func keys(found map[uint32]float64) *roaring.Bitmap {
	set := roaring.New()
	for number := range found {
		set.Add(number)
	}
	return set
}
