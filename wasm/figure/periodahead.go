package figure

import (
	"strings"

	"fenghui/wasm/period"
	"fenghui/wasm/text"
)

// thisYearAhead: 今年将于2025年… the year of the document may still lie ahead.
func (r *reading) thisYearAhead() bool {
	if r.p.isYearEndAhead(r.q.Span) {
		return true
	}
	if r.Period != r.p.thisYear() && (r.q.Time == nil || r.q.Time.Relation != "until") {
		return false
	}
	if _, will := r.cueInClause("status", "will", "plan", "forecast", "target"); will {
		return true
	}
	if strings.Trim(r.right, "，, ") != "" {
		return false
	}
	_, will := r.p.nextCue("status", r.clause.End, min(r.sentence.End, r.clause.End+90), "plan", "forecast", "target") // 2026年，收入预期增长4%
	return will
}

// toldReach is how many bytes may stand between such a day and the verb.
const toldReach = 30 * len("字")

// isToldThen: 2026年1月，企业家王某说，… reports what was said later than the
// document is dated; nobody can quote what lies ahead.
func isToldThen(r *reading) bool {
	if r.Kind != "date" || !r.future() || r.q.Time != nil && r.q.Time.Relation != "" || strings.TrimSpace(r.p.simple[r.sentence.Start:r.q.Span.Start]) != "" {
		return false
	}
	behind := r.p.simple[r.q.Span.End:r.sentence.End]
	at, said := firstWord(behind, listed("told-then"))
	if at < 0 || at > toldReach || strings.ContainsAny(behind[:at], "我0123456789") {
		return false
	}
	_, ahead := r.p.nextCue("status", r.q.Span.End, r.q.Span.End+at, "will", "plan", "forecast", "target", "wish", "proposal")
	r.step.Text = strings.TrimRight(said, "，：")
	return !ahead
}

// future reports whether the figure's time lies after the document: it begins
// later, or begins with the document and ends later.
func (r *reading) future() bool {
	told, ok := period.Parse(r.Period)
	if !ok || r.p.ref.IsZero() {
		return ok && r.isToBe()
	}
	now := r.p.ref.Unit()
	begins := told.First.Compare(now)
	return begins > 0 || begins == 0 && told.IsSpan() && told.Last.Compare(now) > 0
}

// isToBe: of 到2030年贸易额将达600亿 the time lies ahead whenever it was written.
func (r *reading) isToBe() bool {
	m := r.when
	if r.isTime() {
		m = r.momentOfItself()
	}
	if m == nil || m.End > r.q.Core.End {
		return false
	}
	if m.kind == spanMoment || m.kind == pointMoment {
		return r.willBeIn(m)
	}
	if m.kind != untilMoment {
		return false
	}
	_, will := r.p.nextCue("status", m.Start, r.clause.End, "will", "forecast", "may")
	if r.isTime() && !will {
		_, will = r.p.nextCue("status", m.Start, r.sentence.End, "will", "forecast", "may")
	}
	return will
}

// willBeIn: 2025年至2027年，将提供3000个名额 is still to come, unless it is told as
// done; on a day it may only be said.
func (r *reading) willBeIn(m *moment) bool {
	end := r.q.Core.Start
	if r.isTime() {
		end = r.p.around(r.p.clauses, min(m.End+len("，"), len(r.p.simple)-1), reach).End
	}
	told, ok := m.period()
	if !ok || told.Last.Grain() == period.Day || m.Start < r.sentence.Start || end < m.End || strings.ContainsAny(r.p.simple[m.End:end], "了曾已；") {
		return false
	}
	_, said := r.p.nextCue("speech", m.End, end, "say")
	_, will := r.p.nextCue("status", m.End, end, "will")
	return will && !said
}

// pastPeriod reports whether the figure stands under a time before the document.
func (r *reading) pastPeriod() bool {
	if told, ok := period.Parse(r.Period); ok && told.IsSpan() && !r.p.ref.IsZero() && told.Last.Compare(r.p.ref.Unit()) > 0 {
		return false // 下半年, told in September
	}
	if r.when != nil && r.when.End <= r.p.datelineEnd() {
		return false // the day of a dispatch is no time of what it tells
	}
	return r.Period != "" && !r.future() && r.when != nil && r.when.kind != nowMoment && r.when.kind != ongoingMoment && r.Period != r.p.thisYear()
}

// isYearEndAhead tells a time up to the end of this year, which no fact can be of
// before it: 到2025年底 told in March.
func (p *passage) isYearEndAhead(s text.Span) bool {
	said := p.simple[s.Start:s.End]
	_, until := hasPrefix(said, "到", "至")
	_, end := hasSuffix(said, "年底", "年末", "年年底")
	if _, stated := hasSuffix(p.simple[:s.Start], "截", "截止"); stated || !until || !end || p.ref.IsZero() || p.ref.Month > yearJustBegun+3 {
		return false
	}
	return strings.Contains(said, p.thisYear()) || strings.Contains(said, "今年")
}
