package search

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	bleve "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	indexapi "github.com/blevesearch/bleve_index_api"

	"fenghui/wasm/index"
	"fenghui/wasm/text"
)

// pairsOnly cuts a text into pairs of letters, which is as good as any cut
// where only scores are compared.
type pairsOnly struct{}

func (pairsOnly) Cut(folded string) []text.Span { return text.Bigrams(folded) }

// invented passages are of the letters of one string, some letters far more
// often than others, as in a language.
func invented(r *rand.Rand, passages int) (entries []index.Entry) {
	letters := []rune("的和国年在一贸易额运输走廊经济合作区城市港口铁路航线会议主席宣布计划目标增长百分点海洋山川河流")
	say := func(length int) string {
		var b strings.Builder
		for range length {
			b.WriteRune(letters[int(float64(len(letters))*math.Pow(r.Float64(), 2))])
		}
		return b.String()
	}
	title := ""
	for n := range passages {
		if n%6 == 0 {
			title = say(4 + r.IntN(12))
		}
		entries = append(entries, index.Entry{ID: fmt.Sprint(n), Title: title, Text: say(1 + r.IntN(120))})
	}
	return entries
}

// inventedReader has several segments and a few passages deleted.
func inventedReader(t testing.TB, entries []index.Entry, segments int) *index.Reader {
	t.Helper()
	var list []*index.Segment
	var deleted []*roaring.Bitmap
	for i := range segments {
		part := entries[len(entries)*i/segments : len(entries)*(i+1)/segments]
		data, err := index.Build(t.Context(), part, pairsOnly{})
		if err != nil {
			t.Fatal(err)
		}
		s, err := index.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
		deleted = append(deleted, roaring.BitmapOf(uint32(i), uint32(7*i+3)))
	}
	return index.NewReader(list, deleted)
}

// term of a query, as both sides are asked for it.
type askedTerm struct {
	field, term string
	boost       float64
}

// ask makes the terms of a query, a few of them in no passage.
func ask(r *rand.Rand, entries []index.Entry) (terms []askedTerm) {
	seen := map[askedTerm]bool{}
	for range 1 + r.IntN(25) {
		folded := text.Fold(entries[r.IntN(len(entries))].Text)
		w := weights[r.IntN(len(weights))]
		all := index.Tokens(w.field, folded, pairsOnly{})
		t := askedTerm{w.field, all[r.IntN(len(all))].Term, w.boost}
		if r.IntN(12) == 0 {
			t.term = "没有"
		}
		if !seen[t] {
			seen[t] = true
			terms = append(terms, t)
		}
	}
	return terms
}

