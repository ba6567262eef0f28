package compare

import (
	"math"
	"math/big"

	"fenghui/wasm/quantity"
)

// openMultiples: 增长1.5倍 without a level that decides how it is meant; with one,
// how it is.
func (l *library) openMultiples(items []*item) []Check {
	var list []Check
	for k, i := range items {
		if i.f.Reading != "ambiguous" || i.f.To == nil || i.f.By == nil || containsAny(beforeIt(i), wordsOf("misread")...) {
			continue
		}
		fills := []fill{{"said", both(i.f.Quote)}, {"value", i.timesAsMuch(i.f.Value)}, {"to", i.timesAsMuch(i.f.To)}, {"by", i.timesAsMuch(i.f.By)}}
		level := besides(items, k)
		if level == nil || i.f.To.Sign() <= 0 || i.f.By.Sign() <= 0 {
			list = append(list, l.check(Ambiguous, "ambiguous.multiple", []*item{i}, fills...))
			continue
		}
		if from, read := l.decided(i, level); read != "" {
			list = append(list, l.check(Arithmetic, "arithmetic."+read, []*item{from, level, i}, append(fills, fill{"first", l.tell(from)}, fill{"last", l.tell(level)})...))
			continue
		}
		to, by := l.derive(level, i, i.f.To), l.derive(level, i, i.f.By)
		c := l.check(Ambiguous, "ambiguous.multiple.level", []*item{i, level}, append(fills, fill{"level", l.tell(level)},
			fill{"baseto", bare(to.Told)}, fill{"baseby", bare(by.Told)})...)
		c.Derived = []Derived{to, by}
		list = append(list, c)
	}
	return list
}

// timesAsMuch is how many times as much, as exactly as the text says it.
func (i *item) timesAsMuch(v *big.Rat) Words {
	bound := boundWords[i.f.Bound]
	return Words{bound.Zh + short(v), bound.En + short(v)}
}

// decided finds a level told for the time a multiple counts from that only one
// of its readings leads from: the one its sentence starts from, or of growth
// within a year that of the year before.
func (l *library) decided(i, level *item) (from *item, read string) {
	for _, b := range l.levels[levelKey(level)] {
		same := b.ref.Document == i.ref.Document && b.f.Sentence == i.f.Sentence
		before := level.when.known && b.when.known && b.when.year() == level.when.year()-1 && i.length() == 1 && i.when == level.when
		if b == level || b.ahead || b.size <= 0 || !before && (!same || !b.baseline && !isEarlier(b, level)) {
			continue
		}
		ratio := level.size / b.size
		to, by := math.Abs(ratio/float(i.f.To)-1), math.Abs(ratio/float(i.f.By)-1)
		switch {
		case to < decides && by > 2*to:
			return b, "to"
		case by < decides && to > 2*by:
			return b, "by"
		}
	}
	return nil, ""
}

// decides is how near a reading must come to what two levels make of it.
const decides = 0.1

// levelKey is what levels of one thing share.
func levelKey(i *item) bucketKey {
	return bucketKey{measure: i.measureID(), kind: i.f.Kind, unit: i.f.Unit, parties: partyKey(i.f), others: i.topic + border + i.others, scope: scopeKey(i.f.Scope)}
}

// markLevels finds the levels of what is told in multiples.
func (l *library) markLevels() {
	l.levels = map[bucketKey][]*item{}
	for _, i := range l.items {
		l.yield()
		if i.f.Reading == "ambiguous" {
			for n := max(0, i.at-1); n <= min(i.at+1, len(l.items)-1); n++ {
				l.levels[levelKey(l.items[n])] = nil
			}
		}
	}
	for _, i := range l.items {
		l.yield()
		if len(l.levels) == 0 || !i.isLevel() || !i.when.known && !i.baseline {
			continue
		}
		key := levelKey(i)
		if list, asked := l.levels[key]; asked && len(list) < itemsBacked {
			l.levels[key] = append(list, i)
		}
	}
}

// derive is a level before it grew by the factor of a change.
func (l *library) derive(level, change *item, factor *big.Rat) Derived {
	inverse := new(big.Rat).Inv(factor)
	value := mul(level.value, inverse)
	d := Derived{Of: l.subject(level), Unit: level.f.Unit, Interval: scaled(level.interval, inverse)}
	told := TellValue(rounded(value), level.f.Unit)
	if level.f.Kind == "count" {
		told.Zh += level.f.Said
	}
	bound := level.f.Bound
	if bound == quantity.Exact || bound == quantity.Range {
		bound = quantity.About
	}
	if grown := boundRank(change.f.Bound); grown != 0 {
		if factor.Cmp(big.NewRat(1, 1)) < 0 {
			grown = -grown
		}
		bound, d.Interval = before(boundRank(level.f.Bound), grown, value)
	}
	d.Told = Words{boundWords[bound].Zh + told.Zh, boundWords[bound].En + told.En}
	return d
}

// before is what is known of a value before a change of which only one end is
// told: what is now 106 and grew by more than 80 % was less than 59; what is now
// more than 100 and grew by more was about so much.
func before(level, grown int, value *big.Rat) (quantity.Bound, Interval) {
	switch {
	case level*grown > 0:
		slack := mul(abs(value), tenth)
		return quantity.About, Interval{Low: sub(value, slack), High: add(value, slack)}
	case grown > 0:
		return quantity.Under, Interval{Low: new(big.Rat), High: value, HighOpen: true}
	}
	return quantity.Over, Interval{Low: value, LowOpen: true}
}
