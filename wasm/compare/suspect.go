package compare

import (
	"slices"
	"strings"
)

// flowsAboveStocks doubts an amount of one year that is more than the total of
// all years for the same parties, unless that total was given in an earlier year.
func (l *library) flowsAboveStocks(clusters []*cluster) []Check {
	stocks := map[bucketKey][]*item{}
	flows := map[bucketKey][]*item{}
	for _, c := range clusters {
		l.yield()
		key := bucketKey{unit: c.unit, parties: c.parties, scope: c.scope}
		if key.measure = traitsOf(c.measure).stock; c.kind == "money" && key.measure != "" && c.parties != "" {
			flows[key] = append(flows[key], c.items...)
		}
		if key.measure = c.measure; c.kind == "money" && c.parties != "" {
			stocks[key] = append(stocks[key], c.items...)
		}
	}
	var list []Check
	for _, c := range clusters {
		l.yield()
		key := bucketKey{measure: traitsOf(c.measure).stock, unit: c.unit, parties: c.parties, scope: c.scope}
		if key.measure == "" || len(stocks[key]) == 0 {
			continue
		}
		for _, i := range c.items {
			if stock := exceeded(i, stocks[key]); stock != nil {
				list = append(list, l.flowAboveStock(i, stock, flows[key]))
			}
		}
	}
	return list
}

// exceeded finds a total that is less than a year's amount, preferably in the
// same document.
func exceeded(i *item, stocks []*item) *item {
	if i.ahead || !i.ofOneYear() || i.topic != "" {
		return nil
	}
	var found *item
	for _, s := range stocks[:min(len(stocks), 100)] {
		if s.ahead || s.topic != "" || i.when.known && s.docYear != 0 && s.docYear < i.when.year() || !i.isMore(s) {
			continue
		}
		if found == nil || s.ref.Document == i.ref.Document && found.ref.Document != i.ref.Document {
			found = s
		}
	}
	return found
}

// isMore reports whether i is more than o. Over v is taken as v, since whoever
// could have said more would have.
func (i *item) isMore(o *item) bool {
	high := o.interval.High
	if high == nil {
		high = o.value
	}
	low := i.interval.Low
	return low != nil && low.Cmp(high) > 0
}

func (l *library) flowAboveStock(i, stock *item, flows []*item) Check {
	year := TellPeriod(i.f.Period)
	c := l.check(Suspect, "suspect.flow", []*item{i, stock}, fill{"what", l.subject(i)}, fill{"year", year},
		fill{"flow", l.tell(i)}, fill{"stock", l.tell(stock)})
	for _, o := range flows[:min(len(flows), 100)] {
		if o != i && o.ref.Document == i.ref.Document && o.when == i.when && o.value.Cmp(i.value) != 0 && o.topic == "" && !o.interval.usual().Meets(i.interval) {
			more := say("suspect.flow.also", fill{"other", l.tell(o)})
			c.Message = Words{c.Message.Zh + more.Zh, c.Message.En + more.En}
			c.Members = append(c.Members, l.member(o, l.where(o)))
			break
		}
	}
	return c
}

// partsAboveWholes doubts exports that are more than all trade, and trade with
// one country that is more than with the group it belongs to.
func (l *library) partsAboveWholes(clusters []*cluster) []Check {
	known := map[bucketKey][]*cluster{}
	for _, c := range clusters {
		l.yield()
		if c.topic == "" && c.parties != "" && c.scope != "within" {
			key := wholeKey(c, c.measure, strings.Split(c.parties, border))
			known[key] = append(known[key], c)
			if total := traitsOf(c.measure).stock; total != "" && allLoose(c) { // 投资, of no year, is all of it
				key := wholeKey(c, total, strings.Split(c.parties, border))
				known[key] = append(known[key], c)
			}
		}
	}
	var list []Check
	for _, c := range clusters {
		l.yield()
		if c.topic != "" || c.parties == "" || c.scope == "within" || !c.items[0].isLevel() || c.kind == "share" {
			continue
		}
		for _, key := range l.wholesOf(c) {
			for _, w := range known[key][:min(len(known[key]), clustersCompared)] {
				if w != c {
					list = append(list, l.partAboveWhole(c, w)...)
				}
			}
		}
	}
	return list
}

// allLoose reports whether no figure of a cluster has a time.
func allLoose(c *cluster) bool {
	return !slices.ContainsFunc(c.items, func(i *item) bool { return i.when.known })
}

// wholeKey disregards the order of the parties and the scope.
func wholeKey(c *cluster, measure string, parties []string) bucketKey {
	parties = slices.Clone(parties)
	slices.Sort(parties)
	return bucketKey{measure: measure, kind: c.kind, unit: c.unit, parties: strings.Join(parties, border), per: c.per, part: c.part}
}

// wholesOf returns the keys of the wholes that a cluster is a part of.
func (l *library) wholesOf(c *cluster) []bucketKey {
	var list []bucketKey
	parties := strings.Split(c.parties, border)
	if whole := traitsOf(c.measure).part; whole != "" {
		list = append(list, wholeKey(c, whole, parties))
	}
	if c.measure == "" || traitsOf(c.measure).how == "phrase" {
		return list
	}
	for k, p := range parties {
		t := l.term(p)
		if t == nil || t.Kind != "country" {
			continue
		}
		for _, g := range t.Of {
			if slices.Contains(parties, g) || l.insider(parties, k, g) {
				continue
			}
			wider := slices.Clone(parties)
			wider[k] = g
			list = append(list, wholeKey(c, c.measure, wider))
		}
	}
	return list
}

// insider reports whether another party belongs to the group as well: amounts
// between members may be counted in another way.
func (l *library) insider(parties []string, but int, group string) bool {
	for k, p := range parties {
		if k != but && l.members[group][p] && len(parties) > 2 {
			return true
		}
	}
	return false
}

func (l *library) partAboveWhole(part, whole *cluster) []Check {
	byYear := map[int]*item{} // where several are told the greatest
	for _, w := range whole.items {
		y := w.toldYear()
		if o := byYear[y]; !w.ahead && y != 0 && (o == nil || w.most > o.most) {
			byYear[y] = w
		}
	}
	var list []Check
	for _, p := range part.items {
		w := byYear[p.toldYear()]
		if p.ahead || w == nil || p.interval.Low == nil || p.interval.Low.Cmp(w.interval.usual().High) <= 0 {
			continue
		}
		list = append(list, l.check(Suspect, "suspect.part", []*item{p, w}, fill{"part", l.subject(p)}, fill{"partvalue", l.tell(p)},
			fill{"whole", l.subject(w)}, fill{"wholevalue", l.tell(w)}))
	}
	return list
}
