package index

import (
	"maps"
	"slices"
	"strings"
	"testing"

	bleve "github.com/blevesearch/bleve_index_api"
)

// counted returns each term of a field with the number of passages that have
// it, deleted ones included, as dictionaries tell it.
func (w *world) counted(field string) map[string]uint64 {
	out := map[string]uint64{}
	for _, e := range w.entries {
		seen := map[string]bool{}
		for _, t := range w.tokens(field, e) {
			if !seen[t.Term] {
				seen[t.Term] = true
				out[t.Term]++
			}
		}
	}
	return out
}

// termsOf goes through d, whose terms are in so many passages.
func termsOf(t *testing.T, d bleve.FieldDict, counts map[string]uint64) (terms []string) {
	t.Helper()
	for {
		e, err := d.Next()
		if err != nil {
			t.Fatal(err)
		}
		if e == nil {
			return terms
		}
		if terms = append(terms, e.Term); e.Count != counts[e.Term] {
			t.Errorf("%s: %d passages, want %d", e.Term, e.Count, counts[e.Term])
		}
	}
}

func every(string) bool { return true }
func none(string) bool  { return false }

func TestFieldDicts(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		name, field string
		open        func() (bleve.FieldDict, error)
		want        func(term string) bool
	}{
		{"all words", FieldWords, func() (bleve.FieldDict, error) { return w.FieldDict(FieldWords) }, every},
		{"all of the title", FieldTitle, func() (bleve.FieldDict, error) { return w.FieldDict(FieldTitle) }, every},
		{"prefix trad", FieldWords, func() (bleve.FieldDict, error) { return w.FieldDictPrefix(FieldWords, []byte("trad")) },
			func(s string) bool { return strings.HasPrefix(s, "trad") }},
		{"prefix 运", FieldBigrams, func() (bleve.FieldDict, error) { return w.FieldDictPrefix(FieldBigrams, []byte("运")) },
			func(s string) bool { return strings.HasPrefix(s, "运") }},
		{"empty prefix", FieldWords, func() (bleve.FieldDict, error) { return w.FieldDictPrefix(FieldWords, nil) }, every},
		{"prefix nobody has", FieldWords, func() (bleve.FieldDict, error) { return w.FieldDictPrefix(FieldWords, []byte("\xff\xff")) }, none},
		{"from trade to trader", FieldWords, func() (bleve.FieldDict, error) {
			return w.FieldDictRange(FieldWords, []byte("trade"), []byte("trader"))
		}, func(s string) bool { return s >= "trade" && s <= "trader" }},
		{"up to 450", FieldWords, func() (bleve.FieldDict, error) { return w.FieldDictRange(FieldWords, nil, []byte("450")) },
			func(s string) bool { return s <= "450" }},
		{"from 运输 on", FieldWords, func() (bleve.FieldDict, error) { return w.FieldDictRange(FieldWords, []byte("运输"), nil) },
			func(s string) bool { return s >= "运输" }},
		{"unknown field", "unknown", func() (bleve.FieldDict, error) { return w.FieldDict("unknown") }, none},
	} {
		t.Run(c.name, func(t *testing.T) {
			counts := w.counted(c.field)
			maps.DeleteFunc(counts, func(s string, _ uint64) bool { return !c.want(s) })
			d, err := c.open()
			if err != nil {
				t.Fatal(err)
			}
			if terms, want := termsOf(t, d, counts), slices.Sorted(maps.Keys(counts)); !slices.Equal(terms, want) {
				t.Errorf("got  %v\nwant %v", terms, want)
			}
			if d.Close() != nil || c.field != "unknown" && d.Cardinality() == 0 {
				t.Errorf("cardinality %d", d.Cardinality())
			}
		})
	}
}

func TestContains(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		field, term string
		want        bool
	}{
		{FieldWords, "贸易额", true}, {FieldWords, "贸易额度", false}, {FieldBigrams, "易额", true},
		{FieldTitle, "峰会", true}, {"unknown", "峰会", false},
	} {
		d, err := w.FieldDictContains(c.field)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := d.Contains([]byte(c.term)); got != c.want || err != nil {
			t.Errorf("%s %s: %v, %v", c.field, c.term, got, err)
		}
	}
}

func TestTermsStopsWhenTold(t *testing.T) {
	w := newWorld(t)
	n := 0
	if err := w.Terms(FieldWords, func(string) bool { n++; return n < 3 }); err != nil || n != 3 {
		t.Errorf("%d terms, %v", n, err)
	}
}
