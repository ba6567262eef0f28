package figure

import (
	"math"
	"slices"
)

// goldFigure is a line of the hand-made figures: of the five articles with
// offsets, of our own records with the words (quoted) that have the offsets.
type goldFigure struct {
	quoted
	ID        string   `json:"id"`
	Tier      string   `json:"tier"`
	NumStart  int      `json:"num_start"`
	NumEnd    int      `json:"num_end"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Kind      string   `json:"kind"`
	Value     any      `json:"value"`
	Unit      *string  `json:"unit"`
	Bound     string   `json:"bound"`
	Direction *string  `json:"direction"`
	Reading   *string  `json:"reading"`
	Indicator string   `json:"indicator"`
	Parties   []string `json:"parties"`
	Period    *string  `json:"period"`
	Status    string   `json:"status"`

	// What is right too; "?" accepts anything.
	AltKind      []string  `json:"alt_kind"`
	AltUnit      []string  `json:"alt_unit"`
	AltBound     []string  `json:"alt_bound"`
	AltDirection []string  `json:"alt_direction"`
	AltPeriod    []*string `json:"alt_period"`
	AltStatus    []string  `json:"alt_status"`

	// What the second of two who marked a text put.
	AltIndicator []string   `json:"alt_indicator"`
	AltParties   [][]string `json:"alt_parties"`
}

// nonFigure is a place that is no figure.
type nonFigure struct {
	quoted
	Doc        string `json:"doc"`
	Start, End int
	Severity   string
}

func (g *goldFigure) acceptsKind(kind string) bool {
	yearly := func(k string) bool { return k == "year" || k == "date" }
	return kind == g.Kind || slices.Contains(g.AltKind, kind) || yearly(kind) && yearly(g.Kind)
}

func (g *goldFigure) acceptsBound(bound string) bool {
	return bound == g.Bound || slices.Contains(g.AltBound, bound)
}

func (g *goldFigure) acceptsPeriod(period string) bool {
	return period == orEmpty(g.Period) || slices.ContainsFunc(g.AltPeriod, func(a *string) bool { return orEmpty(a) == period || orEmpty(a) == "?" })
}

func sameValue(want any, f *Figure) bool {
	if f.Value == nil {
		return sameNumber(want, f.Date)
	}
	got, _ := f.Value.Float64()
	return sameNumber(want, got)
}

func sameNumber(want, got any) bool {
	a, isNumber := want.(float64)
	b, both := got.(float64)
	if !isNumber || !both {
		return want == got
	}
	return math.Abs(b-a) <= 1e-5*max(1, math.Abs(a))
}

func orEmpty(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}