func ours(t testing.TB, r *index.Reader, passages int, terms []askedTerm) *termScorer {
	t.Helper()
	a := newTermScorer(r, newScratch(passages))
	for _, x := range terms {
		if err := a.add(x.field, x.term, x.boost); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.scoreOnly(t.Context(), everyOf(passages)); err != nil {
		t.Fatal(err)
	}
	return a
}

func everyOf(passages int) *roaring.Bitmap {
	set := roaring.New()
	set.AddRange(0, uint64(passages))
	return set
}

// theirs is what bleve's own disjunction of the terms gives.
func theirs(t testing.TB, r *index.Reader, terms []askedTerm) map[uint32]float64 {
	t.Helper()
	ctx := context.WithValue(t.Context(), bleve.GetScoringModelCallbackKey,
		bleve.GetScoringModelCallbackFn(func() string { return indexapi.BM25Scoring }))
	var list []bleve.Searcher
	for _, x := range terms {
		s, err := searcher.NewTermSearcher(ctx, r, x.term, x.field, x.boost, bleve.SearcherOptions{})
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	any, err := searcher.NewDisjunctionSearcher(ctx, r, list, 1, bleve.SearcherOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer any.Close()
	pool := &bleve.SearchContext{DocumentMatchPool: bleve.NewDocumentMatchPool(any.DocumentMatchPoolSize()+1, 0)}
	found := map[uint32]float64{}
	for {
		match, err := any.Next(pool)
		if err != nil {
			t.Fatal(err)
		}
		if match == nil {
			return found
		}
		found[uint32(binary.BigEndian.Uint64(match.IndexInternalID))] = match.Score
		pool.DocumentMatchPool.Put(match)
	}
}

// Up to ten terms bleve adds in the order of their counts, as is done here.
// For more it uses a heap, which may add equal passages up in any order. And it
// gives a passage its share of the terms that it has.
func TestScoresAreThoseOfBleve(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	entries := invented(r, 1500)
	reader := inventedReader(t, entries, 3)
	for range 400 {
		terms := ask(r, entries)
		got, want := ours(t, reader, len(entries), terms), theirs(t, reader, terms)
		scored := 0
		counts := having(t, reader, terms, len(entries))
		for number, sum := range got.sums {
			if sum > 0 {
				scored++
			}
			share := float64(counts[number]) / float64(len(terms))
			if d := math.Abs(sum*share - want[uint32(number)]); d > 1e-13*sum {
				t.Fatalf("%v: passage %d has %v, want %v", terms, number, sum*share, want[uint32(number)])
			}
		}
		if scored != len(want) {
			t.Fatalf("%v: %d passages, want %d", terms, scored, len(want))
		}
	}
}

// having counts, by passage, how many of the terms it has.
func having(t testing.TB, r *index.Reader, terms []askedTerm, passages int) []int {
	t.Helper()
	counts := make([]int, passages)
	for _, x := range terms {
		with, err := r.DocsWithAny(x.field, []string{x.term})
		if err != nil {
			t.Fatal(err)
		}
		for _, number := range with.ToArray() {
			counts[number]++
		}
	}
	return counts
}

// What is found of many passages, and its scores, are the same as if the
// scores of all had been worked out.
func TestFewReadAsWellAsAll(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	entries := invented(r, 3000)
	for _, segments := range []int{1, 4} {
		reader := inventedReader(t, entries, segments)
		narrowed := 0
		for range 300 {
			terms := ask(r, entries)
			keep := roaring.BitmapOf(r.Uint32N(3000), r.Uint32N(3000))
			few, all := newTermScorer(reader, newScratch(len(entries))), ours(t, reader, len(entries), terms)
			var content []askedTerm
			for i, x := range terms {
				if i%3 > 0 {
					few.content[fieldTerm{x.field, x.term}] = true
					content = append(content, x)
				}
				if err := few.add(x.field, x.term, x.boost); err != nil {
					t.Fatal(err)
				}
			}
			got, err := few.relevant(t.Context(), keep)
			if err != nil {
				t.Fatal(err)
			}
			if few.only != nil {
				narrowed++
			}
			says := having(t, reader, content, len(entries))
			for number, sum := range all.sums {
				want := sum >= leastRelevant*all.best && says[number] > 0
				if got.Contains(uint32(number)) != want || (want || keep.Contains(uint32(number))) && few.sums[number] != sum {
					t.Fatalf("%v: passage %d found with %v, want %v with %v", terms, number, few.sums[number], want, sum)
				}
			}
		}
		if narrowed < 100 {
			t.Errorf("only %d of 300 queries are narrowed", narrowed)
		}
	}
}

func TestNoTermsNoScores(t *testing.T) {
	entries := invented(rand.New(rand.NewPCG(3, 4)), 10)
	reader := inventedReader(t, entries, 1)
	for _, terms := range [][]askedTerm{nil, {{index.FieldWords, "没有", 1}}, {{"no such field", "的", 1}}} {
		if a := ours(t, reader, len(entries), terms); a.best > 0 {
			t.Errorf("%v: %v", terms, a.sums)
		}
	}
	ours(t, index.NewReader(nil, nil), 0, []askedTerm{{index.FieldWords, "的", 1}})
}

func TestScoringCanBeCancelled(t *testing.T) {
	entries := invented(rand.New(rand.NewPCG(3, 4)), 100)
	a := newTermScorer(inventedReader(t, entries, 1), newScratch(len(entries)))
	if err := a.add(index.FieldBigrams, index.Tokens(index.FieldBigrams, entries[5].Text, nil)[0].Term, 1); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := a.scoreOnly(ctx, everyOf(len(entries))); err == nil {
		t.Error("it runs on")
	}
}

// BenchmarkAnyTerm compares ours with bleve's disjunction, on the same terms of
// 100,000 passages, in one run.
func BenchmarkAnyTerm(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	entries := invented(r, 100_000)
	reader := inventedReader(b, entries, 4)
	var queries [][]askedTerm
	for range 20 {
		queries = append(queries, ask(r, entries))
	}
	b.Run("term at a time", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			ours(b, reader, len(entries), queries[n%len(queries)])
		}
	})
	b.Run("bleve", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			theirs(b, reader, queries[n%len(queries)])
		}
	})
}

// each cuts a text into its characters.
type each struct{}

func (each) Cut(folded string) (spans []text.Span) {
	for at, r := range folded {
		spans = append(spans, text.Span{Start: at, End: at + len(string(r))})
	}
	return spans
}

// A single character says nothing of four, and something of a longer question.
func TestSingleCharactersSaySomethingOfQuestions(t *testing.T) {
	for typed, want := range map[string]bool{"鱼": false, "鱼港贸易": false, "鱼港和贸易": true} {
		a := termScorer{content: map[fieldTerm]bool{}}
		a.markContent([]*expanded{{folded: typed}}, each{})
		if got := a.content[fieldTerm{index.FieldWords, "鱼"}]; got != want {
			t.Errorf("鱼 of %s: %v", typed, got)
		}
	}
}
