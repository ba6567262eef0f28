package figure

import (
	"strings"
)

// isCostAhead: 双方将合建电厂，总投资约9亿美元: it costs so much once it is built.
func isCostAhead(r *reading) bool {
	lead := strings.TrimLeft(r.p.simple[r.clause.Start:r.q.Core.Start], " ")
	w, cost := hasPrefix(lead, listed("cost")...)
	if r.Kind != "money" || r.pastPeriod() || !cost || strings.Contains(lead, "了") || strings.Contains(lead, "已") {
		return false
	}
	h, ok := r.p.lastCue("status", r.sentence.Start, r.clause.Start, "will", "plan")
	if !ok {
		return false
	}
	if _, done := r.p.lastCue("status", h.end, r.q.Core.Start, "done", "ongoing"); done {
		return false
	}
	_, work := r.p.nextCue("status", h.end, r.clause.Start, "work", "found")
	_, joint := containsAny(r.p.simple[h.end:r.clause.Start], listed("joint")...)
	r.step.Text = w
	return work || joint
}

// isDue: 第二座电站计划明年投产: what is told of does not act, it is due.
func isDue(r *reading) bool {
	if r.Kind != "ordinal" && r.Kind != "count" || r.pastPeriod() {
		return false
	}
	h, ok := r.p.nextCue("status", r.q.Core.End, min(r.clause.End, r.q.Core.End+30), "plan", "will")
	if !ok {
		return false
	}
	if _, comes := containsAny(r.p.simple[h.end:max(h.end, r.clause.End)], listed("comes-into-use")...); !comes {
		return false
	}
	return r.noted(h, true)
}

// isOffered: 我们有能力增加出口12种商品，总值3亿美元: what more could be supplied is
// on offer.
func isOffered(r *reading) bool {
	lead := r.p.simple[r.sentence.Start:r.q.Core.Start]
	own := strings.TrimLeft(r.p.simple[r.clause.Start:r.q.Core.Start], " ")
	if _, worth := hasPrefix(own, listed("worth")...); r.Kind != "money" || r.pastPeriod() || !worth {
		return false
	}
	w, able := containsAny(lead, "可以", "有能力", "能够", "愿意")
	if !able {
		return false
	}
	offer := lead[strings.Index(lead, w):]
	_, more := containsAny(offer, "增加", "扩大", "追加")
	_, goods := containsAny(offer, "供应", "出口", "供货")
	_, done := containsAny(offer, "了", "已", "曾", "是因为")
	r.step.Text = w
	return more && goods && !done
}

// isUtmost: 运费最高可达货价的60% tells how high it is at most, not what will be.
func (r *reading) isUtmost(h hit) bool {
	if r.Kind != "share" || !strings.HasSuffix(h.text, "可达") {
		return false
	}
	_, most := hasSuffix(r.p.simple[:h.start], "最高", "最多", "至多")
	_, ahead := r.cueBefore("status", "if", "after", "will", "plan", "proposal", "wish", "target")
	return most && !ahead
}

// isRuled: 赤字率不得超过3% rules what is to be.
func (r *reading) isRuled() bool {
	w, ruled := r.forbidden()
	r.step.Text = w
	return ruled && !r.isTime() && !r.pastPeriod()
}

// forbidden is the word that rules which side of the number things must stay on.
func (r *reading) forbidden() (string, bool) {
	return hasPrefix(r.p.simple[r.span.Start:r.q.Core.Start], "不得", "不准", "不许", "不应", "不能")
}

// isWanted: 要将比重由16%提至50% wants the level at which the verb ends.
func (r *reading) isWanted() bool {
	h, level := r.levelVerb()
	if !level || r.pastPeriod() {
		return false
	}
	wish, wants := r.p.lastCue("status", r.clause.Start, h.start, "wish")
	return wants && strings.HasPrefix(wish.text, "要") && r.noted(wish, true)
}

// isPledged: 宣布年内提供20亿元 is still to be done.
func (r *reading) isPledged() bool {
	if r.when == nil || r.Period != r.p.thisYear() || r.isTime() || !strings.HasSuffix(r.p.simple[:r.when.End], "年内") {
		return false
	}
	at, w := lastWord(r.p.simple[r.sentence.Start:r.when.Start], "宣布", "承诺", "表示")
	_, gives := r.p.lastCue("status", r.when.End, r.q.Core.Start, "give", "work", "found")
	r.step.Text = w
	return at >= 0 && gives && !strings.ContainsAny(r.p.simple[r.sentence.Start+at:r.q.Core.Start], "了已曾")
}

// isFounding: 支持设立四个中心的倡议.
func isFounding(r *reading) bool {
	found, ok := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "found")
	if !ok {
		return false
	}
	if _, ok := r.cueInSentence("status", "proposal", "wish"); !ok {
		return false
	}
	return r.noted(found, true)
}

func isPlan(r *reading) bool {
	if w, ok := hasSuffix(r.left, "规划", "计划", "拟", "计划投资", "规划投资"); ok && !r.pastPeriod() {
		r.step.Text = w
		return true
	}
	if h, ok := r.p.lastCue("status", r.sentence.Start, r.q.Core.Start, "allot"); ok && r.Period != "" && (r.Period == r.p.thisYear() || r.future()) {
		return r.noted(h, true)
	}
	if r.isPledged() {
		return true
	}
	if h, ok := r.p.nextCue("status", r.q.Core.End, r.clause.End, "plan"); ok && h.text == "已下达" {
		return r.noted(h, ok)
	}
	h, ok := r.cueBefore("status", "plan")
	return r.noted(h, ok && (r.future() || h.start >= r.clause.Start || r.Period == "" || r.when != nil && r.when.future || r.goesOnThisYear(h)))
}

func isProposal(r *reading) bool {
	if r.pastPeriod() {
		return false
	}
	h, ok := r.p.lastCue("status", r.sentence.Start, r.q.Core.Start, "proposal")
	if !ok || r.Kind == "share" {
		return false
	}
	if r.Kind == "change" {
		_, done := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "done")
		return r.noted(h, !done && !strings.Contains(r.p.simple[h.end:r.q.Core.End], "了"))
	}
	_, acts := r.p.lastCue("status", h.end, r.q.Core.Start, "found", "work", "give")
	return r.noted(h, acts)
}
