package figure

import (
	"strings"

	"fenghui/wasm/period"
	"fenghui/wasm/quantity"
)

// addSpanPart adds the first or the last years of a span told before in the
// sentence: 未来十年投资1000亿，其中前三年350亿.
func (p *passage) addSpanPart(n int, q *quantity.Quantity) bool {
	if q.Kind != quantity.Duration || q.Unit != "year" {
		return false
	}
	w, part := hasSuffix(p.low[:q.Core.Start], "最后", "前", "头", "后")
	at := q.Core.Start - len(w)
	if !part {
		w, part = hasPrefix(p.low[q.Core.Start:q.Core.End], "最后", "前", "头", "后")
	}
	if !part {
		return false
	}
	sentence := p.around(p.sentences, q.Core.Start, farReach)
	lead := strings.TrimRight(p.low[sentence.Start:at], " ")
	_, opens := hasSuffix(lead, "，", "；", "其中", "其中在", "的")
	of := p.momentBefore(sentence.Start, at, isYearsAhead)
	if lead == "" && strings.HasPrefix(p.low[q.Core.End:], "的") {
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
