package index

import "encoding/binary"

// cursor reads numbers out of bytes that may be anything. Once it has run
// over the end, or met a number that cannot be, it is bad and yields zeros.
type cursor struct {
	data []byte
	at   int
	bad  bool
}

func (c *cursor) uvarint() uint64 {
	v, n := binary.Uvarint(c.data[min(c.at, len(c.data)):])
	if n <= 0 {
		c.fail()
		return 0
	}
	c.at += n
	return v
}

func (c *cursor) bytes(n uint64) []byte {
	if c.at < 0 || c.at > len(c.data) || n > uint64(len(c.data)-c.at) {
		c.fail()
		return nil
	}
	b := c.data[c.at : c.at+int(n)]
	c.at += int(n)
	return b
}

func (c *cursor) uint8() uint8 {
	if b := c.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (c *cursor) uint16() uint16 {
	if b := c.bytes(2); b != nil {
		return binary.BigEndian.Uint16(b)
	}
	return 0
}

func (c *cursor) uint32() uint32 {
	if b := c.bytes(4); b != nil {
		return binary.BigEndian.Uint32(b)
	}
	return 0
}

func (c *cursor) uint64() uint64 {
	if b := c.bytes(8); b != nil {
		return binary.BigEndian.Uint64(b)
	}
	return 0
}

// seek moves to a place read from the file.
func (c *cursor) seek(at uint64) {
	if at > uint64(len(c.data)) {
		c.fail()
		return
	}
	c.at = int(at)
}

// fail leaves the cursor at the end, where nothing more can be read.
func (c *cursor) fail() { c.bad, c.at = true, len(c.data) }
