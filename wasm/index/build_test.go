package index

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus/goldtest"
)

// The golden is made to be read: what a segment of the sample says.
func TestSegmentOfTheSample(t *testing.T) {
	got := dump(t, reader(t, sample, cutter(t, sampleWords...), 1))
	goldtest.Compare(t, "testdata/sample.dump", got)
}

func TestBuildsOfTheSameAreEqual(t *testing.T) {
	entries := mixed(300)
	first := build(t, entries, cutter(t, sampleWords...))
	second := build(t, entries, cutter(t, sampleWords...))
	if !bytes.Equal(first, second) {
		t.Error("bytes differ")
	}
	var b strings.Builder
	if err := open(t, first).Dump(&b); err != nil {
		t.Fatal(err)
	}
	if b.String() != dump(t, NewReader([]*Segment{open(t, second)}, nil)) {
		t.Error("dumps differ")
	}
}

func TestSegmentsTogetherSayWhatOneSays(t *testing.T) {
	c := cutter(t, sampleWords...)
	for _, n := range []int{0, 1, 5, 301} {
		entries := mixed(n)
		want := dump(t, reader(t, entries, c, 1))
		for _, parts := range []int{2, 5} {
			if got := dump(t, reader(t, entries, c, parts)); got != want {
				t.Errorf("%d passages in %d segments: dump differs from that of one segment", n, parts)
			}
		}
	}
}

// A dump worked out with maps from the tokens, against the one read back.
func TestDumpIsWhatTheTokensSay(t *testing.T) {
	c := cutter(t, sampleWords...)
	entries := mixed(500)
	for _, parts := range []int{1, 3} {
		if got, want := dump(t, reader(t, entries, c, parts)), plainDump(entries, c); got != want {
			t.Errorf("in %d segments: differs\n%s", parts, firstDifference(got, want))
		}
	}
}

// Beyond 65,536 passages a bitmap has several parts; frequent terms are
// written as bits, neighbours as runs, frequencies from 1 to thousands.
func TestDumpOfManyPassages(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	entries := make([]Entry, 70_000)
	for i := range entries {
		text := "甲"
		if r.IntN(3) > 0 {
			text += "，乙"
		}
		if i > 60_000 && i%100 > 50 {
			text += "，丙"
		}
		if r.IntN(9000) == 0 {
			text += strings.Repeat("，丁", 1+r.IntN(5000))
		}
		entries[i].Text = text
	}
	if got, want := dump(t, reader(t, entries, letters{}, 1)), plainDump(entries, letters{}); got != want {
		t.Errorf("differs\n%s", firstDifference(got, want))
	}
}

func plainDump(entries []Entry, c Cutter) string {
	var b strings.Builder
	for _, field := range fields {
		lines := map[string]*strings.Builder{}
		for doc, e := range entries {
			text := e.Text
			if field == FieldTitle {
				text = e.Title
			}
			tokens := Tokens(field, folded(text), c)
			counts := map[string]int{}
			for _, t := range tokens {
				counts[t.Term]++
			}
			for term, n := range counts {
				if lines[term] == nil {
					lines[term] = new(strings.Builder)
				}
				fmt.Fprintf(lines[term], " %d:%d/%d", doc, n, len(tokens))
			}
		}
		for _, term := range slices.Sorted(maps.Keys(lines)) {
			fmt.Fprintf(&b, "%s %s%s\n", field, term, lines[term])
		}
	}
	return b.String()
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %.200s\nwant %.200s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(g), len(w))
}

func TestBuildStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	data, err := Build(ctx, sample, letters{})
	if data != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}

// A title stands with every passage of its document and must cost next to
// nothing: equal postings are written once, neighbours as a run.
func TestTitlesAndRareTermsCostLittle(t *testing.T) {
	entries := make([]Entry, 1000)
	for i := range entries {
		entries[i] = Entry{Title: "甲乙丙丁戊己庚辛壬癸"}
	}
	if n := len(build(t, entries, letters{})); n > 14_000 {
		t.Errorf("%d bytes for a title of 1,000 passages; 13,000 are for their numbers and lengths", n)
	}
}
