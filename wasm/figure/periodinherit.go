package figure

import (
	"strings"

	"fenghui/wasm/period"
)

// inheritRules find the time of a figure in the sentences before.
var inheritRules = []rule{
	// What inherits none stands first, but for the ends of a span, of which an
	// end that is a baseline has its first year.
	{"inherit.has", hasTime, func(*reading) {}},
	{"inherit.not-future", isYetToCome, func(*reading) {}},
	{"inherit.span-ends", isSpanEnd, inheritStep},
	{"inherit.not-baseline", isBaseline, func(*reading) {}},
	{"inherit.not-ahead", isFactBehindAim, func(*reading) {}},
	{"inherit.not-per", isPerTime, func(*reading) {}},

	{"inherit.sentence", sameSentence, (*reading).inherit},
	{"inherit.paragraph", goesOnFromAbove, inheritStep},
	{"inherit.link", goesOn, (*reading).inherit},
	{"inherit.now", stillNow, (*reading).inherit},
	{"inherit.measure", sameMatter, (*reading).inherit},
	{"inherit.report", goesOnReporting, (*reading).inherit},
	{"inherit.no-subject", isSubjectless, (*reading).inherit},
	{"inherit.none", always, func(*reading) {}},
}

func hasTime(r *reading) bool {
	return r.Period != "" || r.Open || r.isTime() && !r.isMeasuredLength()
}

func isYetToCome(r *reading) bool {
	return r.Status == "target" || r.Status == "proposal" || r.Status == "forecast" && !isForecastOn(r)
}

// isOfUntoldStart: of 2024年贸易额较建交之初的4亿美元增长近百倍 nobody says when the 4亿 was,
// so that it stands open.
func isOfUntoldStart(r *reading) bool {
	said := r.p.simple[r.clause.Start:r.span.Start]
	lead := trimQualifier(said)
	of := strings.HasPrefix(strings.TrimPrefix(said, lead), "的")
	at, w := lastWord(lead, "较", "比")
	_, start := hasSuffix(lead, listed("untold-start")...)
	return of && start && at >= 0 && r.p.momentBefore(r.clause.Start+at+len(w), r.span.Start, func(*moment) bool { return true }) == nil
}

// isFactBehindAim: what is so does not stand under the time of what will be.
func isFactBehindAim(r *reading) bool {
	return r.prev != nil && r.prev.future() && r.Status == "actual" && !isBaseline(r.prev)
}

func isPerTime(r *reading) bool { return IsFlow(r.Per) }

func inheritStep(r *reading) { r.setPeriod(r.step.Value, "inherited") }

// inherit takes over the time of the figure before.
func (r *reading) inherit() {
	r.skipAsides()
	r.Period, r.Open, r.Inferred = r.periodBefore(), r.prev.Open, r.prev.Inferred
	r.PeriodFrom, r.when = "inherited", r.prev.when
	r.step.Value = r.Period
	if r.Period == "" {
		r.PeriodFrom = ""
	}
}

// periodBefore is the period of the figure before; a change goes on over the
// whole span where that was only what it came to, and what it came to is that of
// the end.
func (r *reading) periodBefore() string {
	w := r.prev.when
	if w == nil || w.kind != spanMoment {
		return r.prev.Period
	}
	if before, ok := period.Parse(r.prev.Period); ok && before.IsSpan() && r.Direction == "level" && r.movedSince(r.sentence.Start) && r.tellsWhere() {
		return before.Last.String()
	}
	if told, ok := w.period(); ok && told.IsSpan() && (r.Kind == "change" || r.Kind == "multiple") && told.Last.String() == r.prev.Period {
		return w.iso
	}
	return r.prev.Period
}

// skipAsides goes back over times that are only compared with and lengths of
// time: 均价为2.3万元，比2021年的高点下跌两成; 支出9亿元，连续八年…, 占八成.
func (r *reading) skipAsides() {
	for k := len(r.p.read) - 1; k > max(0, len(r.p.read)-lookBack) && r.prev != nil && r.prev.isAside(); k-- {
		r.prev = r.p.read[k-1]
	}
}

// isAside tells of a time that nothing else stands under.
func (r *reading) isAside() bool {
	switch r.Kind {
	case "duration":
		m := r.momentOfItself()
		return r.Period == "" && !r.Open || m != nil && m.kind == markMoment
	case "money":
		return r.isExchange() && r.Period == ""
	case "year", "date":
		m := r.momentOfItself()
		return m != nil && (m.kind == benchmarkMoment || m.kind == markMoment)
	}
	return false
}

// isExchange: （1美元约合4.6林吉特） tells what a currency is worth.
func (r *reading) isExchange() bool {
	lead := r.p.simple[r.clause.Start:r.q.Core.Start]
	at := strings.LastIndex(lead, "（")
	if at < 0 || r.Kind != "money" {
		return false
	}
	inside := lead[at+len("（"):]
	if _, unit := hasPrefix(r.right, "约合", "合", "兑", "折合"); unit && inside == "" {
		return true
	}
	return inside != "" && inside[0] == '1' && strings.Contains(inside, "合")
}

