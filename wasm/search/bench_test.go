package search

import (
	"os"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/library/librarytest"
)

// BenchmarkRun asks all of testdata/queries.txt, facets included: ns/op is that
// of all of them together. RECORDS names a folder of other records than ours.
func BenchmarkRun(b *testing.B) {
	s, queries := asked(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, q := range queries {
			run(b, s, Request{Query: q, Facets: true})
		}
	}
}

// asked is a library that has read what it reads once, and queries to it.
func asked(b *testing.B) (s *library.Snapshot, queries []string) {
	b.Helper()
	docs, err := corpus.BuiltIn()
	if dir := os.Getenv("RECORDS"); dir != "" {
		docs, err = corpus.Load(os.DirFS(dir))
	}
	if err != nil {
		b.Fatal(err)
	}
	file, err := os.ReadFile("testdata/queries.txt")
	if err != nil {
		b.Fatal(err)
	}
	s = librarytest.Snapshot(b, docs)
	for _, line := range strings.Split(string(file), "\n") {
		if query, _, ok := strings.Cut(line, " => "); ok {
			queries = append(queries, query)
			run(b, s, Request{Query: query, Facets: true})
		}
	}
	return s, queries
}
