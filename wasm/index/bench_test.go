package index

import (
	"context"
	"strings"
	"testing"
)

// The text is the sample's, mixed: few different terms and many postings.
func BenchmarkBuild(b *testing.B) {
	c := cutter(b, sampleWords...)
	entries := mixed(2000)
	size := 0
	for _, e := range entries {
		size += len(e.Text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		build(b, entries, c)
	}
	b.ReportMetric(float64(len(entries)*b.N)/b.Elapsed().Seconds(), "passages/s")
}

func BenchmarkOpen(b *testing.B) {
	data := build(b, mixed(20_000), cutter(b, sampleWords...))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		open(b, data)
	}
}

// Opening does not depend on the size.
func BenchmarkOpenTrusted(b *testing.B) {
	data := build(b, mixed(20_000), cutter(b, sampleWords...))
	for b.Loop() {
		if _, err := OpenTrusted(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTermFieldReader(b *testing.B) {
	r := reader(b, mixed(20_000), cutter(b, sampleWords...), 1)
	n := uint64(0)
	for b.Loop() {
		t, err := r.TermFieldReader(context.Background(), []byte("运输"), FieldBigrams, true, true, false)
		if err != nil {
			b.Fatal(err)
		}
		d, err := t.Next(nil)
		for d != nil && err == nil {
			d, err = t.Next(d)
		}
		if err != nil {
			b.Fatal(err)
		}
		n += t.Count()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n), "ns/posting")
}

func BenchmarkDocsWithAll(b *testing.B) {
	r := reader(b, mixed(20_000), cutter(b, sampleWords...), 3)
	terms := strings.Fields("运输 输走 走廊")
	for b.Loop() {
		if _, err := r.DocsWithAll(FieldBigrams, terms); err != nil {
			b.Fatal(err)
		}
	}
}
