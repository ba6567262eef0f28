//go:build !js

package index

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/blevesearch/bleve/v2/search"
	top "github.com/blevesearch/bleve/v2/search/collector"
	"github.com/blevesearch/bleve/v2/search/query"
	api "github.com/blevesearch/bleve_index_api"

	"fenghui/corpus/goldtest"
)

// The same passages in bleve's own index, the same queries, and the same hits
// in the same order with the same scores are wanted of ours.
//
// bleve's index (scorch) takes the number of different terms for the length of
// a field, see Reader.FieldCardinality, so its own BM25 scores are others than
// ours. They are compared with the lengths told to both (search.BM25StatsKey),
// under tf-idf, which needs none, and, for the hits alone, as each is.
type comparison struct {
	mapping mapping.IndexMapping
	theirs  api.IndexReader
	ours    *Reader
	stats   *search.BM25Stats
}

var analyzers sync.Map // name -> analysis.Analyzer, for bleve's registry

func register(t *testing.T, c Cutter) func(field string) string {
	return func(field string) string {
		name := t.Name() + "/" + field
		analyzers.Store(name, &analysis.DefaultAnalyzer{Tokenizer: tokenizer{field, c}})
		err := registry.RegisterAnalyzer(name, func(map[string]interface{}, *registry.Cache) (analysis.Analyzer, error) {
			a, _ := analyzers.Load(name)
			return a.(analysis.Analyzer), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
}

func newComparison(t *testing.T, entries []Entry, parts int, deleted ...int) *comparison {
	t.Helper()
	c := pairsOf(entries)
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	name := register(t, c)
	for _, f := range fields {
		fm := bleve.NewTextFieldMapping()
		fm.Analyzer = name(f)
		fm.Store, fm.DocValues, fm.IncludeTermVectors, fm.IncludeInAll = false, false, false, false
		m.DefaultMapping.AddFieldMappingsAt(f, fm)
	}
	x := &comparison{mapping: m, theirs: theirs(t, m, entries, deleted), ours: ours(t, entries, c, parts, deleted)}
	docs, err := x.ours.DocCount()
	if err != nil {
		t.Fatal(err)
	}
	x.stats = &search.BM25Stats{DocCount: float64(docs), FieldCardinality: map[string]int{}}
	for _, f := range fields {
		if x.stats.FieldCardinality[f], err = x.ours.FieldCardinality(f); err != nil {
			t.Fatal(err)
		}
	}
	return x
}

func theirs(t *testing.T, m mapping.IndexMapping, entries []Entry, deleted []int) api.IndexReader {
	t.Helper()
	x, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil) // "": in memory
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	b := x.NewBatch()
	for i, e := range entries {
		if err := b.Index(fmt.Sprint(i), map[string]any{FieldWords: e.Text, FieldBigrams: e.Text, FieldTitle: e.Title}); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Batch(b); err != nil {
		t.Fatal(err)
	}
	for _, d := range deleted {
		if err := x.Delete(fmt.Sprint(d)); err != nil {
			t.Fatal(err)
		}
	}
	i, err := x.Advanced()
	if err != nil {
		t.Fatal(err)
	}
	r, err := i.Reader()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func ours(t *testing.T, entries []Entry, c Cutter, parts int, deleted []int) *Reader {
	t.Helper()
	r := reader(t, entries, c, parts)
	gone := make([]*roaring.Bitmap, parts)
	for _, d := range deleted {
		segment, local := r.locate(uint64(d))
		if gone[segment] == nil {
			gone[segment] = roaring.New()
		}
		gone[segment].Add(uint32(local))
	}
	return NewReader(r.segments, gone)
}

type hit struct {
	id    string
	score float64
}

// ask runs q over an index as bleve's own Search does.
func (x *comparison) ask(t *testing.T, r api.IndexReader, q query.Query, ctx context.Context, options search.SearcherOptions) []hit {
	t.Helper()
	s, err := q.Searcher(ctx, r, x.mapping, options)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	docs, _ := r.DocCount()
	c := top.NewTopNCollector(int(docs)+1, 0, search.SortOrder{&search.SortScore{Desc: true}, &search.SortDocID{}})
	if err := c.Collect(ctx, s, r); err != nil {
		t.Fatal(err)
	}
	var out []hit
	for _, h := range c.Results() {
		out = append(out, hit{h.ID, h.Score})
	}
	return out
}

func withModel(ctx context.Context, model string) context.Context {
	return context.WithValue(ctx, search.GetScoringModelCallbackKey, search.GetScoringModelCallbackFn(func() string { return model }))
}

// compare asks both, in every way.
func (x *comparison) compare(t *testing.T, q query.Query) (hits int) {
	t.Helper()
	bm25 := withModel(t.Context(), api.BM25Scoring)
	for _, way := range []struct {
		name    string
		ctx     context.Context
		options search.SearcherOptions
	}{
		{"tf-idf", withModel(t.Context(), api.TFIDFScoring), search.SearcherOptions{}},
		{"BM25 with the same lengths", context.WithValue(bm25, search.BM25StatsKey, x.stats), search.SearcherOptions{}},
		{"without scores", t.Context(), search.SearcherOptions{Score: "none"}},
	} {
		got, want := x.ask(t, x.ours, q, way.ctx, way.options), x.ask(t, x.theirs, q, way.ctx, way.options)
		if !slices.EqualFunc(ordered(got), ordered(want), sameHit) {
			t.Errorf("%s\n got %s\nwant %s", way.name, show(got), show(want))
		}
		hits = len(got)
	}
	got, want := ids(x.ask(t, x.ours, q, bm25, search.SearcherOptions{})), ids(x.ask(t, x.theirs, q, bm25, search.SearcherOptions{}))
	if !slices.Equal(got, want) {
		t.Errorf("BM25, each with its own lengths: other hits\n got %v\nwant %v", got, want)
	}
	return hits
}

// sameHit allows for sums taken in another order: bleve adds up the terms of
// large disjunctions as its heap has them, each time differently.
func sameHit(a, b hit) bool { return a.id == b.id && sameScore(a, b) }

func sameScore(a, b hit) bool { return math.Abs(a.score-b.score) <= 1e-9*math.Max(1, b.score) }

// ordered puts hits of the same score into the order of their ids.
func ordered(hits []hit) []hit {
	for i := 0; i < len(hits); {
		j := i + 1
		for j < len(hits) && sameScore(hits[i], hits[j]) {
			j++
		}
		slices.SortFunc(hits[i:j], func(a, b hit) int { return strings.Compare(a.id, b.id) })
		i = j
	}
	return hits
}

func show(hits []hit) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d hits:", len(hits))
	for _, h := range hits[:min(len(hits), 12)] {
		fmt.Fprintf(&b, " %s(%.12f)", h.id, h.score)
	}
	return b.String()
}

func ids(hits []hit) (out []string) {
	for _, h := range hits {
		out = append(out, h.id)
	}
	slices.Sort(out)
	return out
}

func TestHitsAreThoseOfBleve(t *testing.T) {
	entries := mixed(350)
	all := queries()
	if len(all) < 60 {
		t.Fatalf("%d queries, want at least 60", len(all))
	}
	for _, c := range []struct {
		name    string
		parts   int
		deleted []int
	}{{"one segment", 1, nil}, {"five segments", 5, nil}, {"deleted passages", 3, []int{0, 7, 8, 9, 120, 200, 349}}} {
		t.Run(c.name, func(t *testing.T) {
			x := newComparison(t, entries, c.parts, c.deleted...)
			found := 0
			for name, q := range all {
				t.Run(name, func(t *testing.T) {
					if x.compare(t, q) > 0 {
						found++
					}
				})
			}
			if found < 55 {
				t.Errorf("only %d of %d queries find anything", found, len(all))
			}
		})
	}
}

// The public retrieval sets: questions over thousands of passages, as ranked
// queries over words and pairs and as conjunctions of pairs.
func TestHitsAreThoseOfBleveOnRetrievalSets(t *testing.T) {
	for _, set := range []string{"cmrc2018-trial", "drcd-dev", "xquad-zh", "csl-title-dev"} {
		t.Run(set, func(t *testing.T) {
			docs := goldtest.Lines[Entry](t, goldtest.Shared(t, "retrieval/"+set+"/docs.jsonl"))
			questions := goldtest.Lines[Entry](t, goldtest.Shared(t, "retrieval/"+set+"/queries.jsonl"))
			x := newComparison(t, docs, 3)
			for _, q := range questions[:25] {
				both := query.NewDisjunctionQuery([]query.Query{on(FieldWords, query.NewMatchQuery(q.Text)), on(FieldBigrams, query.NewMatchQuery(q.Text))})
				part := string([]rune(q.Text)[:min(5, len([]rune(q.Text)))])
				start := query.NewMatchQuery(part)
				start.SetOperator(query.MatchQueryOperatorAnd)
				if x.compare(t, both) == 0 {
					t.Errorf("%s finds nothing", q.Text)
				}
				x.compare(t, on(FieldBigrams, start))
			}
		})
	}
}
