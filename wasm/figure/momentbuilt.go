package figure

import (
	"strings"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// isBuilt: 1926年建成的大桥, 成立于1991年的组织, 三年前投资2亿元启动的工程.
func (p *passage) isBuilt(s text.Span) bool {
	if p.builtUntil(s) > 0 || strings.HasSuffix(p.simple[:s.End], "世纪") && strings.HasPrefix(p.simple[s.End:], "的") && !strings.HasPrefix(p.simple[s.End:], "的头") {
		return true
	}
	before, in := strings.CutSuffix(p.simple[:s.Start], "于")
	_, began := hasSuffix(before, listed("begins")...)
	_, born := hasSuffix(before, "建", "生")
	return in && (began || born)
}

// builtReach is how far behind its time a thing may be said to have been built.
const builtReach = 60

// builtUntil is where the words end by which a thing came to be at the time, or
// 0: up to there stands how, behind it what the thing is like now.
func (p *passage) builtUntil(s text.Span) int {
	clause := p.around(p.clauses, s.Start, reach)
	after := p.simple[s.End:max(s.End, min(clause.End, s.End+builtReach))]
	at := strings.Index(after, "的")
	if at < 0 {
		return 0
	}
	w, built := hasSuffix(after[:at], listed("begins")...)
	if _, thing := hasPrefix(after[at+len("的"):], listed("paper")...); !built || thing {
		return 0
	}
	if strings.TrimSuffix(after[:at], w) == "" {
		return s.End + at
	}
	if _, other := containsAny(after[:at], "，", "、", "了", "将", "已"); other {
		return 0
	}
	return s.End + at
}

// isAfterEvent: 战争爆发19个月后, 疫情暴发后三个月内 tell no date: they count from
// what happened, not from the document's day.
func (p *passage) isAfterEvent(q *quantity.Quantity) bool {
	if q.Time == nil || q.Kind != quantity.Duration || q.Time.Relation == "since" {
		return false
	}
	said := p.simple[q.Core.Start:max(q.Span.End, q.Core.End)]
	if _, counts := hasSuffix(said, "后", "以后", "之后", "内", "之内", "以内"); !counts {
		return false
	}
	lead := p.simple[:q.Span.Start]
	for _, w := range listed("after-event") {
		lead = strings.TrimSuffix(lead, w)
	}
	_, from := hasSuffix(lead, listed("event-start")...)
	return from && len(lead) < q.Span.Start || from && strings.HasSuffix(said, "后")
}
