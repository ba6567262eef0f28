package compare

import (
	"math/big"
	"strings"
)

// impliedParts: 其中超过一半 of what was told before says how much that is; and
// where the part is told too, whether the share works out.
func (l *library) impliedParts(items []*item) []Check {
	var list []Check
	for k, i := range items {
		if i.f.Kind != "share" || i.value == nil || i.ahead || i.value.Sign() <= 0 {
			continue
		}
		if c, ok := l.shareOf(items, k); ok {
			list = append(list, c)
		} else if whole := l.wholeBefore(i); whole != nil {
			list = append(list, l.impliedPart(whole, i))
		}
	}
	return list
}

// wholeBefore is the amount right before a share that begins with 其中.
func (l *library) wholeBefore(i *item) *item {
	lead := beforeIt(i)
	if i.at == 0 || !strings.HasSuffix(lead, "其中") {
		return nil
	}
	w := l.items[i.at-1]
	if w.derived || w.ref.Document != i.ref.Document || w.f.Passage != i.f.Passage || w.ahead {
		return nil
	}
	if w.changes() && i.at > 1 { // 超过500亿美元，增长20%，其中…
		w = l.items[i.at-2]
	}
	if !w.isLevel() || w.f.Kind == "share" || w.f.Passage != i.f.Passage || w.ref.Document != i.ref.Document {
		return nil
	}
	return w
}

func (l *library) impliedPart(whole, share *item) Check {
	factor := mul(share.value, big.NewRat(1, 100))
	d := Derived{Of: l.subject(share), Unit: whole.f.Unit, Interval: product(whole.interval, scaled(share.interval, big.NewRat(1, 100)))}
	told := tellValue(rounded(mul(whole.value, factor)), whole.f.Unit, whole.f.Kind)
	bound := boundWords["about"]
	switch {
	case d.Interval.High == nil && d.Interval.Low != nil:
		bound = boundWords["over"]
	case whole.f.Bound == share.f.Bound && whole.f.Bound != "exact" && whole.f.Bound != "range":
		bound = boundWords[whole.f.Bound]
	}
	d.Told = Words{bound.Zh + told.Zh, bound.En + told.En}
	c := l.check(Arithmetic, "arithmetic.part", []*item{whole, share}, fill{"whole", l.tell(whole)}, fill{"share", l.tell(share)}, fill{"value", d.Told})
	c.Derived = []Derived{d}
	return c
}

// product of two intervals of nothing below zero.
func product(a, b Interval) Interval {
	p := Interval{LowOpen: a.LowOpen || b.LowOpen, HighOpen: a.HighOpen || b.HighOpen}
	if a.Low != nil && b.Low != nil {
		p.Low = mul(a.Low, b.Low)
	}
	if a.High != nil && b.High != nil {
		p.High = mul(a.High, b.High)
	}
	return p
}

// shareOf: 共20座，其中5座…，占25%.
func (l *library) shareOf(items []*item, k int) (Check, bool) {
	if k < 2 {
		return Check{}, false
	}
	whole, part, share := items[k-2], items[k-1], items[k]
	of, told := denominator(share)
	if !told || of != "" && !strings.HasPrefix(of, "总") && !strings.HasPrefix(of, "全") || !part.isLevel() || !isPartOf(part, whole) ||
		!containsAny(between(whole, part), "其中") || whole.value.Sign() <= 0 {
		return Check{}, false
	}
	low, high := part.interval, whole.interval
	if low.Low == nil || low.High == nil || high.Low == nil || high.High == nil || high.Low.Sign() <= 0 {
		return Check{}, false
	}
	hundred := big.NewRat(100, 1)
	computed := Interval{Low: mul(new(big.Rat).Quo(low.Low, high.High), hundred), High: mul(new(big.Rat).Quo(low.High, high.Low), hundred)}
	middle := rounded(mul(new(big.Rat).Quo(part.value, whole.value), hundred))
	rule, kind := "arithmetic.share", Arithmetic
	if !computed.Meets(share.interval) {
		rule, kind = "suspect.share", Suspect
	}
	return l.check(kind, rule, []*item{whole, part, share}, fill{"part", l.tell(part)}, fill{"whole", l.tell(whole)},
		fill{"computed", tellValue(middle, "%", "share")}, fill{"said", l.tell(share)}), true
}

// guessedYears: one check for each report without a date.
func (l *library) guessedYears() []Check {
	var list []Check
	var open []*item
	flush := func() {
		if len(open) > 0 {
			list = append(list, l.check(Ambiguous, "ambiguous.year", open[:min(len(open), 3)]))
		}
		open = nil
	}
	for k, i := range l.items {
		l.rest()
		if k > 0 && l.items[k-1].ref.Document != i.ref.Document {
			flush()
		}
		if !i.derived && i.docYear == 0 && (i.f.Inferred || i.f.Open) {
			open = append(open, i)
		}
	}
	flush()
	return list
}
