package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fenghui/build/dictionary"
	"fenghui/corpus"
	"fenghui/corpus/goldtest"
	"fenghui/wasm/library"
	"fenghui/wasm/search"
	"fenghui/wasm/store"
)

var (
	keep     = flag.String("packs", "", "`folder` to keep the packs of large libraries in, for the next run")
	passages = flag.Int("passages", 12_500, "size of the smallest large library; three more are 2, 4 and 8 times that")
)

// BenchmarkLargeLibrary asks 300 questions of the public sets in libraries that
// hold their answers among many other passages: p50-ms and p95-ms natively, of
// each question the quickest of all rounds, how they grow, and the size of the
// index for each byte of text.
func BenchmarkLargeLibrary(b *testing.B) {
	docs, questions := publicSets(b)
	var sizes, medians []float64
	for n := *passages; n <= 8**passages; n *= 2 {
		l := openLarge(b, docs, n)
		b.Run(fmt.Sprintf("passages=%d", n), func(b *testing.B) {
			best := make([]float64, len(questions))
			for b.Loop() {
				askLarge(b, l, questions, best)
			}
			times, size := slices.Sorted(slices.Values(best)), l.Size()
			slowest := slices.Index(best, times[len(times)-1])
			b.Logf("slowest: %.1f ms %s", best[slowest], questions[slowest])
			b.ReportMetric(times[len(times)/2], "p50-ms")
			b.ReportMetric(times[len(times)*95/100], "p95-ms")
			b.ReportMetric(float64(size.IndexBytes)/float64(size.TextBytes), "index/text")
			sizes, medians = append(sizes, float64(n)), append(medians, times[len(times)/2])
		})
	}
	b.Logf("p50 grows with exponent %.2f", slope(sizes, medians))
}

// askLarge notes how long each question took, if it was quicker than before.
func askLarge(b *testing.B, l *library.Snapshot, questions []string, best []float64) {
	for i, q := range questions {
		start := time.Now()
		if _, err := search.Run(b.Context(), l, search.Request{Query: q, Facets: true}); err != nil {
			b.Fatal(err)
		}
		if took := float64(time.Since(start)) / 1e6; best[i] == 0 || took < best[i] {
			best[i] = took
		}
	}
}

// slope of a straight line through logarithms.
func slope(x, y []float64) float64 {
	var sx, sy, xx, xy float64
	for i := range x {
		a, b := math.Log(x[i]), math.Log(y[i])
		sx, sy, xx, xy = sx+a, sy+b, xx+a*a, xy+a*b
	}
	n := float64(len(x))
	return (n*xy - sx*sy) / (n*xx - sx*sx)
}

// publicSets are the passages of all sets, and every 22nd question.
func publicSets(b *testing.B) (docs []*corpus.Document, questions []string) {
	for _, set := range rankedSets {
		dir := goldtest.Shared(b, "retrieval/"+set.name)
		list, err := readLines(filepath.Join(dir, "docs.jsonl"))
		if err != nil {
			b.Fatal(err)
		}
		for _, d := range list {
			docs = append(docs, article(d.ID, d.Title, d.Text))
		}
		if list, err = readLines(filepath.Join(dir, "queries.jsonl")); err != nil {
			b.Fatal(err)
		}
		for n := 0; n < len(list); n += 22 {
			questions = append(questions, list[n].Text)
		}
	}
	return docs, questions
}

func article(id, title string, texts ...string) *corpus.Document {
	d := &corpus.Document{ID: id, Name: id, Kind: corpus.Article, Title: title}
	for _, t := range texts {
		d.Passages = append(d.Passages, corpus.Passage{Kind: corpus.Text, Text: t})
	}
	return d
}

// enlarged adds articles of five passages that are put together of the clauses
// of the others, always the same.
func enlarged(docs []*corpus.Document, passages int) []*corpus.Document {
	var clauses []string
	for _, d := range docs {
		clauses = append(clauses, strings.FieldsFunc(d.Passages[0].Text, func(r rune) bool { return strings.ContainsRune("，。；：？！\n", r) })...)
	}
	random := rand.New(rand.NewPCG(20, 26))
	pick := func() string { return clauses[random.IntN(len(clauses))] }
	docs = slices.Clone(docs)
	for n := len(docs); n < passages; n += 5 {
		texts := make([]string, 5)
		for i := range texts {
			for range 4 + random.IntN(5) {
				texts[i] += pick() + "，"
			}
		}
		d := article(fmt.Sprintf("more-%d", n), pick(), texts...)
		d.Summit.Date = fmt.Sprintf("%d-%02d-15", 2015+random.IntN(11), 1+random.IntN(12))
		docs = append(docs, d)
	}
	return docs
}

// openLarge opens a library of so many passages as a page would.
func openLarge(b *testing.B, docs []*corpus.Document, passages int) *library.Snapshot {
	docs = enlarged(docs, passages)
	full, err := dictionary.Full(dictionary.Cut)
	if err != nil {
		b.Fatal(err)
	}
	small, err := dictionary.Small(full, dictionary.Texts(docs))
	if err != nil {
		b.Fatal(err)
	}
	pack, hash := keptPack(b, docs, small)
	texts, err := json.Marshal(library.DocumentsFile{Documents: docs})
	if err != nil {
		b.Fatal(err)
	}
	files := map[string][]byte{"pack": pack, "documents": texts}
	l, err := library.Open(b.Context(), library.Options{
		Store: store.NewMemory(), Site: library.Site{Pack: "pack", PackHash: hash, Documents: "documents"},
		Fetch: func(_ context.Context, address string) ([]byte, error) { return files[address], nil },
	})
	if err != nil {
		b.Fatal(err)
	}
	return l.Snapshot()
}

func keptPack(b *testing.B, docs []*corpus.Document, small []byte) (pack []byte, hash string) {
	hash, err := library.PackHash(docs, small)
	if err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(*keep, hash+".pack")
	if pack, err = os.ReadFile(file); err == nil {
		return pack, hash
	}
	if pack, hash, err = library.Pack(b.Context(), docs, small); err != nil {
		b.Fatal(err)
	}
	if *keep != "" {
		if err := os.WriteFile(file, pack, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return pack, hash
}
