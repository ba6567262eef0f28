package figure

import (
	"strings"
	"unicode/utf8"
)

// billReach is how many characters stand at most between 的 and the name of a bill
// or a plan: 的2026年度补充预算案.
const billReach = 14

// ofPaper is the paper that a figure is told of, and what stands between: 总额3亿元
// （约4000万美元）的补充预算案.
func (r *reading) ofPaper(names []string) (paper, between string) {
	if r.isExchange() {
		return "", ""
	}
	behind := strings.TrimLeft(strings.TrimPrefix(r.right, "）"), " ")
	if strings.HasPrefix(behind, "（") {
		end := strings.Index(behind, "）")
		if end < 0 || end > bracketReach {
			return "", ""
		}
		behind = strings.TrimLeft(behind[end+len("）"):], " ")
	}
	at := strings.Index(behind, "的")
	if at < 0 {
		return "", ""
	}
	name := firstClause(behind[at+len("的"):])
	for _, w := range names {
		if to := strings.Index(name, w); to >= 0 && utf8.RuneCountInString(name[:to]) <= billReach && len(w) > len(paper) {
			paper, between = w, behind[:at]
		}
	}
	return paper, between
}

// isOfBill: 向国会提交总额3亿元的预算案 plans to spend it.
func isOfBill(r *reading) bool {
	w, between := r.ofPaper(listed("bill"))
	if w == "" || between != "" || r.Kind != "money" {
		return false
	}
	_, brought := containsAny(r.left, "提交", "公布", "推出", "审议", "宣布")
	r.step.Text = w
	return brought
}

// isOfProposedBill: 提出总额3亿元的补充预算案.
func isOfProposedBill(r *reading) bool {
	w, between := r.ofPaper(listed("bill"))
	r.step.Text = w
	return w != "" && between == "" && r.Kind == "money" && strings.Contains(r.left, "提出")
}

// isOfPlan: 制定了引进100名专家的实施计划: what the plan is to bring.
func isOfPlan(r *reading) bool {
	if r.isTime() || r.Kind == "ordinal" || r.Kind == "rank" {
		return false
	}
	w, between := r.ofPaper(listed("plan-word"))
	_, drawn := containsAny(r.left, "制定", "制订", "出台", "公布了", "批准了", "通过了")
	_, acts := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "give", "work", "found")
	_, brings := hasSuffix(r.left, listed("brings")...)
	r.step.Text = w
	return w != "" && drawn && (acts || brings) && utf8.RuneCountInString(between) <= 12
}

// isBillPeriod: of 3亿元的2026年度预算案 the time is the bill's.
func isBillPeriod(r *reading) bool {
	w, _ := r.ofPaper(listed("bill"))
	if w == "" || r.Kind != "money" {
		return false
	}
	k := r.p.momentIndex(r.q.Core.End)
	if k >= len(r.p.moments) || r.p.moments[k].End > r.clause.End || !strings.HasSuffix(r.p.simple[:r.p.moments[k].Start], "的") {
		return false
	}
	r.when = &r.p.moments[k]
	return r.when.iso != ""
}

// isStanding: the 25% of 争取取消25%的关税 are what is so today.
func isStanding(r *reading) bool {
	_, tax := hasPrefix(strings.TrimPrefix(r.right, "的"), "关税", "税率", "税", "附加税", "附加费")
	if r.Kind != "share" || !tax || r.pastPeriod() {
		return false
	}
	w, off := containsAny(r.left, "减免", "取消", "豁免", "免除", "撤销", "废除", "解除")
	r.step.Text = w
	return off
}

// isAdopted: 即将通过的文件包含50项.
func isAdopted(r *reading) bool {
	return (!r.isTime() || r.future()) && r.noted(r.cueInSentence("status", "adopt"))
}
