package chart

import (
	"math/big"
	"strconv"

	"fenghui/wasm/compare"
	"fenghui/wasm/scene"
)

// plot is a drawing to be: what stands in it, and on which scale.
type plot struct {
	o             Options
	measure, unit string
	period        string // that all members are told for
	items         []item
	notes         []string
	bars          bool // from zero; else dots
	times         bool // the scale is time
	standing      bool // values stand up over time, where there is room for it
	whole         bool // all values are whole counts
	low, high     *big.Rat
	log           bool
	verdict       string // key of words, for the sign above
	change        string
	common, apart *stretch // what suits all, or what lies between
	bracket       *bracket
}

// stretch is a part of the scale; nil ends are infinite.
type stretch struct{ low, high *big.Rat }

// bracket spans what lies between two items, and says it.
type bracket struct {
	from, to int
	text     string
}

// newPlot decides how a series is drawn.
func (o Options) newPlot(s *compare.Series, shown []compare.Member, first int) *plot {
	p := &plot{o: o, measure: o.in(s.MeasureName), unit: s.Unit, verdict: s.Verdict}
	if timely(s) {
		p.takeTimes(shown, s.Members)
		if p.verdict == compare.Differ {
			p.compareEnds(p.items)
		}
		return p
	}
	p.bars = s.Verdict == compare.Changed || s.Verdict == compare.Target
	p.standing = s.Verdict == compare.Changed
	p.takeMembers(shown, s.Members, false)
	switch s.Verdict {
	case compare.Changed, compare.Target:
		p.takeChange(s, first)
	default:
		p.compareEnds(p.itemsOf(s.Members))
	}
	return p
}

// timely reports whether a series is about when something is.
func timely(s *compare.Series) bool {
	switch s.Kind {
	case "date", "year", "anniversary", "century":
		return true
	}
	for _, m := range s.Members {
		if m.Value != nil {
			return false
		}
	}
	return len(s.Members) > 0
}

// takeMembers makes items of what has a value and a scale for all members, so
// that the pages of many can be compared.
func (p *plot) takeMembers(shown, all []compare.Member, board bool) {
	p.sharedPeriod(shown)
	p.whole = p.unit == "" || p.unit == "count" || p.unit == "rank"
	p.items = p.itemsOf(shown)
	if n := len(shown) - len(p.items); n > 0 && len(p.items) > 0 {
		p.notes = append(p.notes, p.o.say("unplaced", strconv.Itoa(n)))
	}
	if everything := p.itemsOf(all); len(everything) > 0 {
		p.fitScale(everything)
	}
}

// itemsOf makes items of what has a value.
func (p *plot) itemsOf(members []compare.Member) []item {
	var list []item
	for k := range members {
		if members[k].Value != nil {
			list = append(list, p.itemOf(&members[k], k))
		}
	}
	return list
}

// sharedPeriod is said once where it holds for all.
func (p *plot) sharedPeriod(shown []compare.Member) {
	if len(shown) == 0 {
		return
	}
	for _, m := range shown {
		if m.Period != shown[0].Period {
			return
		}
	}
	p.period = p.o.period(shown[0].Period)
}

func (p *plot) itemOf(m *compare.Member, at int) item {
	i := item{label: p.o.in(m.Label), told: p.o.in(m.Told), value: m.Value, low: m.Interval.Low, high: m.Interval.High, bound: m.Bound,
		hollow: m.Ahead, hatched: m.Derived, at: at, period: p.o.period(m.Period)}
	i.meta = p.o.meta(m)
	if p.period != "" {
		i.meta = p.o.status(m)
	}
	i.usualLow, i.usualHigh = m.Interval.Usual()
	if i.low == nil && i.high == nil {
		i.usualLow, i.usualHigh = m.Value, most(m.Value, m.Max)
	}
	if p.counted(m) {
		i.usualLow, i.usualHigh = m.Value, m.Value
	}
	i.when = p.o.whenTold(m)
	return i
}

// counted reports whether figures are few things, counted one by one: half of
// one is never in doubt, though comparing allows for it.
func (p *plot) counted(m *compare.Member) bool {
	return m.Bound == "exact" && (p.unit == "count" || p.unit == "rank") && m.Value.IsInt() && abs(m.Value).Cmp(rat(100)) < 0
}

