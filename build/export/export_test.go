package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"reflect"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
	"fenghui/wasm/figure"
	"fenghui/wasm/library"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// article tells figures of most kinds, one of them without an end as a decimal.
const article = `港口合作会议闭幕

date: 2025-03-05

主办方说，去年过境货运量超过1200万吨，其中三分之一是粮食，比前年下降5%至8%。

与会各方计划到2030年把贸易额提高到500亿美元。会议于3月4日开幕。

摄影：本报记者
`

func rowsOf(t *testing.T, docs ...*corpus.Document) []Rows {
	t.Helper()
	var all []Rows
	for _, d := range docs {
		figures, err := library.Figures(d)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := Of(d, figures, "en")
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, rows)
	}
	return all
}

func document(t *testing.T) *corpus.Document {
	t.Helper()
	d, err := corpus.ReadArticle("port.txt", article)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func records(t *testing.T) []*corpus.Document {
	t.Helper()
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// The rows as other programs get them, to be looked at. The figures are made
// by hand: how texts are read is a matter of the rules, not of these files.
func TestRows(t *testing.T) {
	d := &corpus.Document{
		ID: "port-2025", Kind: corpus.Record, Name: "port.md", Title: "港口合作会议", TitleFrom: corpus.Stated,
		Summit:       corpus.Summit{Event: "第三次港口合作会议", Organisation: "海洋国家联盟", Date: "2025-03-05", DateFrom: corpus.Stated},
		Participants: []corpus.Participant{{Name: "某部长", Office: "部长"}},
		Passages:     []corpus.Passage{{Kind: corpus.Text, Text: "货运量超过1200万吨，三分之一是粮食。", Start: 100, Ref: "¶2"}},
	}
	weight := figure.Figure{
		Kind: "mass", Value: big.NewRat(12_000_000, 1), Unit: "t", Said: "万吨", Bound: quantity.Over, Direction: "level",
		Indicator: "货运量", Measure: "freight.volume", Period: "2024", PeriodFrom: "stated", Status: "actual", Speech: "none",
		Quote: "超过1200万吨", Span: text.Span{Start: 109, End: 125}, Sentence: d.Passages[0].Text,
	}
	share := figure.Figure{
		Kind: "share", Value: big.NewRat(100, 3), Unit: "%", Bound: quantity.Exact, Indicator: "粮食的比重", Parties: []string{"中国"},
		Status: "actual", Speech: "none", Quote: "三分之一", Span: text.Span{Start: 128, End: 140}, Ordinal: 1, Sentence: d.Passages[0].Text,
	}
	rows, err := Of(d, []figure.Figure{weight, share}, "en")
	if err != nil {
		t.Fatal(err)
	}
	passages, _ := Lines(rows.Passages)
	figures, _ := Lines(rows.Figures)
	bulk, err := rows.bulk("talks")
	if err != nil {
		t.Fatal(err)
	}
	goldtest.Compare(t, "testdata/rows.golden", fmt.Sprintf("%s\n%s\n%s", passages, figures, bulk))
}

func TestValuesAreExact(t *testing.T) {
	said := map[string][3]string{} // by quotation: value, ratio, unit
	for _, f := range rowsOf(t, document(t))[0].Figures {
		said[f.Quote] = [3]string{orNothing(f.Value), orNothing(f.Ratio), orNothing(f.Unit)}
	}
	for quote, want := range map[string][3]string{
		"超过1200万吨":  {"12000000", "", "t"},
		"三分之一":      {"33.333333333333333", "100/3", "%"},
		"提高到500亿美元": {"50000000000", "", "USD"},
		"3月4日":      {"2025-03-04", "", "date"},
	} {
		if said[quote] != want {
			t.Errorf("%s: %q, want %q", quote, said[quote], want)
		}
	}
}

func orNothing(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// Rows lead back to the text, whose places other programs count in code points.
func TestQuotesAreWhereTheRowsSay(t *testing.T) {
	for _, rows := range rowsOf(t, append(records(t), document(t))...) {
		for _, f := range rows.Figures {
			passage := []rune(rows.Passages[f.Passage].Text)
			if at := string(passage[f.Start:f.End]); at != f.Quote {
				t.Errorf("%s: %d to %d is %q, the quotation %q", f.ID, f.Start, f.End, at, f.Quote)
			}
			if rows.Passages[f.Passage].Document != f.Document {
				t.Errorf("%s is said to be of %s", f.ID, rows.Passages[f.Passage].ID)
			}
		}
	}
}

func TestPassagesNameTheirSources(t *testing.T) {
	d := &corpus.Document{
		Source:   corpus.Source{Name: "甲报", Date: "2024"},
		Sources:  []corpus.Reference{{ID: "S1", Source: corpus.Source{Name: "甲报"}}, {ID: "S2", Source: corpus.Source{Name: "乙报", Link: "https://example.org/"}}},
		Passages: []corpus.Passage{{Ref: "S2,S1"}, {Ref: "¶3"}, {Ref: "S9", Category: "forum"}},
	}
	for i, want := range []string{"乙报 [乙报 https://example.org/ 甲报] summit", "甲报 [甲报] summit", "甲报 [甲报] forum"} {
		row := passageOf(d, i)
		if got := fmt.Sprint(orNothing(row.Source), " ", row.Sources, " ", row.Category); got != want {
			t.Errorf("passage %d: %s, want %s", i, got, want)
		}
	}
	if row := passageOf(&corpus.Document{Passages: d.Passages[:1]}, 0); row.Source != nil || len(row.Sources) != 0 {
		t.Errorf("sources of a document without: %v", row.Sources)
	}
}

func TestLinesAreTheRows(t *testing.T) {
	for _, rows := range rowsOf(t, append(records(t), document(t))...) {
		sameRows(t, rows.Passages)
		sameRows(t, rows.Figures)
	}
}

func sameRows[Row any](t *testing.T, rows []Row) {
	t.Helper()
	data, err := Lines(rows)
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(data, []byte("\n")); n != len(rows) {
		t.Errorf("%d lines of %d rows", n, len(rows))
	}
	lines := json.NewDecoder(bytes.NewReader(data))
	lines.DisallowUnknownFields()
	for i := range rows {
		var read Row
		if err := lines.Decode(&read); err != nil || !reflect.DeepEqual(read, rows[i]) {
			t.Errorf("line %d reads as %+v, %v", i+1, read, err)
		}
	}
}

func TestFoldersAreReadAsWritten(t *testing.T) {
	want := rowsOf(t, append(records(t), document(t))...)
	dir := t.TempDir()
	w, err := NDJSON(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, rows := range want {
		if err := w.Add(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	at := 0
	err = ReadFolder(dir, func(rows Rows) error {
		if !reflect.DeepEqual(rows.Passages, want[at].Passages) || len(rows.Figures) != len(want[at].Figures) {
			t.Errorf("document %d has %d passages, %d figures", at, len(rows.Passages), len(rows.Figures))
		}
		at++
		return nil
	})
	if err != nil || at != len(want) {
		t.Errorf("%d documents of %d, %v", at, len(want), err)
	}
}

func TestLinesThatCannotBeRead(t *testing.T) {
	const good = `{"document":"a"}`
	for _, c := range []struct{ name, passages, figures, want string }{
		{"nothing", "", "", ""},
		{"a figure and its passage", good, good, ""},
		{"cut short", good + `{"docu`, good, "unexpected EOF"},
		{"figures cut short", good, `{"docu`, "unexpected EOF"},
		{"an unknown field", `{"colour":"red"}`, "", "unknown field"},
		{"figures of nothing", good, `{"document":"b"}`, "figures of b, which has no passages"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := readRows(strings.NewReader(c.passages), strings.NewReader(c.figures), func(Rows) error { return nil })
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// Names of fields are kept for ever; README tells all of them.
func TestFieldsAreTold(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []any{Passage{}, Figure{}} {
		for name := range fieldsOf(t, row) {
			if !strings.Contains(string(readme), "`"+name+"`") {
				t.Errorf("README does not tell of %s", name)
			}
		}
	}
}

// fieldsOf are the fields of a row as they are written.
func fieldsOf(t *testing.T, row any) map[string]any {
	t.Helper()
	data, err := json.Marshal(row)
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(data, &fields); err != nil {
		t.Fatal(err)
	}
	return fields
}

// The names for NDJSON and for Parquet are the same.
func TestTagsAgree(t *testing.T) {
	for _, row := range []reflect.Type{reflect.TypeFor[Passage](), reflect.TypeFor[Figure](), reflect.TypeFor[Telling]()} {
		for i := range row.NumField() {
			f := row.Field(i)
			parquet, how, _ := strings.Cut(f.Tag.Get("parquet"), ",")
			if f.Anonymous {
				continue
			}
			if parquet != f.Tag.Get("json") || (f.Type.Kind() == reflect.Pointer) != (how == "optional") {
				t.Errorf("%s.%s: json %q, parquet %q", row, f.Name, f.Tag.Get("json"), f.Tag.Get("parquet"))
			}
		}
	}
}
