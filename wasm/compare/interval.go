package compare

import (
	"math"
	"math/big"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
)

// Interval is the set of values that a figure leaves possible. An end that is
// nil is infinite; an open end is not part of it.
type Interval struct {
	Low, High         *big.Rat
	LowOpen, HighOpen bool
}

// tenth and quarter are how far 约, 接近 and 超过 customarily reach.
var (
	tenth   = big.NewRat(1, 10)
	quarter = big.NewRat(1, 4)
	half    = big.NewRat(1, 2)
	// twentieth is how far above its number 超过 certainly reaches.
	twentieth = big.NewRat(1, 20)
	// hundred is the whole, in percent.
	hundred = big.NewRat(100, 1)
)

// IntervalOf returns the interval of a figure: exact ones reach half a unit of
// their last stated digit to each side (380亿 states three digits: 37.95 bn to
// 38.05 bn). It is false for dates and whatever has no value.
func IntervalOf(f *figure.Figure) (Interval, bool) {
	if f.Value == nil {
		return Interval{}, false
	}
	v, high := signed(f)
	slack := mul(abs(v), tenth)
	switch f.Bound {
	case quantity.About:
		return Interval{Low: sub(v, slack), High: add(v, slack)}, true
	case quantity.Nearly:
		return ordered(sub(v, mul(v, tenth)), v, true), true
	case quantity.Over:
		return above(v, true, f), true
	case quantity.AtLeast:
		return above(v, false, f), true
	case quantity.Under:
		return below(v, true, f), true
	case quantity.AtMost, quantity.UpTo:
		return below(v, false, f), true
	}
	if i, ok := aroundWhole(f, v); ok {
		return i, true
	}
	digit := mul(lastDigit(f), half)
	if high == nil {
		high = v
	}
	if f.Bound == quantity.Range {
		digit = new(big.Rat)
	}
	low := v
	if low.Cmp(high) > 0 {
		low, high = high, low
	}
	return Interval{Low: sub(low, digit), High: add(high, digit), HighOpen: digit.Sign() > 0}, true
}

// saysSize reports whether 高达, 多达 say of a fact how large it is, and set no limit:
// 贸易额高达438亿美元. 可达, 最高达 and what is still to come are limits.
func saysSize(f *figure.Figure) bool {
	lead := f.Quote[:max(0, strings.Index(f.Quote, coreOf(f)))]
	return f.Bound == quantity.UpTo && f.Status == "actual" && containsAny(lead, "高达", "多达") && !containsAny(lead, "可", "最", "至")
}

// aroundWhole is the interval of an exact whole number that fits a machine
// word, which nearly all are; false for the others.
func aroundWhole(f *figure.Figure, v *big.Rat) (Interval, bool) {
	n, ok := quantity.Whole(v)
	digits, groups := arabic(coreOf(f))
	if !ok || f.Bound != quantity.Exact || f.Max != nil || groups != 1 || digits <= 0 || n == 0 || n%digits != 0 || n > wholeLimit || n < -wholeLimit {
		return Interval{}, false
	}
	digit := max(n/digits, -n/digits)
	return Interval{Low: halves(2*n - digit), High: halves(2*n + digit), HighOpen: true}, true
}

// wholeLimit keeps three times a number within a machine word.
const wholeLimit = math.MaxInt64 / 4

// halves is n halves.
func halves(n int64) *big.Rat {
	if n%2 == 0 {
		return new(big.Rat).SetInt64(n / 2)
	}
	return big.NewRat(n, 2)
}

// float is v, rounded.
func float(v *big.Rat) float64 {
	if n, ok := quantity.Whole(v); ok {
		return float64(n)
	}
	f, _ := v.Float64()
	return f
}

// ordered makes an open interval of two ends in either order.
func ordered(a, b *big.Rat, open bool) Interval {
	if a.Cmp(b) > 0 {
		a, b = b, a
	}
	return Interval{Low: a, High: b, LowOpen: open, HighOpen: open}
}

