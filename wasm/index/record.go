package index

import (
	"encoding/binary"

	"github.com/RoaringBitmap/roaring/v2"
)

// A record is the postings of one or more terms:
//
//	uvarint  0, 0: no zapx frequencies, no zapx positions
//	uvarint  size of the bitmap
//	bytes    the passages, as a roaring bitmap
//	uvarint  size of the frequencies
//	bytes    for each passage in which the frequency f is not 1, in order:
//	         uvarint  twice its distance from the one before (the first: from 0), plus 1 when f > 2
//	         uvarint  f - 3, when f > 2
//
// Frequencies of 1, 2 and 5 in passages 3, 7 and 9 are the bytes 14 5 2: 7 on from
// 0 it is 2, 2 on from there it is 3 + 2.

// record is an opened one.
type record struct {
	docs        *roaring.Bitmap
	frequencies []byte
}

// lookup returns the postings of a term, nil when there are none.
func (s *Segment) lookup(field int, term []byte) (p *record, err error) {
	defer catch(&err)
	at, ok, err := s.dicts[field].Get(term)
	if err != nil {
		return nil, damaged("dictionary: %v", err)
	}
	if !ok {
		return nil, nil
	}
	return s.record(at)
}

func (s *Segment) record(at uint64) (*record, error) {
	c := cursor{data: s.mem}
	c.seek(at)
	c.uvarint()
	c.uvarint()
	bits := c.bytes(c.uvarint())
	p := &record{docs: roaring.New(), frequencies: c.bytes(c.uvarint())}
	if c.bad {
		return nil, damaged("postings at %d", at)
	}
	if _, err := p.docs.FromBuffer(bits); err != nil {
		return nil, damaged("postings at %d: %v", at, err)
	}
	if p.docs.IsEmpty() || uint64(p.docs.Maximum()) >= uint64(s.docs) {
		return nil, damaged("postings at %d", at)
	}
	return p, nil
}

// appendFrequencies writes the frequencies of a record.
func appendFrequencies(out []byte, docs, frequencies []uint32) []byte {
	last := uint32(0)
	for i, f := range frequencies {
		if f == 1 {
			continue
		}
		distance := uint64(docs[i]-last) << 1
		last = docs[i]
		if f == 2 {
			out = binary.AppendUvarint(out, distance)
			continue
		}
		out = binary.AppendUvarint(out, distance|1)
		out = binary.AppendUvarint(out, uint64(f)-3)
	}
	return out
}

// frequencyReader reads the frequencies of a record forwards.
type frequencyReader struct {
	rest  []byte
	doc   uint32 // the passage read last
	value uint32 // its frequency; 0: nothing read yet
}

// at returns the frequency in a passage of the record. Passages must come in
// their order.
func (f *frequencyReader) at(doc uint32) uint32 {
	one := [1]uint32{doc}
	f.fill(one[:], one[:])
	return one[0]
}

// fill puts the frequencies in passages, which come in their order, to a list
// of the same length, which may be the same.
func (f *frequencyReader) fill(frequencies, docs []uint32) {
	for i, doc := range docs {
		for (f.doc < doc || f.value == 0) && len(f.rest) > 0 {
			distance := f.uvarint()
			f.doc += uint32(distance >> 1)
			f.value = 2
			if distance&1 != 0 {
				f.value = uint32(f.uvarint()) + 3
			}
		}
		frequencies[i] = 1
		if f.doc == doc && f.value > 0 {
			frequencies[i] = f.value
		}
	}
}

func (f *frequencyReader) uvarint() uint64 {
	if b := f.rest; len(b) > 0 && b[0] < 0x80 {
		f.rest = b[1:]
		return uint64(b[0])
	}
	return f.long()
}

// long is uvarint of what takes several bytes, apart so that the other is inlined.
func (f *frequencyReader) long() uint64 {
	v, n := binary.Uvarint(f.rest)
	if n <= 0 {
		panic("frequencies") // damaged: whoever reads catches it
	}
	f.rest = f.rest[n:]
	return v
}
