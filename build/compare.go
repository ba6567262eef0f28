package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"fenghui/corpus"
	"fenghui/wasm/compare"
	"fenghui/wasm/text"
)

// The output of compare as JSON. Places are half-open Unicode code points in the
// decoded texts of the files.
type (
	comparedPlace struct {
		Doc   string `json:"doc"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
	comparedMember struct {
		comparedPlace
		Told    string `json:"told"`
		Period  string `json:"period,omitempty"`
		Status  string `json:"status,omitempty"`
		Label   string `json:"label,omitempty"`
		Derived bool   `json:"derived,omitempty"`
	}
	comparedGroup struct {
		Verdict string           `json:"verdict,omitempty"`
		Kind    string           `json:"kind,omitempty"`
		Title   string           `json:"title,omitempty"`
		Message string           `json:"message,omitempty"`
		When    string           `json:"when,omitempty"`
		Notes   []string         `json:"notes,omitempty"`
		Members []comparedMember `json:"members"`
	}
	comparedAll struct {
		Series      []comparedGroup `json:"series"`
		Boards      []comparedGroup `json:"boards"`
		Checks      []comparedGroup `json:"checks"`
		Initiatives []comparedGroup `json:"initiatives"`
		Calendar    []comparedGroup `json:"calendar"`
	}
)

// comparison writes results down for the files they came from.
type comparison struct {
	files    []*fileFigures
	language string
}

// runCompare prints what comparing the figures of files finds.
func runCompare(_ context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("compare [-format F] [-lang L] [-date NAME=DAY]... FILES\n       build compare -draft FILE [-lang L] [-date NAME=DAY]... FILES",
		"Lines up the figures of articles and records: series, boards, checks, initiatives and\n"+
			"what lies ahead. With a draft: judges each of its figures by those of the files.", stderr)
	format := set.String("format", "table", "json or table")
	language := set.String("lang", "zh", "language of the sentences: zh or en")
	draft := set.String("draft", "", "`FILE` whose figures are judged by those of the others, a line each;\nits own date is -date draft=YYYY-MM-DD")
	files, dates, err := parseFiles(set, args)
	if err != nil {
		return err
	}
	if *format != "json" && *format != "table" {
		return usageError{what: fmt.Sprintf("no format %q; there are json and table", *format)}
	}
	c := &comparison{language: *language}
	inputs, err := c.read(files, dates, stderr)
	if err != nil {
		return err
	}
	result := compare.Run(inputs, corpus.Names())
	out := bufio.NewWriter(stdout)
	if err := c.write(out, *format, *draft, dates, result); err != nil {
		return err
	}
	return out.Flush()
}

// read reads the figures of files. What says the same as a file before it,
// word for word, is left out.
func (c *comparison) read(names []string, dates datesFlag, stderr io.Writer) ([]compare.Input, error) {
	var inputs []compare.Input
	read := map[string]string{} // names of files, by what they say
	for _, name := range names {
		f, err := readFigures(name, dates)
		if err != nil {
			return nil, err
		}
		text := wording(f.Document)
		if first, again := read[text]; again {
			fmt.Fprintf(stderr, "%s says what %s says, word for word: read once\n", name, first)
			continue
		}
		read[text] = name
		c.files, inputs = append(c.files, f), append(inputs, f.Input)
	}
	return inputs, nil
}

// wording is all a document says: a copy under another name is no second source.
func wording(doc *corpus.Document) string {
	var b strings.Builder
	for k := range doc.Passages {
		b.WriteString(doc.Passages[k].Text + "\n")
	}
	return b.String()
}

func (c *comparison) write(out io.Writer, format, draft string, dates datesFlag, r *compare.Result) error {
	if draft != "" {
		return c.writeDraft(out, draft, dates, r)
	}
	if format == "json" {
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(c.all(r))
	}
	return c.table(out, c.all(r))
}

func (c *comparison) place(document int, s text.Span) comparedPlace {
	f := c.files[document]
	start, end := f.points(s)
	return comparedPlace{Doc: f.short, Start: start, End: end}
}

func (c *comparison) members(list []compare.Member) []comparedMember {
	members := make([]comparedMember, 0, len(list))
	for _, m := range list {
		members = append(members, comparedMember{comparedPlace: c.place(m.Document, m.Place), Told: m.Told.In(c.language), Period: m.Period,
			Status: m.Status, Label: m.Label.In(c.language), Derived: m.Derived})
	}
	return members
}

func (c *comparison) all(r *compare.Result) comparedAll {
	all := comparedAll{Series: []comparedGroup{}, Boards: []comparedGroup{}, Checks: []comparedGroup{}, Initiatives: []comparedGroup{}, Calendar: []comparedGroup{}}
	for _, s := range r.Series {
		all.Series = append(all.Series, comparedGroup{Verdict: s.Verdict, Title: s.Title.In(c.language), Notes: compare.AllIn(s.Notes, c.language), Members: c.members(s.Members)})
	}
	for _, b := range r.Boards {
		all.Boards = append(all.Boards, comparedGroup{Kind: b.Form, Title: b.Title.In(c.language), Notes: compare.AllIn(b.Warnings, c.language), Members: c.members(b.Members)})
	}
	for _, k := range r.Checks {
		all.Checks = append(all.Checks, comparedGroup{Kind: k.Kind, Message: k.Message.In(c.language), Members: c.members(k.Members)})
	}
	for _, i := range r.Initiatives {
		g := comparedGroup{Title: i.Title.In(c.language), Message: i.Finding.In(c.language), Members: []comparedMember{}}
		for _, p := range i.Members {
			g.Members = append(g.Members, comparedMember{comparedPlace: c.place(p.Document, p.Span), Told: p.Said, Status: p.Stage})
		}
		all.Initiatives = append(all.Initiatives, g)
	}
	for _, e := range r.Calendar {
		all.Calendar = append(all.Calendar, comparedGroup{When: e.When, Title: e.Title.In(c.language), Members: c.members(e.Members)})
	}
	return all
}

// table prints the results for reading.
func (c *comparison) table(out io.Writer, all comparedAll) error {
	tab := tabwriter.NewWriter(out, 2, 4, 2, ' ', 0)
	for _, part := range []struct {
		name   string
		groups []comparedGroup
	}{{"series", all.Series}, {"boards", all.Boards}, {"checks", all.Checks}, {"initiatives", all.Initiatives}, {"calendar", all.Calendar}} {
		fmt.Fprintf(tab, "%s: %d\n", part.name, len(part.groups))
		for _, g := range part.groups {
			fmt.Fprintf(tab, "  %s%s\t%s\n", g.Verdict, g.Kind, cmp.Or(g.Message, g.Title))
			for _, n := range g.Notes {
				fmt.Fprintf(tab, "    ! %s\n", n)
			}
			for _, m := range g.Members {
				fmt.Fprintf(tab, "    %s\t%d–%d\t%s\t%s\t%s\n", m.Doc, m.Start, m.End, m.Told, m.Period, m.Status)
			}
		}
	}
	return tab.Flush()
}

// writeDraft prints a line for every figure of the draft.
func (c *comparison) writeDraft(out io.Writer, name string, dates datesFlag, r *compare.Result) error {
	text, err := readText(name)
	if err != nil {
		return err
	}
	draft, err := compare.ReadDraft(text, dates["draft"], corpus.Names())
	if err != nil {
		return err
	}
	for _, j := range r.Check(draft) {
		if _, err := fmt.Fprintf(out, "%s\t%s\t%s\n", j.Verdict, draft.Figures[j.Figure].Quote, j.Message.In(c.language)); err != nil {
			return err
		}
	}
	return nil
}
