package search

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/wasm/amount"
	"fenghui/wasm/figure/filter"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
	"fenghui/wasm/text"
)

// withFigures are the passages with a figure that passes the test.
func (f finder) withFigures(ctx context.Context, test *filter.Filter) (*roaring.Bitmap, error) {
	tables, err := f.snapshot.Tables(ctx, f.progress)
	if err != nil {
		return nil, err
	}
	found := roaring.New()
	for _, t := range tables {
		passes := test.On(t.Table)
		for n, d := range t.Documents {
			if d == nil {
				continue
			}
			first, end := t.Rows(n)
			for row := first; row < end; row++ {
				if passes(row) {
					found.Add(uint32(t.First[n] + t.Passage(row)))
				}
			}
			if err := pace.Yield(ctx); err != nil {
				return nil, err
			}
		}
	}
	return found, nil
}

// figureFilter is what the query's filters ask of a figure; nil when it has
// none that do.
func (q Query) figureFilter() *filter.Filter {
	if len(q.Values)+len(q.Kinds)+len(q.Statuses)+len(q.Years)+len(q.Speeches) == 0 {
		return nil
	}
	f := &filter.Filter{Kinds: q.Kinds, Statuses: q.Statuses, Speeches: q.Speeches, Times: q.Kinds}
	seen := map[string]bool{}
	for _, v := range q.Values {
		if !seen[v.Text] {
			seen[v.Text] = true
			f.Values = append(f.Values, v.Condition)
		}
	}
	for _, y := range q.Years {
		if days, ok := Days(y); ok {
			f.Periods = append(f.Periods, days)
		}
	}
	return f
}

// leastBare is how large a number must be to be looked for on its own,
// whatever its unit: smaller ones say too little, and may be years.
const leastBare = 3000

// scales begin no number: 亿美元 is the end of one, and is found as it stands.
const scales = "万亿兆"

// amountOf a clause that is a value and nothing else.
func amountOf(typed string) *amount.Amount {
	a, ok := amount.Read(typed)
	if !ok {
		return nil
	}
	first, _ := utf8.DecodeRuneInString(typed)
	if large, _ := a.Value.Float64(); a.Unit == "" && large < leastBare || strings.ContainsRune(scales, text.FoldRune(first)) {
		return nil
	}
	return &a
}

// passageFigures are the figures of a passage: the rows of a table.
type passageFigures struct {
	table *table.Table
	first int
	end   int
}

func figuresIn(ctx context.Context, s *library.Snapshot, d *library.Document, passage int) passageFigures {
	t, n := s.TableOf(ctx, d)
	first, end := t.InPassage(n, passage)
	return passageFigures{t, first, end}
}

// marks of all figures.
func (p passageFigures) marks() (marks []text.Mark) {
	for row := p.first; row < p.end; row++ {
		marks = append(marks, text.Mark{Span: p.table.Span(row), Kind: FigureKind, Number: row - p.first + 1})
	}
	return marks
}

// passing are the places of the figures that pass a test.
func (p passageFigures) passing(test *filter.Filter) (spans []text.Span) {
	if test == nil || p.first == p.end {
		return nil
	}
	passes := test.On(p.table)
	for row := p.first; row < p.end; row++ {
		if passes(row) {
			spans = append(spans, p.table.Span(row))
		}
	}
	return spans
}