// followsOn reports whether the figure before stands in the same sentence or the
// one before it and has a time.
func (r *reading) followsOn() bool {
	r.skipAsides()
	if r.prev == nil || r.prev.Period == "" && !r.prev.Open {
		return false
	}
	if r.isAim() && !r.prev.future() {
		return false // an aim is of no time that has passed
	}
	if r.prev.when != nil && r.prev.when.kind == builtMoment || isBaseline(r.prev) && !r.skipBaseline() {
		return false
	}
	if r.isStative() && r.prev.when != nil && r.prev.when.kind == spanMoment {
		return false
	}
	return r.q.Core.Start-r.prev.q.Core.End <= farReach && r.sentencesApart() <= 1
}

func (r *reading) sentencesApart() int {
	from, to := r.prev.q.Core.End, r.sentence.Start
	switch {
	case to <= from:
		return 0
	case to-from > farReach:
		return farReach // far away
	}
	return strings.Count(r.p.simple[from:to], "。")
}

// sameSentence: what follows in a sentence that took its time from before has it
// too: …；存款57万亿，同比增长三成.
func sameSentence(r *reading) bool {
	return r.followsOn() && r.prev.PeriodFrom == "inherited" && r.prev.sentence.Start == r.sentence.Start && !r.prev.isTime() && r.prev.when != nil && r.prev.when.kind != nowMoment
}

// isSubjectless: a sentence that opens with a verb leaves its subject out; it
// goes on about the one before, and its time goes on too: 审结案件3万件。追回赃款2亿元.
func isSubjectless(r *reading) bool {
	if !r.followsOn() || r.prev.isTime() || r.prev.when == nil || r.Status != "actual" || r.prev.Status != "actual" {
		return false
	}
	switch r.prev.when.kind {
	case pointMoment, spanMoment, untilMoment:
	default:
		return false
	}
	h, ok := r.p.nextCue("lead", r.sentence.Start, r.q.Core.Start)
	return ok && strings.Trim(r.p.simple[r.sentence.Start:h.start], " 共还全") == "" && r.noted(h, ok)
}

// goesOn: 与此同时, 其中, 这一数字 go on about the same thing.
func goesOn(r *reading) bool {
	if !r.followsOn() || r.prev.isTime() && r.prev.Kind != "duration" && !r.partOfMonths() {
		return false
	}
	if r.sentence.Start > 0 && strings.HasSuffix(r.p.simple[:r.sentence.Start], "；") && r.prev.sentence.End == r.sentence.Start {
		r.step.Text = "；"
		return true
	}
	return r.noted(r.p.lastCue("link", r.sentence.Start, r.q.Core.Start, "same"))
}

// partOfMonths: 前7个月出口增长；其中对丹麦增长两成.
func (r *reading) partOfMonths() bool {
	return r.prev.Kind == "date" && len(r.prev.Period) == len("2025-01/2025-07") && strings.HasPrefix(r.p.simple[r.sentence.Start:], "其中")
}

// stillNow: after 目前 the next sentence still tells how things are now.
func stillNow(r *reading) bool {
	if !r.followsOn() || r.prev.when == nil || r.Kind == "change" || r.Kind == "multiple" {
		return false
	}
	switch r.prev.when.kind {
	case nowMoment:
	case ongoingMoment: // 正在建设的电站共7座，造价为… in one sentence
		return r.sentencesApart() == 0
	default:
		return false
	}
	_, state := r.p.lastCue("link", r.sentence.Start, r.q.Core.Start, "state")
	return !state
}

// sameMatter: the next sentence tells of the same measure.
func sameMatter(r *reading) bool {
	if !r.followsOn() || r.prev.isTime() || r.prev.Measure == "" {
		return false
	}
	if _, state := r.p.lastCue("link", r.sentence.Start, r.q.Core.Start, "state"); state {
		return false
	}
	if r.prev.when != nil && r.prev.when.kind == spanMoment && r.sentencesApart() > 0 && r.Direction == "level" {
		return false // over five years so much more; how much there is now is another matter
	}
	m := r.findMeasure()
	return m != nil && family(m.ID) == family(r.prev.Measure)
}

func family(id string) string {
	first, _, _ := strings.Cut(id, ".")
	return first
}

// goesOnFromAbove: a paragraph that opens with 其中 goes on with the figure before
// it, and its time.
func goesOnFromAbove(r *reading) bool {
	if r.p.place == 0 || r.Open {
		return false
	}
	lead := strings.TrimLeft(r.p.simple, " 　")
	above := r.p.passages[r.p.place-1]
	w, on := hasPrefix(lead, "其中")
	if !on || len(above.read) == 0 || r.sentence.Start > 0 && strings.Trim(r.p.simple[:r.sentence.Start], " 　") != "" && !strings.HasSuffix(r.p.simple[:r.sentence.Start], "；") {
		return false
	}
	if r.p.momentBefore(0, r.q.Core.Start, r.serves) != nil {
		return false
	}
	last := above.read[len(above.read)-1]
	r.step.Text, r.step.Value = w, last.Period
	return last.Period != "" && !last.future() && last.Status == "actual" && r.Status == "actual"
}
