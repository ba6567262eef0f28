package table

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"slices"
	"strconv"
	"testing"
)

func TestDamageIsAnErrorAndNothingWorse(t *testing.T) {
	whole := build(t, records(t)).data
	for at := 0; at < len(whole); at += 1 + len(whole)/997 {
		damaged := slices.Clone(whole)
		damaged[at] ^= 0x20
		if _, err := Open(damaged); !errors.Is(err, ErrDamaged) {
			t.Fatalf("byte %d changed: %v", at, err)
		}
		if _, err := Open(whole[:at]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut at %d: %v", at, err)
		}
	}
}

// FuzzOpen: whatever the bytes, a table that opens can be read through. The
// check sum is mended, so that more than it is tried.
func FuzzOpen(f *testing.F) {
	docs := records(f)
	f.Add(build(f, docs[:1]).data, 0, uint32(0))
	var b Builder
	f.Add(b.Bytes(), 9, uint32(1<<31))
	f.Fuzz(func(t *testing.T, data []byte, at int, change uint32) {
		data = slices.Clone(data)
		if at >= 0 && at+4 <= len(data) {
			binary.LittleEndian.PutUint32(data[at:], change)
		}
		if len(data) > crcSize {
			body := data[:len(data)-crcSize]
			binary.LittleEndian.PutUint32(data[len(body):], crc32.ChecksumIEEE(body))
		}
		table, err := Open(data)
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Errorf("error of another kind: %v", err)
			}
			return
		}
		readThrough(table)
	})
}

func readThrough(t *Table) (sum float64) {
	for n := range t.Documents() {
		first, end := t.Rows(n)
		for row := first; row < end; row++ {
			t.InPassage(n, t.Passage(row))
			for _, l := range []Label{t.Kind(row), t.Unit(row), t.Said(row), t.Measure(row), t.Bound(row), t.Status(row), t.Speech(row)} {
				sum += float64(len(t.Label(l)))
			}
			from, to, _ := t.Days(row)
			sum += math.Abs(t.Value(row)) + t.Max(row) + float64(from+to+len(t.Phrase(t.Indicator(row)))+len(t.Members(t.Parties(row))))
		}
	}
	return sum
}

// Labels are told in two bytes: one that there is no number left for is told as
// nothing, and the table stays sound.
func TestALabelTooManyIsTheEmptyOne(t *testing.T) {
	var b Builder
	b.Leave()
	for n := range math.MaxUint16 {
		if got := int(b.label(strconv.Itoa(n))); got != n+1 {
			t.Fatalf("label %d has the number %d", n+1, got)
		}
	}
	if n := b.label("one too many"); n != 0 {
		t.Errorf("it has the number %d", n)
	}
	if table := open(t, b.Bytes()); table.Labels() != 1+math.MaxUint16 || table.Label(math.MaxUint16) != "65534" {
		t.Errorf("%d labels, the last is %s", table.Labels(), table.Label(math.MaxUint16))
	}
}

// Every table has the empty label and the empty set: figures without a unit or
// a party have those.
func TestATableWithoutItsEmptyLabelIsDamaged(t *testing.T) {
	var b Builder
	data := b.Bytes()
	field := slices.Index(b.counts.fields(), &b.counts.labels)
	binary.LittleEndian.PutUint32(data[len(magic)+4*field:], 0)
	body := data[:len(data)-crcSize]
	binary.LittleEndian.PutUint32(data[len(body):], crc32.ChecksumIEEE(body))
	if _, err := Open(data); !errors.Is(err, ErrDamaged) {
		t.Errorf("it opens: %v", err)
	}
}
