package quantity

import (
	"math/big"
	"slices"
)

// measured makes a quantity of the whole match, its number from element k.
func (m *match) measured(kind Kind, value *big.Rat, nums ...*numeral) *reading {
	r := &reading{start: m.start, end: m.end, coreStart: m.start, coreEnd: m.end, parts: nums}
	r.Kind, r.Value, r.Bound = kind, value, Exact
	steps := 1
	for _, n := range nums {
		steps += len(n.why)
	}
	r.Why = make([]Step, 0, steps)
	for _, n := range nums {
		r.Why = append(r.Why, n.why...)
		r.take(n)
	}
	r.Why = append(r.Why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end)})
	return r
}

// take carries over from a number what bounds its value.
func (r *reading) take(n *numeral) {
	switch {
	case n.max != nil:
		r.Bound = Range
	case n.over():
		r.Bound = Over
	case n.about:
		r.Bound = About
	}
	r.Indefinite = r.Indefinite || n.indefinite
	if n.aside != "" {
		r.NotFigure = n.aside
	} else if n.implied {
		r.NotFigure, r.indefiniteArticle = "unit", true
	}
}

// comeFrom gives a reading the numbers and the steps of two others, in the order
// of the text.
func (r *reading) comeFrom(first, second *reading) {
	r.parts = slices.Concat(first.parts, second.parts)
	r.Why = slices.Concat(first.Why, second.Why)
}

// scale sets value, upper end and ceiling from the number, times factor.
func (r *reading) scale(n *numeral, factor *big.Rat) {
	if isOne(factor) {
		r.Value, r.Max, r.Ceiling = n.value, n.max, n.ceiling
		return
	}
	r.Value = times(n.value, factor)
	r.Max, r.Ceiling = scaled(n.max, factor), scaled(n.ceiling, factor)
}

// conclude writes the result into the last step of why.
func (r *reading) conclude() {
	if len(r.Why) == 0 {
		return
	}
	value := Decimal(r.Value)
	if r.Max != nil {
		value += "–" + Decimal(r.Max)
	}
	if r.at != nil {
		value = r.at.ISO()
	} else if r.Unit != "" {
		value += " " + r.Unit
	}
	r.Why[len(r.Why)-1].Value = value
}

// token makes the token of a finished quantity, with more classes than that of
// quantities.
func (m *match) token(r *reading, more ...class) (token, bool) {
	r.conclude()
	c := isQuantity
	for _, d := range more {
		c = c.or(d)
	}
	return token{class: c, start: m.start, end: m.end, q: r}, true
}

// measure makes a quantity of number n and unit u.
func (m *match) measure(n *numeral, u *Unit) *reading {
	r := m.measured(u.Kind, nil, n)
	r.scale(n, u.Factor)
	r.Unit, r.unit = u.Symbol, u
	if n.literal != nil {
		other := *n
		other.value, other.literal = n.literal, nil
		o := m.measure(&other, u)
		o.conclude()
		o.publish(m.s)
		r.Else = &o.Quantity
	}
	return r
}
