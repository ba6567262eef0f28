// Package table keeps the figures of many documents as one block of bytes:
// what figures are filtered, sorted and counted by, about 60 bytes each.
//
// Reading the figures of 20,000 articles takes a minute in a browser, and as
// values in memory they would fill half a gigabyte. So they are read once and
// kept beside the index; a table is open as soon as its bytes are there. What a
// reader looks at in full (quotation, reasons) is had by reading that one
// document again, which always gives the same.
//
//	var b table.Builder
//	b.Add(doc, figure.Extract(doc, corpus.Names()))
//	t, err := table.Open(b.Bytes())
//	first, end := t.Rows(0) // the figures of the first document
package table

import (
	"encoding/binary"
	"errors"
	"math"
	"sort"

	"fenghui/wasm/text"
)

// Format changes with the layout of the bytes. A kept table of another format
// is made again.
//
//	1: first layout
const Format = 1

// ErrDamaged is returned for bytes that are not a whole, unchanged table of
// this format.
var ErrDamaged = errors.New("figure/table: damaged table")

// Table is open: its columns are read where they lie. It never changes.
type Table struct {
	data []byte
	counts
	at [sections]int // where each section begins
}

// Label is a kind, unit, measure, bound, status, speech or unit as said, by its
// number in one table. Phrase is that of an indicator, Set that of a set of
// parties; the empty label, phrase and set are 0.
type (
	Label  int
	Phrase int
	Set    int
)

// Flags of a figure.
type Flags uint8

const (
	InferredPeriod   Flags = 1 << iota // it rests on an inferred date
	OpenPeriod                         // its time is told relative to a date that is not known
	AmbiguousReading                   // a multiple that can be read in two ways
	Misread                            // a reader says that it is no figure
)

// Documents counts the documents.
func (t *Table) Documents() int { return int(t.documents) }

// Len counts the figures.
func (t *Table) Len() int { return int(t.rows) }

// Rows are the figures of a document: first up to, not including, end.
func (t *Table) Rows(document int) (first, end int) {
	return int(t.uint32(firstRows, document)), int(t.uint32(firstRows, document+1))
}

// InPassage are the figures of a passage of a document.
func (t *Table) InPassage(document, passage int) (first, end int) {
	from, to := t.Rows(document)
	first = from + sort.Search(to-from, func(i int) bool { return t.Passage(from+i) >= passage })
	end = first + sort.Search(to-first, func(i int) bool { return t.Passage(first+i) > passage })
	return first, end
}

// Hash names what the figures of a document were read from, see HashOf.
func (t *Table) Hash(document int) (h Hash) {
	copy(h[:], t.data[t.at[hashes]+len(h)*document:])
	return h
}

// Passage is where a figure stands, from 0.
func (t *Table) Passage(row int) int { return int(t.uint32(passages, row)) }

// Span is the quotation in its passage.
func (t *Table) Span(row int) text.Span {
	return text.Span{Start: int(t.uint32(starts, row)), End: int(t.uint32(ends, row))}
}

// Value is the number nearest to the exact one, so that equal values stay
// equal; NaN for dates.
func (t *Table) Value(row int) float64 { return math.Float64frombits(t.uint64(values, row)) }

// Max is the upper end of a range, NaN for all others.
func (t *Table) Max(row int) float64 { return math.Float64frombits(t.uint64(maxima, row)) }

// Days are the first and the last day of the period, counted from 1970-01-01;
// not ok without a period.
func (t *Table) Days(row int) (from, to int, ok bool) {
	from, to = int(int32(t.uint32(froms, row))), int(int32(t.uint32(tos, row)))
	return from, to, from <= to
}

// The columns of labels.
func (t *Table) Kind(row int) Label    { return t.label(kinds, row) }
func (t *Table) Unit(row int) Label    { return t.label(units, row) }
func (t *Table) Said(row int) Label    { return t.label(saids, row) }
func (t *Table) Measure(row int) Label { return t.label(measures, row) }
func (t *Table) Bound(row int) Label   { return t.label(bounds, row) }
func (t *Table) Status(row int) Label  { return t.label(statuses, row) }
func (t *Table) Speech(row int) Label  { return t.label(speeches, row) }

// Indicator of a figure.
func (t *Table) Indicator(row int) Phrase { return Phrase(t.uint32(indicators, row)) }

// Parties of a figure.
func (t *Table) Parties(row int) Set { return Set(t.uint32(parties, row)) }

// Flags of a figure.
func (t *Table) Flags(row int) Flags { return Flags(t.data[t.at[flags]+row]) }

// Labels counts the labels; they are numbered from 0.
func (t *Table) Labels() int { return int(t.labels) }

// Sets counts the sets of parties.
func (t *Table) Sets() int { return int(t.sets) }

// Phrases counts the strings an indicator may be.
func (t *Table) Phrases() int { return int(t.strings) }

// Label is the text of a label.
func (t *Table) Label(l Label) string { return t.text(int(l)) }

// Phrase is the text of a phrase.
func (t *Table) Phrase(p Phrase) string { return t.text(int(p)) }

// Members are the names of a set of parties, in order.
func (t *Table) Members(s Set) []string {
	first, end := t.uint32(firstMembers, int(s)), t.uint32(firstMembers, int(s)+1)
	var names []string
	for i := first; i < end; i++ {
		names = append(names, t.text(int(t.uint32(members, int(i)))))
	}
	return names
}

// Find is the label of a text; not ok when no figure has it.
func (t *Table) Find(s string) (Label, bool) {
	for l := range Label(t.labels) {
		if t.Label(l) == s {
			return l, true
		}
	}
	return 0, false
}

func (t *Table) label(column section, row int) Label {
	return Label(binary.LittleEndian.Uint16(t.data[t.at[column]+2*row:]))
}

func (t *Table) uint32(s section, i int) uint32 {
	return binary.LittleEndian.Uint32(t.data[t.at[s]+4*i:])
}

func (t *Table) uint64(s section, i int) uint64 {
	return binary.LittleEndian.Uint64(t.data[t.at[s]+8*i:])
}

func (t *Table) text(number int) string {
	first, end := t.uint32(firstBytes, number), t.uint32(firstBytes, number+1)
	return string(t.data[t.at[letters]+int(first) : t.at[letters]+int(end)])
}
