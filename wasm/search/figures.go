package search

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"fenghui/wasm/amount"
	"fenghui/wasm/figure"
	"fenghui/wasm/library"
)

// FiguresRequest chooses and orders figures. What is left out lets all pass;
// of several filters all must hold, of several values of one any.
type FiguresRequest struct {
	Document string // only of this one
	Text     string // words of indicator, parties or sentence, all of them
	Value    string // a condition: >100亿美元, 20%..30%
	Period   string // a year, month, day or range that the figure's period meets

	Kinds, Measures, Parties, Statuses, Bounds, Units, Speeches []string
	Summits                                                     []string // organisations

	Times    bool   // also mere times; else only when Kinds asks for them
	Doubtful bool   // only ambiguous ones and those of an inferred or open period
	Sort     string // a name of sortings, with "-" before it descending; else text order, newest summit first
	Offset   int
	Limit    int    // 0: 50, at most 1000
	Language string // of the names of measures: zh en ru kk
	Progress func(library.Progress)
}

const (
	defaultFigures = 50
	mostFigures    = 1000
)

// FiguresAnswer is a page of figures.
type FiguresAnswer struct {
	Total   int // figures that pass
	All     int // in the library, times included
	Figures []FigureHit
	Facets  Facets
	Ignored []Ignored
}

// FigureHit is a figure with its document.
type FigureHit struct {
	Document *library.Document
	Figure   *figure.Figure
}

// Facets count figures by a value, each with its own filter left aside; most
// frequent first.
type Facets struct {
	Kinds, Measures, Parties, Statuses, Bounds, Units, Summits []Count
}

// Figures answers a request for figures. It fails only when ctx ends or the
// index is damaged.
func Figures(ctx context.Context, s *library.Snapshot, r FiguresRequest) (*FiguresAnswer, error) {
	a := &FiguresAnswer{}
	test := r.test(a)
	tables, err := s.Tables(ctx, r.Progress)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	words, err := newWordTest(s, r.Text)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	w := newSieve(s, tables, &r, test, words)
	if err := w.run(ctx); err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	w.sort()
	a.All, a.Total, a.Facets = w.all, len(w.found), w.facets()
	first := min(max(r.Offset, 0), len(w.found))
	limit := min(cmp.Or(max(r.Limit, 0), defaultFigures), mostFigures)
	for _, f := range w.found[first:min(first+limit, len(w.found))] {
		d := w.documents[f.document]
		row, _ := d.table.Rows(d.number)
		a.Figures = append(a.Figures, FigureHit{d.Document, &s.Figures(d.Document)[int(f.row)-row]})
	}
	return a, ctx.Err()
}

// test is what the value and the period ask for; what cannot be read of them is
// ignored, and the answer says so.
func (r *FiguresRequest) test(a *FiguresAnswer) *figureTest {
	test := &figureTest{}
	if strings.TrimSpace(r.Value) != "" {
		c, ok := amount.Where(r.Value)
		if ok {
			test.values, test.times = append(test.values, c), r.Kinds
		} else {
			a.Ignored = append(a.Ignored, Ignored{r.Value, BadValue})
		}
	}
	if p := strings.TrimSpace(strings.ReplaceAll(r.Period, "年", "")); p != "" {
		if _, _, ok := period(p); ok {
			test.periods = append(test.periods, daysOf(p))
		} else {
			a.Ignored = append(a.Ignored, Ignored{r.Period, BadPeriod})
		}
	}
	return test
}
