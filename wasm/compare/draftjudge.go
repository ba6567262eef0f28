package compare

import (
	"slices"

	"fenghui/wasm/quantity"
)

// candidate is a figure of the library for a figure of a draft, with how they
// lie to each other.
type candidate struct {
	*item
	verdict, rule string
	rank          rank
}

// rank is how much the judgement of one figure by another is worth: the least
// counts most.
type rank int

const (
	rankAgrees  rank = iota
	rankUnsure       // agrees with what the library doubts itself
	rankDiffers      // is of the same time and thing
	rankLoosely      // may be so, but is told as an aim or lies far off
	rankReading      // multiples that can be read in two ways
	rankTime         // of another time
	rankUnit         // in another unit
	rankAim          // an aim against a fact, and another value
)

// candidatesShown is how many library figures a judgement rests on.
const candidatesShown = 3

// judge finds the library's figures of the same thing and takes what the best
// of them says.
func (d *figureIndex) judge(i *item, yield func()) Judgement {
	j := Judgement{Figure: i.ref.Figure, Verdict: NotFound, Message: say("draft.not-found")}
	var all []candidate
	for _, o := range d.candidates(i, yield) {
		all = append(all, d.weigh(i, o))
	}
	best := bestFor(i, all)
	if best == nil {
		if g, ok := d.grown(i, j); ok {
			return g
		}
	}
	if best = aimed(i, closer(best, all), all); best == nil || best.verdict == Agrees {
		best, all = d.byWording(i, best, all, yield)
	}
	if best == nil {
		return d.otherMeasure(i, j)
	}
	if j.Verdict = best.verdict; isDenied(i) {
		j.Verdict, best.rule = Doubtful, "draft.doubtful.denied"
	}
	j.Message = say(best.rule, fill{"where", d.where(best.item)}, fill{"value", d.tell(best.item)}, fill{"period", told(best.item)}, fill{"what", quoted(best.f.Indicator)})
	for _, c := range all {
		if c.rank == best.rank && len(j.Members) < candidatesShown {
			j.Members = append(j.Members, d.member(c.item, d.where(c.item)))
		}
	}
	return j
}

// bestFor is the candidate that says most, nil where there is none.
func bestFor(i *item, all []candidate) *candidate {
	var best *candidate
	for k := range all {
		if c := &all[k]; best == nil || c.rank < best.rank || c.rank == best.rank && i.nearer(c, best) {
			best = c
		}
	}
	return best
}

// closer is the figure that says more exactly what the best one does: 3012万 where
// a headline has 超过3000万.
func closer(best *candidate, all []candidate) *candidate {
	if best == nil || best.verdict != Agrees || best.f.Bound == quantity.Exact || best.isDate() {
		return best
	}
	for k := range all {
		c := &all[k]
		if c.verdict == Differs && c.f.Bound == quantity.Exact && c.when == best.when && c.ahead == best.ahead && c.interval.Meets(best.interval) && c.ref.Document == best.ref.Document {
			return c
		}
	}
	return best
}

// aimed is the aim that has the very value of a draft, where what was reached is
// only so much when it is rounded: 340亿 of 341.7亿.
func aimed(i *item, best *candidate, all []candidate) *candidate {
	if best == nil || best.verdict != Agrees || i.value == nil || i.interval.Meets(best.interval) {
		return best
	}
	for k := range all {
		if c := &all[k]; c.rule == "draft.doubtful.status" && c.value.Cmp(i.value) == 0 {
			return c
		}
	}
	return best
}

// byWording looks again at what agrees, whether it is told of the same thing;
// and where there is none, for what is told in other words.
func (d *figureIndex) byWording(i *item, best *candidate, all []candidate, yield func()) (*candidate, []candidate) {
	own := d.wordingOf(i)
	if best != nil {
		if d.otherThing(i, own, best.item) {
			best.verdict, best.rule = Doubtful, "draft.doubtful.alike"
		}
		return best, all
	}
	if i.isDate() || i.value == nil {
		return nil, nil
	}
	if c, ok := d.inOtherWords(i, own, yield); ok {
		return &c, []candidate{c}
	}
	return nil, nil
}

// candidates are the library's figures of the same thing.
func (d *figureIndex) candidates(i *item, yield func()) []*item {
	var list []*item
	if i.isDate() {
		own := meeting{i, d.formats(i.f.Sentence)}
		for _, o := range d.dates {
			yield()
			if own.isSame(o) {
				list = append(list, o.item)
			}
		}
		return list
	}
	for _, o := range d.byParties[lookupKey(i)] {
		yield()
		how := traitsOf(i.measureID()).how
		if scopeKey(o.f.Scope) != scopeKey(i.f.Scope) || !alike(how, i.topic, o.topic) || i.otherSort(o) || o.apart != i.apart || o.baseline != i.baseline || perOf(o) != perOf(i) {
			continue
		}
		if i.f.Kind == "count" && !sameCounted(i.f, o.f) {
			continue
		}
		list = append(list, o)
	}
	return list
}

// isSame: the sentences name the same meeting, or the event in like words.
func (a meeting) isSame(b meeting) bool {
	if slices.ContainsFunc(a.names, func(n string) bool { return slices.Contains(b.names, n) }) {
		return true
	}
	short := min(len([]rune(a.topic)), len([]rune(b.topic)))
	return short > eventTopic && (likeness(a.topic, b.topic) >= enough || alikeEvents(a.topic, b.topic))
}

