package figure

import (
	"strconv"
	"strings"

	"fenghui/wasm/period"
	"fenghui/wasm/quantity"
)

// addAnaphor adds times that count from one told before: 当年, 次年, 当天.
func (p *passage) addAnaphor(h hit) {
	m := moment{n: -1}
	m.Start, m.End = h.start, h.end
	unit, count, _ := strings.Cut(h.value, " ")
	n, _ := strconv.Atoi(count)
	grain := grains[unit]
	from, ok := p.antecedent(grain, h.start)
	if last := len(p.moments) - 1; n == 0 && last >= 0 && p.moments[last].End == h.start {
		return // 12月当月 is no more than 12月
	}
	if !ok {
		return
	}
	m.iso = from.Cut(grain).Add(n).String()
	if p.isStart(m.Span) {
		m.kind = startMoment // 由当年的七成升至93%
	}
	p.moments = append(p.moments, m)
}

var grains = map[string]period.Grain{"year": period.Year, "month": period.Month, "day": period.Day}

// lookBack is how many times are gone back over to find one to count from.
const lookBack = 20

// antecedent is where the last time of the passage begins that is told so finely;
// those still to come only count in their sentence. Days fall back on the document's day, months on its month.
func (p *passage) antecedent(grain period.Grain, at int) (period.Unit, bool) {
	sentence := p.around(p.sentences, at, farReach)
	for k := len(p.moments) - 1; k >= max(0, len(p.moments)-lookBack); k-- {
		m := &p.moments[k]
		if m.future && m.Start < sentence.Start || m.aside || m.kind == benchmarkMoment || m.kind == markMoment || m.kind == nowMoment || m.kind == ongoingMoment {
			continue
		}
		if m.open && m.Start >= sentence.Start {
			return period.Unit{}, false // 去年全年, told nobody knows when
		}
		if told, ok := m.period(); ok && told.First.Grain() >= grain && (grain != period.Day || !told.IsSpan()) {
			return told.First, true
		}
	}
	return p.ref.Unit(), grain != period.Year && !p.ref.IsZero() && !p.inferred
}

// sameTimeYearBefore: 上半年为58亿，去年同期为41亿: the same months a year before; and
// the 上年 of 2023年为58亿，上年为41亿 is the year before that one.
func (p *passage) sameTimeYearBefore(m *moment) bool {
	if m.aside || m.kind == benchmarkMoment {
		return false
	}
	said := p.simple[m.Start:m.End]
	if n := len(p.moments) - 1; n >= 0 && (said == "上年" || said == "上一年" || said == "前一年") {
		year, ok := p.moments[n].period()
		told := p.simple[p.moments[n].End:m.Start]
		if ok && p.moments[n].kind == pointMoment && year.First.Grain() == period.Year && !year.IsSpan() && len(told) < farReach && !strings.ContainsAny(told, "。；") {
			m.iso = year.AddYears(-1).String()
			return true
		}
	}
	if !strings.Contains(said, "同期") {
		return false
	}
	for k := len(p.moments) - 1; k >= max(0, len(p.moments)-lookBack); k-- {
		before, ok := p.moments[k].period()
		if ok && (before.IsSpan() || before.First.Grain() > period.Year) && p.moments[k].kind != benchmarkMoment {
			m.iso = before.AddYears(-1).String()
			return true
		}
	}
	return false
}

// isUnfinished tells the first months of this year, told without it and as a fact,
// that end long after the document: 前三季度 told in March are of the year before,
// and so is 第四季度 in a report on that year.
func (p *passage) isUnfinished(q *quantity.Quantity, months period.Period) bool {
	if _, yearless := hasPrefix(p.simple[q.Core.Start:q.Core.End], listed("yearless")...); !yearless || !months.IsSpan() || months.Last.Grain() != period.Month || p.ref.IsZero() || p.inferred {
		return false
	}
	end := months.Last
	told := months.First == period.Unit{Year: end.Year, Month: 1} || q.Time.Grain == quantity.Quarter && p.ref.Month <= annualReports
	return told && end.Year == p.ref.Year && end.Month >= p.ref.Month+2 && !p.looksAhead(q.Core.Start)
}

// annualReports is the month by which a year has been reported on.
const annualReports = 4

// finished is a time, moved a year back where it is of months that are not over.
func (p *passage) finished(q *quantity.Quantity, iso string) string {
	if told, ok := period.Parse(iso); ok && p.isUnfinished(q, told) {
		return told.AddYears(-1).String()
	}
	return iso
}

// addWhole adds 全年: of the year told last, else of the document's.
func (p *passage) addWhole(h hit) {
	m := moment{n: -1, iso: p.thisYear()}
	m.Start, m.End = h.start, h.end
	if from, ok := p.antecedent(period.Year, h.start); ok && h.value == "told" {
		m.iso = from.Cut(period.Year).String()
	} else if m.iso != "" && p.ref.Month <= yearJustBegun && !p.looksAhead(h.start) {
		m.iso = period.Unit{Year: p.ref.Year - 1}.String()
	}
	if p.isBenchmark(m.Span) {
		m.kind = benchmarkMoment
	}
	if m.open = m.iso == ""; !m.open {
		p.moments = append(p.moments, m)
	}
}

