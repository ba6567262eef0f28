package figure

import (
	"strings"
)

// isOfRoom: 合作的潜力超过40亿美元, 还有12亿美元的额外潜力: what could be is no fact.
func isOfRoom(r *reading) bool {
	if r.isTime() || r.Kind == "share" {
		return false
	}
	at := strings.Index(r.right, "潜力")
	if at >= 0 && at <= roomReach && strings.HasPrefix(r.right, "的") && !strings.ContainsAny(r.right[:at], "，、；0123456789") {
		r.step.Text = r.right[:at+len("潜力")]
		return true
	}
	at = strings.LastIndex(r.left, "潜力")
	if at < 0 || !onlyFillers(strings.TrimLeft(r.left[at+len("潜力"):], "为是达约有")) {
		return false
	}
	r.step.Text = "潜力"
	return true
}

// roomReach is how many bytes may stand between a number and 潜力.
const roomReach = 24

// isIntent: 12亿美元的意向 binds nobody.
func isIntent(r *reading) bool {
	w, ok := hasPrefix(r.right, "的意向", "的合作意向", "的采购意向", "的投资意向")
	_, agreed := hasPrefix(r.right[len(w):], "协议", "书", "订单")
	r.step.Text = w
	return ok && !agreed && !r.isTime()
}

// wasForetold reports whether a forecast before the clause was made of the past time
// told in this one: 当时预测，2024年运量将增长43%.
func (r *reading) wasForetold(h hit) bool {
	_, will := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "will")
	return will && strings.Trim(r.p.simple[h.end:r.clause.Start], "，： ") == ""
}

// isForetold: …，达到400万吨 behind what was foreseen for the same past time.
func isForetold(r *reading) bool {
	p := r.prevTold()
	if p == nil || p.Status != "forecast" || p.Period != r.Period || !r.pastPeriod() || r.clause.Start <= p.q.Core.Start {
		return false
	}
	_, level := r.levelVerb()
	return level && !r.breaksOff(p.q.Core.End)
}

// prevTold is the figure before in the sentence that is no time.
func (r *reading) prevTold() *reading {
	if p := r.lastTold(); p != nil && p.sentence.Start == r.sentence.Start {
		return p
	}
	return nil
}

// goesOnThisYear: 计划建100座诊所，今年提供20亿元: what is planned goes on to what is
// to be done this year, unless it is done.
func (r *reading) goesOnThisYear(plan hit) bool {
	if r.Period != r.p.thisYear() || plan.end > r.clause.Start {
		return false
	}
	lead := r.p.simple[r.clause.Start:r.q.Core.Start]
	if _, told := r.p.lastCue("status", plan.end, r.q.Core.Start, "done", "ongoing"); told || strings.ContainsAny(lead, "了已曾为达") {
		return false
	}
	_, gives := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "give", "work", "found")
	return gives
}

// saidThen reports whether somebody says it at a time after the document's day, so
// that the text was written later: 9月在会上，他说，投资达到270亿.
func (r *reading) saidThen() bool {
	if r.when == nil || r.when.End > r.q.Core.Start {
		return false
	}
	h, ok := r.p.lastCue("speech", r.when.End, r.q.Core.Start, "say")
	if !ok || r.p.stretchAt(r.when.Start) < r.stretch() && r.when.Start < r.sentence.Start {
		return false
	}
	_, ahead := r.p.lastCue("status", r.when.Start, r.q.Core.Start, "will", "plan", "forecast", "target", "wish", "proposal", "may")
	return !ahead && h.start > r.when.End && h.text != "邀请"
}
