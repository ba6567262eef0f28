package figure

import (
	"math/big"
	"strings"

	"fenghui/wasm/quantity"
)

// multipleRules say how 倍 and 番 are to be read: by (grows by n times itself),
// to (grows to n times itself), or that the text leaves it open.
var multipleRules = []rule{
	{"multiple.none", func(r *reading) bool { return r.Kind != "multiple" }, func(*reading) {}},
	{"multiple.doubling", isDoubled, func(r *reading) { r.read("to") }},
	{"multiple.levels", decidedByLevels, func(r *reading) { r.read(r.step.Value) }},
	{"multiple.to", saysTo, func(r *reading) { r.read("to") }},
	{"multiple.once", isOnce, func(r *reading) { r.read("by") }},
	{"multiple.by", saysBy, func(r *reading) { r.read("by") }},
	{"multiple.ambiguous", func(r *reading) bool { return r.Direction != "level" }, func(r *reading) { r.read("ambiguous") }},
	{"multiple.of", always, func(r *reading) { r.read("to") }},
}

// read sets the reading and both factors.
func (r *reading) read(how string) {
	r.Reading, r.step.Value = how, how
	one := big.NewRat(1, 1)
	r.To = r.Value
	r.By = new(big.Rat).Add(one, r.Value)
	if r.Direction == "decrease" {
		r.By = new(big.Rat).Sub(one, r.Value)
	}
}

// saysTo: 增长到三倍, 是去年的三倍, 相当于两倍.
func saysTo(r *reading) bool {
	if h, ok := r.levelVerb(); ok {
		r.Direction = "increase"
		return r.noted(h, ok)
	}
	_, ok := hasSuffix(strings.TrimRight(r.left, "约近了"), listed("multiple-of")...)
	return ok && r.Direction == "level"
}

// isOnce: 增长一倍 can only mean twice as much.
func isOnce(r *reading) bool {
	return r.Direction == "increase" && r.Value.Cmp(big.NewRat(1, 1)) <= 0
}

// saysBy: 比去年多两倍, 高出两倍.
func saysBy(r *reading) bool {
	_, more := hasSuffix(r.left, listed("multiple-more")...)
	if more && strings.Contains(r.left, "比") {
		r.Direction = "increase"
		return true
	}
	return false
}

// decidedByLevels: 从100亿增至400亿，增长三倍 leaves no doubt.
func decidedByLevels(r *reading) bool {
	if r.Direction == "level" {
		return false
	}
	old, now := r.twoLevels()
	if old == nil || old.Sign() <= 0 {
		return false
	}
	factor := new(big.Rat).Quo(now, old)
	one := big.NewRat(1, 1)
	by := new(big.Rat).Add(one, r.Value)
	more := new(big.Rat).Add(one, by)
	switch {
	case r.Bound == quantity.Over && factor.Cmp(by) > 0 && factor.Cmp(more) < 0:
		r.step.Value = "by" // 六倍多 lies between six and seven
	case r.Bound == quantity.Over && factor.Cmp(r.Value) > 0 && factor.Cmp(by) < 0:
		r.step.Value = "to"
	case factor.Cmp(by) == 0:
		r.step.Value = "by"
	case factor.Cmp(r.Value) == 0:
		r.step.Value = "to"
	case isNear(factor, by) && !isNear(factor, r.Value):
		r.step.Value = "by"
	case isNear(factor, r.Value) && !isNear(factor, by):
		r.step.Value = "to"
	default:
		return false
	}
	r.step.Text = quantity.Decimal(old) + " → " + quantity.Decimal(now)
	return true
}

// twoLevels finds the levels of 从…增至… in the sentence.
func (r *reading) twoLevels() (old, now *big.Rat) {
	from, to := r.n, r.n
	for from > 0 && r.n-from < 6 && r.p.quantities[from-1].Span.Start >= r.sentence.Start {
		from--
	}
	for to+1 < len(r.p.quantities) && to-r.n < 6 && r.p.quantities[to+1].Span.Start < r.sentence.End {
		to++
	}
	for k := from; k <= to; k++ {
		a := &r.p.quantities[k]
		if !r.mayBeLevel(a) {
			continue
		}
		for j := k + 1; j <= min(to, k+3); j++ {
			b := &r.p.quantities[j]
			if b.Unit == a.Unit && b.Kind == a.Kind && r.mayBeLevel(b) && hasLevelVerb(r.p.simple[a.Span.End:b.Span.Start]) {
				return a.Value, b.Value
			}
		}
	}
	return nil, nil
}

func (r *reading) mayBeLevel(q *quantity.Quantity) bool {
	switch q.Kind {
	case quantity.Multiple, quantity.YearKind, quantity.DateKind, quantity.Period, quantity.Duration:
		return false
	}
	return q.Value != nil && q.NotFigure == ""
}

func hasLevelVerb(s string) bool {
	if len(s) > 60 {
		return false
	}
	for _, w := range reachVerbs() {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// isNear allows for rounding, 4 % either way.
func isNear(a, b *big.Rat) bool {
	if b.Sign() == 0 {
		return false
	}
	ratio := new(big.Rat).Quo(a, b)
	return ratio.Cmp(big.NewRat(96, 100)) > 0 && ratio.Cmp(big.NewRat(104, 100)) < 0
}
