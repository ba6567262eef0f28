package quantity

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"fenghui/corpus/goldtest"
)

// gold is one hand-made figure of an article.
type gold struct {
	Tier, Quote, Num, Kind, Unit, Bound string
	Value                               any
	Period                              string
	NumStart                            int      `json:"num_start"`
	NumEnd                              int      `json:"num_end"`
	AltKind                             []string `json:"alt_kind"`
	AltBound                            []string `json:"alt_bound"`
}

// articleDates are the days of the articles; one of them does not tell its own.
var articleDates = map[string]string{"000": "2025-10-09", "001": "2025-11-16", "002": "2025-10-10", "003": "2025-09-01", "004": "2025-12-20"}

// TestGold looks for the number of every core figure of the articles, with its
// value, kind, unit and bound, and for non-figures that are not marked as such.
func TestGold(t *testing.T) {
	figures := goldtest.Shared(t, "gold/figures")
	for _, x := range goldtest.Articles(t) {
		short := x.Name[:3]
		ref, _ := ParseDate(articleDates[short])
		a := article{text: []rune(x.Text), found: Read(x.Text, ref)}
		for _, g := range goldtest.Lines[gold](t, filepath.Join(figures, x.Base()+".jsonl")) {
			if g.Tier == "core" {
				t.Run(short+"/"+g.Quote, func(t *testing.T) { a.check(t, g) })
			}
		}
		a.checkHard(t, short)
	}
}

type article struct {
	text  []rune
	found []Quantity
}

// over returns the quantities that lie on code points start:end.
func (a *article) over(start, end int) []Quantity {
	from, to := len(string(a.text[:start])), len(string(a.text[:end]))
	var list []Quantity
	for _, q := range a.found {
		if q.Core.Start < to && q.Core.End > from {
			list = append(list, q)
		}
	}
	return list
}

func (a *article) check(t *testing.T, g gold) {
	list := a.over(g.NumStart, g.NumEnd)
	if len(list) != 1 {
		t.Fatalf("%d quantities: %v", len(list), list)
	}
	q := list[0]
	if q.NotFigure != "" {
		t.Errorf("marked as %s", q.NotFigure)
	}
	if kinds := append([]string{g.Kind}, g.AltKind...); !slices.ContainsFunc(kinds, func(k string) bool { return slices.Contains(kindsOf(k), q.Kind) }) {
		t.Errorf("kind %s, want %s", q.Kind, g.Kind)
	}
	if bounds := append([]string{g.Bound}, g.AltBound...); !slices.Contains(bounds, string(q.Bound)) {
		t.Errorf("bound %s, want %s", q.Bound, g.Bound)
	}
	if v, ok := g.Value.(float64); ok {
		if f, _ := q.Value.Float64(); math.Abs(f-v) > 1e-4*math.Max(1, math.Abs(v)) {
			t.Errorf("value %v, want %v", f, v)
		}
		if q.Unit != g.Unit {
			t.Errorf("unit %s, want %s", q.Unit, g.Unit)
		}
	} else if q.Time == nil || q.Time.ISO() != fmt.Sprint(g.Value) {
		t.Errorf("time %v, want %v", q.Time, g.Value)
	}
}

// kindsOf returns what a kind of figure is among quantities.
func kindsOf(figure string) []Kind {
	switch figure {
	case "share", "change":
		return []Kind{Percent, Fraction, Multiple}
	case "date":
		return []Kind{DateKind, Period, YearKind}
	}
	return []Kind{Kind(figure)}
}

// nonFigure is a place that is none.
type nonFigure struct {
	Doc, Quote, Severity string
	Start, End           int
}

// checkHard fails when a quantity lies on what is never a figure and has no
// reason for being none.
func (a *article) checkHard(t *testing.T, name string) {
	for _, n := range goldtest.Lines[nonFigure](t, goldtest.Shared(t, "gold/nonfigures.jsonl")) {
		if n.Doc != name || n.Severity != "hard" {
			continue
		}
		for _, q := range a.over(n.Start, n.End) {
			if q.NotFigure == "" {
				t.Errorf("%s: %s is taken for a %s", name, n.Quote, q.Kind)
			}
		}
	}
}
