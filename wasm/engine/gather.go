package engine

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
)

// limits are what is compared at most.
type limits struct {
	whole   int // bytes of text that are read without counting first
	figures int
	text    int // bytes of text of the documents they are in, since proposals are looked for there
}

// defaultLimits are for a browser: with their reasons, 40,000 figures take some
// 100 MB, and comparing them takes a quarter of a minute. A thousand reports of
// summits have that many.
func defaultLimits() limits { return limits{whole: 4 << 20, figures: 40000, text: 8 << 20} }

// gather reads the figures to be compared. Of a library too large for that it
// takes the newest documents, and of them the paragraphs with a figure whose
// indicator is told in another document too; the tables of figures say which.
func (f *findings) gather(ctx context.Context, progress func(library.Progress)) error {
	wanted := func(string, *figure.Figure) bool { return true }
	if f.snapshot.Size().TextBytes > f.limits.whole {
		choice, err := f.limits.choose(ctx, f.snapshot, progress)
		if err != nil {
			return err
		}
		wanted, f.leftOut = choice.wanted, choice.leftOut
		f.documents = slices.DeleteFunc(f.documents, func(d *library.Document) bool { return !choice.documents[d] })
	}
	for n, d := range f.documents {
		progress(library.Progress{Stage: library.ReadFigures, Done: n, Total: len(f.documents), Name: d.Name})
		if err := pace.Yield(ctx); err != nil {
			return err
		}
		all := f.snapshot.Figures(d)
		figures := make([]figure.Figure, 0, len(all))
		for k := range all {
			if c := all[k].Corrected; c != nil && c.By.Misread || !wanted(d.ID, &all[k]) {
				continue
			}
			figures = append(figures, all[k].Told())
			figures[len(figures)-1].Why = nil // half the memory, and nothing is decided by it
		}
		f.inputs = append(f.inputs, compare.Input{Document: d.Document, Figures: slices.Clip(figures)})
		f.compared += len(figures)
	}
	return nil
}

// choice is what is compared of a very large library: paragraphs.
type choice struct {
	documents map[*library.Document]bool
	passages  map[passageName]bool
	whole     bool // all of them
	leftOut   int
}

type passageName struct {
	document string
	passage  int
}

func (c *choice) wanted(document string, f *figure.Figure) bool {
	return c.whole || c.passages[passageName{document, f.Passage}]
}

// choose goes through the tables of all figures.
func (most limits) choose(ctx context.Context, s *library.Snapshot, progress func(library.Progress)) (*choice, error) {
	tables, err := s.Tables(ctx, progress)
	if err != nil {
		return nil, err
	}
	c := &choice{documents: map[*library.Document]bool{}, passages: map[passageName]bool{}}
	figures := 0
	for _, t := range tables {
		figures += t.Len()
	}
	if c.whole = figures <= most.figures && s.Size().TextBytes <= most.text; c.whole {
		for _, d := range s.Documents {
			c.documents[d] = true
		}
		return c, nil
	}
	rows := rowsByDocument(tables)
	shared, err := indicatorsShared(ctx, rows)
	if err != nil {
		return nil, err
	}
	taken, err := c.take(ctx, most, s.Documents, rows, shared)
	c.leftOut = figures - taken
	return c, err
}

// tableRows are the figures of a document in its table.
type tableRows struct {
	library.Table
	first, end int
}

func rowsByDocument(tables []library.Table) map[*library.Document]tableRows {
	m := map[*library.Document]tableRows{}
	for _, t := range tables {
		for n, d := range t.Documents {
			if d != nil {
				first, end := t.Rows(n)
				m[d] = tableRows{t, first, end}
			}
		}
	}
	return m
}

// indicatorsShared are the indicators that at least two documents tell.
func indicatorsShared(ctx context.Context, rows map[*library.Document]tableRows) (map[string]bool, error) {
	in := map[string]*library.Document{}
	shared := map[string]bool{}
	for d, r := range rows {
		for row := r.first; row < r.end; row++ {
			if err := pace.Yield(ctx); err != nil {
				return nil, err
			}
			key := indicatorOf(r.Table, row)
			if key == "" {
				continue
			}
			if first, known := in[key]; known && first != d {
				shared[key] = true
			}
			in[key] = d
		}
	}
	return shared, nil
}

// indicatorOf names what a figure is compared by, "" for what is compared with
// nothing in another document: measure, kind, unit and parties, or of aims
// their date.
func indicatorOf(t library.Table, row int) string {
	kind := t.Label(t.Kind(row))
	switch kind {
	case "duration", "century", "ordinal", "anniversary":
		return ""
	case "year", "date":
		day, _, ok := t.Days(row)
		if !ok || t.Label(t.Status(row)) == "actual" {
			return ""
		}
		return kind + "|" + strconv.Itoa(day)
	}
	parties := t.Members(t.Parties(row))
	if len(parties) == 0 {
		return ""
	}
	slices.Sort(parties)
	what := t.Label(t.Measure(row))
	if what == "" {
		what = t.Phrase(t.Indicator(row))
	}
	return strings.Join(append([]string{kind, t.Label(t.Unit(row)), what}, parties...), "|")
}

// take chooses paragraphs with an indicator that is shared, newest first, until
// the limits are reached. It tells how many figures they hold.
func (c *choice) take(ctx context.Context, most limits, newestFirst []*library.Document, of map[*library.Document]tableRows, shared map[string]bool) (taken int, err error) {
	for _, d := range newestFirst {
		r := of[d]
		inPassage, count := map[int]int{}, 0
		telling := map[int]bool{}
		for row := r.first; row < r.end; row++ {
			if err := pace.Yield(ctx); err != nil {
				return 0, err
			}
			inPassage[r.Passage(row)]++
			if key := indicatorOf(r.Table, row); key != "" && shared[key] {
				telling[r.Passage(row)] = true
			}
		}
		for p := range telling {
			count += inPassage[p]
		}
		if count == 0 || taken+count > most.figures || d.Bytes > most.text {
			continue
		}
		taken, most.text = taken+count, most.text-d.Bytes
		c.documents[d] = true
		for p := range telling {
			c.passages[passageName{d.ID, p}] = true
		}
	}
	return taken, nil
}
