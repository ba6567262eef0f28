package amount

import (
	"math"
	"math/big"

	"fenghui/wasm/quantity"
)

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

// Side is where a value lies of the number it is told with: 超过100 lies above
// it, 不到100 and 接近100 below, all others on it.
type Side int

// Where a value may lie.
const (
	Beneath Side = iota - 1
	On
	Beyond
)

// SideOf what is told with a bound.
func SideOf(bound quantity.Bound) Side {
	switch bound {
	case quantity.Over:
		return Beyond
	case quantity.Under, quantity.Nearly:
		return Beneath
	}
	return On
}

// Holds tells of a value next to a number, or of some value up to max if that
// is a number. How far from its number a value lies nobody knows, so it is
// taken to lie next to it: 超过100 is more than 100 and less than 101.
func (b Bounds) Holds(value, max float64, side Side) bool {
	if math.IsNaN(max) || max < value {
		max = value
	}
	high := b.openFrom || max > b.from || max == b.from && (side == Beyond || side == On && !b.above)
	low := b.openTo || value < b.to || value == b.to && (side == Beneath || side == On && !b.below)
	return high && low
}

// Equals reports whether the value is the one asked for, or ends where that
// range does, whatever its bound.
func (b Bounds) Equals(value, max float64, _ Side) bool {
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