// yearJustBegun is up to which month 全年, told as a fact, is of the year before.
const yearJustBegun = 6

// addFeast adds holidays with a month of their own: 五一假期. The last one
// before the document, or the next one if the sentence looks ahead.
func (p *passage) addFeast(h hit) {
	if p.ref.IsZero() {
		return
	}
	m := moment{n: -1, iso: p.thisYear()}
	m.Start, m.End = h.start, h.end
	if month, err := strconv.Atoi(h.value); err == nil {
		year := p.ref.Year
		sentence := p.around(p.sentences, h.start, farReach)
		_, ahead := p.nextCue("status", sentence.Start, sentence.End, "will", "plan", "forecast")
		if month > p.ref.Month && !ahead {
			year--
		}
		m.iso = period.Unit{Year: year, Month: month}.String()
	}
	p.moments = append(p.moments, m)
}

// sinceEvent is the end of …以来 behind a time with what happened then between:
// 2023年4月冲突爆发以来, or of 至今 right behind it, or 0.
func (p *passage) sinceEvent(m *moment) int {
	if m.kind != pointMoment && m.kind != spanMoment && m.kind != builtMoment {
		return 0
	}
	if told, ok := m.period(); ok && told.IsSpan() && told.First.Grain() > period.Year && m.time.Relation != "since" {
		return 0
	}
	behind := p.simple[m.End:min(len(p.simple), m.End+75)]
	if end := strings.IndexAny(behind, "，。；,;：、"); end >= 0 {
		behind = behind[:end]
	}
	if strings.HasPrefix(behind, "至今") {
		return m.End + len("至今")
	}
	at := strings.Index(behind, "以来")
	if at < 0 {
		return 0
	}
	to := m.End + at + len("以来")
	if k := p.quantityIndex(m.End); k < len(p.quantities) && p.quantities[k].Span.Start < to && p.quantities[k].Kind != quantity.Ordinal {
		return 0
	}
	return to
}

// untilNow is the period from the beginning of a time to the document's, told as
// finely; only its beginning where that is later.
func (d *document) untilNow(iso string) string {
	if first, _, _ := strings.Cut(iso, "/"); strings.HasPrefix(first, "-") && !d.ref.IsZero() {
		return first + "/" + d.thisYear() // before the common era, which is told in years
	}
	told, ok := period.Parse(iso)
	if !ok {
		return iso
	}
	now := d.ref.Unit()
	if d.ref.IsZero() || told.First.Compare(now) > 0 {
		return told.First.String()
	}
	return period.Period{First: told.First, Last: now.Cut(told.First.Grain())}.String()
}

// hasElapsed: 经过24年的发展, up to now.
func (p *passage) hasElapsed(q *quantity.Quantity) bool {
	_, past := hasSuffix(p.simple[:q.Core.Start], "经过", "历经", "经过了", "历经了")
	_, work := hasPrefix(p.simple[q.Core.End:], listed("elapsed-in")...)
	return past && work
}

// isWhile: 十年间, 三年累计: as many years up to now, unless they lie ahead.
func (p *passage) isWhile(q *quantity.Quantity) bool {
	if q.Kind != quantity.Duration || q.Time != nil || q.Unit != "year" || p.ref.IsZero() {
		return false
	}
	if v, ok := smallValue(q); !ok || v < 2 || v > 200 {
		return false
	}
	if _, lasts := hasPrefix(p.simple[q.Core.End:], listed("lasts")...); !lasts && !p.hasElapsed(q) {
		return false
	}
	clause := p.around(p.clauses, q.Span.Start, reach)
	_, ahead := p.nextCue("status", clause.Start, clause.End, "will", "plan", "forecast", "target")
	_, other := hasSuffix(p.simple[:q.Core.Start], listed("no-anaphor")...)
	return !ahead && !other
}

// addWhile counts the years back from the document's, or takes the span told
// just before: 2014年至2024年，十年间….
func (p *passage) addWhile(n int, q *quantity.Quantity) {
	years, _ := smallValue(q)
	m := moment{Span: q.Span, kind: spanMoment, n: n, iso: period.Years(p.ref.Year-int(years), p.ref.Year).String()}
	if k := len(p.moments) - 1; k >= 0 && q.Span.Start-p.moments[k].End <= 6 {
		if told, ok := p.moments[k].period(); ok && told.IsSpan() {
			m.iso = p.moments[k].iso
		}
	}
	if p.hasElapsed(q) {
		m.kind = markMoment // what is told behind it is so today
	}
	p.moments = append(p.moments, m)
}
