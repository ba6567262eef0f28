package compare

import (
	"math/big"
	"time"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// item is one figure with what comparing needs of it. A derived item has a value
// that is calculated from the figure and is not in the text.
type item struct {
	ref Ref
	f   *figure.Figure
	doc *corpus.Document
	phrase
	value    *big.Rat // signed
	interval Interval
	// The usual ends and the value as floats, for comparisons made very often.
	least, most, size float64
	when              span
	day               int // of the document, in days; 0 when not known
	docYear           int
	flow              bool
	ahead             bool
	derived           bool
	timeOnly          bool // a year that only dates another figure of its sentence
	baseline          bool // what a change starts from: of a time before its sentence's
	growthYears       int  // that growth is told over, 0 where the text does not say
	timing
	at    int   // among all items
	said  Words // the value as told, once it has been asked for
	place text.Span
}

func (l *library) newItem(ref Ref, in *Input) *item {
	f := &in.Figures[ref.Figure]
	if saysSize(f) {
		exact := *f
		exact.Bound = quantity.Exact
		f = &exact
	}
	i := &item{ref: ref, f: f, doc: in.Document, place: f.Span, when: monthsOf(f.Period), phrase: l.phraseOf(in, f)}
	i.day = dayOf(in.Document.Summit.Date)
	if i.day != 0 {
		i.docYear = monthsOf(in.Document.Summit.Date).year()
	}
	for _, p := range f.Parties {
		l.figuresOf[p]++
	}
	i.ahead = isAhead(f)
	if i.ahead && i.pastAim(in) {
		open := *f
		open.Period = ""
		i.f, i.when = &open, span{}
	}
	i.setApart(thresholdBefore(i))
	i.baseline, i.growthYears = isBaseline(in, f), lengthTold(in, ref.Figure)
	i.flow = i.measure != nil && i.measure.Nature == "flow" || figure.IsFlow(f.Per)
	if f.Value != nil {
		i.value, _ = signed(f)
		i.interval, _ = IntervalOf(f)
		low, high := i.interval.Usual()
		i.least, i.most, i.size = float(low), float(high), float(i.value)
	}
	i.timed(in)
	return i
}

// isAhead reports whether a figure is still to come: a target, plan, forecast
// or proposal.
func isAhead(f *figure.Figure) bool {
	return f.Status != "actual" && f.Status != "" && f.Status != figure.NotClaimed
}

// pastAim reports whether an aim has been given the time of a fact beside it:
// what is aimed at cannot be of a time that is over, unless the text says so
// itself (2010年提出，到2020年……).
func (i *item) pastAim(in *Input) bool {
	if !i.when.known || i.f.Status == "forecast" || i.isDate() || i.day == 0 || i.when.to >= i.reported() {
		return false
	}
	for k := range in.Figures[max(0, i.ref.Figure-datesBeside):min(len(in.Figures), i.ref.Figure+datesBeside)] {
		d := &in.Figures[max(0, i.ref.Figure-datesBeside)+k]
		if (d.Kind == "year" || d.Kind == "date") && d.Period == i.f.Period && d.Sentence == i.f.Sentence && d.Status != "actual" {
			return false
		}
	}
	return true
}

// datesBeside is how many figures may stand between one and its date.
const datesBeside = 4

// measureID is the measure's, or nothing.
func (i *item) measureID() string {
	if i.measure == nil {
		return ""
	}
	return i.measure.ID
}

// isLevel reports whether a figure is a plain amount, not growth, a share or a
// time.
func (i *item) isLevel() bool {
	switch i.f.Kind {
	case "change", "multiple", "rank", "ordinal", "year", "date", "duration", "century", "anniversary":
		return false
	}
	return i.value != nil
}

// ofOneYear reports whether a figure is what came in during a single year.
func (i *item) ofOneYear() bool {
	return i.when.known && !i.when.growth && i.when.to-i.when.from == 11 || i.f.Per == "year"
}

// dayOf counts days to a date, 0 when there is none.
func dayOf(iso string) int {
	t, err := time.Parse("2006-01-02", iso)
	if err != nil || t.Year() < 1 {
		return 0
	}
	return int(t.Unix()/86400) + 1000000
}
