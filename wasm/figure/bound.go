package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
)

// boundRules find what says how exact a number is where it stands apart from
// it: behind a verb, or on the other side of what the number is compared with.
var boundRules = []rule{
	{"bound.missed", (*reading).isMissed, func(r *reading) { r.Bound, r.span.Start = quantity.Exact, r.q.Core.Start }},
	{"bound.apart", boundApart, func(r *reading) { r.Bound = quantity.Bound(r.step.Value) }},
	{"bound.before-verb", boundBeforeVerb, func(r *reading) { r.Bound = quantity.Bound(r.step.Value) }},
	{"bound.said", always, func(*reading) {}},
}

// boundBeforeVerb: 约占石油需求的10%.
func boundBeforeVerb(r *reading) bool {
	if r.Bound != quantity.Exact || r.isTime() {
		return false
	}
	if r.boundBehind() || r.boundOfVerb() || r.boundBeforeUnit() {
		return true
	}
	tail := lastBytes(r.left, 60)
	for _, w := range []struct{ said, bound string }{{"折合约", "about"}, {"约占", "about"}, {"大约占", "about"}, {"近占", "nearly"}, {"超过总", "over"}, {"约相当于", "about"}, {"至少占", "at_least"}, {"约合", "about"}, {"最多可", "at_most"}, {"最多能", "at_most"}, {"至多可", "at_most"}, {"至少可", "at_least"}, {"至少要", "at_least"}, {"至少需", "at_least"}} {
		if strings.Contains(tail, w.said) {
			r.step.Text, r.step.Value = w.said, w.bound
			return true
		}
	}
	return false
}

// denied are words that say how much only where they are negated: 低于去年的9%
// compares, 不得低于总额的9% bounds.
var denied = []struct{ said, bound string }{{"高于", "over"}, {"低于", "under"}, {"少于", "under"}, {"多于", "over"}, {"大于", "over"}, {"小于", "under"}, {"超过", "over"}, {"超出", "over"}, {"达到", "exact"}}

// boundDenied: 不得高于净资产的40%, 没有达到往年的八成.
func (r *reading) boundDenied(tail string) bool {
	for _, b := range denied {
		at := strings.LastIndex(tail, b.said)
		if at >= 0 && quantity.Negation(tail[:at]) != "" {
			r.boundAt(len(tail)-at, b.said, b.bound)
			r.negateBound(r.left[:len(r.left)-len(tail)+at])
			return true
		}
	}
	return false
}

// negateBound turns the bound just noted round where a word of negation stands
// right before its word: 不得超过预算的3%, 未跌破50元.
func (r *reading) negateBound(before string) {
	no := quantity.Negation(before)
	if no == "" {
		return
	}
	r.boundAt(len(r.left)-len(before)+len(no), no+r.step.Text, string(quantity.Bound(r.step.Value).Negated()))
}

// boundAt notes a word that stands so many bytes before the quantity; it
// belongs to the quote.
func (r *reading) boundAt(before int, said, bound string) {
	r.step.Text, r.step.Value = said, bound
	r.span.Start = min(r.span.Start, r.q.Span.Start-before)
}

// boundBehind: 翻了四番还多, 百分之一多一点.
func (r *reading) boundBehind() bool {
	w, more := hasPrefix(r.right, listed("and-more")...)
	r.step.Text, r.step.Value = w, "over"
	if more {
		r.span.End += len(w)
	}
	return more
}

// boundOfVerb: 至少认捐90亿, 跌破每桶62美元: a verb stands between, or says it.
func (r *reading) boundOfVerb() bool {
	left := r.left
	for _, per := range []string{"每桶", "每吨", "每股", "每盎司", "每公斤"} {
		left = strings.TrimSuffix(left, per)
	}
	if w, under := hasSuffix(left, "跌破", "失守"); under {
		r.boundAt(len(r.left)-len(left)+len(w), w, "under")
		r.negateBound(left[:len(left)-len(w)])
		return true
	}
	if r.boundOfExtreme() {
		return true
	}
	tail := lastBytes(r.left, 24)
	for _, b := range []struct{ said, bound string }{{"至少", "at_least"}, {"最少", "at_least"}, {"最多", "at_most"}, {"至多", "at_most"}} {
		if at := strings.LastIndex(tail, b.said); at >= 0 && len(tail)-at-len(b.said) <= len("要持续") {
			r.boundAt(len(tail)-at, b.said, b.bound)
			return true
		}
	}
	return false
}

// boundBeforeUnit: 不得高于每公斤9元, 至少每吨2600元: what it is told per stands
// between the word and the number.
func (r *reading) boundBeforeUnit() bool {
	at := strings.LastIndex(r.left, "每")
	if at < 0 || utf8.RuneCountInString(r.left[at:]) > perReach {
		return false
	}
	left := r.left[:at]
	for _, b := range denied {
		w := b.said
		if no := quantity.Negation(strings.TrimSuffix(left, w)); strings.HasSuffix(left, w) && no != "" {
			r.boundAt(len(r.left)-at+len(w)+len(no), no+w, string(quantity.Bound(b.bound).Negated()))
			return true
		}
	}
	h, ok := r.p.lastCue("bound", r.clause.Start, r.clause.Start+at, "base", "limit")
	if !ok || h.end != r.clause.Start+at {
		return false
	}
	if h.value == "limit" {
		r.step.Text, r.step.Value = h.text, theBounds()[h.text]
		return true
	}
	r.boundAt(len(r.left)-at+len(h.text), h.text, theBounds()[h.text])
	r.negateBound(left[:len(left)-len(h.text)])
	return true
}

// perReach is how many characters 每千瓦时 and the like have at most.
const perReach = 6

// boundOfExtreme: 可获最高52万, 最高实现5.5%的增长; not 创历史最高300亿.
func (r *reading) boundOfExtreme() bool {
	if r.Kind != "money" && r.Kind != "share" && r.Kind != "change" {
		return false
	}
	left := r.left
	for _, w := range []string{"实现", "可获", "可得", "奖励", "补贴", "罚款", "不超"} {
		left = strings.TrimSuffix(left, w)
	}
	w, ok := hasSuffix(left, "最高", "最低")
	if _, record := hasSuffix(strings.TrimSuffix(left, w), "历史", "历年", "以来", "来", "创", "创下", "世界", "全球", "全国", "的", "为", "是"); !ok || record {
		return false
	}
	r.boundAt(len(r.left)-len(left)+len(w), w, map[string]string{"最高": "at_most", "最低": "at_least"}[w])
	return true
}

// IsFlow tells what is told per time or head (year, month, person) from what is
// told per unit of measure, which goes by its Chinese name (每吨, 元/千瓦时).
func IsFlow(per string) bool { return per != "" && isLatin(rune(per[0])) }

// perRules find what a flow is told per.
var perRules = []rule{
	{"per.unit", func(r *reading) bool { return r.Per != "" }, func(r *reading) { r.step.Value = r.Per }},
	{"per.cue", saysPer, func(r *reading) { r.Per = r.step.Value }},
	{"per.none", always, func(*reading) {}},
}

func saysPer(r *reading) bool {
	switch r.Kind {
	case "money", "count", "mass", "volume", "energy", "area", "length":
	default:
		return false
	}
	h, ok := r.p.lastCue("per", r.clause.Start, r.q.Core.Start)
	r.step.Value = ""
	if ok {
		r.step.Value = h.value
	}
	return r.noted(h, ok)
}