// weigh sets a figure of the draft against one of the library.
func (d *figureIndex) weigh(i, o *item) candidate {
	c := candidate{item: o}
	same := d.sameTime(i, o)
	switch {
	case i.f.Unit != o.f.Unit:
		c.verdict, c.rule, c.rank = Doubtful, "draft.doubtful.unit", rankUnit
	case i.isDate():
		c.verdict, c.rule, c.rank = verdictOfDates(i, o)
	case !same:
		c.verdict, c.rule, c.rank = Doubtful, "draft.doubtful.time", rankTime
	case i.f.Kind == "multiple" && (i.f.Reading == "ambiguous" || o.f.Reading == "ambiguous") && i.value.Cmp(o.value) != 0:
		c.verdict, c.rule, c.rank = Doubtful, "draft.doubtful.reading", rankReading
	case i.changes() && i.value.Sign()*o.value.Sign() < 0:
		c.verdict, c.rule, c.rank = Differs, "draft.differs.direction", rankDiffers
	case i.ahead != o.ahead && !i.interval.Meets(o.interval):
		c.verdict, c.rule, c.rank = Doubtful, "draft.doubtful.aim", rankAim
		if i.ahead {
			c.rule = "draft.doubtful.fact"
		}
	case !i.interval.Meets(o.interval) && !roundsTo(i, o):
		c.verdict, c.rule, c.rank = Differs, "draft.differs", rankDiffers
	case i.ahead != o.ahead:
		c.verdict, c.rule, c.rank = Doubtful, "draft.doubtful.status", rankLoosely
	case fallsShort(i, o) || fallsShort(o, i):
		c.verdict, c.rule, c.rank = Doubtful, "draft.doubtful.short", rankLoosely
	case goesFurther(i, o):
		c.verdict, c.rule, c.rank = Doubtful, "draft.doubtful.more", rankLoosely
	case i.isFar(o) && !roundsTo(i, o):
		c.verdict, c.rule, c.rank = Doubtful, "draft.doubtful.far", rankLoosely
	case d.suspects[o.ref.id()]:
		c.verdict, c.rule, c.rank = Doubtful, "draft.doubtful.suspect", rankUnsure
	case d.disputed[o.ref.id()]:
		c.verdict, c.rule, c.rank = Doubtful, "draft.doubtful.library", rankUnsure
	default:
		c.verdict, c.rule, c.rank = Agrees, "draft.agrees", rankAgrees
	}
	return c
}

// verdictOfDates: an event has one time.
func verdictOfDates(i, o *item) (verdict, rule string, worth rank) {
	a, b := i.when, o.when
	switch {
	case !a.known || !b.known:
		return Doubtful, "draft.doubtful.time", rankTime
	case a.from <= b.to && b.from <= a.to:
		return Agrees, "draft.agrees", rankAgrees
	}
	return Differs, "draft.differs", rankDiffers
}

// sameTime is more lenient than between two documents: a draft that names no
// time means the library's, if that is of a year beside its own.
func (d *figureIndex) sameTime(i, o *item) bool {
	switch {
	case i.isOfDay() && o.isOfDay() && i.f.Period != o.f.Period:
		return false
	case !i.when.known && i.ahead && o.ahead: // whoever names no year means the one that is set
		return i.length() == o.length()
	case !i.when.known || !o.when.known: // without a time it is of the year it is told in
		return i.length() == o.length() && yearsApart(i, o) <= 1
	case i.changes():
		return i.length() == o.length() && i.when.year() == o.when.year() && partOf(i) == partOf(o)
	case partOf(i) != partOf(o):
		return false // a year is not some months of it
	case i.inOneYear(o):
		return true
	}
	return i.now() && o.now()
}

// yearsApart is how many years lie between the times of two figures, that of
// the report where the text tells none; 0 where one has none at all.
func yearsApart(i, o *item) int {
	a, b := i.toldYear(), o.toldYear()
	if a == 0 || b == 0 {
		return 0
	}
	return max(a-b, b-a)
}

// grown: the library tells the amount itself where the draft tells it as what
// came on top, or the other way round: 增至 and 增加了.
func (d *figureIndex) grown(i *item, j Judgement) (Judgement, bool) {
	if !i.isLevel() {
		return j, false
	}
	for _, o := range d.byParties[lookupKey(i)] {
		if o.apart == i.apart || o.isGrowth() == i.isGrowth() || o.f.Unit != i.f.Unit || !i.interval.Meets(o.interval) || !d.sameTime(i, o) {
			continue
		}
		j.Verdict = Differs
		j.Message = say("draft.differs.grew", fill{"where", d.where(o)}, fill{"value", d.tell(o)})
		if o.isGrowth() {
			j.Message = say("draft.differs.level", fill{"where", d.where(o)}, fill{"value", d.tell(o)})
		}
		j.Members = []Member{d.member(o, d.where(o))}
		return j, true
	}
	return j, false
}

// isGrowth reports whether an amount is by how much something grew or fell.
func (i *item) isGrowth() bool { return i.f.Direction == "increase" || i.f.Direction == "decrease" }

// otherMeasure: the library knows the parties by another measure of the same
// field: all investment where the draft has a year's.
func (d *figureIndex) otherMeasure(i *item, j Judgement) Judgement {
	if i.measure == nil || i.isDate() || partyKey(i.f) == "" {
		return j
	}
	for _, o := range d.byMeasure[fieldKey(i)] {
		if o.measureID() == i.measureID() || o.f.Unit != i.f.Unit || scopeKey(o.f.Scope) != scopeKey(i.f.Scope) || !i.interval.usual().Meets(o.interval.usual()) {
			continue
		}
		j.Verdict = Doubtful
		j.Message = say("draft.doubtful.kind", fill{"other", d.whatIsMeasured(o)}, fill{"where", d.where(o)}, fill{"value", d.tell(o)})
		j.Members = []Member{d.member(o, d.where(o))}
		return j
	}
	return j
}
