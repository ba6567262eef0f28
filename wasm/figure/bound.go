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
	for _, w := range listed("before-verb") {
		if strings.Contains(tail, w) {
			r.step.Text, r.step.Value = w, theBounds()[w]
			return true
		}
	}
	return false
}

// boundDenied: 不得高于净资产的40%, 没有达到往年的八成.
func (r *reading) boundDenied(tail string) bool {
	for _, w := range listed("denied") {
		at := strings.LastIndex(tail, w)
		if at >= 0 && quantity.Negation(tail[:at]) != "" {
			r.boundAt(len(tail)-at, w, theBounds()[w])
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
	for _, per := range listed("price-per") {
		left = strings.TrimSuffix(left, per)
	}
	for _, w := range listed("falls-below") {
		if before, ends := strings.CutSuffix(left, w); ends {
			r.boundAt(len(r.left)-len(before), w, theBounds()[w])
			r.negateBound(before)
			return true
		}
	}
	if r.boundOfExtreme() {
		return true
	}
	tail := lastBytes(r.left, 24)
	for _, w := range listed("near-number") {
		if at := strings.LastIndex(tail, w); at >= 0 && len(tail)-at-len(w) <= len("要持续") {
			r.boundAt(len(tail)-at, w, theBounds()[w])
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
	for _, w := range listed("denied") {
		if no := quantity.Negation(strings.TrimSuffix(left, w)); strings.HasSuffix(left, w) && no != "" {
			r.boundAt(len(r.left)-at+len(w)+len(no), no+w, string(quantity.Bound(theBounds()[w]).Negated()))
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
	for _, w := range listed("extreme-of") {
		left = strings.TrimSuffix(left, w)
	}
	for _, w := range listed("extreme") {
		before, ends := strings.CutSuffix(left, w)
		if _, record := hasSuffix(before, listed("record-of")...); ends && !record {
			r.boundAt(len(r.left)-len(before), w, theBounds()[w])
			return true
		}
	}
	return false
}

// IsFlow reports whether an amount is told per time or head (year, month,
// person), and not per unit of measure, which goes by its Chinese name (每吨,
// 元/千瓦时).
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
