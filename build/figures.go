package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"fenghui/build/input"
	"fenghui/corpus"
	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/period"
	"fenghui/wasm/text"
)

// datesFlag collects -date NAME=YYYY-MM-DD.
type datesFlag map[string]string

func (d datesFlag) String() string { return "" }

func (d datesFlag) Set(s string) error {
	name, date, ok := strings.Cut(s, "=")
	if day, valid := period.Parse(date); !ok || name == "" || !valid || day.IsSpan() || day.First.Grain() != period.Day {
		return fmt.Errorf("want NAME=YYYY-MM-DD")
	}
	d[name] = date
	return nil
}

// parseFiles reads the flags and files of a command that reads figures, and adds
// the flag for the dates of files to those the command has.
func parseFiles(set *flag.FlagSet, args []string) (files []string, dates datesFlag, err error) {
	dates = datesFlag{}
	set.Var(dates, "date", "`NAME=YYYY-MM-DD`: the date of a document that tells none, by its file's name\nwithout ending; may be given several times")
	if err := parseFlags(set, args); err != nil {
		return nil, nil, err
	}
	if set.NArg() == 0 {
		return nil, nil, usageError{what: "name the files to read"}
	}
	return set.Args(), dates, nil
}

// told is one line of output: a figure with its document and its place in the
// decoded text of the file, in half-open Unicode code points.
type told struct {
	Doc   string `json:"doc"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	figure.Record
}

// runFigures prints the figures of articles and records.
func runFigures(_ context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("figures [-format F] [-lang L] [-date NAME=DAY]... FILES",
		"Prints the figures of articles and records, one a line: value, unit, what is measured,\n"+
			"of whom and when; jsonl and csv have all fields, and why each was read so.", stderr)
	format := set.String("format", "table", "jsonl, csv or table")
	language := set.String("lang", "zh", "language of the reasons: zh or en")
	files, dates, err := parseFiles(set, args)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(stdout)
	write, finish, err := writerOf(*format, out)
	if err != nil {
		return err
	}
	for _, name := range files {
		if err := figuresOf(name, dates, *language, write); err != nil {
			return err
		}
	}
	if err := finish(); err != nil {
		return err
	}
	return out.Flush()
}

// figuresOf reads one file and writes its figures.
func figuresOf(name string, dates datesFlag, language string, write func(told) error) error {
	f, err := readFigures(name, dates)
	if err != nil {
		return err
	}
	for _, g := range f.Figures {
		start, end := f.points(g.Span)
		if err := write(told{Doc: f.short, Start: start, End: end, Record: g.Record(language)}); err != nil {
			return err
		}
	}
	return nil
}

// fileFigures is a file with its figures.
type fileFigures struct {
	compare.Input
	short string // the file's name without ending
	text  codePoints
}

// readFigures reads an article or record; dates gives the date of one that
// tells none.
func readFigures(name string, dates datesFlag) (*fileFigures, error) {
	text, err := readText(name)
	if err != nil {
		return nil, err
	}
	doc, err := corpus.Read(filepath.Base(name), text)
	if err != nil {
		return nil, err
	}
	f := &fileFigures{short: strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)), text: codePoints{text: text}}
	if date, ok := dates[f.short]; ok && doc.Summit.Date == "" {
		doc.Summit.Date, doc.Summit.DateFrom = date, corpus.ByReader
	}
	f.Document, f.Figures = doc, figure.Extract(doc, corpus.Names())
	return f, nil
}

// readText is the text of a file in any encoding or format that articles come in.
func readText(name string) (string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	return input.Decode(filepath.Base(name), data)
}

// points turns bytes of the text into code points.
func (f *fileFigures) points(s text.Span) (start, end int) {
	return f.text.at(s.Start), f.text.at(s.End)
}

// codePoints counts code points up to places that mostly rise.
type codePoints struct {
	text        string
	byte, count int
}

func (c *codePoints) at(place int) int {
	place = min(place, len(c.text))
	if place < c.byte {
		c.count -= utf8.RuneCountInString(c.text[place:c.byte])
	} else {
		c.count += utf8.RuneCountInString(c.text[c.byte:place])
	}
	c.byte = place
	return c.count
}

func writerOf(format string, w io.Writer) (write func(told) error, finish func() error, err error) {
	switch format {
	case "jsonl":
		lines := json.NewEncoder(w)
		lines.SetEscapeHTML(false)
		return func(t told) error { return lines.Encode(t) }, func() error { return nil }, nil
	case "csv":
		return csvWriter(w)
	case "table":
		return tableWriter(w)
	}
	return nil, nil, usageError{what: fmt.Sprintf("no format %q; there are jsonl, csv and table", format)}
}

var columns = []string{"doc", "start", "end", "quote", "kind", "value", "value_max", "unit", "counted", "per", "bound", "direction",
	"reading", "indicator", "measure", "parties", "period", "status", "speaker", "speech", "sentence", "why"}

func (t told) cells() []string {
	return []string{t.Doc, fmt.Sprint(t.Start), fmt.Sprint(t.End), t.Quote, t.Kind, cellOf(t.Value), cellOf(t.ValueMax), cellOf(t.Unit), cellOf(t.Counted),
		cellOf(t.Per), t.Bound, cellOf(t.Direction), cellOf(t.Reading), t.Indicator, cellOf(t.Measure), strings.Join(t.Parties, "、"), cellOf(t.Period),
		t.Status, cellOf(t.Speaker), t.Speech, t.Sentence, strings.Join(t.Why, "\n")}
}

// cellOf writes a field that may be null.
func cellOf(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case *string:
		if v == nil {
			return ""
		}
		return *v
	case *json.Number:
		if v == nil {
			return ""
		}
		return v.String()
	}
	return fmt.Sprint(v)
}

// csvWriter begins with the mark by which Excel knows UTF-8, and keeps cells
// from being taken for formulas.
func csvWriter(w io.Writer) (func(told) error, func() error, error) {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return nil, nil, err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	write := func(t told) error {
		cells := t.cells()
		for i := range cells {
			cells[i] = guarded(cells[i])
		}
		return c.Write(cells)
	}
	finish := func() error {
		c.Flush()
		return c.Error()
	}
	return write, finish, c.Write(columns)
}

// guarded puts an apostrophe before what a spreadsheet would calculate.
func guarded(cell string) string {
	first, _ := utf8.DecodeRuneInString(cell)
	if cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) && !plainNumber(cell) {
		return "'" + cell
	}
	return cell
}

// plainNumber lets -5 stay a number.
func plainNumber(cell string) bool {
	return strings.Trim(strings.TrimPrefix(cell, "-"), "0123456789.") == "" && len(cell) > 1
}

func tableWriter(w io.Writer) (func(told) error, func() error, error) {
	tab := tabwriter.NewWriter(w, 2, 4, 2, ' ', 0)
	write := func(t told) error {
		_, err := fmt.Fprintf(tab, "%s\t%s\t%s %s\t%s\t%s\t%s\t%s\t%s\n", t.Doc, t.Quote, cellOf(t.Value), cellOf(t.Unit), t.Bound, cellOf(t.Direction), cellOf(t.Period), t.Status, t.Indicator)
		return err
	}
	return write, tab.Flush, nil
}
