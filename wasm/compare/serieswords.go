package compare

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// seriesTitle states the finding.
func (l *library) seriesTitle(s *Series, items []*item) Words {
	what := l.subject(items[0])
	if items[0].isEvent() {
		what = l.eventTitle(items)
	}
	fills := []fill{{"what", what}, {"count", both(strconv.Itoa(len(items)))}, {"values", values(s.Members, nil)}, {"value", s.Members[0].Told}}
	switch s.Verdict {
	case Differ:
		return l.differTitle(s, items, fills)
	case Agree:
		if items[0].isEvent() {
			return say("series.agree.event", fills...)
		}
		return agreeTitle(items, fills)
	case Changed, Target:
		if items[0].ahead && !items[0].isEvent() {
			return l.aimsTitle(s, items, fills)
		}
		return l.changeTitle(s, items, fills)
	}
	return say("series."+s.Verdict, fills...)
}

// eventTitle is the meeting that all sentences name, or the shortest wording.
func (l *library) eventTitle(items []*item) Words {
	count := map[string]int{}
	best := eventOf(items[0].f)
	for _, i := range items {
		for _, n := range l.eventNames(i) {
			if count[n]++; count[n] == len(items) {
				return l.nameOf(n)
			}
		}
		if s := eventOf(i.f); len(s) < len(best) {
			best = s
		}
	}
	if items[0].f.Kind == "anniversary" {
		best = ""
		for _, i := range items {
			if len(i.topic) > len(best) {
				best = i.topic
			}
		}
	}
	return quoted(best)
}

// changeTitle tells both ends and what lies between.
func (l *library) changeTitle(s *Series, items []*item, fills []fill) Words {
	c := s.Change
	if c == nil {
		c = &Change{From: 0, To: len(items) - 1}
	}
	fills = append(fills, fill{"first", s.Members[c.From].Told}, fill{"last", s.Members[c.To].Told})
	fills = append(fills, fill{"now", nowWords(items[c.From], items)}, fill{"aim", aimWords(items[c.To])})
	switch {
	case s.Verdict == Target && c.Gap != nil && reached(items[c.From], items[c.To], c.Gap) && (items[c.To].f.Status != "forecast" || c.Gap.Sign() == 0): // what is foreseen nobody strives for
		return say("series.target.met", fills...)
	case s.Verdict == Target && c.Gap != nil:
		fills = append(fills, fill{"left", leftWords(s, items[c.From], items[c.To])})
		if p := s.Members[c.To].Period; p != "" {
			return say("series.target.year", append(fills, fill{"year", TellPeriod(p)})...)
		}
		return say("series.target", fills...)
	case c.Value == nil:
		return say("series.changed.bare", fills...)
	case mayEqual(items[c.From], items[c.To]), items[c.From].flow && compareTimes(items[c.From], items[c.To]) == open:
		return say("series.varied", fills...)
	}
	c.Told = tellChange(c, s, items)
	return say("series.changed", append(fills, fill{"change", c.Told})...)
}

// agreeTitle says that the figures say the same, for one time or for several.
func agreeTitle(items []*item, fills []fill) Words {
	first, last := items[0], items[len(items)-1]
	switch {
	case first.toldYear() == last.toldYear():
		return say("series.agree", fills...)
	case !sameValue(items):
		return say("series.near", fills...)
	case len(items) > 2:
		return say("series.steady", fills...)
	}
	return say("series.same", append(fills, fill{"first", fills[3].words}, fill{"from", told(first)}, fill{"to", told(last)})...)
}

// leftWords tell what lies between a value and an aim.
func leftWords(s *Series, now, aim *item) Words {
	unit := now.f.Unit
	if unit == "%" {
		unit = "pp"
	}
	if !missing(now, aim, s.Change.Gap) && aim.f.Status != "forecast" {
		return Words{"尚未达到", "not there yet"}
	}
	lead := Words{}
	if aim.value.Cmp(now.value) > 0 {
		lead = boundWords[gapBound(now, aim)]
	}
	gap := TellValue(abs(s.Change.Gap), unit)
	gap = Words{lead.Zh + gap.Zh, lead.En + gap.En}
	if s.Kind == "count" {
		gap.Zh += now.f.Said
	}
	if aim.f.Status == "forecast" {
		return Words{"相差" + gap.Zh, gap.En + " between"}
	}
	return Words{"尚差" + gap.Zh, gap.En + " to go"}
}

// aimWords tell an aim from what is only foreseen.
func aimWords(i *item) Words {
	if i.f.Status == "forecast" {
		return Words{"预计", "expected"}
	}
	return Words{"目标", "aimed at"}
}

// disputed are the figures of times of which no value suits all that is told.
func disputed(items []*item) []int {
	var list []int
	for from := 0; from < len(items); {
		group := []int{from}
		common, apart := items[from].interval, false
		for to := from + 1; to < len(items) && items[to].ahead == items[from].ahead && compareTimes(items[from], items[to]) == together; to++ {
			common = common.meet(items[to].interval)
			apart = apart || common.empty() && !roundsTo(items[from], items[to]) || byCustom(items[from:to], items[to])
			group = append(group, to)
		}
		if apart {
			list = append(list, group...)
		}
		from += len(group)
	}
	return list
}

