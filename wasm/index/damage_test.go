package index

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
)

func TestEveryFlippedByteIsNoticed(t *testing.T) {
	data := build(t, sample, cutter(t, sampleWords...))
	for i := range data {
		for _, bit := range []byte{1, 0x80, 0xFF} {
			data[i] ^= bit
			if s, err := Open(data); s != nil || !errors.Is(err, ErrDamaged) {
				t.Errorf("byte %d of %d flipped by %#x: %v", i, len(data), bit, err)
			}
			data[i] ^= bit
		}
	}
	open(t, data)
}

func TestFlippedBytesOfALargeSegmentAreNoticed(t *testing.T) {
	data := build(t, mixed(5000), cutter(t, sampleWords...))
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		i := r.IntN(len(data))
		data[i] ^= 1 << r.IntN(8)
		again := data[i]
		if s, err := Open(data); s != nil || !errors.Is(err, ErrDamaged) {
			t.Errorf("byte %d of %d: %v", i, len(data), err)
		}
		for b := range 8 { // put back: exactly one of the eight gives the whole segment again
			data[i] = again ^ 1<<b
			if _, err := Open(data); err == nil {
				break
			}
		}
	}
	open(t, data)
}

func TestEveryTruncationIsNoticed(t *testing.T) {
	data := build(t, sample, cutter(t, sampleWords...))
	for n := range data {
		for name, part := range map[string][]byte{"head": data[:n], "tail": data[len(data)-n:]} {
			if s, err := Open(part); s != nil || !errors.Is(err, ErrDamaged) {
				t.Errorf("%s of %d bytes: %v", name, n, err)
			}
			if s, err := OpenTrusted(part); s != nil || !errors.Is(err, ErrDamaged) {
				t.Errorf("%s of %d bytes, trusted: %v", name, n, err)
			}
		}
	}
	if _, err := Open(append(slices.Clone(data), 0)); !errors.Is(err, ErrDamaged) {
		t.Errorf("one byte more: %v", err)
	}
}

// What is trusted and damaged all the same may give wrong answers or errors,
// but never ends the program.
func TestTrustedDamageIsNoPanic(t *testing.T) {
	data := build(t, sample[:4], cutter(t, sampleWords...))
	for i := range data {
		for _, bit := range []byte{1, 0x80} {
			broken := slices.Clone(data)
			broken[i] ^= bit
			if s, err := OpenTrusted(broken); err == nil {
				exercise(s)
			} else if !errors.Is(err, ErrDamaged) {
				t.Errorf("byte %d: %v", i, err)
			}
		}
	}
}

func TestOtherBytesAreNoSegment(t *testing.T) {
	for _, c := range []struct{ name, data string }{
		{"nothing", ""},
		{"a page", strings.Repeat("<!doctype html>", 20)},
		{"zeros", strings.Repeat("\x00", 500)},
		{"a tail alone", magic + strings.Repeat("\xff", 500)},
	} {
		t.Run(c.name, func(t *testing.T) {
			for name, f := range map[string]func([]byte) (*Segment, error){"Open": Open, "OpenTrusted": OpenTrusted} {
				if _, err := f([]byte(c.data)); !errors.Is(err, ErrDamaged) {
					t.Errorf("%s: %v", name, err)
				}
			}
		})
	}
}

func TestAnotherFormatIsRefused(t *testing.T) {
	data := build(t, sample, letters{})
	tail := data[len(data)-tailSize:]
	binary.BigEndian.PutUint32(tail[4:], Format+1)
	begin := binary.BigEndian.Uint64(tail[12:])
	binary.BigEndian.PutUint32(data[len(data)-4:], crc32.ChecksumIEEE(data[begin:len(data)-4]))
	if _, err := Open(data); err == nil || !strings.Contains(err.Error(), "format 2") {
		t.Errorf("%v", err)
	}
}

// exercise reads all a segment has in every way there is.
func exercise(s *Segment) {
	r := NewReader([]*Segment{s}, []*roaring.Bitmap{roaring.BitmapOf(0, 3, 1<<20)})
	_ = r.Dump(discard{})
	for _, f := range fields {
		_, _ = r.DocsWithAll(f, []string{"贸易额", "贸易"})
		_, _ = r.DocsWithAny(f, []string{"贸易额", "国"})
		if d, err := r.FieldDictPrefix(f, []byte("tra")); err == nil {
			for e, err := d.Next(); e != nil && err == nil; e, err = d.Next() {
			}
		}
		if p, err := r.Postings(f, "贸易额"); err == nil {
			for b := (Batch{}); p.Read(&b) == nil && b.N > 0; {
			}
		}
		if d, err := r.FieldDictContains(f); err == nil {
			_, _ = d.Contains([]byte("贸易额"))
		}
	}
}

type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }
