package lighten

import (
	"bytes"
	"encoding/binary"
	"math"
)

const dataSection = 11

// largestMemory is more than any program of ours begins with, in bytes.
const largestMemory = 1 << 28

// module is a program with its data laid out as in its memory.
type module struct {
	before, after []byte // the data section
	memory        []byte
}

func parse(wasm []byte) *module {
	must(bytes.HasPrefix(wasm, []byte("\x00asm\x01\x00\x00\x00")), "no wasm")
	for at := 8; at < len(wasm); {
		r := reader{wasm, at + 1}
		size := int(r.unsigned())
		end := r.at + size
		if wasm[at] == dataSection {
			return &module{wasm[:at], wasm[end:], load(wasm[r.at:end])}
		}
		at = end
	}
	panic("no data")
}

// load lays the segments of a data section out.
func load(section []byte) (memory []byte) {
	r := reader{section, 0}
	for n := r.unsigned(); n > 0; n-- {
		must(r.byte() == 0, "a segment that is not loaded at the start")
		must(r.byte() == 0x41, "a segment without an address")
		at := int(r.signed())
		must(r.byte() == 0x0B && at >= 0, "a segment without an address")
		data := r.bytes(int(r.unsigned()))
		must(at+len(data) <= largestMemory, "a memory that large")
		if grow := at + len(data) - len(memory); grow > 0 {
			memory = append(memory, make([]byte, grow)...)
		}
		copy(memory[at:], data)
	}
	must(r.at == len(section), "a data section of another size")
	return memory
}

// bytes puts the program together again.
func (m *module) bytes() []byte {
	section := store(m.memory)
	out := append([]byte(nil), m.before...)
	out = append(out, dataSection)
	out = binary.AppendUvarint(out, uint64(len(section)))
	out = append(out, section...)
	return append(out, m.after...)
}

// hole is how many zeros end a segment. Go's linker ends one at every eight and
// so writes 100,000 segments, which take a tenth more once compressed: their
// addresses are what brotli cannot guess, zeros are not.
const hole = 4096

// store is load the other way round.
func store(memory []byte) []byte {
	var segments []byte
	n := uint64(0)
	zeros := make([]byte, hole)
	for at := 0; at < len(memory); {
		if memory[at] == 0 {
			at++
			continue
		}
		end := bytes.Index(memory[at:], zeros)
		if end < 0 {
			end = len(bytes.TrimRight(memory[at:], "\x00"))
		}
		n++
		segments = append(segments, 0, 0x41)
		segments = appendSigned(segments, int64(at))
		segments = append(segments, 0x0B)
		segments = binary.AppendUvarint(segments, uint64(end))
		segments = append(segments, memory[at:at+end]...)
		at += end
	}
	return append(binary.AppendUvarint(nil, n), segments...)
}

// reader reads the numbers of wasm; what is no such number panics.
type reader struct {
	data []byte
	at   int
}

func (r *reader) byte() byte {
	b := r.data[r.at]
	r.at++
	return b
}

func (r *reader) bytes(n int) []byte {
	b := r.data[r.at : r.at+n]
	r.at += n
	return b
}

func (r *reader) unsigned() uint64 {
	v, n := binary.Uvarint(r.data[r.at:])
	must(n > 0 && v <= math.MaxUint32, "a number")
	r.at += n
	return v
}

// signed reads a signed LEB128, which is not the zigzag of encoding/binary.
func (r *reader) signed() (v int64) {
	for shift := 0; ; shift += 7 {
		b := r.byte()
		v |= int64(b&0x7F) << shift
		if b < 0x80 {
			return v << (57 - shift) >> (57 - shift)
		}
		must(shift < 28, "a number")
	}
}

func appendSigned(out []byte, v int64) []byte {
	for {
		b := byte(v & 0x7F)
		v >>= 7
		if v == 0 && b&0x40 == 0 || v == -1 && b&0x40 != 0 {
			return append(out, b)
		}
		out = append(out, b|0x80)
	}
}
