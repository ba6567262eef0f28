package search

import (
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
	Indicators                                                  []string // exactly these
	Summits                                                     []string // organisations

	Times    bool   // also mere times; else only when Kinds asks for them
	Doubtful bool   // only ambiguous ones and those of an inferred or open period
	Sort     string // a name of sortings, with "-" before it descending; else text order, newest summit first
	Ranked   bool   // in the order of the texts, each with its place in that of Sort: the quick way to all of them
	Offset   int    `json:"-"`
	Limit    int    `json:"-"` // 0: 50, at most 1000
	Language string // of the names of measures: zh en ru kk

	Progress func(library.Progress) `json:"-"`
	Memo     *Memo                  `json:"-"` // may be nil
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
	Groups  []FigureGroup // sorted by value: what is compared with what, in order
	Ignored []Ignored
}

// FigureGroup are figures of a kind and a unit: only such are compared by value.
type FigureGroup struct {
	Kind, Unit string
	Count      int
}

// FigureHit is a figure with its document.
type FigureHit struct {
	Document *library.Document
	Figure   *figure.Figure
	Rank     int // place in the order asked for, from 1, in a ranked answer
}

// Facets count figures by a value, each with its own filter left aside; most
// frequent first.
type Facets struct {
	Kinds, Measures, Parties, Statuses, Bounds, Units, Speeches, Summits []Count
}

// Figures answers a request for figures. It fails only when ctx ends or the
// index is damaged.
func Figures(ctx context.Context, s *library.Snapshot, r FiguresRequest) (*FiguresAnswer, error) {
	again := map[*library.Document]bool{}
	for {
		o, err := r.Memo.ordered(ctx, s, &r)
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		answer, doubted, err := o.page(ctx, s, &r, again)
		if err == nil && len(doubted) > 0 {
			r.Memo.forget()
			err = s.ReadAgain(ctx, doubted, r.Progress)
		}
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		if len(doubted) == 0 {
			return answer, nil
		}
		for _, d := range doubted {
			again[d] = true
		}
	}
}

// ordered are the figures of an answer, and the answer without them.
type ordered struct {
	documents []sieved
	found     []chosen
	answer    FiguresAnswer
}

// order finds all figures a request asks for.
func (r *FiguresRequest) order(ctx context.Context, s *library.Snapshot) (*ordered, error) {
	a := FiguresAnswer{}
	test := r.test(&a)
	tables, err := s.Tables(ctx, r.Progress)
	if err != nil {
		return nil, err
	}
	words, err := newWordTest(s, r.Text)
	if err != nil {
		return nil, err
	}
	w := newSieve(s, tables, r, test, words)
	if err := w.run(ctx); err != nil {
		return nil, err
	}
	w.sort()
	if r.Ranked {
		w.rank()
	}
	a.All, a.Total, a.Facets, a.Groups = w.all, len(w.found), w.facets(), w.groups
	return &ordered{w.documents, w.found, a}, ctx.Err()
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
