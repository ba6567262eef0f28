package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
)

// datesFlag collects -date NAME=YYYY-MM-DD.
type datesFlag map[string]string

func (d datesFlag) String() string { return "" }

func (d datesFlag) Set(s string) error {
	name, date, ok := strings.Cut(s, "=")
	if _, valid := quantity.ParseDate(date); !ok || name == "" || !valid || len(date) != len("2006-01-02") {
		return fmt.Errorf("want NAME=YYYY-MM-DD")
	}
	d[name] = date
	return nil
}

// told is one line of output: a figure with its document and its place in the
// file, in half-open Unicode code points.
type told struct {
	Doc   string `json:"doc"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	figure.Record
}

// runFigures prints the figures of articles and records.
func runFigures(_ context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("figures [-format F] [-date NAME=DAY]... FILES", "Prints the figures of articles and records, one a line.", stderr)
	format := set.String("format", "table", "jsonl, csv or table")
	language := set.String("lang", "zh", "language of the reasons: zh or en")
	dates := datesFlag{}
	set.Var(dates, "date", "`NAME=YYYY-MM-DD`: the date of a document that tells none (repeatable)")
	if err := set.Parse(args); err != nil {
		return parse(set, args)
	}
	if set.NArg() == 0 {
		return usageError{what: "name the files to read"}
	}
	out := bufio.NewWriter(stdout)
	write, finish, err := writerOf(*format, out)
	if err != nil {
		return err
	}
	for _, name := range set.Args() {
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
	b, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("figures: %w", err)
	}
	doc, err := corpus.Read(filepath.Base(name), string(b))
	if err != nil {
		return fmt.Errorf("figures: %w", err)
	}
	short := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	if date, ok := dates[short]; ok && doc.Summit.Date == "" {
		doc.Summit.Date, doc.Summit.DateFrom = date, corpus.ByReader
	}
	points := codePoints{text: string(b)}
	for _, f := range figure.Extract(doc, corpus.Names()) {
		line := told{Doc: short, Start: points.at(f.Span.Start), End: points.at(f.Span.End), Record: f.Record(language)}
		if err := write(line); err != nil {
			return err
		}
	}
	return nil
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
	return []string{t.Doc, fmt.Sprint(t.Start), fmt.Sprint(t.End), t.Quote, t.Kind, text(t.Value), text(t.ValueMax), text(t.Unit), text(t.Counted),
		text(t.Per), t.Bound, text(t.Direction), text(t.Reading), t.Indicator, text(t.Measure), strings.Join(t.Parties, "、"), text(t.Period),
		t.Status, text(t.Speaker), t.Speech, t.Sentence, strings.Join(t.Why, "\n")}
}

// text writes a field that may be null.
func text(v any) string {
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
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && !plainNumber(cell) {
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
		_, err := fmt.Fprintf(tab, "%s\t%s\t%s %s\t%s\t%s\t%s\t%s\t%s\n", t.Doc, t.Quote, text(t.Value), text(t.Unit), t.Bound, text(t.Direction), text(t.Period), t.Status, t.Indicator)
		return err
	}
	return write, tab.Flush, nil
}
