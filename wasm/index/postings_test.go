package index

import (
	"slices"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
)

func TestPostingsAreThoseOfTheTermReader(t *testing.T) {
	w := newWorld(t)
	var b Batch
	for _, field := range append(fields[:], "no such field") {
		for _, term := range append(w.terms(t, field), "没有这个词") {
			p, err := w.Postings(field, term)
			if err != nil {
				t.Fatal(err)
			}
			reader := w.termReader(t, field, term)
			if p.Count() != reader.Count() {
				t.Errorf("%s %q: %d passages, want %d", field, term, p.Count(), reader.Count())
			}
			for d, _ := reader.Next(nil); ; {
				if err := p.Read(&b); err != nil {
					t.Fatal(err)
				}
				if b.N == 0 {
					if d != nil {
						t.Errorf("%s %q ends before %d", field, term, d.ID)
					}
					break
				}
				for i := range b.N {
					if !w.is(d, uint64(b.Numbers[i])) || d.Freq != uint64(b.Frequencies[i]) || d.Norm != Norm(b.Lengths[i]) {
						t.Fatalf("%s %q: %d, %d times in %d; want %v", field, term, b.Numbers[i], b.Frequencies[i], b.Lengths[i], d)
					}
					d, _ = reader.Next(d)
				}
			}
		}
	}
}

func TestPostingsOfManyBatches(t *testing.T) {
	r := reader(t, mixed(5000), cutter(t, sampleWords...), 3)
	p, err := r.Postings(FieldBigrams, "运输")
	if err != nil {
		t.Fatal(err)
	}
	var all []uint32
	for b := (Batch{}); ; all = append(all, b.Numbers[:b.N]...) {
		if err := p.Read(&b); err != nil {
			t.Fatal(err)
		}
		if b.N == 0 {
			break
		}
	}
	if want, _ := r.DocsWithAll(FieldBigrams, []string{"运输"}); !slices.Equal(all, want.ToArray()) || len(all) < 4*batchSize {
		t.Errorf("%d passages, want %d", len(all), want.GetCardinality())
	}
}

// A column is as wide as its longest text needs.
func TestLengthsOfAnyWidth(t *testing.T) {
	for longest, width := range map[uint32]int{0: 1, 0xFF: 1, 0x100: 2, 0xFFFF: 2, 0x10000: 4, 0xFFFFFFFF: 4} {
		c := newColumn([]uint32{longest, 1, 0})
		got := make([]uint32, 3)
		c.fill(got, []uint32{2, 0, 1})
		if c.width != width || c.at(0) != longest || c.at(1) != 1 || !slices.Equal(got, []uint32{0, longest, 1}) {
			t.Errorf("%d: %d bytes wide, %d, and filled %v", longest, c.width, c.at(0), got)
		}
	}
}

// Postings narrowed to some passages are those of just these, in every segment.
func TestPostingsAreNarrowed(t *testing.T) {
	for _, segments := range []int{1, 3} {
		r := reader(t, mixed(1000), cutter(t, sampleWords...), segments)
		whole, err := r.DocsWithAll(FieldBigrams, []string{"运输"})
		if err != nil {
			t.Fatal(err)
		}
		some := roaring.New()
		for n := uint32(0); n < 1000; n += 3 {
			some.Add(n)
		}
		p, err := r.Postings(FieldBigrams, "运输")
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Narrow(r.Split(some)); err != nil {
			t.Fatal(err)
		}
		var all []uint32
		for b := (Batch{}); ; all = append(all, b.Numbers[:b.N]...) {
			if err := p.Read(&b); err != nil {
				t.Fatal(err)
			}
			if b.N == 0 {
				break
			}
		}
		if want := roaring.And(whole, some); !slices.Equal(all, want.ToArray()) || len(all) == 0 {
			t.Errorf("%d segments: %d passages, want %d", segments, len(all), want.GetCardinality())
		}
	}
}

// Each segment's share counts from its own first passage and holds no other's.
func TestPassagesAreSplitBySegments(t *testing.T) {
	r := &Reader{segments: make([]*Segment, 3), offsets: []uint64{0, 10, 25, 30}}
	all := roaring.BitmapOf(0, 9, 10, 11, 24, 25, 29)
	var got [][]uint32
	for _, share := range r.Split(all) {
		got = append(got, share.ToArray())
	}
	if want := [][]uint32{{0, 9}, {0, 1, 14}, {0, 4}}; !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("got %v, want %v", got, want)
	}
}
