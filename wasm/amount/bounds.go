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

// Side says where a value lies relative to the number in the text: 超过100 is
// above the number, 不到100 and 接近100 are below, everything else is on it.
type Side int

// Where a value may lie.
const (
	Beneath Side = iota - 1
	On
	Beyond
)

// SideOf returns the side of a value that the text gives with this bound.
func SideOf(bound quantity.Bound) Side {
	switch bound {
	case quantity.Over:
		return Beyond
	case quantity.Under, quantity.Nearly:
		return Beneath
	}
	return On
}

// Holds reports whether a value meets the condition, or, of a range that ends
// at max, whether some value in it does; max is NaN for a single value. The
// text does not say how far a value lies from its number, so it is taken to lie
// right beside it: 超过100 is more than 100 and less than 101.
func (b Bounds) Holds(value, max float64, side Side) bool {
	if math.IsNaN(max) || max < value {
		max = value
	}
	high := b.openFrom || max > b.from || max == b.from && (side == Beyond || side == On && !b.above)
	low := b.openTo || value < b.to || value == b.to && (side == Beneath || side == On && !b.below)
	return high && low
}

// Equals reports whether the value is the number asked for, or a range that
// begins or ends at it. When a range is asked for, both ends must be equal. On
// which side of its number the value lies does not matter.
func (b Bounds) Equals(value, max float64, _ Side) bool {
	if b.from != b.to {
		return value == b.from && max == b.to
	}
	return value == b.from || max == b.from
}

// Exactly is the condition that a value is given as this one, whatever the bound.
func (a Amount) Exactly() Condition {
	c := a.compared("=")
	if a.Max != nil {
		c.To = a.Max
	}
	return c
}
