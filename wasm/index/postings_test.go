package index

import (
	"slices"
	"testing"
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
