package compare

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// monthsAboveYears doubts what came in during some months of a year and is more
// than what the whole year brought.
func (l *library) monthsAboveYears(clusters []*cluster) []Check {
	years := map[bucketKey][]*cluster{}
	for _, c := range clusters {
		if l.rest(); c.part == 0 && c.parties != "" && c.items[0].isLevel() && c.kind != "share" {
			years[growthKey(c)] = append(years[growthKey(c)], c)
		}
	}
	var list []Check
	for _, c := range clusters {
		if l.rest(); c.part == 0 || c.parties == "" || !c.items[0].isLevel() || c.kind == "share" {
			continue
		}
		key := growthKey(c)
		key.part = 0
		for _, y := range years[key][:min(len(years[key]), clustersCompared)] {
			if y.topic == c.topic && y.unit == c.unit && y.kind == c.kind {
				list = append(list, l.monthsAboveYear(c, y)...)
			}
		}
	}
	return list
}

func (l *library) monthsAboveYear(months, years *cluster) []Check {
	whole := map[int]*item{} // where several are told the greatest
	for _, i := range years.items {
		if o := whole[i.when.year()]; !i.ahead && i.ofOneYear() && i.when.known && (o == nil || i.most > o.most) {
			whole[i.when.year()] = i
		}
	}
	var list []Check
	for _, m := range months.items {
		w := whole[m.when.year()]
		if w == nil || m.ahead || m.interval.Low == nil || m.interval.Low.Cmp(w.interval.usual().High) <= 0 {
			continue
		}
		list = append(list, l.check(Suspect, "suspect.months", []*item{m, w}, fill{"part", TellPeriod(m.f.Period)}, fill{"partvalue", l.tell(m)},
			fill{"whole", TellPeriod(w.f.Period)}, fill{"wholevalue", l.tell(w)}))
	}
	return list
}

// grownInOne sets growth against the two values that one sentence tells with
// it: 由100艘增至120艘，增长30%.
func (l *library) grownInOne(items []*item) []Check {
	var list []Check
	for k, g := range items {
		if g.f.Kind != "change" || g.f.Unit != "%" || g.ahead || g.value == nil {
			continue
		}
		from, to := baseAndLevel(items, k)
		if from == nil || to == nil {
			continue
		}
		computed, ok := growthBetween(from.interval, to.interval)
		fits := ok && computed.Meets(g.interval)
		if !ok || !fits && isPointOff(computed, g.value) {
			continue
		}
		rule, kind := "arithmetic.growth", Arithmetic
		if !fits {
			rule, kind = "suspect.growth", Suspect
		}
		middle := mul(add(computed.Low, computed.High), half)
		list = append(list, l.check(kind, rule, []*item{from, to, g}, fill{"first", l.tell(from)}, fill{"last", l.tell(to)},
			fill{"computed", tellValue(rounded(middle), "%", "change")}, fill{"said", l.tell(g)}))
	}
	return list
}

// baseAndLevel are the value that a change starts from and the one it led to,
// beside the change and of one thing with it.
func baseAndLevel(items []*item, k int) (from, to *item) {
	for _, n := range []int{k - 2, k - 1} {
		if n < 0 || !items[n].base || n+1 >= len(items) {
			continue
		}
		to = items[n+1]
		if n+1 == k && k+1 < len(items) {
			to = items[k+1]
		}
		if to.isLevel() && sameThing(items[n], to) && sameThing(items[k], to) && (to.when == items[k].when || !to.when.known) && besideIt(items, n, k) {
			return items[n], to
		}
	}
	return nil, nil
}

// sameThing tells two figures of one measure and one set of parties.
func sameThing(a, b *item) bool {
	if a.isLevel() && b.isLevel() && a.f.Unit != b.f.Unit {
		return false
	}
	return a.id() == b.id() && partyKey(a.f) == partyKey(b.f) && (a.topic == b.topic || likeness(a.topic, b.topic) >= enough)
}

// besideIt: between the first value and the change nothing else begins.
func besideIt(items []*item, from, change int) bool {
	said := between(items[from], items[change])
	return utf8.RuneCountInString(said) <= growthReach && !strings.ContainsAny(said, "；;") && !containsAny(said, "其中", "同期", "而")
}

// growthReach is how many characters may lie between a value and the growth
// from it.
const growthReach = 24

// opposites are words that tell two classes apart and leave nothing out.
var opposites = [][2]string{{"国际", "国内"}, {"男", "女"}, {"进口", "出口"}, {"城镇", "农村"}, {"城镇", "乡村"}, {"客运", "货运"}, {"对内", "对外"}, {"中央", "地方"}, {"海水", "淡水"}, {"入境", "出境"}}

// exhaust tells two parts that are together all of their whole: 国际机场 and 国内机场.
func exhaust(parts []*item) bool {
	if len(parts) != 2 {
		return false
	}
	a, b := className(parts[0]), className(parts[1])
	for _, pair := range opposites {
		x, y := strings.ReplaceAll(a, pair[0], border), strings.ReplaceAll(b, pair[1], border)
		if x != a && y != b && x == y {
			return true
		}
		x, y = strings.ReplaceAll(a, pair[1], border), strings.ReplaceAll(b, pair[0], border)
		if x != a && y != b && x == y {
			return true
		}
	}
	return false
}

// isLess tells a sum that is below all that its whole may be.
func isLess(total *big.Rat, whole *item) bool {
	return whole.interval.Low != nil && total.Cmp(whole.interval.Low) < 0
}
