package figure

import (
	"strings"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// serves reports whether a moment can be the time of r.
func (r *reading) serves(m *moment) bool {
	switch m.kind {
	case saidMoment, markMoment:
		return false
	case benchmarkMoment:
		if !r.isBenchmarkLevel(m) {
			return false
		}
	case causeMoment:
		if m.Start < r.clause.Start {
			return false
		}
	}
	if r.isRoom() && !m.future && m.End <= r.clause.Start || m.future && r.hasHappened() || r.isAim() && !m.future && m.End <= r.clause.Start {
		return false
	}
	if !r.isTime() && m.End <= datelineReach && isWire(r.p.simple[m.End:]) && !r.happens() {
		return false
	}
	if m.time != nil && m.time.Grain == quantity.Century && strings.HasPrefix(strings.TrimPrefix(r.p.simple[m.End:], "的"), "头") && !r.isTime() {
		return false // 21世纪的头25年
	}
	if r.p.isBracketed(m) && !r.p.within(m, r.q.Core) {
		return false
	}
	if m.n == r.n || m.kind == ongoingMoment || r.p.inTitle(m.Span) && !r.p.inTitle(r.q.Core) || r.leftBehind(m) {
		return false
	}
	return m.iso != "" || m.open
}

// happens tells of what comes about on the day of a dispatch: 5月3日电 两国签署8份协议.
// 5月3日电 两国贸易额达9亿美元 does not say when it was so.
func (r *reading) happens() bool {
	_, event := containsAny(r.p.simple[r.clause.Start:r.clause.End], listed("happens")...)
	return event
}

// isBenchmarkLevel: the 100亿 of 与去年的100亿相比.
func (r *reading) isBenchmarkLevel(m *moment) bool {
	if r.q.Span.Start < m.End {
		return false
	}
	switch r.p.simple[m.End:r.q.Span.Start] {
	case "", "的", "的占比", "的增速", "的水平", "的规模", "的比例", "的比重", "同期的", "创下的", "创造的", "达到的", "全年的", "录得的":
	default:
		if !r.p.isFromBeginning(m.End, r.q.Span.Start) {
			return false
		}
	}
	return r.Kind != "multiple" && r.Kind != "change" && !(r.Kind == "share" && r.isOfEarlier(m))
}

// isOfEarlier: the 102% of 为2019年同期的102% and the 88% of 恢复至2019年的88% say how
// today lies to that time.
func (r *reading) isOfEarlier(m *moment) bool {
	lead := strings.TrimRight(r.p.simple[max(0, m.Start-18):m.Start], "至到")
	_, of := hasSuffix(lead, "为", "相当于", "恢复")
	return of && r.p.isMeasuredAgainst(m.Span)
}

// leftBehind: in 从去年的8.6%降至6.2% the time is only that of the first number;
// and a day on which something happens is not that of how long it is.
func (r *reading) leftBehind(m *moment) bool {
	switch {
	case m.kind == builtMoment:
		return !r.isTime() && r.q.Core.Start >= r.p.builtUntil(m.Span)
	case m.kind == startMoment:
		return !isBaseline(r)
	case isBaseline(r):
		return m.kind == untilMoment || m.future || m.Start > r.q.Core.Start
	case r.Kind == "length" || r.Kind == "duration" || r.Kind == "area":
		if _, level := containsAny(r.p.simple[r.clause.Start:r.q.Core.Start], "水位", "潮位", "海平面", "积雪", "雪深"); level {
			return false // which rises and falls by the day
		}
		return m.time != nil && m.time.Grain == quantity.Day && m.kind == pointMoment && m.time.Relation == "" && !strings.HasPrefix(r.p.simple[m.End:], "起") && m.End <= r.clause.Start && r.Direction != "increase" && r.Direction != "decrease"
	}
	return false
}

// timeInSentence: a time in a clause before holds on, but a share that is
// simply so does not fall under 过去二十年.
func timeInSentence(r *reading) bool {
	m := r.p.momentBefore(r.sentence.Start, r.clause.Start, func(m *moment) bool {
		return r.serves(m)
	})
	if m == nil || r.wasOnce() && m.time != nil && m.time.Grain > quantity.Year || m.kind == spanMoment && (r.isStative() || r.isThere(m) || r.standsNow(m) || r.recurs(m)) {
		return false
	}
	r.when = r.beforeBase(m)
	return true
}

// beforeBase: of 今年上半年为58亿，去年同期为50亿，增长16% the growth is that of this
// year: the time a year before only says what it is set against.
func (r *reading) beforeBase(m *moment) *moment {
	_, year := hasPrefix(r.p.simple[m.Start:m.End], "去年", "上年", "上一年", "前一年", "上年度")
	if r.Direction != "increase" && r.Direction != "decrease" || !year {
		return m
	}
	o := r.p.momentBefore(r.sentence.Start, m.Start, r.serves)
	if o == nil {
		return m
	}
	if now, ok := o.period(); !ok || now.AddYears(-1).String() != m.iso || r.movedSince(o.End) {
		return m
	}
	return o
}

// wasOnce: 最高曾突破2万点 was so at some time, and not in the quarter told before.
func (r *reading) wasOnce() bool {
	_, once := containsAny(r.p.simple[r.clause.Start:r.q.Core.Start], "最高曾", "曾最高", "最低曾", "曾最低", "最多曾", "曾最多", "曾一度")
	return once
}

// isStative: 70%为跨境水资源 tells how things are, not how they went.
func (r *reading) isStative() bool {
	if r.Kind != "share" {
		return false
	}
	_, state := hasPrefix(r.right, "为", "是", "来自", "属", "的")
	return state
}

// isThere: 近20年来投资75亿，企业有250家 counts what there is, not what came in
// those years.
func (r *reading) isThere(m *moment) bool {
	if r.Kind != "count" || m.time != nil && m.time.Relation == "since" || !r.p.tellsIn(r.p.around(r.p.clauses, m.End+len("，"), reach)) {
		return false
	}
	_, there := hasSuffix(r.left, "有", "现有", "共有")
	_, so := hasSuffix(r.left, "已有", "曾有")
	return there && !so
}

// standsNow: 成立40年来，已成为大国：储量占全球三成 tells how things stand, unless
// something has changed or added up since then.
func (r *reading) standsNow(m *moment) bool {
	_, founded := hasSuffix(r.p.simple[:m.Start], listed("founded-in")...)
	lead := r.p.simple[r.clause.Start:r.q.Core.Start]
	_, moved := containsAny(lead, listed("moved-since")...)
	return founded && r.Kind == "share" && strings.Contains(lead, "占") && !moved
}

// isRoom: 此访期间签约7亿，而合作的潜力超过90亿: what there is room for is of no time
// that has passed.
func (r *reading) isRoom() bool { return !r.isTime() && strings.Contains(r.left, "潜力") }

// hasHappened: 比前一年提高了10个百分点 stands under no time to come.
func (r *reading) hasHappened() bool {
	return !r.isTime() && strings.HasSuffix(r.left, "了") && (r.Direction == "increase" || r.Direction == "decrease")
}

// isAim: what 目标是 tells is of no time that has passed.
func (r *reading) isAim() bool {
	if r.isTime() || isBaseline(r) {
		return false
	}
	if _, aim := hasSuffix(r.left, "目标是", "目标为", "目标定为", "目标则是", "的目标", "计划为", "规划为", "计划达", "规划达"); aim {
		return true
	}
	lead := r.p.simple[r.clause.Start:r.q.Core.Start]
	if _, done := containsAny(lead, "了", "已", "曾"); done {
		return false
	}
	if _, later := containsAny(lead, listed("some-day")...); later {
		return true
	}
	aim, aims := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "target", "plan", "wish")
	raise, raises := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "raise")
	return aims && raises && aim.start < raise.start
}

