package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
)

// NotClaimed is the status of a figure that the text names and does not vouch
// for: it is denied, or told as a rumour. It is no fact, and nothing to come, and
// is compared with nothing.
const NotClaimed = "none"

// notReach is how many bytes may stand between 不是 and the number it denies.
const notReach = 36

// isDenied: 不是30亿美元，而是20亿美元; 否认外债已达900亿; 达30亿的说法不属实.
func isDenied(r *reading) bool {
	return !r.isTime() && !isBaseline(r) && (r.isNot() || r.isUnmet() || r.isRefuted() || r.isUntrue() || r.isAsked())
}

// isNot: 不是, 并非, 而非 stand before the number, and nothing else is told
// between. 并非30个国家都参加 tells how many there are, and 不是30亿就是40亿 leaves
// it open.
func (r *reading) isNot() bool {
	h, ok := r.p.lastCue("claim", max(r.clause.Start, r.q.Core.Start-notReach), r.q.Core.Start, "not")
	if !ok || r.lastNumber(h.end) > h.end {
		return false
	}
	between := r.p.simple[h.end:r.q.Span.Start]
	if _, what := containsAny(between, listed("claims-all")...); what && !endsInLevel(between) {
		return false
	}
	if _, part := containsAny(r.right, "都", "均", "全部", "就是"); part {
		return false
	}
	return r.noted(h, true)
}

// isUnmet: 并未增长8%, 没有30亿 deny what stands right behind, verb and number, and
// so do 并未承诺投资30亿 and 没有任何30亿的说法. A bound (未达到, 没有超过) is part of the
// figure, and denies nothing.
func (r *reading) isUnmet() bool {
	h, ok := r.p.lastCue("claim", max(r.clause.Start, r.span.Start-notReach), r.span.Start, "unmet")
	_, such := hasPrefix(r.right, "那么", "这么") // 没有你说的两成那么多
	if !ok || h.end == r.span.Start || such {
		return r.noted(h, ok)
	}
	between := r.p.simple[h.end:r.span.Start]
	if _, not := containsAny(between, "不", "没", "未", "而", "但", "外", "的"); not || h.text == "尚未" || h.text == "未能" || r.lastNumber(h.end) > h.end {
		return false
	}
	_, claims := hasPrefix(between, listed("undertakes")...)
	_, claimed := hasPrefix(r.right, listed("undertaken")...)
	_, done := hasPrefix(between, listed("does-it")...)
	_, aside := hasPrefix(r.right, listed("of-it")...)
	return r.noted(h, (claims || done) && !aside || claimed)
}

// endsInLevel: in 不是去年的30亿 what 的 stands behind is a time.
func endsInLevel(between string) bool {
	_, ends := hasSuffix(between, listed("ends-as-attribute")...)
	return ends
}

// isRefuted: 否认, 驳斥 before the number in its clause, or in one before that
// nothing else is said behind.
func (r *reading) isRefuted() bool {
	h, ok := r.cueBefore("claim", "deny")
	if !ok {
		return false
	}
	between := r.p.simple[h.end:r.q.Core.Start]
	if _, but := containsAny(between, listed("ends-claim")...); but {
		return false
	}
	if h.start < r.clause.Start {
		_, thing := containsAny(between, listed("claim-thing")...)
		return !thing && !strings.HasSuffix(between, "了，") && r.noted(h, true)
	}
	return r.noted(h, true)
}

// isUntrue: …的说法不属实 behind the number, with no other number between.
func (r *reading) isUntrue() bool {
	if r.isDeniedBehind() || r.isPutRight() {
		return true
	}
	h, ok := r.p.nextCue("claim", r.q.Core.End, min(r.sentence.End, r.q.Core.End+reach), "untrue")
	if !ok {
		return false
	}
	if _, but := containsAny(r.p.simple[r.q.Core.End:h.start], "但", "；", "而"); but || r.numberBefore(h.start) {
		return false
	}
	return r.noted(h, true)
}

// numberBefore reports whether another number, but for a count of things, stands
// behind this one and before to.
func (r *reading) numberBefore(to int) bool {
	for _, q := range r.p.quantities[r.n+1:] {
		if q.Span.Start >= to {
			break
		}
		if q.NotFigure == "" && q.Kind != quantity.Count {
			return true
		}
	}
	return false
}

// isDeniedBehind: …提供10亿贷款，财政部对此予以否认: what is denied stands before.
func (r *reading) isDeniedBehind() bool {
	h, ok := r.p.nextCue("claim", r.q.Core.End, min(r.sentence.End, r.q.Core.End+reach), "deny")
	if !ok || strings.ContainsAny(r.p.simple[r.q.Core.End:h.start], "0123456789；") {
		return false
	}
	what := strings.TrimPrefix(r.p.simple[h.end:r.sentence.End], "了")
	_, ends := hasPrefix(what, listed("denied-thing")...)
	return r.noted(h, ends || what == "")
}

