package search

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"

	"fenghui/wasm/index"
)

// damaged are the bytes of a segment and what is asked of it.
type damaged struct {
	whole []byte
	terms []askedTerm
	most  int // passages
}

func newDamaged(t testing.TB) damaged {
	t.Helper()
	r := rand.New(rand.NewPCG(7, 8))
	entries := invented(r, 12)
	data, err := index.Build(t.Context(), entries, pairsOnly{})
	if err != nil {
		t.Fatal(err)
	}
	return damaged{data, ask(r, entries), len(entries)}
}

// search asks a segment that is trusted though its bytes changed. It may answer
// with an error or wrongly, but never with a passage that there is not.
func (d damaged) search(t testing.TB, data []byte) {
	s, err := index.OpenTrusted(data)
	if err != nil {
		return
	}
	reader := index.NewReader([]*index.Segment{s}, nil)
	a := newTermScorer(reader, newScratch(s.Documents()))
	for _, x := range d.terms {
		a.content[fieldTerm{x.field, x.term}] = true
		if a.add(x.field, x.term, x.boost) != nil {
			return
		}
	}
	found, err := a.relevant(t.Context(), nil)
	if err == nil && !found.IsEmpty() && found.Maximum() >= uint32(s.Documents()) {
		t.Errorf("passage %d of %d", found.Maximum(), s.Documents())
	}
}

// without takes bytes out of the postings, and lets the end of the segment say
// so, so that it is not told by its size.
func (d damaged) without(from, n int) []byte {
	data := slices.Delete(slices.Clone(d.whole), from, from+n)
	size := bytes.LastIndex(data, []byte("fhix")) + 12
	binary.BigEndian.PutUint64(data[size:], binary.BigEndian.Uint64(data[size:])-uint64(n))
	return data
}

func TestDamagedPostingsEndNoSearch(t *testing.T) {
	d := newDamaged(t)
	d.search(t, d.whole)
	for i := range d.whole {
		for _, bit := range []byte{1, 0x80, 0xFF} {
			broken := slices.Clone(d.whole)
			broken[i] ^= bit
			d.search(t, broken)
		}
	}
	for i := 0; i < len(d.whole)/2; i += 7 {
		d.search(t, d.without(i, 1+i%40))
	}
}

func FuzzDamagedPostings(f *testing.F) {
	d := newDamaged(f)
	f.Add(uint32(0), []byte{1}, uint32(9), []byte{0xFF, 0xFF}, uint32(0), uint8(0))
	f.Add(uint32(5000), []byte{0x80, 0, 7}, uint32(100), []byte{3}, uint32(40), uint8(3))
	f.Fuzz(func(t *testing.T, a uint32, x []byte, b uint32, y []byte, from uint32, n uint8) {
		half := uint32(len(d.whole) / 2)
		data := d.without(int(from%half), int(n))
		for at, change := range map[uint32][]byte{a: x, b: y} {
			place := data[at%uint32(len(data)):]
			for i := range min(len(change), len(place)) {
				place[i] ^= change[i]
			}
		}
		d.search(t, data)
	})
}
