package table

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
)

// A table is the magic, seven counts, the sections one after another without
// gaps, and a CRC-32 of all that. Numbers are little-endian. A column is kept
// together, not a row: that is quicker to go through and compresses better.
const (
	magic      = "FHFIG1\n\x00"
	headerSize = len(magic) + 7*4
	crcSize    = 4
)

// section is a column, or another list of numbers.
type section int

const (
	values section = iota
	maxima
	firstRows
	passages
	starts
	ends
	froms
	tos
	indicators
	parties
	firstMembers
	members
	firstBytes
	kinds
	units
	saids
	measures
	bounds
	statuses
	speeches
	flags
	hashes
	letters
	sections
)

// labelled are the columns of labels.
var labelled = []section{kinds, units, saids, measures, bounds, statuses, speeches}

// counts of what a table holds.
type counts struct {
	documents, rows, sets, members, labels, strings, letters uint32
}

func (c *counts) fields() []*uint32 {
	return []*uint32{&c.documents, &c.rows, &c.sets, &c.members, &c.labels, &c.strings, &c.letters}
}

// size of a section in bytes.
func (c *counts) size(s section) uint64 {
	rows := uint64(c.rows)
	switch s {
	case values, maxima:
		return 8 * rows
	case passages, starts, ends, froms, tos, indicators, parties:
		return 4 * rows
	case kinds, units, saids, measures, bounds, statuses, speeches:
		return 2 * rows
	case flags:
		return rows
	case firstRows:
		return 4 * (uint64(c.documents) + 1)
	case firstMembers:
		return 4 * (uint64(c.sets) + 1)
	case members:
		return 4 * uint64(c.members)
	case firstBytes:
		return 4 * (uint64(c.strings) + 1)
	case hashes:
		return uint64(len(Hash{})) * uint64(c.documents)
	}
	return uint64(c.letters)
}

// Open checks the bytes of a table; it reads each of them once and copies
// none. They are not to be changed afterwards. The error is an ErrDamaged.
func Open(data []byte) (*Table, error) {
	if len(data) < headerSize+crcSize || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: it does not begin like one", ErrDamaged)
	}
	body := data[:len(data)-crcSize]
	if crc32.ChecksumIEEE(body) != binary.LittleEndian.Uint32(data[len(body):]) {
		return nil, fmt.Errorf("%w: its check sum is wrong", ErrDamaged)
	}
	t := &Table{data: data}
	for i, field := range t.fields() {
		*field = binary.LittleEndian.Uint32(data[len(magic)+4*i:])
	}
	end := uint64(headerSize)
	for s := range sections {
		t.at[s] = int(end)
		if end += t.size(s); end > uint64(len(body)) {
			return nil, fmt.Errorf("%w: it is cut short", ErrDamaged)
		}
	}
	if end != uint64(len(body)) || !t.sound() {
		return nil, fmt.Errorf("%w: its parts do not fit together", ErrDamaged)
	}
	return t, nil
}

// sound reports whether all numbers point at something, so that no reader need
// check them.
func (t *Table) sound() bool {
	if t.labels > t.strings || t.labels > 1<<16 || t.labels == 0 || t.sets == 0 {
		return false
	}
	if !t.rising(firstRows, t.documents, t.rows) || !t.rising(firstMembers, t.sets, t.counts.members) || !t.rising(firstBytes, t.strings, t.counts.letters) {
		return false
	}
	for i := range int(t.counts.members) {
		if t.uint32(members, i) >= t.strings {
			return false
		}
	}
	for row := range t.Len() {
		if t.uint32(indicators, row) >= t.strings || t.uint32(parties, row) >= t.sets || t.uint32(starts, row) > t.uint32(ends, row) {
			return false
		}
	}
	return t.soundLabels()
}

func (t *Table) soundLabels() bool {
	for _, column := range labelled {
		for row := range t.Len() {
			if uint32(t.label(column, row)) >= t.labels {
				return false
			}
		}
	}
	return true
}

// rising reports whether a list of n+1 borders divides what is from 0 to last.
func (t *Table) rising(s section, n, last uint32) bool {
	before := uint32(0)
	for i := range int(n) + 1 {
		at := t.uint32(s, i)
		if at < before || i == 0 && at != 0 {
			return false
		}
		before = at
	}
	return before == last
}
