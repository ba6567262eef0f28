package figure

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// changeRules say whether a figure is a level or how far something moved.
var changeRules = []rule{
	{"direction.none", func(r *reading) bool { return r.isTime() || r.Kind == "rank" || r.Kind == "ordinal" }, func(*reading) {}},
	{"change.baseline", isBaseline, func(r *reading) { r.Direction = "level" }},
	{"change.listed", func(r *reading) bool { return r.Direction != "" }, func(*reading) {}},
	{"change.verb", func(r *reading) bool { return r.noted(r.changeBefore()) }, movedByVerb},
	{"change.compared", func(r *reading) bool { return r.Kind != "multiple" && r.isCompared() }, movedByComparison},
	{"change.doubled", isDoubled, movedUp},
	{"change.revised", func(r *reading) bool { return r.Kind == "change" && r.Unit == "pp" && r.noted(r.revisedBefore()) }, movedByRevision},
	{"change.rate", func(r *reading) bool { return r.Kind == "change" && r.noted(r.rateBeside()) }, movedByRate},
	{"change.versus", func(r *reading) bool { return r.Kind == "change" && r.noted(r.versusBefore()) }, movedUp},
	{"change.gap", isGapOfPoints, func(r *reading) { r.Direction = "level" }},
	{"change.unsaid", func(r *reading) bool { return r.Kind == "change" }, movedUp},
	{"change.level-verb", func(r *reading) bool { return r.noted(r.levelVerb()) }, levelByVerb},
	{"change.level", always, func(r *reading) { r.Direction = "level" }},
}

// signRules look at the minus of a change.
var signRules = []rule{
	{"change.minus", func(r *reading) bool { return r.Kind == "change" && r.isBelowNought() }, settle},
	{"change.plus", always, func(*reading) {}},
}

// isBelowNought leaves out what may have moved either way: -2% to 3%.
func (r *reading) isBelowNought() bool {
	return r.Value != nil && r.Value.Sign() < 0 && (r.Max == nil || r.Max.Sign() <= 0)
}

// settle tells what moved down as a positive amount with its direction: -5.2% and
// 下降5.2% are one thing, told in one way.
func settle(r *reading) {
	r.Direction = "decrease"
	r.Value = new(big.Rat).Neg(r.Value)
	if r.Max != nil { // a range begins with the deeper fall
		r.Value, r.Max = new(big.Rat).Neg(r.Max), r.Value
	}
}

// fillerMarks may stand between a verb of change and its number, and so may the
// words of class filler.
var fillerMarks = []string{"-", "—", "–", "−", "+", "↑", "↓", "▲", "▼", "~", "～", "≈", " ", "t", "|", "｜", "：", ":"}

// filler is the longest one that s begins with.
func filler(s string) string {
	if w := longestPrefix(s, listed("filler")); w != "" {
		return w
	}
	return longestPrefix(s, fillerMarks)
}

// changeBefore is the verb of change right before the number, with nothing but
// fillers between them. 增至, 升至 end at a level and are no such verbs.
func (r *reading) changeBefore() (hit, bool) {
	h, ok := r.p.lastCue("change", max(r.clause.Start, r.q.Core.Start-36), r.q.Core.Start)
	if !ok || !onlyFillers(r.p.simple[h.end:r.q.Core.Start]) {
		return hit{}, false
	}
	if level, ends := r.p.lastCue("level", h.start, r.q.Core.Start); ends && level.start == h.start && level.end > h.end {
		return hit{}, false // 降为
	}
	return h, true
}

func onlyFillers(s string) bool {
	for s != "" {
		w := filler(s)
		if w == "" {
			return false
		}
		s = s[len(w):]
	}
	return true
}

// comparatives are adjectives before a difference, with the way it goes: 比去年多4万吨.
var comparatives = []struct{ word, direction string }{
	{"多", "increase"}, {"高", "increase"}, {"快", "increase"}, {"大", "increase"}, {"长", "increase"}, {"重", "increase"}, {"贵", "increase"},
	{"少", "decrease"}, {"低", "decrease"}, {"慢", "decrease"}, {"小", "decrease"}, {"短", "decrease"}, {"轻", "decrease"}, {"便宜", "decrease"},
}