// reached reports whether what is meets what is aimed at. What is nearly so much
// is there only where the least of it is; of what is to fall, what is more than
// so much where the most of it is.
func reached(now, aim *item, gap *big.Rat) bool {
	switch b := now.f.Bound; {
	case missing(now, aim, gap), gap.Sign() == 0 && aim.f.Bound == quantity.Over && b != quantity.Over:
		return false
	case isLessBetter(aim) && (b == quantity.Over || b == quantity.AtLeast):
		return now.interval.usual().High.Cmp(aim.value) <= 0
	case !isLessBetter(aim) && (b == quantity.Nearly || b == quantity.Under):
		return now.interval.Low != nil && now.interval.Low.Cmp(aim.value) >= 0
	}
	return true
}

// missing reports whether the value told lies on this side of the one aimed at.
func missing(now, aim *item, gap *big.Rat) bool {
	if isLessBetter(aim) {
		return gap.Sign() < 0
	}
	return gap.Sign() > 0
}

// isLessBetter reports whether an aim is reached from above: what it measures
// is bad according to the taxonomy, or the aim speaks of a decrease (降至, 减少到).
func isLessBetter(aim *item) bool {
	if aim.measure != nil && aim.measure.Higher == "bad" {
		return true
	}
	said := text.Last(beforeIt(aim), leadReach) + aim.f.Quote
	way, end := "", -1
	for _, w := range leadWords() {
		if k := strings.LastIndex(said, w.word); k >= 0 && w.way != "" && k > end {
			way, end = w.way, k
		}
	}
	return way == "down"
}

// leadReach is how many characters before an aim say which way it lies.
const leadReach = 6

// told is the time a figure is told for, or was told.
func told(i *item) Words {
	if i.f.Period != "" {
		return TellPeriod(i.f.Period)
	}
	return TellPeriod(i.doc.Summit.Date)
}

// tellChange writes a change with its sign, to a tenth where both ends are exact;
// of few things how many more there are.
func tellChange(c *Change, s *Series, items []*item) Words {
	bound := gapBound(items[c.From], items[c.To])
	digits := 1
	if bound != quantity.Exact || abs(c.Value).Cmp(big.NewRat(100, 1)) >= 0 {
		digits = 0
	}
	v, _ := new(big.Rat).SetString(c.Value.FloatString(digits))
	if v.Sign() == 0 {
		v, _ = new(big.Rat).SetString(c.Value.FloatString(3))
	}
	w := TellValue(v, c.Unit)
	if s.Kind == "count" && abs(s.Members[c.To].Value).Cmp(big.NewRat(100, 1)) < 0 {
		w = TellValue(c.Gap, s.Unit)
	}
	sign := ""
	if c.Value.Sign() > 0 {
		sign = "+"
	}
	lead := boundWords[bound]
	return Words{lead.Zh + sign + w.Zh, lead.En + sign + w.En}
}

// gapBound is what is known of the way from one amount up to another: from so
// much to more than so much is more than the way between, from more to more it
// is only about that.
func gapBound(from, to *item) quantity.Bound {
	low, high := boundRank(from.f.Bound), boundRank(to.f.Bound)
	switch {
	case from.f.Bound == quantity.Exact && to.f.Bound == quantity.Exact:
		return quantity.Exact
	case from.value.Cmp(to.value) >= 0 || from.f.Bound == quantity.About || to.f.Bound == quantity.About || from.f.Max != nil || to.f.Max != nil || low*high > 0:
		return quantity.About
	case high > 0 || low < 0:
		return quantity.Over
	}
	return quantity.Under
}

// seriesNotes say how the wordings differ and what else a reader should know.
func (l *library) seriesNotes(s *Series, items []*item) []Words {
	var notes []Words
	bounds := map[string]bool{}
	for k, i := range items {
		bounds[string(i.f.Bound)] = true
		if i.derived {
			n := add(i.value, big.NewRat(1, 1)).RatString()
			notes = append(notes, say("note.derived", fill{"value", s.Members[k].Told}, fill{"n", both(n)}))
		}
		notes = append(notes, yearNotes(s, items, k)...)
		if i.ahead && s.Verdict == Target && i.f.Period == "" {
			notes = append(notes, say("note.noyear"))
		}
	}
	if s.Verdict == Changed || s.Verdict == Target {
		if a, b := jump(items); b > 0 {
			notes = append(notes, say("note.jump", fill{"first", s.Members[a].Told}, fill{"last", s.Members[b].Told}))
		}
	}
	if len(bounds) > 1 && s.Verdict == Agree && items[0].toldYear() == items[len(items)-1].toldYear() {
		notes = append(notes, say("note.wording", fill{"values", values(s.Members, nil)}))
	}
	return distinct(notes)
}

// jumpFactor is how many times as much an amount rarely is after a year.
const jumpFactor = 1.6

// jump finds two facts that follow each other in time and lie too far apart for
// the years between; b is 0 when there are none.
func jump(items []*item) (a, b int) {
	last := -1
	for k, i := range items {
		if i.ahead || !i.when.known && !i.isStock() || i.toldYear() == 0 || !i.isLevel() || i.size <= 0 {
			continue
		}
		if last >= 0 {
			years := max(1, i.toldYear()-items[last].toldYear())
			limit := math.Pow(jumpFactor, float64(years))
			few := i.f.Kind == "count" && max(i.size, items[last].size) < fewThings
			if !few && (i.size > limit*items[last].size || items[last].size > limit*i.size) {
				return last, k
			}
		}
		last = k
	}
	return 0, 0
}
