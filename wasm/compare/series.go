package compare

import (
	"cmp"
	"math/big"
	"slices"
	"sort"
)

// The verdicts on a series.
const (
	Agree   = "agree"   // some value suits all
	Differ  = "differ"  // the same time, and no value suits all
	Changed = "changed" // different times, and no value suits all
	Target  = "target"  // what is against what is aimed at
	Repeat  = "repeat"  // one document tells the same fact again
)

// Series is one indicator of one set of parties, with more than one value.
type Series struct {
	Key         string // the same as long as the wording of the first figure is
	Verdict     string
	Title       Words   // the finding
	Notes       []Words // how the wordings differ, what else to know
	Measure     string  // id, "" when the taxonomy has none
	MeasureName Words   // of the taxonomy, or the text's own words
	Kind, Unit  string
	Scope       string
	Parties     []string
	Members     []Member // by time
	Change      *Change  // of changed, and the gap of target
	echo        bool     // the same words once more; not a result
	contested   []int    // of differ, the members that contradict each other
}

// Change is what lies between two members.
type Change struct {
	From, To int      // members
	Value    *big.Rat // in Unit
	Unit     string   // % of the first, or pp
	Gap      *big.Rat // To less From, in the unit of the series
	Told     Words    // empty where the words of the text leave open whether there is a change
}

// series makes a series of every cluster with more than one report of its value.
func (l *library) series(clusters []*cluster) []Series {
	var list []Series
	given := keys{}
	for _, c := range clusters {
		l.yield()
		items := slices.Clone(c.items)
		sort.SliceStable(items, func(a, b int) bool { return earlier(items[a], items[b]) })
		if items = settled(items); len(items) < 2 {
			continue
		}
		s := l.seriesOf(c, items)
		s.echo = (s.Verdict == Agree || s.Verdict == Repeat) && onePlace(items)
		s.Key = given.own(s.Key) // some are alike in all but what their sentences say
		list = append(list, s)
	}
	return list
}

// onePlace reports whether all items come from one place of one document: a
// headline and the sentence that repeats it, or two forms of one value in a
// sentence, are not two reports.
func onePlace(items []*item) bool {
	for _, i := range items[1:] {
		if i.ref.Document != items[0].ref.Document || i.citesAnother() || likeness(clip(items[0].f.Sentence), clip(i.f.Sentence)) < echo {
			return false
		}
	}
	return true
}

// echo is how alike two sentences must be for one to repeat the other.
const echo = 0.8

func (l *library) seriesOf(c *cluster, items []*item) Series {
	f := items[0].f
	s := Series{Key: c.key(), Measure: c.measure, MeasureName: l.whatIsMeasured(items[0]), Kind: c.kind, Unit: f.Unit, Scope: f.Scope, Parties: f.Parties}
	s.Members = make([]Member, 0, len(items))
	for _, i := range items {
		s.Members = append(s.Members, l.member(i, l.where(i)))
	}
	s.Verdict = verdictOf(items)
	if s.Verdict == Changed || s.Verdict == Target {
		s.Change = changeOf(items, s.Verdict)
	}
	if s.Verdict == Differ {
		s.contested = disputed(items)
	}
	s.Title = l.seriesTitle(&s, items)
	s.Notes = l.seriesNotes(&s, items)
	return s
}

// earlier orders by the time the figures are for, those ahead last; then by the
// dates of the documents and the places in them.
func earlier(a, b *item) bool {
	if a.ahead != b.ahead {
		return b.ahead
	}
	if x, y := a.toldYear(), b.toldYear(); x != y {
		return x < y
	}
	if a.isOfDay() && b.isOfDay() && a.f.Period != b.f.Period {
		return a.f.Period < b.f.Period
	}
	return cmp.Or(a.month-b.month, a.day-b.day, order(a, b)) < 0
}

// toldYear is the year a figure is for: its document's if the text does not say.
func (i *item) toldYear() int {
	if i.when.known {
		return i.when.year()
	}
	return i.docYear
}

// verdictOf finds the verdict on items in the order of earlier.
func verdictOf(items []*item) string {
	facts := slices.IndexFunc(items, func(i *item) bool { return i.ahead })
	if facts < 0 {
		facts = len(items)
	}
	aims := slices.DeleteFunc(slices.Clone(items[facts:]), func(i *item) bool { return i.f.Status == "forecast" })
	foreseen := slices.DeleteFunc(slices.Clone(items[facts:]), func(i *item) bool { return i.f.Status != "forecast" })
	first, second := judgeAlike(items[:facts]), judgeAhead(aims, foreseen)
	switch {
	case first == Differ || second == Differ:
		return Differ
	case facts > 0 && facts < len(items) && !items[0].isEvent():
		return Target
	case first == Changed || second == Changed:
		return Changed
	case sameDocument(items) && sameValue(items):
		return Repeat
	}
	return Agree
}

