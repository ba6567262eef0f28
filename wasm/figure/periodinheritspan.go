package figure

import (
	"strings"
)

// isSpanEnd: 过去60年，冰川缩小了三成；人口却从3000万增加到8000万: where it began
// has the first year of the span, where it ended the last.
func isSpanEnd(r *reading) bool {
	start, end, whole := isBaseline(r), r.afterBaseline(), r.isWholeWay()
	if !start && !end && !whole || r.sentence.Start == 0 || !strings.HasSuffix(r.p.simple[:r.sentence.Start], "；") {
		return false
	}
	m := r.p.momentBefore(r.stretch(), r.sentence.Start, r.serves)
	if m == nil || !r.p.isSpanOfYears(m) || m.future {
		return false
	}
	told, ok := m.period()
	switch r.step.Value = told.First.String(); {
	case whole:
		r.step.Value = m.iso
	case end:
		r.step.Value = told.Last.String()
	}
	r.step.Text = r.p.simple[m.Start:m.End]
	return ok && told.IsSpan()
}

// afterBaseline reports whether the figure before is where this one began.
func (r *reading) afterBaseline() bool {
	return r.prev != nil && r.prev.sentence.Start == r.sentence.Start && r.prev.Kind == r.Kind && r.prev.Unit == r.Unit && r.Direction == "level" && isBaseline(r.prev)
}

// isWholeWay: the 20 of 由七成升至九成，提高了20个百分点 is of the whole span.
func (r *reading) isWholeWay() bool {
	return r.Kind == "change" && r.prev != nil && r.prev.sentence.Start == r.sentence.Start && r.prev.PeriodFrom == "inherited" && r.prev.afterBaseline()
}

// skipBaseline goes back over where the figure began: 到2028年新建诊所900家；受益
// 学生从200万人增加到500万人.
func (r *reading) skipBaseline() bool {
	k := len(r.p.read) - 2
	if !r.afterBaseline() || k < 0 || r.p.read[k].Period == "" || isBaseline(r.p.read[k]) {
		return false
	}
	r.prev = r.p.read[k]
	return true
}

// isMeasuredLength: 人均停留6天 is a length that is measured, at some time.
func (r *reading) isMeasuredLength() bool {
	if r.Kind != "duration" || r.q.Time != nil {
		return false
	}
	_, measured := containsAny(lastBytes(r.left, 30), "平均", "人均", "寿命", "时长", "停留", "均龄")
	return measured
}

// isReached: of 近五年来增长1.5倍，达380亿 the level is that of the last year; only
// the change took all five.
func isReached(r *reading) bool {
	if r.isTime() || r.Direction != "level" || isBaseline(r) || !timeInClause(r) && !timeInSentence(r) {
		return false
	}
	m := r.when
	told, ok := m.period()
	if !r.p.isSpanOfYears(m) || m.future || !ok || !told.IsSpan() || !r.movedSince(m.End) || !r.tellsWhere() {
		return false
	}
	r.step.Text, r.step.Value = r.p.simple[m.Start:m.End], told.Last.String()
	return true
}

// movedSince reports whether a change stands between a place and the figure.
func (r *reading) movedSince(at int) bool {
	for k := len(r.p.read) - 1; k >= max(0, len(r.p.read)-lookBack) && r.p.read[k].q.Core.Start >= at; k-- {
		if p := r.p.read[k]; (p.Kind == "change" || p.Kind == "multiple") && p.Direction != "level" {
			return true
		}
	}
	return false
}

// tellsWhere: 达, 升至, 现为, 超过 tell where something stands, not how much came
// together.
func (r *reading) tellsWhere() bool {
	if _, summed := containsAny(r.p.simple[r.clause.Start:r.q.Core.Start], "累计", "总计", "共计", "合计"); summed {
		return false
	}
	if _, level := r.levelVerb(); level {
		return true
	}
	lead := r.p.simple[r.clause.Start:r.q.Core.Start]
	return onlyFillers(strings.TrimPrefix(strings.TrimPrefix(lead, "现"), "目前"))
}
