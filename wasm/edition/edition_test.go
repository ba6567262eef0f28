package edition_test

import (
	"fmt"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
	"fenghui/wasm/compare"
	"fenghui/wasm/edition"
	"fenghui/wasm/figure"
)

func builtIn(t *testing.T) []compare.Input {
	t.Helper()
	records, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	var docs []compare.Input
	for _, doc := range records {
		docs = append(docs, compare.Input{Document: doc, Figures: figure.Extract(doc, corpus.Names())})
	}
	return docs
}

// TestOurRecords writes down what moved between any two summits of a format that
// follow each other, to be read.
func TestOurRecords(t *testing.T) {
	docs := builtIn(t)
	r := compare.Run(docs, corpus.Names())
	var b strings.Builder
	for _, f := range edition.Formats(docs) {
		for k, new := range f.Editions[1:] {
			old := f.Editions[k]
			fmt.Fprintf(&b, "%s: %s → %s\n", f.Key, old.Date, new.Date)
			write(&b, r, edition.Since(r, docs, old, new))
		}
	}
	goldtest.Compare(t, "testdata/since.golden", b.String())
}

func write(b *strings.Builder, r *compare.Result, c edition.Change) {
	told := func(s *compare.Series, k int) string {
		if k < 0 {
			return "—"
		}
		return s.Members[k].Told.Zh + " (" + s.Members[k].Period + ")"
	}
	what := func(s *compare.Series) string {
		name, _, _ := strings.Cut(s.Title.Zh, "：")
		return name
	}
	for _, m := range c.Moved {
		s := &r.Series[m.Series]
		fmt.Fprintf(b, "  %s: %s → %s\t%s\n", m.Verdict, told(s, m.Old), told(s, m.New), what(s))
	}
	for _, a := range c.Aims {
		s := &r.Series[a.Series]
		fmt.Fprintf(b, "  aim %s: %s; now %s, new aim %s\t%s\n", a.Verdict, told(s, a.Aim), told(s, a.Fact), told(s, a.New), what(s))
	}
	for _, p := range c.Proposals {
		fmt.Fprintf(b, "  proposal %s: %s\n", p.Verdict, p.Of.Title.Zh)
	}
	fmt.Fprintf(b, "  new topics: %s; dropped: %s\n", strings.Join(c.Topics, "、"), strings.Join(c.Dropped, "、"))
}
