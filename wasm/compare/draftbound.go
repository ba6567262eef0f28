package compare

import (
	"strings"

	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// denyReach is how many characters may stand between a word that denies and
// what it denies.
const denyReach = 8

// isDenied reports whether a draft says of a figure that it is not so, or does not
// vouch for it: 不是115亿, 并非于2026年4月, 并未增长8%. What a bound says (不到, 未达到)
// is part of the figure.
func isDenied(i *item) bool {
	if i.f.Status == figure.NotClaimed {
		return true
	}
	before := beforeIt(i)
	near := text.Last(lastClause(before), denyReach)
	for _, w := range wordsOf("affirms") {
		near = strings.ReplaceAll(near, w, border)
	}
	return containsAny(near, wordsOf("denies")...)
}

// floors are the bounds of what is at least so much.
var floors = map[quantity.Bound]bool{quantity.Over: true, quantity.AtLeast: true}

// ceilings are the bounds of what is at most so much.
var ceilings = map[quantity.Bound]bool{quantity.Under: true, quantity.AtMost: true, quantity.UpTo: true, quantity.Nearly: true}

// fallsShort: one says that a value is not reached that the other has, to the
// rounding of its last digit: 未达到115亿 and 115亿.
func fallsShort(a, b *item) bool {
	return a.f.Bound == quantity.Under && (b.f.Bound == quantity.Exact || floors[b.f.Bound]) && abs(b.value).Cmp(abs(a.value)) >= 0
}

// goesFurther: a draft says more than a library that only says how much there
// is at least, or how high a rank: 超过280亿 and 超过260亿, 前五 and 前十.
func goesFurther(i, o *item) bool {
	v, told := abs(i.value), abs(o.value)
	switch {
	case i.f.Kind == "rank":
		return o.f.Bound == quantity.UpTo && v.Cmp(told) < 0
	case !floors[o.f.Bound] || ceilings[i.f.Bound] && i.f.Bound != quantity.Nearly || v.Cmp(told) <= 0:
		return false
	case floors[i.f.Bound]:
		return !roundsTo(i, o)
	}
	return sub(v, told).Cmp(mul(told, twentieth)) > 0 && sub(v, told).Cmp(topPlace(told)) > 0
}

// isFar: what may be so but lies far from what is told: 不到200亿 of 20亿.
func (i *item) isFar(o *item) bool {
	if !i.interval.usual().Meets(o.interval.usual()) {
		return true
	}
	return i.f.Kind != "rank" && (ceilings[i.f.Bound] && !ceilings[o.f.Bound] && o.size < nearTo*i.size ||
		ceilings[o.f.Bound] && !ceilings[i.f.Bound] && i.size < nearTo*o.size)
}

// nearTo is how much of a value that is not reached another must be to be near.
const nearTo = 0.75