// compared is the adjective before a difference, where 比 or 较 stands before it,
// and the way the difference goes; both "" where there is none.
func (r *reading) compared() (word, direction string) {
	lead := strings.TrimRight(r.left, "近约")
	lead = strings.TrimSuffix(strings.TrimSuffix(lead, "了"), "出")
	for _, c := range comparatives {
		if strings.HasSuffix(lead, c.word) && !strings.HasSuffix(lead, "较"+c.word) && !strings.HasSuffix(lead, "最"+c.word) && comparesIn(lead) {
			r.step.Text = c.word
			return c.word, c.direction
		}
	}
	return "", ""
}

// isCompared tells of a difference from another time or another party.
func (r *reading) isCompared() bool {
	w, _ := r.compared()
	return w != ""
}

// isComparedWith: the 30亿 of 比前年的30亿多出10亿 is what 10亿 is measured against.
func (r *reading) isComparedWith() bool {
	behind := strings.TrimPrefix(strings.TrimPrefix(strings.TrimLeft(r.right, " "), "还"), "要")
	for _, c := range comparatives {
		if strings.HasPrefix(behind, c.word) && comparesIn(r.left) {
			return true
		}
	}
	return false
}

// comparesIn finds 比 and 较 that compare, not those of 占比 and 比重.
func comparesIn(s string) bool {
	for _, w := range listed("bi-word") {
		s = strings.ReplaceAll(s, w, "")
	}
	return strings.Contains(s, "比") || strings.Contains(s, "较")
}

func movedByComparison(r *reading) {
	w, direction := r.compared()
	r.Direction, r.step.Value = direction, direction
	at := r.clause.Start + strings.LastIndex(r.left, w)
	r.span.Start = min(r.span.Start, at)
}

// versusBefore is 同比 or 环比 with nothing but a sign between it and a
// percentage: GDP同比-2.3%.
func (r *reading) versusBefore() (hit, bool) {
	h, ok := r.p.lastCue("versus", max(r.clause.Start, r.q.Core.Start-24), r.q.Core.Start)
	if !ok || r.q.Kind != quantity.Percent || h.text == "年均" || !onlyFillers(r.p.simple[h.end:r.q.Core.Start]) {
		return hit{}, false
	}
	return h, true
}

// rateBeside is a noun of change beside a percentage: 增速达8%, 8%的增长.
func (r *reading) rateBeside() (hit, bool) {
	if h, ok := r.columnRate(); ok {
		return h, true
	}
	from, to := max(r.clause.Start, r.q.Core.Start-60), min(r.clause.End, r.q.Core.End+36)
	if h, ok := r.p.lastCue("rate", from, r.q.Core.Start); ok && rateTail(r.p.timeless(h.end, r.q.Core.Start)) {
		return h, true
	}
	behind := r.p.simple[r.q.Core.End:to]
	if named := strings.TrimRight(behind, " 。；"); strings.HasPrefix(behind, "：") || strings.HasPrefix(behind, ":") { // 7.8%：同比增幅
		end := r.q.Core.End + len(named)
		if h, ok := r.p.lastCue("rate", r.q.Core.End, end); ok && h.end == end {
			return h, true
		}
		h, ok := r.p.lastCue("versus", r.q.Core.End, end)
		return h, ok && h.end == end
	}
	for _, lead := range []string{"的", "以上的", "左右的", ""} {
		if strings.HasPrefix(behind, lead) {
			at := r.q.Core.End + len(lead)
			for _, class := range []string{"rate", "change"} {
				if class == "change" && lead == "" {
					break // 8.6%降至6.2%
				}
				if h, ok := r.p.nextCue(class, at, to); ok && closeBehind(r.p.simple[at:h.start], lead) {
					return h, true
				}
			}
		}
	}
	return hit{}, false
}

// closeBehind: 8%的年均增长, 以8%的速度增长, but not 8%的企业实现了增长.
func closeBehind(between, lead string) bool {
	switch between {
	case "速度", "实际", "名义", "实际年均", "年均实际", "年均", "年", "幅度", "经济", "年均复合", "年度", "年均速度", "高速", "平均":
		return lead != ""
	case "":
		return true
	}
	return false
}

