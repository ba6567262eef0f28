package compare

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// growthChecks sets levels of two years that follow each other against the
// growth that is told for the second.
func (l *library) growthChecks(clusters []*cluster) []Check {
	growth := map[bucketKey][]*item{}
	for _, c := range clusters {
		l.yield()
		if c.kind == "change" && c.years == 1 && c.parties != "" && c.measure != "" {
			key := growthKey(c)
			growth[key] = append(growth[key], c.items...)
		}
	}
	var list []Check
	for _, c := range clusters {
		l.yield()
		told := growth[growthKey(c)]
		if len(told) == 0 || len(c.items) < 2 || !c.items[0].isLevel() || c.kind == "share" {
			continue
		}
		list = append(list, l.growthOf(c, told)...)
	}
	return list
}

// growthKey is what growth and the levels it leads to share.
func growthKey(c *cluster) bucketKey {
	return bucketKey{others: c.others, measure: c.measure, parties: c.parties, scope: c.scope, per: c.per, part: c.part}
}

func (l *library) growthOf(c *cluster, told []*item) []Check {
	levels := map[int][]*item{}
	for _, i := range c.items {
		if y := i.when.year(); !i.ahead && i.when.known && len(levels[y]) < levelsTried {
			levels[y] = append(levels[y], i)
		}
	}
	var list []Check
	seen := map[string]bool{} // one doubt, however often the growth is told
	for _, g := range told {
		if !g.when.known || g.ahead || g.topic != c.topic || g.f.Unit != "%" {
			continue
		}
		from, to, computed, fits := l.levelsOf(g, levels[g.when.year()-1], levels[g.when.year()])
		if from == nil || seen[from.ref.id()+border+g.value.RatString()] {
			continue
		}
		seen[from.ref.id()+border+g.value.RatString()] = true
		list = append(list, l.growthCheck(from, to, g, computed, fits))
	}
	return list
}

// growthCheck says that two levels bear out the growth told for them, or do not.
func (l *library) growthCheck(from, to, g *item, computed Interval, fits bool) Check {
	rule, kind := "arithmetic.growth", Arithmetic
	if !fits {
		rule, kind = "suspect.growth", Suspect
	}
	return l.check(kind, rule, []*item{from, to, g}, fill{"first", l.tell(from)}, fill{"last", l.tell(to)},
		fill{"computed", TellValue(rounded(computed.middle()), "%")}, fill{"said", l.tell(g)})
}

// levelsTried is how many levels told for a year growth is held against.
const levelsTried = 6

// levelsOf finds two levels that the growth fits; where none do, the last two;
// and none where it misses some by so little that nothing can be said.
func (l *library) levelsOf(g *item, before, after []*item) (from, to *item, computed Interval, fits bool) {
	almost := false
	for _, a := range before {
		for _, b := range after {
			c, ok := growthBetween(a.interval, b.interval)
			if !ok || l.growsOther(g, b) {
				continue
			}
			from, to, computed = a, b, c
			if c.Meets(g.interval) {
				return from, to, computed, true
			}
			almost = almost || isPointOff(c, g.value)
		}
	}
	if almost {
		return nil, nil, Interval{}, false
	}
	return from, to, computed, false
}

// onePoint is by how many percentage points growth may miss what two levels make
// of it and be no fault, although it does not bear them out either: those of the
// year before are often mended later.
var onePoint = big.NewRat(1, 1)

func isPointOff(i Interval, v *big.Rat) bool {
	return v.Cmp(sub(i.Low, onePoint)) >= 0 && v.Cmp(add(i.High, onePoint)) <= 0
}

// growsOther reports whether growth is that of a level in another unit, told
// right beside it: 集装箱5.65万标箱，增长176% says nothing of tonnes.
func (l *library) growsOther(g, level *item) bool {
	for _, at := range []int{g.at - 1, g.at + 1} {
		if at < 0 || at >= len(l.items) {
			continue
		}
		o := l.items[at]
		if o.ref.Document == g.ref.Document && o.f.Passage == g.f.Passage && o.f.Sentence == g.f.Sentence && o.isLevel() && o.measureID() == g.measureID() && o.f.Unit != level.f.Unit {
			return true
		}
	}
	return false
}

// growthBetween is the growth in percent that two levels leave possible.
func growthBetween(from, to Interval) (Interval, bool) {
	if from.Low == nil || from.High == nil || to.Low == nil || to.High == nil || from.Low.Sign() <= 0 {
		return Interval{}, false
	}
	one := big.NewRat(1, 1)
	low := mul(sub(new(big.Rat).Quo(to.Low, from.High), one), hundred)
	high := mul(sub(new(big.Rat).Quo(to.High, from.Low), one), hundred)
	return Interval{Low: low, High: high}, true
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
		list = append(list, l.growthCheck(from, to, g, computed, fits))
	}
	return list
}

// baseAndLevel are the value that a change starts from and the one it led to,
// beside the change and of one thing with it.
func baseAndLevel(items []*item, k int) (from, to *item) {
	for _, n := range []int{k - 2, k - 1} {
		if n < 0 || !items[n].baseline || n+1 >= len(items) {
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

// sameThing reports whether two figures have one measure and one set of
// parties.
func sameThing(a, b *item) bool {
	if a.isLevel() && b.isLevel() && a.f.Unit != b.f.Unit {
		return false
	}
	return a.measureID() == b.measureID() && partyKey(a.f) == partyKey(b.f) && (a.topic == b.topic || likeness(a.topic, b.topic) >= enough)
}

// besideIt: between the first value and the change nothing else begins.
func besideIt(items []*item, from, change int) bool {
	said := between(items[from], items[change])
	return utf8.RuneCountInString(said) <= growthReach && !strings.ContainsAny(said, "；;") && !containsAny(said, "其中", "同期", "而")
}

// growthReach is how many characters may lie between a value and the growth
// from it.
const growthReach = 24
