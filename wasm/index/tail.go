package index

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
)

// Behind the zapx bytes stand the columns of lengths, one for each field, and
// then this tail of fixed size, read from the end. Numbers are big-endian.
//
//	columns  for each field: the number of tokens of each passage, in width bytes each
//	magic    "fhix"
//	uint32   Format
//	uint32   number of passages
//	uint64   size of the zapx bytes
//	fields   for each field: uint64 sum of its column, uint8 width (1, 2 or 4)
//	uint32   CRC-32 (IEEE) of all from the columns to here; zapx has its own for what is before
const (
	magic    = "fhix"
	tailSize = 4 + 4 + 4 + 8 + 9*len(fields) + 4
)

// column is the lengths of one field.
type column struct {
	tokens uint64 // sum of all
	width  int
	data   []byte
}

// at returns the number of tokens of a passage.
func (c *column) at(doc uint32) uint32 {
	switch c.width {
	case 1:
		return uint32(c.data[doc])
	case 2:
		return uint32(binary.BigEndian.Uint16(c.data[2*doc:]))
	}
	return binary.BigEndian.Uint32(c.data[4*doc:])
}

// fill puts the numbers of tokens of passages to a list of the same length.
func (c *column) fill(lengths, docs []uint32) {
	if c.width == 1 {
		for i, doc := range docs {
			lengths[i] = uint32(c.data[doc])
		}
		return
	}
	for i, doc := range docs {
		lengths[i] = c.at(doc)
	}
}

func newColumn(lengths []uint32) column {
	c := column{width: 1}
	if len(lengths) == 0 {
		return c
	}
	switch longest := slices.Max(lengths); {
	case longest > 0xFFFF:
		c.width = 4
	case longest > 0xFF:
		c.width = 2
	}
	for _, n := range lengths {
		var b [4]byte
		binary.BigEndian.PutUint32(b[:], n)
		c.data = append(c.data, b[4-c.width:]...)
		c.tokens += uint64(n)
	}
	return c
}

// appendTail completes the zapx bytes to a segment.
func appendTail(zap []byte, docs int, lengths [][]uint32) []byte {
	size := len(zap)
	columns := make([]column, len(lengths))
	out := zap
	for f := range lengths {
		columns[f] = newColumn(lengths[f])
		out = append(out, columns[f].data...)
	}
	out = append(out, magic...)
	out = binary.BigEndian.AppendUint32(out, Format)
	out = binary.BigEndian.AppendUint32(out, uint32(docs))
	out = binary.BigEndian.AppendUint64(out, uint64(size))
	for _, c := range columns {
		out = append(binary.BigEndian.AppendUint64(out, c.tokens), uint8(c.width))
	}
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[size:]))
}

// tail is what readTail finds.
type tail struct {
	docs    int
	zap     []byte // zapx bytes with their footer
	rest    []byte // what the tail's CRC covers
	crc     uint32
	columns [len(fields)]column
}

// readTail checks everything but the CRC.
func readTail(data []byte) (*tail, error) {
	if len(data) < tailSize+footerSize {
		return nil, damaged("%d bytes are too few", len(data))
	}
	c := cursor{data: data, at: len(data) - tailSize}
	if string(c.bytes(4)) != magic {
		return nil, damaged("no segment of ours")
	}
	if f := c.uint32(); f != Format {
		return nil, damaged("format %d, this program reads %d", f, Format)
	}
	t := &tail{docs: int(c.uint32())}
	size := c.uint64()
	if size < footerSize || size > uint64(len(data)-tailSize) {
		return nil, damaged("postings of %d bytes", size)
	}
	t.zap, t.rest = data[:size], data[size:len(data)-4]
	return t, t.readColumns(&c)
}

func (t *tail) readColumns(c *cursor) error {
	columns := cursor{data: t.rest[:len(t.rest)-tailSize+4]}
	for f := range t.columns {
		tokens, width := c.uint64(), c.uint8()
		if width != 1 && width != 2 && width != 4 {
			return damaged("lengths of %d bytes each", width)
		}
		t.columns[f] = column{tokens, int(width), columns.bytes(uint64(width) * uint64(t.docs))}
	}
	t.crc = c.uint32()
	if columns.bad || columns.at != len(columns.data) {
		return damaged("lengths do not fit %d passages", t.docs)
	}
	return nil
}