// rateTail: between 增长率 and its number stand only such words.
func rateTail(s string) bool {
	s = strings.TrimSuffix(s, "（") // 增长目标（6%）
	for _, w := range listed("before-rate") {
		s = strings.ReplaceAll(s, w, "")
	}
	for s != "" {
		w := filler(s)
		for _, list := range [][]string{listed("rate-reaches"), reachVerbs()} {
			if to := longestPrefix(s, list); len(to) > len(w) {
				w = to
			}
		}
		if w == "" {
			return false
		}
		s = s[len(w):]
	}
	return true
}

// levelVerb is 升至, 达到 right before the number.
func (r *reading) levelVerb() (hit, bool) {
	to := r.q.Core.Start
	if m := r.p.momentBefore(r.clause.Start, to, func(m *moment) bool { return m.kind == benchmarkMoment && r.isMultipleOf(m) }); m != nil {
		to = m.Start // 增至目前的5倍
	}
	if w, base := hasSuffix(r.p.simple[r.clause.Start:to], listed("former")...); base && r.Kind == "multiple" {
		to -= len(w)
	}
	h, ok := r.p.lastCue("level", max(r.clause.Start, to-36), to)
	if !ok || !onlyFillers(r.p.simple[h.end:to]) {
		return hit{}, false
	}
	return h, true
}

// isMultipleOf reports whether the figure is told as so many times that of another time.
func (r *reading) isMultipleOf(m *moment) bool {
	return r.Kind == "multiple" && r.q.Core.Start-m.End <= len("的约") && strings.HasPrefix(r.p.simple[m.End:], "的")
}

func movedByVerb(r *reading) {
	h, _ := r.changeBefore()
	r.Direction = h.value
	r.step.Value = h.value
	r.span = text.Span{Start: min(h.start, r.span.Start), End: r.span.End}
}

func movedByRate(r *reading) {
	r.takeLevelVerb()
	h, _ := r.rateBeside()
	r.Direction, r.step.Value = h.value, h.value
	if h.class == "versus" {
		r.Direction, r.step.Value = "increase", "increase"
	}
}

func movedUp(r *reading) {
	r.takeLevelVerb()
	r.Direction = "increase"
}

func levelByVerb(r *reading) {
	r.Direction = "level"
	r.takeLevelVerb()
}

// takeLevelVerb takes 升至 into the quote, but not 达 and 达到, which only say "is".
func (r *reading) takeLevelVerb() {
	h, ok := r.levelVerb()
	if ok && !strings.HasPrefix(h.text, "达") && !strings.HasPrefix(h.text, "占") && h.text != "突破" {
		r.span.Start = min(h.start, r.span.Start)
	}
}

// isBaseline: the 65% of 从65%降至34% is where it began, and so is the 20亿 of
// 由去年的20亿增加了3亿.
func isBaseline(r *reading) bool {
	start := func(m *moment) bool { return m.kind == startMoment }
	if r.p.movesBehind(r.q.Span.End) && r.p.momentBefore(r.clause.Start, r.q.Span.Start, start) != nil {
		return true
	}
	behind := r.p.simple[r.q.Span.End:min(r.clause.End, r.q.Span.End+24)]
	h, ok := r.p.nextCue("level", r.q.Span.End, min(r.clause.End, r.q.Span.End+36))
	if !ok || utf8.RuneCountInString(r.p.simple[r.q.Span.End:h.start]) > 4 || strings.HasPrefix(h.text, "达") || strings.Contains(behind, "，") && strings.Index(behind, "，") < h.start-r.q.Span.End {
		return false
	}
	tail := lastBytes(r.left, 45)
	for _, w := range []string{"从", "由", "自"} {
		if strings.Contains(tail, w) {
			return true
		}
	}
	return false
}

// isDoubled: 翻一番 is a change by itself.
func isDoubled(r *reading) bool {
	return r.Kind == "multiple" && (strings.Contains(r.core(), "番") || strings.HasPrefix(r.core(), "翻") || strings.HasPrefix(r.core(), "加倍"))
}
