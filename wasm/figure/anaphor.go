package figure

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fenghui/wasm/quantity"
)

// addAnaphor adds times that count from one told before: 当年, 次年, 当天.
func (p *passage) addAnaphor(h hit) {
	m := moment{n: -1}
	m.Start, m.End = h.start, h.end
	unit, count, _ := strings.Cut(h.value, " ")
	n, _ := strconv.Atoi(count)
	day, ok := p.antecedent(unit, h.start)
	if last := len(p.moments) - 1; n == 0 && last >= 0 && p.moments[last].End == h.start {
		return // 12月当月 is no more than 12月
	}
	if !ok {
		return
	}
	switch unit {
	case "year":
		m.iso = fmt.Sprintf("%04d", day.Year+n)
	case "month":
		month := day.Year*12 + day.Month - 1 + n
		m.iso = fmt.Sprintf("%04d-%02d", month/12, month%12+1)
	case "day":
		m.iso = quantity.DateOf(time.Date(day.Year, time.Month(day.Month), day.Day+n, 0, 0, 0, 0, time.UTC)).String()
	}
	if p.isStart(m.Span) {
		m.kind = startMoment // 由当年的七成升至93%
	}
	p.moments = append(p.moments, m)
}

// lookBack is how many times are gone back over to find one to count from.
const lookBack = 20

// antecedent is the last time of the passage that is told as finely as the
// unit; those still to come only count in their sentence. Days fall back on the document's day, months on its month.
func (p *passage) antecedent(unit string, at int) (quantity.Date, bool) {
	length := map[string]int{"year": len("2006"), "month": len("2006-01"), "day": len("2006-01-02")}[unit]
	sentence := p.around(p.sentences, at, farReach)
	for k := len(p.moments) - 1; k >= max(0, len(p.moments)-lookBack); k-- {
		m := &p.moments[k]
		if m.future && m.Start < sentence.Start || m.aside || m.kind == baseMoment || m.kind == markMoment || m.kind == nowMoment || m.kind == ongoingMoment {
			continue
		}
		if len(m.iso) >= length && (len(m.iso) <= len("2006-01-02") || unit != "day") && !strings.HasPrefix(m.iso, "-") {
			if date, ok := dateOf(m.iso[:length]); ok {
				return date, true
			}
		}
	}
	return p.ref, unit != "year" && !p.ref.IsZero() && !p.inferred
}

// dateOf reads 2024, 2024-05 and 2024-05-16.
func dateOf(iso string) (quantity.Date, bool) {
	return quantity.ParseDate((iso + "-01-01")[:len("2006-01-02")])
}

// sameTimeYearBefore: 上半年为58亿，去年同期为41亿: the same months a year before.
func (p *passage) sameTimeYearBefore(m *moment) bool {
	if m.aside || m.kind == baseMoment || !strings.Contains(p.low[m.Start:m.End], "同期") {
		return false
	}
	for k := len(p.moments) - 1; k >= max(0, len(p.moments)-lookBack); k-- {
		if before := p.moments[k].iso; len(before) > len("2006") && p.moments[k].kind != baseMoment {
			from, to, span := strings.Cut(before, "/")
			m.iso = yearBefore(from)
			if span {
				m.iso += "/" + yearBefore(to)
			}
			return true
		}
	}
	return false
}

func yearBefore(iso string) string {
	year, err := strconv.Atoi(iso[:min(4, len(iso))])
	if err != nil {
		return iso
	}
	return fmt.Sprintf("%04d", year-1) + iso[4:]
}

// isUnfinished tells the first months of this year, told without it and as a fact,
// that end long after the document: 前三季度 told in March are of the year before,
// and so is 第四季度 in a report on that year.
func (p *passage) isUnfinished(q *quantity.Quantity, iso string) bool {
	first, last, span := strings.Cut(iso, "/")
	if _, yearless := hasPrefix(p.low[q.Core.Start:q.Core.End], listed("yearless")...); !span || !yearless || len(last) != len("2006-01") || len(first) != len(last) || p.ref.IsZero() || p.inferred {
		return false
	}
	end, ok := dateOf(last)
	told := first == last[:4]+"-01" || q.Time.Grain == quantity.Quarter && p.ref.Month <= annualReports
	return ok && told && end.Year == p.ref.Year && end.Month >= p.ref.Month+2 && !p.looksAhead(q.Core.Start)
}

