package index

import (
	"slices"
	"testing"

	bleve "github.com/blevesearch/bleve_index_api"
)

func TestDocIDReaders(t *testing.T) {
	w := newWorld(t)
	all, err := w.DocIDReaderAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := drain(t, all); len(got) != 392 || got[0] != 3 || got[391] != 399 {
		t.Errorf("%d ids: %v", len(got), got)
	}
	for _, c := range []struct{ to, want uint64 }{{7, 7}, {0, 3}, {50, 51}, {398, 398}} {
		if id, err := all.Advance(appendID(nil, c.to)); err != nil || !id.Equals(appendID(nil, c.want)) {
			t.Errorf("advance to %d: %v, %v", c.to, id, err)
		}
	}
	if id, err := all.Advance(appendID(nil, 400)); id != nil || err != nil {
		t.Errorf("advance to the end: %v, %v", id, err)
	}
	only, err := w.DocIDReaderOnly([]string{"8", "3", "0", "nonsense", "4000", "8"})
	if err != nil {
		t.Fatal(err)
	}
	if got := drain(t, only); !slices.Equal(got, []uint64{3, 8}) {
		t.Errorf("only: %v", got)
	}
}

func drain(t *testing.T, r bleve.DocIDReader) (out []uint64) {
	t.Helper()
	for {
		id, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if id == nil {
			return out
		}
		n, _ := number(id)
		out = append(out, n)
	}
}