// judgeAhead judges aims and forecasts. A forecast may differ from an aim, and a
// later statement about the same year is a revision, not a contradiction.
func judgeAhead(aims, foreseen []*item) string {
	verdict := Agree
	for _, items := range [][]*item{aims, foreseen} {
		switch v := judgeAlike(items); {
		case v == Differ && revised(items) == nil:
			return Differ
		case v != Agree:
			verdict = Changed
		}
	}
	if verdict == Agree && len(aims) > 0 && len(foreseen) > 0 && judgeAlike(slices.Concat(aims, foreseen)) != Agree {
		return Changed
	}
	return verdict
}

// revised finds two aims for one time of which the later replaces the earlier
// one; nil where two reports within a month contradict each other.
func revised(items []*item) []*item {
	at := disputed(items)
	if at == nil {
		return nil
	}
	group := make([]*item, 0, len(at))
	for _, k := range at {
		group = append(group, items[k])
	}
	sort.SliceStable(group, func(i, j int) bool { return group[i].day < group[j].day })
	for k, i := range group[1:] {
		if before := group[k]; !i.interval.Meets(before.interval) && (before.day == 0 || i.day-before.day <= nearby) {
			return nil
		}
	}
	return []*item{group[0], group[len(group)-1]}
}

// judgeAlike judges figures that are all facts, or all aims. Those of one time
// agree when there is a value within the intervals of all of them. Those of
// several times have changed when there is none even within the intervals of
// customary rounding.
func judgeAlike(items []*item) string {
	verdict := Agree
	var always Interval
	for from := 0; from < len(items); {
		common, custom, to := items[from].interval, items[from].near(), from+1
		for ; to < len(items) && compareTimes(items[from], items[to]) == together; to++ {
			if narrower := common.meet(items[to].interval); !narrower.empty() || !roundsTo(items[from], items[to]) {
				common = narrower
			}
			if !items[from].isEvent() && (common.empty() || byCustom(items[from:to], items[to])) {
				return Differ
			}
			if narrower := custom.meet(items[to].near()); !narrower.empty() {
				custom = narrower
			}
		}
		if always = always.meet(custom); always.empty() && !items[from].isEvent() {
			verdict = Changed
		}
		from = to
	}
	return verdict
}

func sameDocument(items []*item) bool {
	return !slices.ContainsFunc(items, func(i *item) bool { return i.ref.Document != items[0].ref.Document })
}

func sameValue(items []*item) bool {
	first := items[0]
	return !slices.ContainsFunc(items, func(i *item) bool {
		if first.value == nil || i.value == nil {
			return first.f.Period != i.f.Period
		}
		return first.value.Cmp(i.value) != 0 || first.f.Bound != i.f.Bound
	})
}

// changeOf compares the first with the last, or the last fact with the first
// aim.
func changeOf(items []*item, verdict string) *Change {
	from, to := 0, len(items)-1
	aim := slices.IndexFunc(items, func(i *item) bool { return i.ahead })
	switch {
	case verdict == Target:
		from, to = latestTold(items, 0, aim), newestAim(items, aim)
	case aim > 1:
		to = aim - 1
		fallthrough
	default:
		from, to = firstTold(items, to), latestTold(items, 0, to+1)
	}
	from, to = exactBeside(items, from), exactBeside(items, to)
	if from == to {
		return nil
	}
	a, b := items[from].value, items[to].value
	if a == nil || b == nil {
		return nil
	}
	c := &Change{From: from, To: to, Gap: sub(b, a)}
	switch {
	case items[from].f.Unit == "%" || items[from].f.Unit == "pp":
		c.Value, c.Unit = c.Gap, "pp"
	case a.Sign() > 0 && items[from].f.Kind != "rank":
		c.Value, c.Unit = mul(new(big.Rat).Quo(c.Gap, a), hundred), "%"
	}
	return c
}

// newestAim is the aim of the latest report; of several in it, the nearest in time.
func newestAim(items []*item, first int) int {
	best := first
	for k := first + 1; k < len(items); k++ {
		if items[k].day > items[best].day {
			best = k
		}
	}
	return best
}

// firstTold is the first item before last whose time is known, 0 if there is
// none.
func firstTold(items []*item, last int) int {
	for k := range items[:last] {
		if items[k].when.known {
			return k
		}
	}
	return 0
}

// latestTold is the last item after start and before end whose time is known, or
// that holds for the day it was said; end-1 if there is none.
func latestTold(items []*item, start, end int) int {
	for k := end - 1; k > start; k-- {
		if items[k].when.known || items[k].thatDay {
			return k
		}
	}
	return end - 1
}

// member makes a member with its label.
func (l *library) member(i *item, label Words) Member {
	l.yield()
	m := Member{Ref: i.ref, Place: i.place, Value: i.value, Interval: i.interval, Bound: string(i.f.Bound), Derived: i.derived, Ahead: i.ahead,
		Status: i.f.Status, Period: i.f.Period, Label: label, Told: l.tell(i)}
	if i.f.Max != nil {
		_, m.Max = signed(i.f)
	}
	return m
}