// above is all that is more than v, for what falls all that falls further.
func above(v *big.Rat, open bool, f *figure.Figure) Interval {
	if falls(f) {
		return Interval{High: v, HighOpen: open}
	}
	return Interval{Low: v, LowOpen: open}
}

// below is from nothing to v.
func below(v *big.Rat, open bool, f *figure.Figure) Interval {
	switch {
	case falls(f):
		return Interval{Low: v, LowOpen: open, High: new(big.Rat)}
	case v.Sign() > 0:
		return Interval{Low: new(big.Rat), High: v, HighOpen: open}
	}
	return Interval{High: v, HighOpen: open}
}

// Meets reports whether some value lies in both.
func (i Interval) Meets(o Interval) bool { return !i.meet(o).empty() }

// meet is what lies in both.
func (i Interval) meet(o Interval) Interval {
	m := i
	if o.Low != nil && (m.Low == nil || o.Low.Cmp(m.Low) > 0 || o.Low.Cmp(m.Low) == 0 && o.LowOpen) {
		m.Low, m.LowOpen = o.Low, o.LowOpen
	}
	if o.High != nil && (m.High == nil || o.High.Cmp(m.High) < 0 || o.High.Cmp(m.High) == 0 && o.HighOpen) {
		m.High, m.HighOpen = o.High, o.HighOpen
	}
	return m
}

// middle lies between the ends, which there are.
func (i Interval) middle() *big.Rat { return mul(add(i.Low, i.High), half) }

func (i Interval) empty() bool {
	if i.Low == nil || i.High == nil {
		return false
	}
	c := i.Low.Cmp(i.High)
	return c > 0 || c == 0 && (i.LowOpen || i.HighOpen)
}

// roundsTo reports whether one of two values is the other, rounded, and less than two
// percent away: 700亿 is 702亿.
func roundsTo(a, b *item) bool {
	if a.value == nil || b.value == nil || a.f.Bound != quantity.Exact || b.f.Bound != quantity.Exact || a.size == 0 || b.size == 0 || math.Abs(a.size/b.size-1) > 0.02 {
		return false
	}
	x, y := lastPlace(a.value), lastPlace(b.value)
	if x.Cmp(y) < 0 {
		a, b, x, y = b, a, y, x
	}
	return x.Cmp(y) > 0 && abs(sub(a.value, b.value)).Cmp(mul(x, half)) <= 0
}

// Usual replaces an infinite end, for drawings, by a finite one: whoever says
// over v rarely means more than a quarter over it.
func (i Interval) Usual() (low, high *big.Rat) {
	low, high = i.Low, i.High
	switch {
	case low == nil && high == nil:
		return new(big.Rat), new(big.Rat)
	case high == nil:
		high = add(low, mul(abs(low), quarter))
	case low == nil:
		low = sub(high, mul(abs(high), quarter))
	}
	return low, high
}

// usual is the interval with the ends of Usual.
func (i Interval) usual() Interval {
	i.Low, i.High = i.Usual()
	return i
}

// signed is the value with the sign of its direction.
func signed(f *figure.Figure) (value, high *big.Rat) {
	value, high = f.Value, f.Max
	if falls(f) {
		value = new(big.Rat).Neg(abs(value))
		if high != nil {
			high = new(big.Rat).Neg(abs(high))
		}
	}
	return value, high
}

// falls reports whether a figure is written below zero: growth that is a
// decrease. An amount that something fell by is written above it.
func falls(f *figure.Figure) bool { return f.Kind == "change" && f.Direction == "decrease" }

// coreOf is the number with its unit, in the words of the text.
func coreOf(f *figure.Figure) string {
	from, to := f.Core.Start-f.Span.Start, f.Core.End-f.Span.Start
	if from < 0 || to > len(f.Quote) || from >= to || !utf8.ValidString(f.Quote[from:to]) {
		return f.Quote
	}
	return f.Quote[from:to]
}

func add(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func abs(a *big.Rat) *big.Rat    { return new(big.Rat).Abs(a) }
