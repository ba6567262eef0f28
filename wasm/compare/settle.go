package compare

import (
	"math"
	"slices"

	"fenghui/wasm/quantity"
)

// settled leaves out of a cluster what adds nothing to the others: growth at an
// unknown time, a value without a time that fits none of those with one, an aim
// below what had been reached when it was set. The items come, and stay, in the
// order of earlier.
func settled(items []*item) []*item {
	if len(items) < 2 || items[0].isEvent() {
		return items
	}
	if items[0].f.Kind == "multiple" {
		return alikeMultiples(items)
	}
	facts := slices.DeleteFunc(slices.Clone(items), func(i *item) bool { return i.ahead })
	kept := slices.DeleteFunc(slices.Clone(items), func(i *item) bool { return !i.ahead && i.loose() && !backed(i, facts) })
	return slices.DeleteFunc(kept, func(i *item) bool { return i.ahead && alreadyThen(i, kept) })
}

// loose reports whether a value is given without a time: an amount per period
// may then belong to any period, and growth to one of any length.
func (i *item) loose() bool { return !i.when.known }

// itemsBacked is how many others a figure is compared with; the limit keeps the
// time linear.
const itemsBacked = 40

// backed reports whether a figure without a time may stay beside the others. It
// may if it agrees with one of about its own report's time. Otherwise growth may
// if it agrees with other growth and none of the others has a time; a stock may
// unless it leaps. An amount per period may if another passage of its report
// contradicts it; also if it does not leap, and none of the others has a time or
// it is alone.
func backed(i *item, facts []*item) bool {
	dated, said, told := false, false, false
	for _, o := range facts[:min(len(facts), itemsBacked)] {
		if o == i {
			continue
		}
		apart := i.conflicts(o)
		switch {
		case !apart && o.length() == i.length() && (o.when.known && o.toldYear() >= i.docYear-2 || i.isStock() && compareTimes(i, o) == together):
			return true
		case !apart && !o.when.known && o.length() == i.length():
			said = true
		case apart && !i.changes() && !o.when.known && o.ref.Document == i.ref.Document && o.f.Passage != i.f.Passage:
			told = true
		}
		dated = dated || o.when.known
	}
	switch {
	case i.changes():
		return said && !dated
	case i.isStock():
		return !leaps(i, facts)
	}
	return told || !leaps(i, facts) && (!dated || alone(i, facts))
}

// alone reports whether a level comes from a report that has none of the other
// facts and is older than each of their times: it cannot belong to one of them.
func alone(i *item, facts []*item) bool {
	return i.isLevel() && i.docYear > 0 && !slices.ContainsFunc(facts, func(o *item) bool {
		return o != i && (o.ref.Document == i.ref.Document || o.toldYear() <= i.docYear)
	})
}

// isStock reports whether a figure is an amount at a point in time, not one that
// comes in over a period.
func (i *item) isStock() bool { return !i.flow && !i.changes() }

// leaps reports whether a value without a time is too far from one of the others.
func leaps(i *item, facts []*item) bool {
	return slices.ContainsFunc(facts[:min(len(facts), itemsBacked)], func(o *item) bool { return o != i && tooFar(i, o) })
}

// fewThings is the number below which two counts are never too far apart.
const fewThings = 10

// tooFar reports whether two amounts lie too far apart for the years between
// them, and not by a slip of the decimal point.
func tooFar(i, o *item) bool {
	if i.size <= 0 || o.size <= 0 || i.toldYear() == 0 || o.toldYear() == 0 || i.f.Kind == "share" || i.f.Kind == "count" && max(i.size, o.size) < fewThings || slip(i, o) {
		return false
	}
	return beyond(i, o, jumpFactor)
}

// beyond reports whether one of two amounts is more than factor times the other
// for each year between them.
func beyond(i, o *item, factor float64) bool {
	years := max(1, max(i.toldYear(), o.toldYear())-min(i.toldYear(), o.toldYear()))
	limit := math.Pow(factor, float64(years))
	return i.size > limit*o.size || o.size > limit*i.size
}

// alreadyThen reports whether an aim had already been reached when it was set.
// Nobody aims at what he has, so it is an aim for something else.
func alreadyThen(aim *item, items []*item) bool {
	return slices.ContainsFunc(items[:min(len(items), itemsBacked)], func(o *item) bool {
		if o.ahead || o.value == nil || aim.value == nil || o.day > aim.day || o.loose() && o.flow || !o.conflicts(aim) {
			return false
		}
		return reached(o, aim, sub(aim.value, o.value))
	})
}

// alikeMultiples: a multiple says from what time it counts rarely enough that
// only those that say the same are one.
func alikeMultiples(items []*item) []*item {
	same := func(a, b *item) bool {
		return a.ahead == b.ahead && (a.when.known && a.when == b.when || !a.when.known && !b.when.known && a.value.Cmp(b.value) == 0 && a.length() == b.length())
	}
	return slices.DeleteFunc(slices.Clone(items), func(i *item) bool {
		return !slices.ContainsFunc(items[:min(len(items), itemsBacked)], func(o *item) bool { return o != i && same(i, o) })
	})
}

// exactBeside is the item that says exactly what the k-th says in round words, for
// the same time in the same report: 3012万 where the headline has 超过3000万.
func exactBeside(items []*item, k int) int {
	if items[k].f.Bound == quantity.Exact {
		return k
	}
	for n := max(0, k-itemsBacked); n < min(len(items), k+itemsBacked); n++ {
		i := items[n]
		if i.f.Bound == quantity.Exact && i.when == items[k].when && i.when.known && i.ahead == items[k].ahead && i.ref.Document == items[k].ref.Document && i.interval.Meets(items[k].interval) {
			return n
		}
	}
	return k
}
