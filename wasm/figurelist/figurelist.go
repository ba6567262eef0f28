// Package figurelist lists the figures of a library: those that pass filters,
// in the order asked for, page by page, with counts of what else there is.
//
// The tables of figures are gone through once (scan.go), which finds the figures
// that pass and counts them by each filter (facets.go); they are put in order
// (order.go, groups.go), and those of the page are read from the texts (page.go).
//
//	answer, err := figurelist.Find(ctx, snapshot, figurelist.Request{Kinds: []string{"money"}, Sort: "-value"})
package figurelist

import (
	"context"
	"fmt"
	"strings"

	"fenghui/wasm/amount"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/filter"
	"fenghui/wasm/library"
	"fenghui/wasm/search"
)

// Request chooses and orders figures. What is left out lets all pass;
// of several filters all must hold, of several values of one any.
type Request struct {
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
	defaultLimit = 50
	maxLimit     = 1000
)

// BadPeriod is why a period is ignored that cannot be read; search has the other
// reasons.
const BadPeriod = "bad-period"

// Answer is a page of figures.
type Answer struct {
	Total   int // figures that pass
	All     int // in the library, times included
	Figures []Hit
	Facets  Facets
	Groups  []Group // sorted by value: what is compared with what, in order
	Ignored []search.Ignored
}

// Group are figures of a kind and a unit: only such are compared by value.
type Group struct {
	Kind, Unit string
	Count      int
}

// Hit is a figure with its document.
type Hit struct {
	Document *library.Document
	Figure   *figure.Figure
	Rank     int // place in the order asked for, from 1, in a ranked answer
}

// Facets count figures by a value, each with its own filter left aside; most
// frequent first.
type Facets struct {
	Kinds, Measures, Parties, Statuses, Bounds, Units, Speeches, Summits []search.Count
}

// Find answers a request. It fails only when ctx ends or the
// index is damaged.
func Find(ctx context.Context, s *library.Snapshot, r Request) (*Answer, error) {
	again := map[*library.Document]bool{}
	for {
		o, err := r.Memo.ordered(ctx, s, &r)
		if err != nil {
			return nil, fmt.Errorf("figurelist: %w", err)
		}
		answer, doubted, err := o.page(ctx, s, &r, again)
		if err == nil && len(doubted) > 0 {
			r.Memo.forget()
			err = s.ReadAgain(ctx, doubted, r.Progress)
		}
		if err != nil {
			return nil, fmt.Errorf("figurelist: %w", err)
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
	documents []entry
	found     []match
	answer    Answer
}

// order finds all figures a request asks for.
func (r *Request) order(ctx context.Context, s *library.Snapshot) (*ordered, error) {
	a := Answer{}
	tables, err := s.Tables(ctx, r.Progress)
	if err != nil {
		return nil, err
	}
	words, err := newWordTest(s, r.Text)
	if err != nil {
		return nil, err
	}
	sc := newScan(s, tables, r, r.conditions(&a), words)
	if err := sc.run(ctx); err != nil {
		return nil, err
	}
	sc.sort()
	if r.Ranked {
		sc.rank()
	}
	a.All, a.Total, a.Facets, a.Groups = sc.all, len(sc.found), sc.facets(), sc.groups
	return &ordered{sc.documents, sc.found, a}, ctx.Err()
}

// conditions are what the value and the period ask for; what cannot be read of
// them is ignored, and the answer says so.
func (r *Request) conditions(a *Answer) *filter.Filter {
	f := &filter.Filter{}
	if strings.TrimSpace(r.Value) != "" {
		c, ok := amount.Where(r.Value)
		if ok {
			f.Values, f.Times = append(f.Values, c), r.Kinds
		} else {
			a.Ignored = append(a.Ignored, search.Ignored{Part: r.Value, Reason: search.BadValue})
		}
	}
	if p := strings.TrimSpace(strings.ReplaceAll(r.Period, "年", "")); p != "" {
		if days, ok := search.Days(p); ok {
			f.Periods = append(f.Periods, days)
		} else {
			a.Ignored = append(a.Ignored, search.Ignored{Part: r.Period, Reason: BadPeriod})
		}
	}
	return f
}