// whenTold is the middle of the time a figure is for, or the day of its
// document; nil when neither is known.
func (o Options) whenTold(m *compare.Member) *big.Rat {
	iso := m.Period
	if iso == "" && m.Document >= 0 && m.Document < len(o.Dates) {
		iso = o.Dates[m.Document]
	}
	from, to, ok := timeOf(iso)
	if !ok {
		return nil
	}
	return quo(add(from, to), rat(2))
}

// takeTimes makes items of the times that members are told for.
func (p *plot) takeTimes(shown, all []compare.Member) {
	p.times = true
	var low, high *big.Rat
	for k := range all {
		from, to, ok := timeOf(all[k].Period)
		if ok {
			low, high = least(low, from), most(high, to)
		}
	}
	if low == nil {
		return
	}
	for k := range shown {
		m := &shown[k]
		from, to, ok := timeOf(m.Period)
		if !ok {
			continue
		}
		i := item{label: p.o.in(m.Label), meta: p.o.status(m), told: p.o.in(m.Told), value: from, low: from, high: to, usualLow: from, usualHigh: to,
			bound: "range", hollow: m.Ahead, hatched: m.Derived, at: k}
		p.items = append(p.items, i)
	}
	year := rat(12 * monthDays)
	p.low = mul(floor(quo(low, year)), year)
	p.high = mul(floor(add(quo(high, year), big.NewRat(371, 372))), year)
	if span := sub(high, low); span.Cmp(rat(6*monthDays)) > 0 {
		p.low, p.high = sub(p.low, year), add(p.high, year)
	}
	p.low = most(p.low, new(big.Rat))
}

func floor(v *big.Rat) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Div(v.Num(), v.Denom()))
}

// takeChange names what lies between two members.
func (p *plot) takeChange(s *compare.Series, first int) {
	c := s.Change
	if c == nil {
		return
	}
	from, to := p.indexOf(c.From-first), p.indexOf(c.To-first)
	if s.Verdict == compare.Changed {
		p.change = p.o.in(s.TellChange())
		if to >= 0 {
			p.items[to].lead = true
		}
		return
	}
	if c.Gap == nil || c.Gap.Sign() == 0 || from < 0 || to < 0 {
		return
	}
	unit := s.Unit
	if unit == "%" {
		unit = "pp"
	}
	p.bracket = &bracket{from, to, p.o.say("gap", p.o.in(compare.TellValue(abs(c.Gap), unit)))}
}

// indexOf finds the item of a member, -1 when it has none.
func (p *plot) indexOf(at int) int {
	for k := range p.items {
		if p.items[k].at == at {
			return k
		}
	}
	return -1
}

// compareEnds finds what suits all items, or what lies between two that cannot
// both be.
func (p *plot) compareEnds(items []item) {
	if len(items) < 2 {
		return
	}
	var low, high *big.Rat // greatest low, least high
	for _, i := range items {
		if i.low == nil && i.high == nil {
			return
		}
		if i.low != nil {
			low = most(low, i.low)
		}
		if i.high != nil {
			high = least(high, i.high)
		}
	}
	switch {
	case low != nil && high != nil && low.Cmp(high) > 0:
		if !between(items, high, low) {
			p.apart = &stretch{high, low}
		}
	case p.verdict != compare.Differ:
		p.common = &stretch{low, high}
	}
}

// between reports whether some item lies in the gap that others leave.
func between(items []item, low, high *big.Rat) bool {
	for _, i := range items {
		if (i.low == nil || i.low.Cmp(high) < 0) && (i.high == nil || i.high.Cmp(low) > 0) {
			return true
		}
	}
	return false
}

// drawing is the svg with its words for who cannot see it.
func (p *plot) drawing(title, tells string, height float64, nodes []scene.Node) scene.Node {
	head := []scene.Node{{Tag: "title", Text: title}, {Tag: "desc", Text: tells}}
	n := shape("svg", "chart-drawing", "viewBox", "0 0 "+pixels(p.o.width())+" "+pixels(height),
		"width", pixels(p.o.width()), "height", pixels(height), "role", "img")
	n.Children = append(head, nodes...)
	return n
}
