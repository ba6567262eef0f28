package figure

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
)

// exceptions of testdata/records/exceptions.tsv: where our record rightly tells
// a figure in another way than the article does, with the reason.
func exceptions(t *testing.T) map[string]string {
	b, err := os.ReadFile("testdata/records/exceptions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if id, reason, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			m[id] = reason
		}
	}
	return m
}

// TestRecords reads our records: every figure of the article must be there with
// the same value, bound and period.
func TestRecords(t *testing.T) {
	files := goldFiles(t)
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	excused := exceptions(t)
	for _, f := range files {
		_, from := article(t, strings.TrimSuffix(filepath.Base(f), ".jsonl"))
		i := slices.IndexFunc(docs, func(d *corpus.Document) bool { return d.Summit.Date == from.Summit.Date })
		if i < 0 {
			t.Errorf("no record of %s", from.Summit.Date)
			continue
		}
		compareRecord(t, docs[i], jsonLines[goldFigure](t, f), excused)
	}
	for id, reason := range excused {
		t.Errorf("the exception %s is not needed any more: %s", id, reason)
	}
}

// compareRecord takes exceptions that are met out of excused.
func compareRecord(t *testing.T, doc *corpus.Document, gold []goldFigure, excused map[string]string) {
	found := Extract(doc, corpus.Names())
	used := make([]bool, len(found))
	for i := range gold {
		g := &gold[i]
		if g.Tier != "core" {
			continue
		}
		at := slices.IndexFunc(found, func(f Figure) bool { return sameRecord(g, &f) })
		for at >= 0 && used[at] {
			next := slices.IndexFunc(found[at+1:], func(f Figure) bool { return sameRecord(g, &f) })
			if next < 0 {
				at = -1
				break
			}
			at += 1 + next
		}
		_, known := excused[g.ID]
		switch {
		case at >= 0:
			used[at] = true
		case known:
			delete(excused, g.ID)
		default:
			t.Errorf("%s: no figure like %s %s %v, bound %s, period %s; nearest: %s", doc.ID, g.ID, g.Quote, g.Value, g.Bound, orEmpty(g.Period), nearestTo(g, found))
		}
	}
}

func sameRecord(g *goldFigure, f *Figure) bool {
	period := f.Period == orEmpty(g.Period) || slices.ContainsFunc(g.AltPeriod, func(a *string) bool { return orEmpty(a) == f.Period })
	bound := string(f.Bound) == g.Bound || slices.Contains(g.AltBound, string(f.Bound))
	return sameKindValue(g, f) && bound && period
}

func sameKindValue(g *goldFigure, f *Figure) bool {
	yearly := func(k string) bool { return k == "year" || k == "date" }
	kind := f.Kind == g.Kind || slices.Contains(g.AltKind, f.Kind) || yearly(f.Kind) && yearly(g.Kind)
	return kind && sameValue(g.Value, f)
}

// nearestTo shows what the record has with the value.
func nearestTo(g *goldFigure, found []Figure) string {
	for i := range found {
		if sameKindValue(g, &found[i]) {
			return tellAll(&found[i])
		}
	}
	return "none"
}
