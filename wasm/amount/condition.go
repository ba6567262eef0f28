package amount

import (
	"math/big"
	"strings"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// Condition is what a value must be: between two ends, either of which may be
// open (nil) and may or may not belong to it.
type Condition struct {
	From, To     *big.Rat
	Above, Below bool // more than From, less than To: they do not belong to it themselves
	Unit         string
}

// Where reads a condition: >100亿美元, <=3, 20%..30%, 500亿美元, 超过3000万吨,
// ..5%, 20至30亿美元.
func Where(s string) (Condition, bool) {
	folded := strings.TrimSpace(text.Fold(s))
	if from, to, ranged := strings.Cut(folded, ".."); ranged {
		return between(strings.TrimSpace(from), strings.TrimSpace(strings.TrimPrefix(to, ".")))
	}
	for _, sign := range []string{">=", "≥", "<=", "≤", ">", "<", "="} {
		if rest, ok := strings.CutPrefix(folded, sign); ok {
			a, ok := Read(rest)
			return a.compared(sign), ok && a.Max == nil
		}
	}
	a, ok := Read(folded)
	return a.condition(), ok
}

func (a Amount) compared(sign string) Condition {
	c := Condition{Unit: a.Unit}
	switch sign {
	case ">", ">=", "≥":
		c.From, c.Above = a.Value, sign == ">"
	case "<", "<=", "≤":
		c.To, c.Below = a.Value, sign == "<"
	default:
		c.From, c.To = a.Value, a.Value
	}
	return c
}

// condition is what the words of a bound say: 超过500亿 is more than that.
func (a Amount) condition() Condition {
	switch a.Bound {
	case quantity.Over:
		return a.compared(">")
	case quantity.AtLeast:
		return a.compared(">=")
	case quantity.Under, quantity.Nearly:
		return a.compared("<")
	case quantity.AtMost, quantity.UpTo:
		return a.compared("<=")
	}
	c := a.compared("=")
	if a.Max != nil {
		c.To = a.Max
	}
	return c
}

// between reads the two ends of a range. A unit said of one end is that of
// both, and in 20..30亿美元 so is 亿.
func between(from, to string) (Condition, bool) {
	first, started := Read(from)
	last, ended := Read(to)
	if from == "" && ended {
		return last.compared("<="), last.Max == nil
	}
	if to == "" && started {
		return first.compared(">="), first.Max == nil
	}
	if !started || !ended || !first.plain() || !last.plain() {
		return Condition{}, false
	}
	if first.Unit == "" && last.Unit != "" {
		if whole, ok := Read(from + "-" + to); ok && whole.Max != nil {
			return whole.condition(), true
		}
		first.Unit = last.Unit
	}
	if last.Unit == "" {
		last.Unit = first.Unit
	}
	c := Condition{Unit: first.Unit, From: first.Value, To: converted(last.Value, last.Unit, first.Unit)}
	return c, c.To != nil && c.From.Cmp(c.To) <= 0
}

// plain: one value without a word that bounds it.
func (a Amount) plain() bool { return a.Max == nil && a.Bound == quantity.Exact }

// converted is a value of one unit in another, nil when they measure
// different things.
func converted(value *big.Rat, from, to string) *big.Rat {
	if from == to || value == nil {
		return value
	}
	base, one := quantity.Base(from)
	other, each := quantity.Base(to)
	if base != other {
		return nil
	}
	return new(big.Rat).Mul(value, new(big.Rat).Quo(one, each))
}

// Bounds is a condition on numbers in one unit.
type Bounds struct {
	from, to     float64
	openFrom     bool
	openTo       bool
	above, below bool
}

// In is the condition on values in a unit; not ok when no such value can meet
// it. A condition without unit is one on values in any. All numbers are those
// nearest to the exact ones, so equals stay equal.
func (c Condition) In(unit string) (Bounds, bool) {
	b := Bounds{openFrom: c.From == nil, openTo: c.To == nil, above: c.Above, below: c.Below}
	from, to := c.From, c.To
	if c.Unit != "" {
		from, to = converted(from, c.Unit, unit), converted(to, c.Unit, unit)
	}
	if from == nil && !b.openFrom || to == nil && !b.openTo {
		return Bounds{}, false
	}
	b.from, b.to = nearest(from), nearest(to)
	return b, true
}

func nearest(r *big.Rat) float64 {
	if r == nil {
		return 0
	}
	x, _ := r.Float64()
	return x
}

// Holds tells of a value, or of some value up to max if that is a number.
func (b Bounds) Holds(value, max float64) bool {
	if !(max > value) {
		max = value
	}
	high := b.openFrom || max > b.from || max == b.from && !b.above
	low := b.openTo || value < b.to || value == b.to && !b.below
	return high && low
}

// Equals tells whether the value is the one asked for, or ends where that
// range does.
func (b Bounds) Equals(value, max float64) bool {
	if b.from != b.to {
		return value == b.from && max == b.to
	}
	return value == b.from || max == b.from
}

// Exactly is the condition of being told as this value, whatever the bound.
func (a Amount) Exactly() Condition {
	c := a.compared("=")
	if a.Max != nil {
		c.To = a.Max
	}
	return c
}
