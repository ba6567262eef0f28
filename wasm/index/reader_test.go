package index

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	bleve "github.com/blevesearch/bleve_index_api"
)

// world is a reader of mixed passages in 3 segments with some deleted, and
// what is in it, worked out plainly.
type world struct {
	*Reader
	c       Cutter
	entries []Entry // by global number; deleted ones are nil in gone
	gone    map[uint64]bool
}

func newWorld(t *testing.T) *world {
	c := cutter(t, sampleWords...)
	entries := mixed(400)
	r := reader(t, entries, c, 3)
	w := &world{c: c, entries: entries, gone: map[uint64]bool{}}
	deleted := []*roaring.Bitmap{roaring.BitmapOf(0, 1, 2, 50, 132), nil, roaring.BitmapOf(5, 6, 99)}
	for i, d := range deleted {
		if d != nil {
			for _, n := range d.ToArray() {
				w.gone[r.global(i, int(n))] = true
			}
		}
	}
	w.Reader = NewReader(r.segments, deleted)
	return w
}

// having returns the numbers of the passages with a term, and how often.
func (w *world) having(field, term string) (docs []uint64, often []int) {
	for i, e := range w.entries {
		n := 0
		for _, t := range w.tokens(field, e) {
			if t.Term == term {
				n++
			}
		}
		if n > 0 && !w.gone[uint64(i)] {
			docs, often = append(docs, uint64(i)), append(often, n)
		}
	}
	return docs, often
}

func (w *world) tokens(field string, e Entry) []Token {
	if field == FieldTitle {
		return Tokens(field, folded(e.Title), w.c)
	}
	return Tokens(field, folded(e.Text), w.c)
}

func (w *world) terms(t *testing.T, field string) (terms []string) {
	t.Helper()
	if err := w.Terms(field, func(term string) bool { terms = append(terms, term); return true }); err != nil {
		t.Fatal(err)
	}
	return terms
}

func TestTermReaderReturnsPassagesFrequenciesAndNorms(t *testing.T) {
	w := newWorld(t)
	for _, field := range fields {
		for _, term := range append(w.terms(t, field), "没有这个词") {
			docs, often := w.having(field, term)
			tr := w.termReader(t, field, term)
			if int(tr.Count()) != len(docs) {
				t.Fatalf("%s %s: count %d, want %d", field, term, tr.Count(), len(docs))
			}
			for i, doc := range docs {
				d, err := tr.Next(nil)
				length := len(w.tokens(field, w.entries[doc]))
				if err != nil || d == nil || !w.is(d, doc) || int(d.Freq) != often[i] || d.Norm != Norm(uint32(length)) {
					t.Fatalf("%s %s: %+v, %v; want passage %d, %d times of %d", field, term, d, err, doc, often[i], length)
				}
			}
			if d, err := tr.Next(nil); d != nil || err != nil {
				t.Fatalf("%s %s: after the last %+v, %v", field, term, d, err)
			}
		}
	}
}

