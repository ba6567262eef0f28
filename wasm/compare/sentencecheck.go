package compare

import (
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"
)

// besides finds the level a change is told with: of the same measure and
// parties, right behind it or right before. What it is compared with is not
// what it led to.
func besides(items []*item, k int) *item {
	for _, n := range []int{k + 1, k - 1} {
		if n < 0 || n >= len(items) {
			continue
		}
		a, b := items[k], items[n]
		if b.baseline || n < k && outlived(items, n) {
			continue
		}
		if b.isLevel() && b.measureID() == a.measureID() && partyKey(a.f) == partyKey(b.f) && a.ahead == b.ahead && (a.measure != nil || likeness(a.topic, b.topic) >= enough) && !isEarlier(b, a) {
			return b
		}
	}
	return nil
}

// outlived reports whether the sentence tells a later level before this one:
// …70亿，而1992年仅为3亿，增长了20多倍.
func outlived(items []*item, n int) bool {
	b := items[n]
	return slices.ContainsFunc(items[max(0, n-itemsBacked):n], func(i *item) bool {
		return i.isLevel() && i.measureID() == b.measureID() && i.f.Unit == b.f.Unit && i.when.known && b.when.known && i.when.from > b.when.to
	})
}

// tellsBaseline reports whether the sentence tells what a change starts from, before it
// or right behind: nobody needs to work that out.
func tellsBaseline(items []*item, k int) bool {
	if k+1 < len(items) && items[k+1].baseline {
		return true
	}
	return slices.ContainsFunc(items[max(0, k-baseReach):k], func(i *item) bool {
		return i.isLevel() && i.f.Unit != "%" && (i.baseline || isEarlier(i, items[k]))
	})
}

// baseReach is how many figures before a change may tell what it starts from.
const baseReach = 3

// isEarlier reports whether a level is of an earlier time than what is told
// beside it: 较2020年的220亿.
func isEarlier(level, i *item) bool {
	return isCompared(level) || level.when.known && i.when.known && level.when.to < i.when.from
}

// comparedReach is how many characters may stand between 比 and the value.
const comparedReach = 14

// isCompared reports whether a level is what something else is compared with:
// 比2020年的220亿, 与220亿相比, 由上年的220亿增加两成; but not 占比达220亿 or 比上年增长一倍达220亿.
func isCompared(level *item) bool {
	before, after := aroundIt(level.doc, level.f)
	if strings.HasPrefix(after, "相比") || strings.HasPrefix(after, "相较") {
		return true
	}
	clause := lastClause(before)
	from := max(strings.LastIndex(clause, "由"), strings.LastIndex(clause, "从"))
	if from >= 0 && utf8.RuneCountInString(clause[from:]) <= comparedReach && startsWith(after, wordsOf("moves")...) {
		return true
	}
	at := max(strings.LastIndex(clause, "比"), strings.LastIndex(clause, "较"))
	if at < 0 || endsWith(clause[:at], "占", "同", "环", "对", "配", "性价") {
		return false
	}
	lead := clause[at+len("比"):]
	return utf8.RuneCountInString(lead) <= comparedReach && !strings.ContainsAny(lead, "增降长升减达为至到重例率如")
}

func scaled(i Interval, by *big.Rat) Interval {
	if i.Low != nil {
		i.Low = mul(i.Low, by)
	}
	if i.High != nil {
		i.High = mul(i.High, by)
	}
	return i
}

// openShares: a percentage of nobody knows what.
func (l *library) openShares(items []*item) []Check {
	var list []Check
	for _, i := range items {
		if i.f.Kind == "share" && i.measure == nil && i.topic == "" && len(i.f.Parties) == 0 {
			list = append(list, l.check(Ambiguous, "ambiguous.share", []*item{i}, fill{"value", l.tell(i)}))
		}
	}
	return list
}

// implied: growth and the level it led to say what was before.
func (l *library) implied(items []*item) []Check {
	var list []Check
	for k, i := range items {
		factor := factorOf(i)
		level := besides(items, k)
		if factor == nil || level == nil || tellsBaseline(items, k) || factor.Sign() <= 0 || i.f.Unit == "pp" || level.f.Kind == "share" && i.f.Kind != "multiple" {
			continue
		}
		d := l.derive(level, i, factor)
		c := l.check(Arithmetic, "arithmetic.before", []*item{i, level}, fill{"last", l.tell(level)}, fill{"said", l.tell(i)}, fill{"base", d.Told})
		c.Derived = []Derived{d}
		c.factor, _ = factor.Float64()
		c.factor = max(c.factor, 1/c.factor)
		list = append(list, c)
	}
	return list
}

// factorOf is what a change multiplies with, where that is clear.
func factorOf(i *item) *big.Rat {
	switch {
	case i.f.Kind == "change" && i.value != nil && i.f.Max == nil:
		return add(big.NewRat(1, 1), mul(i.value, big.NewRat(1, 100)))
	case i.f.Kind != "multiple" || i.f.Direction == "level":
		return nil
	case i.f.Reading == "to":
		return i.f.To
	case i.f.Reading == "by":
		return i.f.By
	}
	return nil
}
