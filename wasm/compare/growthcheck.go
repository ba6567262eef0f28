package compare

import "math/big"

// growthChecks sets levels of two years that follow each other against the
// growth that is told for the second.
func (l *library) growthChecks(clusters []*cluster) []Check {
	growth := map[bucketKey][]*item{}
	for _, c := range clusters {
		l.rest()
		if c.kind == "change" && c.years == 1 && c.parties != "" && c.measure != "" {
			key := growthKey(c)
			growth[key] = append(growth[key], c.items...)
		}
	}
	var list []Check
	for _, c := range clusters {
		l.rest()
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
	return bucketKey{others: c.others, measure: c.measure, parties: c.parties, scope: c.scope, part: c.part}
}

func (l *library) growthOf(c *cluster, told []*item) []Check {
	levels := map[int]*item{}
	for _, i := range c.items {
		if !i.ahead && i.when.known {
			levels[i.when.year()] = i
		}
	}
	var list []Check
	seen := map[string]bool{} // one doubt, however often the growth is told
	for _, g := range told {
		from, to := levels[g.when.year()-1], levels[g.when.year()]
		if !g.when.known || g.ahead || g.topic != c.topic || from == nil || to == nil || g.f.Unit != "%" || l.growsOther(g, to) {
			continue
		}
		computed, ok := growthBetween(from.interval, to.interval)
		if !ok {
			continue
		}
		rule, kind := "arithmetic.growth", Arithmetic
		if !computed.Meets(g.interval) {
			rule, kind = "suspect.growth", Suspect
		}
		middle := mul(add(computed.Low, computed.High), half)
		if key := from.ref.id() + border + g.value.RatString(); seen[key] {
			continue
		} else {
			seen[key] = true
		}
		list = append(list, l.check(kind, rule, []*item{from, to, g}, fill{"first", l.tell(from)}, fill{"last", l.tell(to)},
			fill{"computed", tellValue(rounded(middle), "%", "change")}, fill{"said", l.tell(g)}))
	}
	return list
}

// growsOther tells growth of a level in another unit, told right beside it:
// 集装箱5.65万标箱，增长176% says nothing of tonnes.
func (l *library) growsOther(g, level *item) bool {
	for _, at := range []int{g.at - 1, g.at + 1} {
		if at < 0 || at >= len(l.items) {
			continue
		}
		o := l.items[at]
		if o.ref.Document == g.ref.Document && o.f.Passage == g.f.Passage && o.f.Sentence == g.f.Sentence && o.isLevel() && o.id() == g.id() && o.f.Unit != level.f.Unit {
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
	one, hundred := big.NewRat(1, 1), big.NewRat(100, 1)
	low := mul(sub(new(big.Rat).Quo(to.Low, from.High), one), hundred)
	high := mul(sub(new(big.Rat).Quo(to.High, from.Low), one), hundred)
	return Interval{Low: low, High: high}, true
}