// recurs: in 过去20年水位下降两米，航道每年要疏浚三次 the second is so every year; the
// span is that of the clause it stands in, unless it opens the sentence alone.
func (r *reading) recurs(m *moment) bool {
	if m.future || m.time != nil && m.time.Relation == "since" {
		return false
	}
	of := r.p.around(r.p.clauses, m.Start, reach)
	if !r.p.tellsIn(of) {
		return false
	}
	if strings.Trim(r.p.simple[m.End:max(m.End, of.End)], "，, 里间") == "" {
		return false
	}
	for k := len(r.p.read) - 1; k >= 0 && r.p.read[k].q.Core.Start > of.End; k-- {
		if p := r.p.read[k]; p.sentence.Start == r.sentence.Start && !p.isTime() && p.Period == "" && p.perTime() {
			return true
		}
	}
	return r.perTime()
}

// tellsIn reports whether a figure that is no time stands in a clause.
func (p *passage) tellsIn(clause text.Span) bool {
	for k := len(p.read) - 1; k >= max(0, len(p.read)-lookBack); k-- {
		if f := p.read[k]; !f.isTime() && f.q.Core.Start >= clause.Start && f.q.Core.End <= clause.End {
			return true
		}
	}
	return false
}

// perTime reports whether the clause says how often something is so.
func (r *reading) perTime() bool {
	_, per := r.p.lastCue("per", r.clause.Start, r.q.Core.Start)
	return per || IsFlow(r.Per)
}

// foundedThen: 自1910年创立 tells the year; 自2014年以来 tells a span.
func (r *reading) foundedThen() bool {
	if r.q.Time.Relation != "since" || r.q.Kind != quantity.YearKind {
		return false
	}
	w := longestPrefix(r.p.simple[r.q.Span.End:], listed("begins"))
	rest := firstClause(r.p.simple[min(len(r.p.simple), r.q.Span.End+len(w)):])
	return w != "" && !strings.Contains(text.First(rest, 8), "以来") && !strings.HasSuffix(r.core(), "以来")
}

// bracketReach is how long what stands between brackets is at most.
const bracketReach = 120

// isBracketed: the 当下 of （按当下汇率计算） is the time of nothing outside; 出口额（2024年）
// tells that of what stands before.
func (p *passage) isBracketed(m *moment) bool {
	open, end := p.brackets(m)
	if end == 0 {
		return false
	}
	if _, day := hasSuffix(p.simple[:open], "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "星期天", "周一", "周二", "周三", "周四", "周五", "周六", "周日"); day {
		return true
	}
	return end-open-len("（") > m.End-m.Start+len("年")
}

// brackets is where those around a moment begin and end, 0 where there are none.
func (p *passage) brackets(m *moment) (open, end int) {
	before := p.simple[max(0, m.Start-bracketReach):m.Start]
	behind := p.simple[m.End:min(len(p.simple), m.End+bracketReach)]
	at, to := strings.LastIndex(before, "（"), strings.Index(behind, "）")
	if at < 0 || to < 0 || strings.Contains(before[at:], "）") || strings.Contains(behind[:to], "（") {
		return 0, 0
	}
	return m.Start - len(before) + at, m.End + to
}

// within reports whether a span lies between the brackets around a moment.
func (p *passage) within(m *moment, s text.Span) bool {
	open, end := p.brackets(m)
	return s.Start > open && s.End <= end
}
