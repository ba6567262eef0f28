package compare

import "math/big"

// figuresAround is how many figures around an increase its level and its growth may be.
const figuresAround = 5

// incrementChecks sets what something grew by against the level it grew to and
// the growth in percent that one paragraph tells: 300亿, 增长11%, 增加50亿 cannot
// all be so.
func (l *library) incrementChecks() []Check {
	var list []Check
	for k, i := range l.items {
		l.yield()
		if i.value == nil || i.f.Direction != "increase" || i.changes() || i.f.Kind == "share" || i.ahead || i.f.Measure == "" {
			continue
		}
		around := l.items[max(0, k-figuresAround):min(len(l.items), k+figuresAround)]
		growth := withIt(around, i, func(o *item) bool { return o.f.Kind == "change" && o.f.Unit == "%" && o.f.Direction == "increase" })
		level := withIt(around, i, func(o *item) bool {
			return o.isLevel() && o.f.Unit == i.f.Unit && o.f.Direction != "increase" && !o.baseline && !isCompared(o)
		})
		if growth == nil || level == nil {
			continue
		}
		if grown, ok := incrementOf(level.interval.usual(), growth.interval.usual()); ok && !grown.Meets(i.interval.usual()) {
			list = append(list, l.check(Suspect, "suspect.increment", []*item{level, growth, i}, fill{"level", l.tell(level)}, fill{"growth", l.tell(growth)},
				fill{"computed", TellValue(rounded(grown.middle()), i.f.Unit)}, fill{"said", l.tell(i)}))
		}
	}
	return list
}

// withIt is the figure nearest before or behind an increase that tells the same
// measure of the same parties for a time within the same year.
func withIt(around []*item, i *item, fits func(*item) bool) *item {
	var best *item
	for _, o := range around {
		if o != i && !o.ahead && o.value != nil && o.ref.Document == i.ref.Document && o.f.Passage == i.f.Passage && o.measureID() == i.measureID() &&
			partyKey(o.f) == partyKey(i.f) && o.toldYear() == i.toldYear() && ofOneThing(o, i) && fits(o) {
			best = o
		}
	}
	return best
}

// ofOneThing: 集体收入 grew by so much, 人均收入 by so many percent.
func ofOneThing(a, b *item) bool {
	return perOf(a) == perOf(b) && (a.topic == "" || b.topic == "" || likeness(a.topic, b.topic) >= enough)
}

// incrementOf is how much came on top where something grew by percent to level.
func incrementOf(level, percent Interval) (Interval, bool) {
	if level.Low == nil || level.High == nil || percent.Low == nil || percent.High == nil || percent.Low.Sign() <= 0 {
		return Interval{}, false
	}
	part := func(p *big.Rat) *big.Rat { return new(big.Rat).Quo(p, add(hundred, p)) }
	return Interval{Low: mul(level.Low, part(percent.Low)), High: mul(level.High, part(percent.High))}, true
}
