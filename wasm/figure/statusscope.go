package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
)

// isOldTarget: the 100万 of 销量目标由100万辆上调至110万辆 was aimed at too.
func isOldTarget(r *reading) bool {
	if !isBaseline(r) {
		return false
	}
	h, ok := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "target")
	return r.noted(h, ok)
}

// isOldForecast: the 5% of 增长预期由5%上调至6% was foreseen too.
func isOldForecast(r *reading) bool {
	if !isBaseline(r) {
		return false
	}
	h, ok := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "forecast")
	return r.noted(h, ok && (h.text == "预期" || h.text == "预测"))
}

// isDraft: 根据草案，… is proposed, all of the sentence.
func isDraft(r *reading) bool {
	if r.isTime() {
		return false
	}
	return r.noted(r.p.lastCue("status", r.stretch(), r.q.Core.Start, "draft"))
}

// stretch is where the sentences begin that semicolons join to this one.
func (r *reading) stretch() int { return r.p.stretchAt(r.sentence.Start) }

func (p *passage) stretchAt(at int) int {
	for n := 0; n < 5 && at > 0 && strings.HasSuffix(p.simple[:at], "；"); n++ {
		at = p.around(p.sentences, at-1, farReach).Start
	}
	return at
}

// accordingToPlan: 按照省里的规划，到2030年….
func (r *reading) accordingToPlan() bool {
	lead := r.p.simple[r.stretch():r.q.Core.Start]
	for _, w := range []string{"按照", "根据", "依照", "依据"} {
		at := strings.Index(lead, w)
		if at < 0 || at > 60 {
			continue
		}
		named := firstClause(lead[at:])
		if _, ok := hasSuffix(named, listed("plan-word")...); ok && len(named) < 75 {
			r.step.Text = named
			return true
		}
	}
	return false
}

// isScheduled: what is to come according to a plan is planned, not foreseen.
func isScheduled(r *reading) bool {
	if r.isTime() || !r.future() && r.Period != "" {
		return false
	}
	_, done := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "done")
	return !done && r.accordingToPlan()
}

// isConditional: 若…，…可增至5000万; 否则将有….
func isConditional(r *reading) bool {
	if r.isTime() && !r.future() || r.pastPeriod() {
		return false
	}
	h, ok := r.cueBefore("status", "if")
	if !ok {
		return false
	}
	_, needs := r.p.lastCue("status", h.end, r.q.Core.Start, "wish", "target", "plan")
	later := h.start < r.clause.Start || h.text == "否则"
	_, ahead := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "will", "forecast", "may", "can")
	if !ahead && r.isTime() {
		_, ahead = r.p.nextCue("status", r.q.Core.End, r.clause.End, "will", "forecast", "may", "can")
	}
	return r.noted(h, later && (ahead || r.future()) && !needs)
}

// followsPlan: 今年将供应28亿立方米，2026年增加到38亿立方米: one will for both.
func (r *reading) followsPlan(will int) bool {
	for k := len(r.p.read) - 1; k >= max(0, len(r.p.read)-lookBack) && r.p.read[k].q.Core.Start > will; k-- {
		if p := r.p.read[k]; p.Kind == r.Kind && p.Unit == r.Unit {
			return p.Status == "plan"
		}
	}
	return false
}

// willFollow: 还有120个将在年底前接通: what is counted is what will be.
func (r *reading) willFollow() bool {
	if r.Kind != "count" {
		return false
	}
	h, ok := r.p.nextCue("status", r.q.Core.End, min(r.clause.End, r.q.Core.End+30), "will", "plan")
	return ok && strings.HasPrefix(h.text, "将") && r.noted(h, ok)
}

// isPotential: 建成后可新增就业1.3万人, 提出征收新费，每年可筹得68亿: what could
// come of something that is not there yet.
func isPotential(r *reading) bool {
	can, ok := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "can")
	if !ok || r.pastPeriod() || r.isTime() {
		return false
	}
	_, ahead := r.cueBefore("status", "after", "proposal", "plan", "wish", "will")
	return r.noted(can, ahead)
}

