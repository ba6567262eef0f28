package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

func records(t testing.TB) []*corpus.Document {
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func build(t testing.TB, docs []*corpus.Document) *Table {
	var b Builder
	for _, d := range docs {
		b.Add(d, figure.Extract(d, corpus.Names()))
	}
	return open(t, b.Bytes())
}

func open(t testing.TB, data []byte) *Table {
	table, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// Every column of our records tells what the figures themselves do.
func TestATableTellsWhatTheFiguresDo(t *testing.T) {
	docs := records(t)
	table := build(t, docs)
	if table.Documents() != len(docs) {
		t.Fatalf("%d documents, not %d", table.Documents(), len(docs))
	}
	for n, d := range docs {
		figures := figure.Extract(d, corpus.Names())
		first, end := table.Rows(n)
		if end-first != len(figures) || table.Hash(n) != HashOf(d) {
			t.Fatalf("%s: %d rows of %d figures", d.ID, end-first, len(figures))
		}
		for i := range figures {
			if got, want := ofRow(table, first+i, d), ofFigure(&figures[i]); got != want {
				t.Errorf("%s: got  %s\nwant %s", d.ID, got, want)
			}
			if from, to := table.InPassage(n, figures[i].Passage); first+i-from != figures[i].Ordinal || to <= first+i {
				t.Errorf("%s: figure %d of passage %d is told as %d", d.ID, figures[i].Ordinal, figures[i].Passage, first+i-from)
			}
		}
	}
}

func ofRow(t *Table, row int, d *corpus.Document) string {
	from, to, dated := t.Days(row)
	return fmt.Sprint(t.Passage(row), t.Span(row).Of(d.Passages[t.Passage(row)].Text), t.Label(t.Kind(row)), t.Label(t.Unit(row)),
		t.Label(t.Said(row)), t.Label(t.Measure(row)), t.Label(t.Bound(row)), t.Label(t.Status(row)), t.Label(t.Speech(row)), t.Value(row), t.Max(row),
		t.Phrase(t.Indicator(row)), t.Members(t.Parties(row)), from, to, dated, t.Flags(row))
}

func ofFigure(f *figure.Figure) string {
	from, to := days(f.Period)
	return fmt.Sprint(f.Passage, f.Quote, f.Kind, f.Unit, f.Said, f.Measure, f.Bound, f.Status, f.Speech, nearest(f.Value), nearest(f.Max),
		f.Indicator, f.Parties, from, to, from <= to, flagsOf(f))
}

func TestACopyIsLikeTheOriginal(t *testing.T) {
	docs := records(t)
	whole := build(t, docs)
	var b Builder
	b.Leave()
	for n := len(docs) - 1; n >= 0; n-- {
		b.Copy(whole, n)
	}
	copied := open(t, b.Bytes())
	for n, d := range docs {
		first, end := whole.Rows(n)
		other, last := copied.Rows(len(docs) - n)
		if end-first != last-other || whole.Hash(n) != copied.Hash(len(docs)-n) {
			t.Fatalf("%s: %d rows, copied %d", d.ID, end-first, last-other)
		}
		for row := first; row < end; row++ {
			if got, want := ofRow(copied, other+row-first, d), ofRow(whole, row, d); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		}
	}
	if first, end := copied.Rows(0); first != end {
		t.Error("a place left empty has figures")
	}
}

func TestTheSameFiguresGiveTheSameBytes(t *testing.T) {
	docs := records(t)
	if !slices.Equal(build(t, docs).data, build(t, docs).data) {
		t.Error("two tables of our records differ")
	}
}

func TestAnEmptyTable(t *testing.T) {
	var b Builder
	if table := open(t, b.Bytes()); table.Len() != 0 || table.Documents() != 0 {
		t.Errorf("it has %d figures of %d documents", table.Len(), table.Documents())
	}
}

// 20,000 articles have some 300,000 figures; their table is to fit in 50 MB.
func TestASmallTable(t *testing.T) {
	table := build(t, records(t))
	columns := 0
	for _, s := range append([]section{values, maxima, passages, starts, ends, froms, tos, indicators, parties, flags}, labelled...) {
		columns += int(table.size(s)) / table.Len()
	}
	t.Logf("%d figures, %d bytes, %d of each in columns", table.Len(), len(table.data), columns)
	if columns > 60 || len(table.data) > 150*table.Len() {
		t.Errorf("%d bytes of each figure in columns, %d with texts", columns, len(table.data)/table.Len())
	}
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

// Periods and the days they go from and to.
func TestDays(t *testing.T) {
	for period, want := range map[string]string{
		"1970":             "0 364",
		"1970-02":          "31 58",
		"1970-01-02":       "1 1",
		"1970/1971":        "0 729",
		"1969-12":          "-31 -1",
		"":                 "1 0",
		"--11-12":          "1 0",
		"1970/":            "1 0",
		"1970-01-01/1970":  "0 364",
		"0601/0700":        "-500017 -463494",
		"2026-13":          "1 0",
		"2025-06/2025-08b": "1 0",
	} {
		t.Run(period, func(t *testing.T) {
			from, to := days(period)
			if got := fmt.Sprint(from, to); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

// silent are the fields figures do not depend on.
var silent = []string{"ID", "Name", "TitleFrom", "Topics", "Category", "Supplement", "Source.Name", "Source.Link",
	"Sources.ID", "Sources.Source.Name", "Sources.Source.Link", "Sources.Source.Date", "Sources.Language", "Summit.DateNote", "Passages.Start", "Passages.Ref", "Passages.Category",
	"Expected.Line", "Expected.Indicator", "Expected.Parties", "Expected.Value", "Expected.Period", "Expected.Status", "Expected.Reason"}

// Every other field that changes, changes the hash.
func TestTheHashNamesWhatFiguresAreReadFrom(t *testing.T) {
	for _, path := range stringFields(reflect.TypeFor[corpus.Document](), "") {
		d := &corpus.Document{Participants: make([]corpus.Participant, 1), Passages: make([]corpus.Passage, 1), Topics: make([]string, 1), Sources: make([]corpus.Reference, 1), Expected: make([]corpus.Expected, 1)}
		before := HashOf(d)
		set(reflect.ValueOf(d).Elem(), strings.Split(path, "."))
		if changed, known := HashOf(d) != before, slices.Contains(silent, path); changed == known {
			t.Errorf("%s: changes the hash: %v", path, changed)
		}
	}
}

// stringFields lists the fields of a struct and of those in it.
func stringFields(typ reflect.Type, prefix string) (paths []string) {
	for i := range typ.NumField() {
		field := typ.Field(i)
		inner := field.Type
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct {
			paths = append(paths, stringFields(inner, prefix+field.Name+".")...)
		} else {
			paths = append(paths, prefix+field.Name)
		}
	}
	return paths
}

func set(v reflect.Value, path []string) {
	v = v.FieldByName(path[0])
	if v.Kind() == reflect.Slice {
		v = v.Index(0)
	}
	switch {
	case len(path) > 1:
		set(v, path[1:])
	case v.Kind() == reflect.String:
		v.SetString("x")
	default:
		v.SetInt(7)
	}
}

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

func BenchmarkOpen(b *testing.B) {
	data := build(b, records(b)).data
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		open(b, data)
	}
}
