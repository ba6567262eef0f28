package figure

import (
	"strings"
)

// hasBegun: of 十年来由1.6万亿增至2.5万亿 the first level is that of the first year,
// the second that of the last.
func hasBegun(r *reading) bool {
	start := isBaseline(r)
	if r.isTime() || !start && !r.afterBaseline() || r.Kind == "multiple" || r.Kind == "change" || !timeInClause(r) && !timeInSentence(r) {
		return false
	}
	m := r.when
	first, last, span := strings.Cut(m.iso, "/")
	if m.kind != spanMoment || m.future || !span || len(first) != len(last) || len(first) != len("2006") || m.time != nil && m.time.Relation == "since" && !start {
		return false
	}
	if r.step.Text, r.step.Value = r.p.low[m.Start:m.End], last; start {
		r.step.Value = first
	}
	return true
}

// isSupposedYear: 达到90亿美元，推断是2023年的数字; 年份推断也是2024年: the text
// itself is not sure which year it is.
func isSupposedYear(r *reading) bool {
	if r.isTime() {
		return false
	}
	rest := r.p.low[r.q.Core.End:r.sentence.End]
	w, ok := containsAny(rest, listed("infers")...)
	if !ok {
		return false
	}
	at := r.q.Core.End + strings.Index(rest, w)
	k := r.p.momentIndex(at)
	if k >= len(r.p.moments) || r.p.moments[k].Start-at-len(w) > inferReach || !r.serves(&r.p.moments[k]) {
		return false
	}
	span := func(m *moment) bool { return m.kind == spanMoment && r.serves(m) }
	if r.Direction != "level" && r.p.momentBefore(r.sentence.Start, r.q.Core.Start, span) != nil {
		return false // 十年来增至1.7倍，达到285亿，推断是2023年的数字: the level only
	}
	r.when = &r.p.moments[k]
	return r.p.momentBefore(r.clause.Start, r.q.Core.Start, r.serves) == nil
}

// inferReach is how many bytes may stand between 推断 and its year.
const inferReach = 24
