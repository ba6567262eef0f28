package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/period"
	"fenghui/wasm/quantity"
)

// aboveReach is how many paragraphs back a span is looked for.
const aboveReach = 2

// spanAbove is the last such span told before a place, here or in the paragraphs
// above: 未来十年投资1000亿。前三年的金额为350亿.
func (p *passage) spanAbove(at int, suits func(*moment) bool) *moment {
	m := p.momentBefore(0, at, suits)
	for k := p.place - 1; m == nil && k >= max(0, p.place-aboveReach); k-- {
		above := p.passages[k]
		m = above.momentBefore(0, len(above.simple), suits)
	}
	return m
}

// addToldSpan adds 未来三年 as it was told some years ago: 2015年12月4日，会上宣布未来
// 三年实施十项计划.
func (p *passage) addToldSpan(n int, q *quantity.Quantity) bool {
	if q.Kind != quantity.Duration || q.Unit != "year" || q.Time == nil || p.ref.IsZero() {
		return false
	}
	years, small := smallValue(q)
	_, ahead := hasPrefix(p.simple[q.Span.Start:q.Span.End], "未来", "今后", "其后")
	sentence := p.around(p.sentences, q.Core.Start, farReach)
	day := p.momentBefore(sentence.Start, q.Span.Start, func(m *moment) bool {
		return m.time != nil && m.time.Grain >= quantity.Month && !m.future && m.time.Relation == ""
	})
	if !ahead || !small || day == nil {
		return false
	}
	then, ok := day.period()
	if _, tells := containsAny(p.simple[day.End:q.Span.Start], listed("announces-then")...); !ok || then.First.Grain() == period.Year || !tells || then.First.Year >= p.ref.Year {
		return false
	}
	p.addSpan(n, q, moment{kind: spanMoment, iso: period.Years(then.First.Year, then.First.Year+int(years)).String()})
	return true
}

// addYearsOn adds 十年后 where it goes on with a tale: 2008年动工。十年后，荒地成了城市.
func (p *passage) addYearsOn(n int, q *quantity.Quantity) bool {
	if q.Kind != quantity.Duration || q.Unit != "year" || q.Time == nil || p.ref.IsZero() {
		return false
	}
	said := p.simple[q.Span.Start:q.Span.End]
	years, small := smallValue(q)
	_, later := hasSuffix(said, "年后", "年之后", "年以后")
	sentence := p.around(p.sentences, q.Core.Start, farReach)
	if !later || !small || strings.Trim(p.simple[sentence.Start:q.Span.Start], " 　“") != "" || utf8.RuneCountInString(said) > 8 {
		return false
	}
	if _, ahead := p.nextCue("status", q.Span.End, sentence.End, "will", "plan", "forecast", "target", "may", "can", "wish"); ahead {
		return false
	}
	then := p.spanAbove(sentence.Start, func(m *moment) bool {
		_, known := m.period()
		return known && m.time != nil && m.time.Grain >= quantity.Year && m.kind != benchmarkMoment && m.kind != markMoment
	})
	if then == nil {
		return false
	}
	told, _ := then.period()
	year := told.First.Year + int(years)
	if year > p.ref.Year {
		return false
	}
	p.addSpan(n, q, moment{kind: pointMoment, iso: period.Unit{Year: year}.String()})
	return true
}

// addSpan adds a moment that is the time of the quantity itself, too.
func (p *passage) addSpan(n int, q *quantity.Quantity, m moment) {
	m.Span, m.n, m.part = q.Span, n, true
	p.moments = append(p.moments, m)
}

// addSpanPart adds the first or the last years of a span told before in the
// sentence: 未来十年投资1000亿，其中前三年350亿.
func (p *passage) addSpanPart(n int, q *quantity.Quantity) bool {
	if q.Kind != quantity.Duration || q.Unit != "year" {
		return false
	}
	w, part := hasSuffix(p.simple[:q.Core.Start], "最后", "前", "头", "后")
	at := q.Core.Start - len(w)
	if !part {
		w, part = hasPrefix(p.simple[q.Core.Start:q.Core.End], "最后", "前", "头", "后")
	}
	if !part {
		return false
	}
	sentence := p.around(p.sentences, q.Core.Start, farReach)
	lead := strings.TrimRight(p.simple[sentence.Start:at], " ")
	_, opens := hasSuffix(lead, "，", "；", "其中", "其中在", "的")
	of := p.momentBefore(sentence.Start, at, isYearsAhead)
	if lead == "" && strings.HasPrefix(p.simple[q.Core.End:], "的") {
		of = p.spanAbove(sentence.Start, isYearsAhead)
	} else if !opens {
		return false
	}
	years, small := smallValue(q)
	if of == nil || !small {
		return false
	}
	told, _ := of.period()
	from, to := told.First.Year, told.Last.Year
	if int(years) >= to-from {
		return false
	}
	if strings.HasSuffix(w, "后") {
		from = to - int(years)
	} else {
		to = from + int(years)
	}
	p.addSpan(n, q, moment{kind: spanMoment, future: true, iso: period.Years(from, to).String()})
	return true
}

func isYearsAhead(m *moment) bool {
	told, ok := m.period()
	return ok && m.future && told.IsSpan() && told.Last.Grain() == period.Year
}
