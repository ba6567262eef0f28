package figure

import (
	"strings"

	"fenghui/wasm/period"
)

// hasBegun: of 十年来由1.6万亿增至2.5万亿 the first level is that of the first year,
// the second that of the last.
func hasBegun(r *reading) bool {
	start := isBaseline(r)
	if r.isTime() || !start && !r.afterBaseline() || r.Kind == "multiple" || r.Kind == "change" || !timeInClause(r) && !timeInSentence(r) {
		return false
	}
	if strings.HasSuffix(strings.TrimSpace(r.left), "前的") {
		return false // 从疫情前的84%跌到79%
	}
	m := r.when
	told, ok := m.period()
	if !r.p.isSpanOfYears(m) || m.future || !ok || !told.IsSpan() || told.First.Grain() != period.Year || m.time != nil && m.time.Relation == "since" && !start {
		return false
	}
	if r.step.Text, r.step.Value = r.p.simple[m.Start:m.End], told.Last.String(); start {
		r.step.Value = told.First.String()
	}
	return true
}

// isSupposedYear: 达到90亿美元，推断是2023年的数字; 年份推断是2024年: the text itself
// is not sure which year it is.
func isSupposedYear(r *reading) bool {
	if r.isTime() || r.Kind == "multiple" {
		return false
	}
	rest := r.p.simple[r.q.Core.End:r.remarked()]
	w, ok := containsAny(rest, listed("infers")...)
	if !ok {
		return false
	}
	at := r.q.Core.End + strings.Index(rest, w)
	k := r.p.momentIndex(at)
	if k >= len(r.p.moments) || r.p.moments[k].Start-at-len(w) > inferReach || !r.serves(&r.p.moments[k]) || !r.isRemarkedOn(at) {
		return false
	}
	r.when = &r.p.moments[k]
	point := func(m *moment) bool { return m.kind != spanMoment && r.serves(m) }
	span := func(m *moment) bool { return m.kind == spanMoment && r.serves(m) }
	return r.p.momentBefore(r.sentence.Start, r.q.Core.Start, point) == nil &&
		(r.Direction == "level" || r.p.momentBefore(r.sentence.Start, r.q.Core.Start, span) == nil) // of 十年来 the change is
}

// isRemarkedOn reports whether a remark at a place is on this figure: nothing else is
// counted in the part of the sentence it stands in, if that is another part.
func (r *reading) isRemarkedOn(at int) bool {
	part := r.p.around(r.p.sentences, at, farReach)
	if part.Start <= r.q.Core.Start {
		return true
	}
	for k := r.p.quantityIndex(part.Start); k < len(r.p.quantities) && r.p.quantities[k].Span.Start < at; k++ {
		if q := &r.p.quantities[k]; q.NotFigure == "" && q.Time == nil {
			return false
		}
	}
	return true
}

// remarked is where what is remarked on the figures of a sentence ends: behind
// those that semicolons join to it, and behind one that opens with 年份.
func (r *reading) remarked() int {
	end := r.sentence.End
	for n := 0; n < 5 && end < len(r.p.simple); n++ {
		_, year := hasPrefix(strings.TrimLeft(r.p.simple[end:], " "), "年份")
		if !year && !strings.HasSuffix(r.p.simple[:end], "；") {
			break
		}
		end = r.p.around(r.p.sentences, end, farReach).End
	}
	return end
}

// inferReach is how many bytes may stand between 推断 and its year.
const inferReach = 24
