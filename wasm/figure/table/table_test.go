package table

import (
	"fmt"
	"reflect"
	"slices"
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

func BenchmarkOpen(b *testing.B) {
	data := build(b, records(b)).data
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		open(b, data)
	}
}
