package figure

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// weak nouns measure what is named before: 规模, 总额.
var weak = sync.OnceValue(func() map[string]bool { return setOf(listed("weak")) })

// isThin reports whether a phrase does not say what is measured.
func isThin(t string) bool { return t == "" || weak()[t] || utf8.RuneCountInString(t) < 2 }

// topic is the noun phrase before the figure in its clause, behind a figure
// told before it and behind who says it.
func (r *reading) topic() string {
	if r.topicFrom != r.span.Start+1 {
		r.topicSaid, r.topicFrom = r.findTopic(), r.span.Start+1
	}
	return r.topicSaid
}

func (r *reading) findTopic() string {
	from := r.clause.Start
	if p := r.prevInClause(); p != nil {
		from = p.span.End
	}
	return cleaned(r.p.timeless(r.saidUntil(from, r.span.Start), r.span.Start))
}

// prevInClause is the last figure before this one in its clause that is no time.
func (r *reading) prevInClause() *reading {
	for k := len(r.p.read) - 1; k >= 0 && r.p.read[k].span.End > r.clause.Start; k-- {
		if p := r.p.read[k]; !p.isTime() && p.span.End <= r.span.Start {
			return p
		}
	}
	return nil
}

// saidUntil passes who speaks and the verb of saying: 托卡耶夫指出，…
func (r *reading) saidUntil(from, to int) int {
	if end := r.p.datelineEnd(); from < end && end <= to {
		from = end
	}
	if deny, ok := r.p.lastCue("claim", from, to, "deny"); ok && deny.end < to {
		from = deny.end // 工会否认裁员2000人
	}
	h, ok := r.p.lastCue("speech", from, to, "say")
	if !ok || h.end >= to {
		return from
	}
	lead := strings.TrimSpace(r.p.simple[from:h.start])
	if _, noun := hasSuffix(r.p.simple[from:h.start], "”", "》", "该", "这一", "一项", "这项", "的"); noun {
		return from // “一带一路”倡议
	}
	if _, ends := hasPrefix(r.p.simple[h.end:to], "，", "：", "“"); utf8.RuneCountInString(h.text) == 1 && !ends {
		return from // 取道, 据说
	}
	if measuringNoun(lead) != "" && isThin(cleaned(r.p.timeless(h.end, to))) {
		return from // 全球市场规模预计为: of what is measured, not by whom
	}
	_, noun := hasPrefix(r.p.simple[h.end:to], "，", "：", "“")
	if noun || utf8.RuneCountInString(lead) <= 3 || len(r.p.mentionsIn(from, h.start)) > 0 {
		return h.end
	}
	return from
}

// subject is what the figure is about: its topic, or where that is thin what it
// goes on about.
func (r *reading) subject() string {
	if one := r.respectively(); one != nil {
		return one.phrase
	}
	if base := r.listedBase(); base != nil {
		return base.phrase
	}
	if r.goesTo() {
		return r.prevInClause().phrase
	}
	t := r.topic()
	if own, ok := r.ofIt(); ok {
		return own
	}
	if own := r.ownedLike(t); own != "" {
		return own
	}
	if said := r.partSaid(t); said != "" {
		return said
	}
	if !isThin(t) {
		return r.withHead(t)
	}
	return r.inherited(t)
}

// longestOwner is how many runes the owner has at most that a bare measure takes
// over.
const longestOwner = 8

// ownedLike: behind 新船载重7800吨 the 造价 told in the next clause is that of 新船.
func (r *reading) ownedLike(t string) string {
	p := r.lastTold()
	if p == nil || p.sentence.Start != r.sentence.Start || p.clause.Start == r.clause.Start || utf8.RuneCountInString(t) > 4 || measuringNoun(t) != t || isThin(t) {
		return ""
	}
	owner := strings.TrimSuffix(strings.TrimSuffix(p.about(), measuringNoun(p.about())), "的")
	if n := utf8.RuneCountInString(owner); n < 2 || n > longestOwner || owner == p.about() || strings.Contains(owner, t) || r.isPartyName(owner) {
		return ""
	}
	return owner + t
}

// ofIt: 其通行能力 is the capacity of what the figure before is about.
func (r *reading) ofIt() (string, bool) {
	s := r.p.simple[r.clause.Start:r.q.Span.Start]
	at := strings.LastIndex(s, "其")
	if at < 0 {
		return "", false
	}
	_, other := hasPrefix(s[at:], listed("qi-word")...)
	_, part := hasSuffix(s[:at], "尤", "极", "与")
	own := cleaned(r.p.render(r.clause.Start+at+len("其"), r.q.Span.Start))
	p := r.lastTold()
	if other || part || own == "" || p == nil || p.head == "" {
		return "", false
	}
	return strings.TrimSuffix(p.phrase, p.head) + own, true
}

// inherited is what a thin topic goes on about.
func (r *reading) inherited(t string) string {
	points := strings.HasPrefix(t, "这") || strings.HasPrefix(t, "该")
	if p := r.lastTold(); points && p != nil {
		return p.about()
	}
	own := t
	if t == "全年" || t == "目标水平" || strings.HasSuffix(t, "幅") {
		own = ""
	}
	if p := r.prev; p != nil && !p.isTime() && p.phrase != "" && p.sentence.Start == r.sentence.Start && !r.clauseBetween(p) {
		return joined(p.about(), own)
	}
	if s := r.clauseBefore(); s != "" {
		return joined(s, own)
	}
	if p := r.lastTold(); p != nil {
		return joined(p.about(), own)
	}
	return t
}

