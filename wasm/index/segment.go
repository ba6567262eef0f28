package index

import (
	"hash/crc32"

	"github.com/blevesearch/vellum"
)

// Segment is an opened segment. It keeps no copy of the bytes it was opened
// from and reads only what it is asked for; the bytes must not change while it
// is in use. It is safe for concurrent use.
type Segment struct {
	mem     []byte // zapx bytes without footer
	docs    int
	dicts   [len(fields)]*vellum.FST
	columns [len(fields)]column
}

// Open reads a segment. Bytes that are not exactly what Build returned give
// ErrDamaged: all of them are covered by a CRC.
func Open(data []byte) (*Segment, error) {
	t, err := readTail(data)
	if err != nil {
		return nil, err
	}
	if crc32.ChecksumIEEE(t.rest) != t.crc {
		return nil, damaged("checksum of lengths differs")
	}
	body := len(t.zap) - 4
	footer := cursor{data: t.zap, at: body}
	if crc32.ChecksumIEEE(t.zap[:body]) != footer.uint32() {
		return nil, damaged("checksum of postings differs")
	}
	return newSegment(t)
}

// OpenTrusted is Open for bytes that are known to be unchanged, as by a hash
// checked just before. It takes the same time whatever the size. Bytes that
// are damaged all the same give ErrDamaged here or from the Reader.
func OpenTrusted(data []byte) (*Segment, error) {
	t, err := readTail(data)
	if err != nil {
		return nil, err
	}
	return newSegment(t)
}

// Documents returns the number of passages, deleted ones included.
func (s *Segment) Documents() int { return s.docs }

// length returns how many tokens passage doc has in a field: what bleve calls
// the length of a field.
func (s *Segment) length(field string, doc uint32) uint32 {
	f, ok := fieldNumber(field)
	if !ok || int64(doc) >= int64(s.docs) {
		return 0
	}
	return s.columns[f].at(doc)
}

func newSegment(t *tail) (s *Segment, err error) {
	defer catch(&err)
	s = &Segment{docs: t.docs, columns: t.columns}
	list, err := s.readFooter(t.zap)
	if err != nil {
		return nil, err
	}
	return s, s.readFields(list)
}

// readFooter returns where the list of fields begins.
func (s *Segment) readFooter(zap []byte) (list uint64, err error) {
	s.mem = zap[:len(zap)-footerSize]
	c := cursor{data: zap, at: len(s.mem)}
	docs, _ := c.uint64(), c.uint64() // stored fields are not read
	list, sections := c.uint64(), c.uint64()
	_, mode, version := c.uint64(), c.uint32(), c.uint32()
	switch {
	case version != zapVersion || mode != zapChunkMode:
		return 0, damaged("zapx version %d, chunk mode %d", version, mode)
	case docs != uint64(s.docs):
		return 0, damaged("%d and %d passages", docs, s.docs)
	case list != sections || list >= uint64(len(s.mem)):
		return 0, damaged("list of fields at %d of %d", list, len(s.mem))
	}
	return list, nil
}

// readFields opens the dictionaries, which costs nothing until they are asked.
func (s *Segment) readFields(list uint64) error {
	c := cursor{data: s.mem}
	c.seek(list)
	if n := c.uvarint(); n != uint64(len(fields)+1) {
		return damaged("%d fields", n)
	}
	for range len(fields) + 1 {
		if err := s.readField(c.uint64()); err != nil {
			return err
		}
	}
	for f, d := range s.dicts {
		if d == nil {
			return damaged("no field %s", fields[f])
		}
	}
	return nil
}

func (s *Segment) readField(at uint64) error {
	c := cursor{data: s.mem}
	c.seek(at)
	name := string(c.bytes(c.uvarint()))
	sections, kind, section := c.uvarint(), c.uint16(), c.uint64()
	if c.bad || sections != 1 || kind != zapInverted {
		return damaged("field at %d", at)
	}
	f, ok := fieldNumber(name)
	if !ok && name != "_id" {
		return damaged("field %q", name)
	}
	if !ok {
		return nil
	}
	c.seek(section)
	if c.uvarint() != zapNone || c.uvarint() != zapNone {
		return damaged("field %s has doc values", name)
	}
	c.seek(c.uvarint())
	dict := c.bytes(c.uvarint())
	if c.bad {
		return damaged("dictionary of %s", name)
	}
	var err error
	if s.dicts[f], err = vellum.Load(dict); err != nil {
		return damaged("dictionary of %s: %v", name, err)
	}
	return nil
}