func (w *world) termReader(t *testing.T, field, term string) bleve.TermFieldReader {
	t.Helper()
	tr, err := w.TermFieldReader(context.Background(), []byte(term), field, true, true, true)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

func (w *world) is(d *bleve.TermFieldDoc, doc uint64) bool {
	n, err := number(d.ID)
	return err == nil && n == doc
}

func TestAdvanceGoesForwardsAndBack(t *testing.T) {
	w := newWorld(t)
	docs, often := w.having(FieldWords, "贸易额")
	tr := w.termReader(t, FieldWords, "贸易额")
	for _, to := range []uint64{0, 10, 11, 300, 133, 134, 132, 132, 399, 3, 400, 0, 1 << 40, 266} {
		t.Run(fmt.Sprint("to ", to), func(t *testing.T) {
			d, err := tr.Advance(appendID(nil, to), nil)
			from, _ := slices.BinarySearch(docs, to)
			for i := from; i < len(docs); i++ {
				if err != nil || d == nil || !w.is(d, docs[i]) || int(d.Freq) != often[i] {
					t.Fatalf("got %+v, %v; want passage %d, %d times", d, err, docs[i], often[i])
				}
				d, err = tr.Next(d)
			}
			if d != nil || err != nil {
				t.Fatalf("after the last %+v, %v", d, err)
			}
		})
	}
	if _, err := tr.Advance([]byte("short"), nil); err == nil {
		t.Error("an id of 5 bytes is accepted")
	}
}

func TestStatisticsLeaveOutWhatIsDeleted(t *testing.T) {
	w := newWorld(t)
	if n, _ := w.DocCount(); n != 392 {
		t.Errorf("%d passages, want 392", n)
	}
	for _, field := range fields {
		want := 0
		for i, e := range w.entries {
			if !w.gone[uint64(i)] {
				want += len(w.tokens(field, e))
			}
		}
		if got, err := w.FieldCardinality(field); got != want || err != nil {
			t.Errorf("%s: %d tokens, %v; want %d", field, got, err, want)
		}
	}
	if got, err := w.FieldCardinality("*"); got != 0 || err != nil {
		t.Errorf("unknown field: %d, %v", got, err)
	}
}

func TestNumbersAndIDs(t *testing.T) {
	w := newWorld(t)
	for n := range uint64(400) {
		segment, local := w.locate(n)
		if w.global(segment, local) != n || local >= w.segments[segment].Documents() {
			t.Errorf("%d is %d in segment %d", n, local, segment)
		}
		id, err := w.ExternalID(appendID(nil, n))
		if err != nil || id != fmt.Sprint(n) {
			t.Errorf("%d: %q, %v", n, id, err)
		}
		internal, err := w.InternalID(id)
		if err != nil || (internal == nil) != w.gone[n] || internal != nil && !internal.Equals(appendID(nil, n)) {
			t.Errorf("%d: internal id %v, %v", n, internal, err)
		}
	}
	if s, _ := w.locate(400); s != -1 {
		t.Error("there is a passage 400")
	}
	for _, id := range []string{"", "x", "-1", "400", "99999999999"} {
		if internal, err := w.InternalID(id); internal != nil || err != nil {
			t.Errorf("%q: %v, %v", id, internal, err)
		}
	}
	if _, err := w.ExternalID(appendID(nil, 400)); err == nil {
		t.Error("passage 400 has an external id")
	}
}

func TestDocsWithAllAndAny(t *testing.T) {
	w := newWorld(t)
	for _, list := range []string{"贸易额", "贸易 易额", "运输 输走 走廊", "运输 贸易 数字", "峰会 没有", "没有", "超级 级计 计算 算机"} {
		t.Run(list, func(t *testing.T) {
			terms := strings.Fields(list)
			found := map[uint64]int{}
			for _, term := range terms {
				docs, _ := w.having(FieldBigrams, term)
				for _, doc := range docs {
					found[doc]++
				}
			}
			var all, some []uint32
			for _, doc := range slices.Sorted(maps.Keys(found)) {
				if some = append(some, uint32(doc)); found[doc] == len(terms) {
					all = append(all, uint32(doc))
				}
			}
			if got, err := w.DocsWithAll(FieldBigrams, terms); err != nil || !slices.Equal(got.ToArray(), all) {
				t.Errorf("all: %v, %v; want %v", got, err, all)
			}
			if got, err := w.DocsWithAny(FieldBigrams, terms); err != nil || !slices.Equal(got.ToArray(), some) {
				t.Errorf("any: %v, %v; want %v", got, err, some)
			}
		})
	}
	if got, err := w.DocsWithAll(FieldBigrams, nil); err != nil || got.GetCardinality() != 392 {
		t.Errorf("all of nothing: %v, %v", got, err)
	}
	if got, err := w.DocsWithAny("unknown", []string{"贸易"}); err != nil || !got.IsEmpty() {
		t.Errorf("unknown field: %v, %v", got, err)
	}
}

// The bitmaps handed out may be changed; those inside may not be touched by it.
func TestBitmapsHandedOutAreTheCallers(t *testing.T) {
	w := newWorld(t)
	before := dump(t, w.Reader)
	for _, terms := range [][]string{nil, {"贸易"}, {"贸易", "易额"}} {
		docs, err := w.DocsWithAll(FieldBigrams, terms)
		if err != nil {
			t.Fatal(err)
		}
		docs.AddRange(0, 1000)
		docs.RemoveRange(0, 500)
	}
	if dump(t, w.Reader) != before {
		t.Error("the index changed")
	}
}

func TestWhatIsNotKept(t *testing.T) {
	w := newWorld(t)
	if d, err := w.Document("3"); d != nil || err != nil {
		t.Errorf("document: %v, %v", d, err)
	}
	if b, err := w.GetInternal([]byte("key")); b != nil || err != nil {
		t.Errorf("internal: %v, %v", b, err)
	}
	v, err := w.DocValueReader([]string{FieldWords})
	if err != nil || v.VisitDocValues(appendID(nil, 3), func(string, []byte) { t.Error("a doc value") }) != nil || v.BytesRead() != 0 {
		t.Errorf("doc values: %v", err)
	}
	if f, _ := w.Fields(); !slices.Equal(f, fields[:]) {
		t.Errorf("fields: %v", f)
	}
	if tr := w.termReader(t, "_id", "3"); tr.Count() != 0 || tr.Close() != nil {
		t.Error("there are terms of _id")
	}
}

func TestReaderOfNothing(t *testing.T) {
	r := NewReader(nil, nil)
	if n, err := r.DocCount(); n != 0 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	if got := dump(t, r); got != "" {
		t.Errorf("dump: %s", got)
	}
	tr, err := r.TermFieldReader(context.Background(), []byte("贸易"), FieldWords, true, true, false)
	if err != nil {
		t.Fatal(err)
	}
	if d, err := tr.Advance(appendID(nil, 0), nil); d != nil || err != nil {
		t.Errorf("%v, %v", d, err)
	}
}

// global is the reverse of locate: it returns the number in the Reader of passage local of a segment.
func (r *Reader) global(segment, local int) uint64 {
	return r.offsets[segment] + uint64(local)
}