// about is what a figure that goes on about this one is of: of A占B it is A.
func (r *reading) about() string {
	if r.part != "" {
		return r.part
	}
	return r.phrase
}

// joined puts a measuring noun behind a phrase that has none.
func joined(phrase, own string) string {
	if _, has := hasSuffix(phrase, "额", "量", "率", "数", "规模", own); own == "" || has && weak()[own] {
		return phrase
	}
	return phrase + own
}

// lastTold is the figure before that says what it measures, if it stands in
// this sentence or the one before.
func (r *reading) lastTold() *reading {
	for k := len(r.p.read) - 1; k >= 0 && k >= len(r.p.read)-4; k-- {
		p := r.p.read[k]
		if r.q.Core.Start-p.q.Core.End > farReach || strings.Count(r.p.simple[p.q.Core.End:max(p.q.Core.End, r.sentence.Start)], "。") > 1 {
			return nil
		}
		if !p.isTime() && p.phrase != "" {
			return p
		}
	}
	return nil
}

// clauseBetween reports whether a clause without figures, and with a subject of its
// own, stands between.
func (r *reading) clauseBetween(p *reading) bool {
	if p.clause.End >= r.clause.Start {
		return false
	}
	return utf8.RuneCountInString(strings.TrimSpace(r.p.simple[p.clause.End:r.clause.Start])) > 6
}

// clauseBefore is the topic of the clause before, within the sentence: what
// stands before its first figure.
func (r *reading) clauseBefore() string {
	if r.clause.Start <= r.sentence.Start {
		return ""
	}
	c := r.p.around(r.p.clauses, r.clause.Start-1, reach)
	if c.Start < r.sentence.Start || c.End > r.clause.Start {
		return ""
	}
	end := c.End
	for k := len(r.p.read) - 1; k >= 0 && r.p.read[k].span.Start >= c.Start; k-- {
		if f := r.p.read[k]; f.span.End <= c.End && (!f.isTime() || f.Kind == "duration") {
			end = f.span.Start
		}
	}
	s := cleaned(untilNumber(r.p.timeless(r.saidUntil(c.Start, end), end)))
	for w, ok := hasSuffix(s, listed("state")...); ok; w, ok = hasSuffix(s, listed("state")...) {
		s = strings.TrimSuffix(s, w)
	}
	_, shows := hasSuffix(s, listed("shows")...) // 资料显示 says where it is from, not what is measured
	if s = trimTail(beforeIs(s)); shows || isThin(s) {
		return ""
	}
	return s
}

// beforeIs is the subject of a clause that says what something is: 欧盟是最大伙伴.
func beforeIs(s string) string {
	for _, w := range []string{"已成为", "成为", "是"} {
		if i := strings.Index(s, w); i >= 2*len("字") && theBoundaries().whole.suffix(s[:i+len(w)]) == "" {
			return s[:i]
		}
	}
	return s
}

// untilNumber cuts 浓度为425ppm before its verb.
func untilNumber(s string) string {
	if i := strings.IndexAny(s, "0123456789"); i > 0 {
		if before := s[:i]; before != trimTail(before) {
			return before
		}
	}
	return s
}

// withHead gives a part told behind 其中 the noun that is measured: 第一产业 of
// 用电量 is 第一产业用电量.
func (r *reading) withHead(t string) string {
	p := r.lastLike()
	if _, own := hasSuffix(t, listed("own-head")...); p == nil || p.head == "" || own {
		return t
	}
	between := r.p.simple[min(p.span.End, r.q.Core.Start):r.q.Core.Start]
	if p.sentence.Start != r.sentence.Start && !strings.Contains(between, "其中") || utf8.RuneCountInString(t) > 8 {
		return t
	}
	if p.clause.Start != r.clause.Start && !strings.HasSuffix(strings.TrimSpace(r.left), t) && strings.HasSuffix(strings.TrimSpace(p.left), p.head) {
		return t // it has a verb of its own
	}
	if h, own := r.p.lastCue("measure", r.clause.Start, r.q.Core.Start); own && r.suits(h.text) != nil || strings.Contains(t, p.head) {
		return t
	}
	r.head = p.head
	return t + p.head
}

// lastLike is the last figure of the same kind and unit.
func (r *reading) lastLike() *reading {
	for k := len(r.p.read) - 1; k >= 0 && k >= len(r.p.read)-4; k-- {
		if p := r.p.read[k]; p.Kind == r.Kind && p.Unit == r.Unit {
			return p
		}
	}
	return nil
}

// headNoun is the word that names the measure, if the phrase ends in it.
func (r *reading) headNoun(phrase string) string {
	h, ok := r.p.lastCue("measure", r.clause.Start, r.q.Core.Start)
	if ok && strings.HasSuffix(phrase, h.text) && h.text != phrase {
		return h.text
	}
	return ""
}