// isPutRight: 30亿应为33亿 puts the first right, and so does “…30亿美元”，此数有误，
// 应为33亿美元.
func (r *reading) isPutRight() bool {
	behind := r.p.simple[r.q.Core.End:r.sentence.End]
	i, w := firstWord(behind, listed("puts-right"))
	if i < 0 || r.isTime() {
		return false
	}
	r.step.Text = w
	at := r.q.Core.End + i + len(w)
	k := r.p.quantityIndex(at)
	if k >= len(r.p.quantities) || r.p.quantities[k].Span.Start-at > len("“") {
		return false
	}
	right := strings.Trim(behind[:i], "”’）") == ""
	_, quoted := containsAny(behind[:i], listed("corrects")...)
	quoted = quoted && strings.Contains(behind[:i], "”，")
	open := strings.LastIndexAny(r.p.simple[r.sentence.Start:r.q.Core.Start], "“”")
	return right || quoted && open >= 0 && strings.HasPrefix(r.p.simple[r.sentence.Start+open:], "“") && r.p.quantities[k].Unit == r.q.Unit
}

// isAsked: 是否增资50亿美元？ and 有报道说占地3万亩？ leave it to the answer.
func (r *reading) isAsked() bool {
	w, asked := containsAny(r.p.simple[r.sentence.Start:r.q.Core.Start], listed("asks")...)
	r.step.Text = w
	return asked && strings.HasPrefix(strings.TrimLeft(r.right, "”的"), "？")
}

// isRumoured: 有消息称该公司亏损3亿; 裁员2000人的传闻. What is rumoured to come
// keeps its own status.
func isRumoured(r *reading) bool {
	if _, ahead := r.cueInClause("status", "plan", "target", "will", "proposal"); ahead || r.isTime() || isBaseline(r) {
		return false
	}
	if h, ok := r.p.nextCue("claim", r.q.Core.End, r.clause.End, "hearsay", "rumour"); ok && strings.HasSuffix(r.p.simple[:h.start], "的") {
		return r.noted(h, true)
	}
	if h, ok := r.p.nextCue("claim", r.q.Core.End, r.sentence.End, "unproved"); ok && !strings.Contains(r.p.simple[h.end:r.sentence.End], "证实") {
		return r.noted(h, true)
	}
	h, ok := r.cueBefore("claim", "rumour")
	if !ok || r.contrasts(h.end) || h.end <= r.clause.Start && strings.HasSuffix(r.p.simple[:h.start], "的") {
		return false // 针对裁员的传闻，公司说，员工有8万人
	}
	between := r.p.simple[h.end:r.q.Core.Start]
	_, sure := containsAny(between, listed("confirms")...)
	_, refuted := r.p.lastCue("claim", h.end, r.q.Core.Start, "untrue")
	return !sure && !refuted && r.noted(h, true)
}

// isSupposed: the 10% of 如果增长10%，… is supposed, as what follows from it is
// foreseen. What is reckoned by is not: 如果按每桶60美元计算.
func isSupposed(r *reading) bool {
	if r.isTime() || isBaseline(r) || r.pastPeriod() {
		return false
	}
	h, ok := r.p.lastCue("claim", r.clause.Start, r.q.Core.Start, "if")
	if !ok {
		return r.isSupposedBehind()
	}
	between := r.p.simple[h.end:r.q.Core.Start]
	if at := strings.LastIndex(between, "每"); at > 0 && (strings.HasSuffix(between[:at], "至") || strings.HasSuffix(between[:at], "到")) {
		between = between[:at] // 如果油价跌至每桶50美元
	}
	if _, by := containsAny(between, listed("claim-basis")...); by || utf8.RuneCountInString(between) > 30 {
		return false
	}
	return r.noted(h, true)
}

// isSupposedBehind: 降价5%的话，….
func (r *reading) isSupposedBehind() bool {
	w, ok := hasPrefix(r.right, "的话，")
	r.step.Text = strings.TrimSuffix(w, "，")
	return ok
}

// isGap: 距离目标还差300亿美元 tells what is lacking today.
func isGap(r *reading) bool {
	h, ok := r.lacks()
	if !ok {
		return false
	}
	if _, ahead := r.p.lastCue("status", r.sentence.Start, h.start, "forecast", "will", "if"); ahead || r.future() {
		return false
	}
	return r.noted(h, true)
}

// lacks is the word that says that the figure is what is lacking.
func (r *reading) lacks() (hit, bool) {
	h, ok := r.p.lastCue("claim", max(r.clause.Start, r.q.Core.Start-notReach), r.q.Core.Start, "gap")
	return h, ok && (!r.isTime() || r.q.Time == nil) && onlyFillers(r.p.simple[h.end:r.q.Core.Start])
}

// isLacking: 贸易额离目标还差300亿 measures no trade, but how far it falls short.
func isLacking(r *reading) bool {
	_, lacks := r.lacks()
	return lacks
}