// annualReports is the month by which a year has been reported on.
const annualReports = 4

// finished is a time, moved a year back where it is of months that are not over.
func (p *passage) finished(q *quantity.Quantity, iso string) string {
	if !p.isUnfinished(q, iso) {
		return iso
	}
	first, last, _ := strings.Cut(iso, "/")
	return yearBefore(first) + "/" + yearBefore(last)
}

// addWhole adds 全年: of the year told last, else of the document's.
func (p *passage) addWhole(h hit) {
	m := moment{n: -1, iso: p.thisYear()}
	m.Start, m.End = h.start, h.end
	if date, ok := p.antecedent("year", h.start); ok && h.value == "told" {
		m.iso = fmt.Sprintf("%04d", date.Year)
	} else if m.iso != "" && p.ref.Month <= yearJustBegun && !p.looksAhead(h.start) {
		m.iso = yearBefore(m.iso)
	}
	if p.isBase(m.Span) {
		m.kind = baseMoment
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
		_, ahead := p.next("status", sentence.Start, sentence.End, "will", "plan", "forecast")
		if month > p.ref.Month && !ahead {
			year--
		}
		m.iso = fmt.Sprintf("%04d-%02d", year, month)
	}
	p.moments = append(p.moments, m)
}

// sinceEvent is the end of …以来 behind a time with what happened then between:
// 2023年4月冲突爆发以来, or of 至今 right behind it, or 0.
func (p *passage) sinceEvent(m *moment) int {
	if m.kind != pointMoment && m.kind != spanMoment && m.kind != builtMoment || len(m.iso) > len("2006-01-02") && m.time.Relation != "since" {
		return 0
	}
	behind := p.low[m.End:min(len(p.low), m.End+75)]
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

// untilNow is the period from a time to the document's.
func (d *document) untilNow(iso string) string {
	from, _, _ := strings.Cut(iso, "/")
	if d.ref.IsZero() || from == "" || strings.HasPrefix(from, "-") {
		return from
	}
	return from + "/" + d.ref.String()[:min(len(from), len("2006-01-02"))]
}

// hasElapsed: 经过24年的发展, up to now.
func (p *passage) hasElapsed(q *quantity.Quantity) bool {
	_, past := hasSuffix(p.low[:q.Core.Start], "经过", "历经", "经过了", "历经了")
	_, work := hasPrefix(p.low[q.Core.End:], listed("elapsed-in")...)
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
	if _, lasts := hasPrefix(p.low[q.Core.End:], listed("lasts")...); !lasts && !p.hasElapsed(q) {
		return false
	}
	clause := p.around(p.clauses, q.Span.Start, reach)
	_, ahead := p.next("status", clause.Start, clause.End, "will", "plan", "forecast", "target")
	_, other := hasSuffix(p.low[:q.Core.Start], listed("no-anaphor")...)
	return !ahead && !other
}

// addWhile counts the years back from the document's, or takes the span told
// just before: 2014年至2024年，十年间….
func (p *passage) addWhile(n int, q *quantity.Quantity) {
	years, _ := smallValue(q)
	m := moment{Span: q.Span, kind: spanMoment, n: n, iso: fmt.Sprintf("%04d/%04d", p.ref.Year-int(years), p.ref.Year)}
	if k := len(p.moments) - 1; k >= 0 && q.Span.Start-p.moments[k].End <= 6 && strings.Contains(p.moments[k].iso, "/") {
		m.iso = p.moments[k].iso
	}
	if p.hasElapsed(q) {
		m.kind = markMoment // what is told behind it is so today
	}
	p.moments = append(p.moments, m)
}
