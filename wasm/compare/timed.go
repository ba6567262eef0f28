package compare

import (
	"strconv"
	"strings"

	"fenghui/wasm/figure"
	"fenghui/wasm/period"
)

// timing is what a sentence says of a figure's time beyond its period.
type timing struct {
	overYears bool // an amount over all the years of its period
	lately    bool // a level that growth led to: of the year of its report, or the one before
	month     int  // in which it was said, counted as in span
	thatDay   bool // its sentence names the day, which may not be that of the report
	doubted   bool // by the text itself
	withdrawn bool // set right by a later report
}

// timed reads the timing of a figure.
func (i *item) timed(in *Input) {
	i.doubted = isDoubted(in, i.ref.Figure)
	if i.f.Kind == "count" { // counts change within months
		i.month = monthSaid(in, i.ref.Figure)
	}
	if i.thatDay = i.month > 0; !i.thatDay && i.day != 0 {
		i.month = i.reported()
	}
	if !i.isLevel() || !i.when.known {
		return
	}
	led := isLedTo(in, i.ref.Figure)
	i.overYears = i.when.growth && !led
	if i.isSoFar() {
		i.when.to = i.reported()
	}
	if led && i.flow && !i.when.growth && i.when.year() == i.docYear && i.when.part() == 0 {
		before, _ := aroundIt(in.Document, i.f)
		i.lately = yearsIn(before) > 1 && !containsAny(before, "今年", strconv.Itoa(i.docYear))
	}
}

// isSoFar reports whether a figure is the amount of a year that was not over, up
// to the day of its report: 截至2月8日，2025年累计.
func (i *item) isSoFar() bool {
	return i.day != 0 && i.when.year() == i.docYear && i.reported() < i.when.to && !i.when.growth && i.f.Per == "" && !i.isStock() && containsAny(beforeIt(i), wordsOf("so-far")...)
}

// reported is the month of a figure's report; its day must be known.
func (i *item) reported() int { return monthsOf(i.doc.Summit.Date).from }

// isLedTo reports whether a figure is the level that growth led to, told
// together with it: 增长80%，达到106亿. It is of the end of the years of growth.
func isLedTo(in *Input, k int) bool {
	f := &in.Figures[k]
	for _, w := range leadWords() {
		if w.way != "" && strings.HasPrefix(f.Quote, w.word) {
			return true
		}
	}
	if k == 0 {
		return false
	}
	g := &in.Figures[k-1]
	if g.Kind != "change" && g.Kind != "multiple" || g.Passage != f.Passage || g.Sentence != f.Sentence {
		return false
	}
	before, _ := aroundIt(in.Document, f)
	at := strings.LastIndex(before, g.Quote)
	return at >= 0 && !strings.Contains(before[at:], "；")
}

// monthSaid is the month of a day on which something was said, where a sentence
// begins with it, or goes on from one: 2025年9月，他在论坛上说……。他当时还说……
func monthSaid(in *Input, k int) int {
	f := &in.Figures[k]
	for n := k - 1; n >= max(0, k-datesBeside); n-- {
		d := &in.Figures[n]
		if d.Sentence != f.Sentence && !startsWith(f.Sentence, "当时", "他当时", "她当时") {
			return 0
		}
		if before, _ := aroundIt(in.Document, d); isDay(d) && before == "" {
			return monthsOf(d.Period).from
		}
	}
	return 0
}

func isDay(d *figure.Figure) bool {
	p, ok := period.Parse(d.Period)
	return ok && d.Kind == "date" && p.First.Grain() > period.Year
}
