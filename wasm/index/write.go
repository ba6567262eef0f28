package index

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"hash/maphash"
	"math"
	"slices"

	"github.com/blevesearch/vellum"

	"fenghui/wasm/pace"
)

// A segment holds, in this order:
//
//	stored      one empty record, then for each passage uint64 0, the place of its record
//	for each field:
//	records     of the field's terms, where no field before has the same; see record.go
//	dictionary  uvarint size, then an automaton (vellum) that gives the place of a term's record
//	for each field, and for zapx's own _id, by their names:
//	section     uvarint 1<<64 - 1, twice: no doc values; uvarint place of the dictionary; _id has none
//	field       uvarint size of its name, the name, uvarint 1, uint16 0: one section, a dictionary; uint64 its place, of _id 0
//	list        uvarint number of fields, uint64 place of each field
//	footer      uint64 each: passages, place of the second part of stored, place of the list, the same again, 0;
//	            uint32 each: chunk mode, version, CRC-32 of all before
//	columns     and a tail, which zapx does not know; see tail.go
//
// A place is the number of bytes before it. Numbers of fixed size are big-endian.
// What else a zapx file may hold is in zapx's zap.md.

// Numbers of the zapx format.
const (
	zapVersion   = 16
	zapChunkMode = 1026           // without meaning here: there are no chunks
	zapNone      = math.MaxUint64 // no doc values
	zapInverted  = 0              // the section of a field that is its dictionary
	footerSize   = 52
)

// writer lays out a segment as zapx version 16 does. zapx's own builder is not
// used: it wants a map of terms for every passage, writes 30 bytes for a term
// that occurs once, and gives other bytes each time. Here
//
//   - equal postings are written once, whatever terms and fields they belong
//     to. Most terms are rare, and those that came together share their places:
//     the words and pairs of a name, everything that occurs in one passage only.
//   - zapx's frequencies, norms and positions are left out, which its format
//     allows. Frequencies stand behind each record, where zapx does not look,
//     and only those that are not 1; lengths are in the tail, once a passage.
type writer struct {
	buf     []byte
	docs    int
	stored  int // where the index of stored fields begins
	dicts   [len(fields)]int
	records map[uint64]int // hash of a record -> its place
	seed    maphash.Seed
	record  []byte // the one being made
	scratch []byte
}

// newWriter begins with the stored fields. They hold nothing, as the number
// of a passage is its only name: one empty record serves all.
func newWriter(docs int) *writer {
	w := &writer{docs: docs, records: make(map[uint64]int), seed: maphash.MakeSeed()}
	w.buf = append(w.buf, 1, 1, 0, 0) // sizes of what follows; size of the id; nothing, by snappy
	w.stored = len(w.buf)
	w.buf = append(w.buf, make([]byte, 8*docs)...) // place of each passage's record: 0
	return w
}

// writeField writes the postings of a field and then its dictionary.
func (w *writer) writeField(ctx context.Context, field int, v *inverted) error {
	fst, err := w.dictionary(ctx, v)
	if err != nil {
		return fmt.Errorf("index: %s: %w", fields[field], err)
	}
	w.dicts[field] = len(w.buf)
	w.buf = binary.AppendUvarint(w.buf, uint64(len(fst)))
	w.buf = append(w.buf, fst...)
	return nil
}

func (w *writer) dictionary(ctx context.Context, v *inverted) ([]byte, error) {
	var fst bytes.Buffer
	b, err := vellum.New(&fst, nil)
	if err != nil {
		return nil, err
	}
	for i, term := range v.terms {
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
		if err := b.Insert([]byte(term), uint64(w.place(v.term(i)))); err != nil {
			return nil, err
		}
	}
	err = b.Close()
	return fst.Bytes(), err
}

// place returns where the record of these postings is, writing it when it is
// new.
func (w *writer) place(docs, frequencies []uint32) int {
	w.scratch = appendBitmap(w.scratch[:0], docs)
	w.record = append(w.record[:0], 0, 0) // no frequencies, no positions, as far as zapx goes
	w.record = binary.AppendUvarint(w.record, uint64(len(w.scratch)))
	w.record = append(w.record, w.scratch...)
	w.scratch = appendFrequencies(w.scratch[:0], docs, frequencies)
	w.record = binary.AppendUvarint(w.record, uint64(len(w.scratch)))
	w.record = append(w.record, w.scratch...)

	sum := maphash.Bytes(w.seed, w.record)
	if at, ok := w.records[sum]; ok && bytes.HasPrefix(w.buf[at:], w.record) {
		return at
	}
	at := len(w.buf)
	w.records[sum] = at
	w.buf = append(w.buf, w.record...)
	return at
}

// finish writes the list of fields and the footer.
func (w *writer) finish() []byte {
	names := slices.Concat([]string{"_id"}, fields[:]) // zapx wants _id first and the rest in order
	slices.Sort(names)
	places := make([]int, len(names))
	for i, name := range names {
		section := w.section(name)
		places[i] = len(w.buf)
		w.buf = binary.AppendUvarint(w.buf, uint64(len(name)))
		w.buf = append(w.buf, name...)
		w.buf = binary.AppendUvarint(w.buf, 1) // number of sections
		w.buf = binary.BigEndian.AppendUint16(w.buf, zapInverted)
		w.buf = binary.BigEndian.AppendUint64(w.buf, uint64(section))
	}
	list := len(w.buf)
	w.buf = binary.AppendUvarint(w.buf, uint64(len(places)))
	for _, p := range places {
		w.buf = binary.BigEndian.AppendUint64(w.buf, uint64(p))
	}
	return w.footer(list)
}

// section writes where a field's dictionary is; 0 for a field without one.
func (w *writer) section(name string) int {
	f, ok := fieldNumber(name)
	if !ok {
		return 0
	}
	at := len(w.buf)
	w.buf = binary.AppendUvarint(w.buf, zapNone)
	w.buf = binary.AppendUvarint(w.buf, zapNone)
	w.buf = binary.AppendUvarint(w.buf, uint64(w.dicts[f]))
	return at
}

func (w *writer) footer(list int) []byte {
	for _, n := range []int{w.docs, w.stored, list, list, 0} {
		w.buf = binary.BigEndian.AppendUint64(w.buf, uint64(n))
	}
	w.buf = binary.BigEndian.AppendUint32(w.buf, zapChunkMode)
	w.buf = binary.BigEndian.AppendUint32(w.buf, zapVersion)
	return binary.BigEndian.AppendUint32(w.buf, crc32.ChecksumIEEE(w.buf))
}
