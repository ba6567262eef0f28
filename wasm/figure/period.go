package figure

import (
	"sort"
	"strings"

	"fenghui/wasm/period"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// periodRules find the time of a figure in its own sentence. Times inherited
// from sentences before come later, when the status is known.
var periodRules = []rule{
	// Times tell their own: those of a kind before times like any others.
	{"period.century-part", hasPeriod, func(*reading) {}},
	{"period.anniversary", isAnniversary, anniversaryPeriod},
	{"period.year-part", isPartOfOneYear, yearPartPeriod},
	{"period.span-part", isPartOfSpan, underItself},
	{"period.while", isWhileItself, underItself},
	{"period.head", isHeadOfCentury, underStep},
	{"period.measured-length", isLengthAtTime, underWhen},
	{"period.itself", tellsTime, ownPeriod},

	// Of all else the nearest holds, unless the sentence says that it does not:
	// the time of a bill, one the text infers, where something began or ended, the
	// one of several listed that is told for it.
	{"period.bill", isBillPeriod, underWhen},
	{"period.supposed", isSupposedYear, underSupposed},
	{"period.began", hasBegun, underStep},
	{"period.reached", isReached, underStep},
	{"period.respective", isRespectiveTime, underWhen},
	{"period.untold", isOfUntoldStart, func(r *reading) { r.Open = true }},
	{"period.clause", timeInClause, underWhen},
	{"period.sentence", timeInSentence, underWhen},
	{"period.ongoing", isOngoing, underWhen},
	{"period.none", always, func(*reading) {}},
}

// hasPeriod: the stage of kinds has told it.
func hasPeriod(r *reading) bool { return r.Kind == "century" && r.Period != "" }

func isAnniversary(r *reading) bool { return r.Kind == "anniversary" }

func isPartOfOneYear(r *reading) bool {
	return r.Kind == "year" && r.q.Kind == quantity.Period && r.Max == nil && r.q.Time != nil && r.q.Time.Open == ""
}

func isPartOfSpan(r *reading) bool {
	m := r.momentOfItself()
	return m != nil && m.part
}

func isWhileItself(r *reading) bool {
	return r.Kind == "duration" && r.q.Time == nil && r.momentOfItself() != nil
}

func isLengthAtTime(r *reading) bool {
	return r.isMeasuredLength() && (timeInClause(r) || timeInSentence(r))
}

func tellsTime(r *reading) bool { return r.isTime() && r.q.Time != nil }

func underItself(r *reading) {
	r.when = r.momentOfItself()
	r.under("stated")
}

func underWhen(r *reading) { r.under("stated") }

func underStep(r *reading) { r.setPeriod(r.step.Value, "stated") }

func underSupposed(r *reading) {
	r.under("stated")
	r.Inferred = true
}

// under sets the period to that of r.when.
func (r *reading) under(from string) {
	r.setPeriod(r.when.iso, from)
	r.Open = r.when.open
	r.step.Text = r.p.simple[r.when.Start:r.when.End]
	if r.when.time != nil && (r.when.time.Open == "year" || r.when.time.Open == "month") {
		r.setPeriod(r.nearest(r.when.time, r.when.Span), from)
	}
}

func (r *reading) setPeriod(iso, from string) {
	r.Period, r.step.Value = iso, iso
	if iso != "" {
		r.PeriodFrom = from
		r.Inferred = r.p.inferred
	}
}

// ownPeriod is the time a time itself tells.
func ownPeriod(r *reading) {
	t := r.q.Time
	if r.p.isAfterEvent(r.q) {
		return
	}
	iso := told(*t, r.core())
	if !r.p.isRecord(r.q.Span.End) && !r.foundedThen() {
		iso = r.p.since(t, iso)
	}
	if t.Open == "year" || t.Open == "month" {
		iso = r.nearest(t, r.q.Span)
	} else if carried, ok := r.p.carry(t, r.q.Span, iso); ok {
		iso = carried
	}
	iso = r.p.finished(r.q, iso)
	r.Open = t.Open == "reference"
	r.setPeriod(iso, "stated")
	switch r.Kind {
	case "date":
		if r.Date = r.Period; t.Relation == "since" || t.Ends && t.Grain == quantity.Day {
			r.Date = firstOf(r.Date)
		}
		if r.Date == "" {
			r.Date, r.Open = r.withoutYear(), true
		}
	case "year":
		r.yearValue(t)
	}
	if t.Relation == "since" || t.Relation == "" {
		return
	}
	if r.Kind == "year" || r.Kind == "date" {
		r.step.Text = r.p.simple[r.q.Span.Start:r.q.Span.End]
	}
}

func firstOf(iso string) string {
	if told, ok := period.Parse(iso); ok {
		return told.First.String()
	}
	return iso
}

// since is the period that begins at a time and goes on to the document's.
func (d *document) since(t *quantity.Time, iso string) string {
	if t.Relation != "since" || d.ref.IsZero() {
		return iso
	}
	return d.untilNow(iso)
}

// yearPartPeriod: 年底 and 年初 are told as the year, halves as their months.
func yearPartPeriod(r *reading) { r.setPeriod(told(*r.q.Time, r.core()), "stated") }

// told is the time as finely as a reader takes it: 2024年底 is 2024 and 8月底 is
// August, not their last days.
func told(t quantity.Time, core string) string {
	if t.From.IsZero() || t.Open == "reference" || t.Grain < quantity.Quarter {
		return t.ISO()
	}
	year, rest, hasYear := strings.Cut(core, "年")
	_, day, hasMonth := strings.Cut(core, "月")
	switch {
	case hasMonth && t.Grain == quantity.Day && !hasNumeral(day):
		return t.From.Unit().Cut(period.Month).String()
	case hasYear && hasNumeral(year) && !hasNumeral(rest) && !strings.ContainsAny(rest, "半月") && !strings.Contains(rest, "季度"):
		return t.From.Unit().Cut(period.Year).String()
	case isPartOfYear(core):
		return t.From.Unit().Cut(period.Year).String()
	}
	return t.ISO()
}

// isPartOfYear: 年底, 今年秋季 are told as the year; nobody says which days.
func isPartOfYear(core string) bool {
	_, part := hasSuffix(strings.TrimSuffix(core, "前"), listed("year-part-end")...)
	return part
}

func hasNumeral(s string) bool {
	return strings.ContainsAny(s, "0123456789０１２３４５６７８９一二三四五六七八九十〇")
}

func (r *reading) yearValue(t *quantity.Time) {
	if r.Value == nil && !t.From.IsZero() {
		r.Value = ratInt(t.From.Year)
	}
	if t.Ends && r.Max == nil && !t.To.IsZero() {
		r.Max = ratInt(t.To.Year)
	}
}

// anniversaryPeriod is the year in which the anniversary falls.
func anniversaryPeriod(r *reading) {
	if m := r.p.momentBefore(r.sentence.Start, r.q.Core.Start, isPoint); m != nil {
		r.when = m
		r.under("stated")
		if told, ok := period.Parse(r.Period); ok && !told.IsSpan() {
			r.setPeriod(told.First.Cut(period.Year).String(), "stated")
		}
		return
	}
	if year, ok := r.anniversaryAhead(); ok {
		r.setPeriod(year, "document")
		return
	}
	r.setPeriod(r.p.thisYear(), "document")
	r.Open = r.Period == ""
}

// anniversaryAhead: 在联合国成立80周年之前, told before that year.
func (r *reading) anniversaryAhead() (string, bool) {
	what, ok := hasSuffix(r.left, "成立", "独立", "胜利", "结束")
	n, small := smallValue(r.q)
	if _, before := hasPrefix(r.right, "之前", "前夕", "到来"); !ok || !small || !before || r.p.ref.IsZero() {
		return "", false
	}
	at := r.q.Core.Start - len(what)
	ms := r.p.mentionsIn(r.clause.Start, at)
	if len(ms) == 0 || ms[len(ms)-1].end != at {
		return "", false
	}
	year, known := foundedIn()[beginning{ms[len(ms)-1].name, what}]
	year += int(n)
	return period.Unit{Year: year}.String(), known && year > r.p.ref.Year && year <= r.p.ref.Year+5
}

func isPoint(m *moment) bool { return m.kind == pointMoment || m.kind == untilMoment }

// momentBefore is the last moment in from:to that suits.
func (p *passage) momentBefore(from, to int, suits func(*moment) bool) *moment {
	for k := p.momentIndex(to) - 1; k >= 0 && p.moments[k].Start >= from; k-- {
		if m := &p.moments[k]; m.End <= to && suits(m) {
			return m
		}
	}
	return nil
}

// momentIndex is the index of the first moment at or behind a place.
func (p *passage) momentIndex(at int) int {
	return sort.Search(len(p.moments), func(k int) bool { return p.moments[k].Start >= at })
}

// timeInClause: the nearest time before the figure in its clause, or behind it.
func timeInClause(r *reading) bool {
	m := r.p.momentBefore(r.clause.Start, r.q.Core.Start, r.serves)
	if m == nil {
		k := r.p.momentIndex(r.q.Core.End)
		if k < len(r.p.moments) && r.p.moments[k].End <= r.clause.End && r.serves(&r.p.moments[k]) && r.p.moments[k].kind != nowMoment && !r.decides(r.p.moments[k].Start) {
			m = &r.p.moments[k]
		}
	}
	r.when = m
	return m != nil
}

// decides: in 八个国家决定自7月起增产 the time is that of what is decided, not of
// those who decide.
func (r *reading) decides(to int) bool {
	h, ok := r.p.nextCue("status", r.q.Core.End, max(to, r.q.Core.End), "plan", "proposal")
	if !ok {
		return false
	}
	_, people := hasPrefix(h.text, listed("intends")...)
	return people
}

// momentOfItself is the time that the figure itself made.
func (r *reading) momentOfItself() *moment {
	k := r.p.momentIndex(r.q.Span.Start)
	if k < len(r.p.moments) && r.p.moments[k].n == r.n {
		return &r.p.moments[k]
	}
	return nil
}

// inTitle reports whether a place lies in 《…》.
func (p *passage) inTitle(s text.Span) bool {
	before := p.simple[max(0, s.Start-90):s.Start]
	return strings.LastIndex(before, "《") > strings.LastIndex(before, "》")
}

// isOngoing: 正在 with no other time means now.
func isOngoing(r *reading) bool {
	if r.isTime() {
		return false
	}
	ongoing := func(m *moment) bool { return m.kind == ongoingMoment && m.iso != "" }
	m := r.p.momentBefore(r.clause.Start, r.q.Core.Start, ongoing)
	if m == nil {
		k := r.p.momentIndex(r.q.Core.End)
		if k < len(r.p.moments) && r.p.moments[k].End <= r.clause.End && ongoing(&r.p.moments[k]) {
			m = &r.p.moments[k]
		}
	}
	r.when = m
	return m != nil
}
