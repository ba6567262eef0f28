package figure

import (
	"strings"

	"fenghui/wasm/period"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// moment is a word of time that figures may stand under: 去年, 到2030年, 目前.
type moment struct {
	text.Span
	iso    string
	kind   momentKind
	future bool // lies after the document
	open   bool // relative to a date that is not known
	time   *quantity.Time
	aside  bool // 去年同期: no later word counts from it
	part   bool // of the span told before: its first or last years
	n      int  // index of its quantity, -1 of cues
}

// period is the time itself; ok is false when it is not known, or lies before
// the common era.
func (m *moment) period() (p period.Period, ok bool) { return period.Parse(m.iso) }

// isSpan reports whether a moment is a stretch of years: 过去五年, 1992年至2024年.
func (m *moment) isSpan() bool {
	return m.kind == spanMoment || m.kind == pointMoment && m.time != nil && m.time.Ends && m.time.Grain == quantity.Year
}

// isSpanOfYears reports whether a moment is a stretch of years whose first and
// last year are known; those of 20世纪50年代到21世纪初 are not.
func (p *passage) isSpanOfYears(m *moment) bool {
	_, vague := containsAny(p.simple[m.Start:m.End], "世纪", "年代")
	return m.isSpan() && !vague
}

type momentKind int

const (
	pointMoment     momentKind = iota // 去年, 2024年8月
	spanMoment                        // 过去五年, 自…以来
	untilMoment                       // 到2030年
	nowMoment                         // 目前
	ongoingMoment                     // 正在
	startMoment                       // 从去年的380公斤提高到…: only of where it began
	builtMoment                       // 1926年建成的: of the thing, not of what is told
	benchmarkMoment                   // 比2020年: what is compared with
	saidMoment                        // 16日公布的数据显示: when it was told, not when it was so
	markMoment                        // 2021年以来最低, 近十年来首次: how far back a record reaches
	causeMoment                       // 因去年大旱: only of the clause that gives the reason
)

// findMoments lists the times of the passage in order, from its quantities and
// from cues.
func (p *passage) findMoments() {
	k := 0
	for n := range p.quantities {
		q := &p.quantities[n]
		for ; k < len(p.hits) && p.hits[k].start < q.Span.Start; k++ {
			p.addCue(p.hits[k])
		}
		p.addTime(n, q)
	}
	for ; k < len(p.hits); k++ {
		p.addCue(p.hits[k])
	}
}

func (p *passage) addTime(n int, q *quantity.Quantity) {
	if p.isWhile(q) {
		p.addWhile(n, q)
		return
	}
	if p.isAfterEvent(q) || p.addSpanPart(n, q) || p.addToldSpan(n, q) || p.addYearsOn(n, q) {
		return
	}
	if q.Time == nil || q.NotFigure != "" && q.NotFigure != "relative" || q.Kind == quantity.Clock || p.vague(q) || p.isLabelDay(q) {
		return
	}
	m := moment{Span: q.Span, iso: told(*q.Time, p.simple[q.Core.Start:q.Core.End]), time: q.Time, n: n, open: q.Time.Open == "reference"}
	if _, counts := p.nextCue("anaphor", q.Core.Start, q.Core.End); counts {
		return
	}
	m.kind = p.kindOfTime(n)
	if m.kind == spanMoment || m.kind == pointMoment {
		m.iso = p.since(q.Time, m.iso)
	}
	if to := p.sinceEvent(&m); to > 0 {
		m.End, m.kind, m.iso = to, spanMoment, p.untilNow(m.iso)
		if p.isRecord(to) {
			m.kind = markMoment
		}
	}
	if iso, ok := p.carry(q.Time, q.Span, m.iso); ok {
		m.iso, m.open = iso, false
	}
	m.iso = p.finished(q, m.iso)
	m.aside = p.sameTimeYearBefore(&m)
	m.open = m.open && !m.aside
	m.future = p.isFuture(q.Time)
	p.moments = append(p.moments, m)
}

// vague: 最近, 今天 in 直到今天 and what else is no date.
func (p *passage) vague(q *quantity.Quantity) bool {
	s := p.simple[q.Core.Start:q.Core.End]
	if _, noun := hasSuffix(p.simple[:q.Core.Start], listed("day-noun")...); noun && s == "一日" {
		return true
	}
	return s == "最近" || s == "近" || p.inferred && q.NotFigure == "relative" && q.Kind == quantity.DateKind
}

// isFuture reports whether a time begins after the document's.
func (p *passage) isFuture(t *quantity.Time) bool {
	if p.ref.IsZero() || t.Open == "reference" {
		return false
	}
	if t.From.IsZero() || t.Relation == "before" || t.Relation == "until" {
		return p.ref.Before(t.To) && (t.From.IsZero() || t.From.Year > p.ref.Year || p.ref.Before(t.From))
	}
	if t.Grain == quantity.Year || t.Grain == quantity.Decade || t.Grain == quantity.Century {
		return t.From.Year > p.ref.Year || t.Ends && t.End().Year > p.ref.Year+1 || !t.To.IsZero() && t.From.Year == p.ref.Year && t.To.Year > p.ref.Year+1
	}
	return p.ref.Before(t.From)
}

// addCue adds 目前, 访问期间, 自…成立以来 and what counts from another time.
func (p *passage) addCue(h hit) {
	m := moment{Span: text.Span{Start: h.start, End: h.end}, n: -1}
	switch h.class {
	case "now":
		if k := len(p.moments) - 1; k >= 0 && h.text == "至今" && p.moments[k].End >= m.End {
			return // 2009年至今 is one span
		}
		m.kind, m.iso = p.kindOfNow(h), p.now(h.value)
	case "lately":
		if m.iso = p.thisYear(); p.isTold(m.Span) {
			m.kind = saidMoment
		}
	case "since":
		m.kind, m.iso = spanMoment, p.sinceWhen(h)
	case "anaphor":
		p.addAnaphor(h)
		return
	case "whole":
		p.addWhole(h)
		return
	case "feast":
		p.addFeast(h)
		return
	default:
		return
	}
	m.open = m.iso == ""
	p.moments = append(p.moments, m)
}

func (p *passage) kindOfNow(h hit) momentKind {
	s := text.Span{Start: h.start, End: h.end}
	switch {
	case h.value == "ongoing":
		return ongoingMoment
	case h.value == "year" && p.isBenchmark(s):
		return benchmarkMoment
	case h.value == "year" && p.isStart(s):
		return startMoment
	}
	return nowMoment
}

// now is the time of the document as finely as the words tell it.
func (p *passage) now(value string) string {
	switch value {
	case "month":
		if p.doc.Summit.Date != "" && !p.inferred {
			return p.ref.Unit().Cut(period.Month).String()
		}
	case "day":
		return p.today()
	}
	return p.thisYear()
}

func firstClause(s string) string {
	if i := strings.IndexAny(s, "，。；,;"); i >= 0 {
		return s[:i]
	}
	return s
}

func (d *document) thisYear() string {
	if d.ref.IsZero() {
		return ""
	}
	return d.ref.Unit().Cut(period.Year).String()
}

func (d *document) today() string {
	if d.ref.IsZero() || d.inferred {
		return d.thisYear()
	}
	return d.ref.String()
}

// sinceWhen is the period of 自…成立以来: the year in which the last party named
// before it began, from the text's own anniversaries or from what is known.
func (p *passage) sinceWhen(h hit) string {
	what := map[string]string{"found": "成立", "free": "独立", "ties": "建交"}[h.value]
	from := max(0, h.start-60)
	name := p.group
	if ms := p.mentionsIn(from, h.start); len(ms) > 0 {
		name = ms[len(ms)-1].name
	} else if h.value == "free" {
		name = p.home
	}
	began := beginning{name, what}
	year, ok := p.document.founded[began]
	if !ok {
		year, ok = foundedIn()[began]
	}
	if !ok || p.ref.IsZero() {
		return ""
	}
	return period.Years(year, p.ref.Year).String()
}