// isCalledFor: a deadline in what someone calls for: 呼吁各国在2035年前….
func isCalledFor(r *reading) bool {
	if !isDeadline(r) {
		return false
	}
	h, ok := r.p.lastCue("status", max(r.sentence.Start, r.q.Core.Start-120), r.q.Core.Start, "proposal")
	_, plan := r.p.lastCue("status", r.sentence.Start, r.q.Core.Start, "plan", "target")
	return r.noted(h, ok && !plan)
}

// isOfTarget: 实现贸易额100亿美元的目标, 定下的5%增长目标, 按不高于3%掌握.
func isOfTarget(r *reading) bool {
	if _, held := hasPrefix(r.right, "掌握", "把握", "安排", "控制"); held && !r.isTime() {
		_, by := hasSuffix(r.left, "按", "按照")
		return by
	}
	at := strings.Index(r.right, "目标")
	if at < 0 || strings.ContainsAny(r.right[:at], "0123456789，；") || r.isTime() && !r.future() {
		return false
	}
	if _, reached := containsAny(firstClause(r.right[at:]), listed("reached")...); reached {
		return false // …的目标已提前实现
	}
	between := r.right[:at]
	of := strings.HasSuffix(between, "的") || strings.HasSuffix(between, "这一") || len(between) <= 15
	return of && len(between) <= 60 && !strings.HasPrefix(r.right[at:], "的") && r.noted(r.p.nextCue("status", r.q.Core.End, r.clause.End, "target"))
}

// contrasts: in 年产能可达1亿剂，而前一款仅为1800万剂 the second is simply so.
func (r *reading) contrasts(from int) bool {
	if from >= r.clause.Start {
		return false
	}
	_, but := hasPrefix(strings.TrimLeft(r.p.simple[r.clause.Start:r.q.Core.Start], " "), listed("turns-to-fact")...)
	_, again := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "will", "forecast", "may", "can")
	return but && !again
}

// fallsShort: 未能实现…目标，仅增长3.1% tells what came of it.
func (r *reading) fallsShort() bool {
	lead := r.p.simple[r.clause.Start:r.q.Core.Start]
	for _, w := range listed("says-fact") {
		if strings.Contains(lead, w) {
			return true
		}
	}
	return false
}

// ordered: 要求…将审批时间缩短一半: a change that is asked for.
func (r *reading) ordered() bool {
	h, ok := r.cueBefore("status", "wish")
	if !ok || r.pastPeriod() || strings.Contains(r.p.simple[h.end:r.q.Core.End], "了") {
		return false
	}
	_, moved := r.changeBefore()
	return moved && r.noted(h, true)
}

// isMissed: 未能达到500亿美元的目标 tells a target of just so much.
func (r *reading) isMissed() bool {
	w := r.p.simple[r.q.Span.Start:r.q.Core.Start]
	return r.Bound == quantity.Under && strings.ContainsAny(w, "未没") && !r.isTime() && isOfTarget(r)
}

// cameOfIt: behind a target 仅为438亿美元 and 实际完成 tell what came of it.
func cameOfIt(r *reading) bool {
	p := r.prevTold()
	if p == nil || p.Status != "target" || r.isTime() || r.future() {
		return false
	}
	lead := r.p.simple[r.clause.Start:r.q.Core.Start]
	at, w := lastWord(lead, "仅", "只", "实际")
	if at < 0 || strings.HasSuffix(lead[:at], "不") || utf8.RuneCountInString(lead[at+len(w):]) > 4 || strings.Contains(lead[at:], "就") {
		return false
	}
	_, ahead := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "will", "plan", "target", "wish", "proposal", "forecast", "may")
	r.step.Text = w
	return !ahead
}
