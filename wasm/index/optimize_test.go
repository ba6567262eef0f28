package index

import (
	"slices"
	"testing"

	bleve "github.com/blevesearch/bleve_index_api"
)

// together offers readers of terms to each other as bleve's searchers do.
func (w *world) together(t *testing.T, kind string, terms ...string) (readers []bleve.TermFieldReader, one bleve.TermFieldReader) {
	t.Helper()
	var octx bleve.OptimizableContext
	for _, term := range terms {
		r := w.termReader(t, FieldBigrams, term)
		readers = append(readers, r)
		var err error
		if octx, err = r.(bleve.Optimizable).Optimize(kind, octx); err != nil || octx == nil {
			t.Fatalf("%s: %v, %v", term, octx, err)
		}
	}
	o, err := octx.Finish()
	if err != nil {
		t.Fatal(err)
	}
	one, _ = o.(bleve.TermFieldReader)
	return readers, one
}

func (w *world) drain(t *testing.T, r bleve.TermFieldReader) (out []uint32) {
	t.Helper()
	for {
		d, err := r.Next(nil)
		if err != nil {
			t.Fatal(err)
		}
		if d == nil {
			return out
		}
		n, _ := number(d.ID)
		out = append(out, uint32(n))
	}
}

func TestConjunctionsAndDisjunctionsOnBitmaps(t *testing.T) {
	w := newWorld(t)
	for _, terms := range [][]string{{"贸易", "易额"}, {"运输", "走廊", "数字"}, {"峰会", "没有"}, {"没有", "不存"}, {"国", "贸易"}} {
		all, err := w.DocsWithAll(FieldBigrams, terms)
		if err != nil {
			t.Fatal(err)
		}
		some, err := w.DocsWithAny(FieldBigrams, terms)
		if err != nil {
			t.Fatal(err)
		}
		readers, one := w.together(t, "conjunction", terms...)
		if one != nil {
			t.Errorf("%v: scored readers are replaced", terms)
		}
		for i, r := range readers {
			docs, _ := w.having(FieldBigrams, terms[i])
			if got := w.drain(t, r); !slices.Equal(got, all.ToArray()) || int(r.Count()) != len(docs) {
				t.Errorf("%v: %s returns %v and counts %d, want %v and %d", terms, terms[i], got, r.Count(), all, len(docs))
			}
		}
		if _, one := w.together(t, "conjunction:unadorned", terms...); !slices.Equal(w.drain(t, one), all.ToArray()) {
			t.Errorf("%v: and: want %v", terms, all)
		}
		if _, one := w.together(t, "disjunction:unadorned", terms...); !slices.Equal(w.drain(t, one), some.ToArray()) {
			t.Errorf("%v: or: want %v", terms, some)
		}
	}
}

func TestNothingIsOptimizedAlone(t *testing.T) {
	w := newWorld(t)
	for _, kind := range []string{"conjunction", "conjunction:unadorned", "disjunction:unadorned", "another"} {
		readers, one := w.together(t, kind, "贸易")
		if one != nil || len(w.drain(t, readers[0])) == 0 {
			t.Errorf("%s of one reader", kind)
		}
	}
	other := newWorld(t)
	a, b := w.termReader(t, FieldBigrams, "贸易").(bleve.Optimizable), other.termReader(t, FieldBigrams, "贸易").(bleve.Optimizable)
	octx, _ := a.Optimize("conjunction", nil)
	if octx, err := b.Optimize("conjunction", octx); octx != nil || err != nil {
		t.Errorf("readers of two indexes together: %v, %v", octx, err)
	}
}
