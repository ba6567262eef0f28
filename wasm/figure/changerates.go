package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// ratesOn: in 去年增长率为4%，今年一季度5%，二季度达6% all are rates of growth:
// nothing but a time and a verb of reaching stands before the later ones.
func (r *reading) ratesOn() bool {
	if r.q.Kind != quantity.Percent {
		return false
	}
	p := r.lastRate()
	if p == nil || p.Unit != r.Unit || p.clause.Start >= r.clause.Start {
		return false
	}
	at := r.partRated(p)
	for k := r.p.momentIndex(at); k < len(r.p.moments) && r.p.moments[k].End <= r.q.Core.Start; k++ {
		if !onlyFillers(r.p.simple[at:max(at, r.p.moments[k].Start)]) {
			return false
		}
		at = max(at, r.p.moments[k].End)
	}
	if at == r.clause.Start || !rateTail(r.p.simple[at:r.q.Core.Start]) {
		return false
	}
	r.Direction, r.rateOn = p.Direction, true
	return true
}

// partRated is where a party ends that the clause opens with, one of those a rate
// was told of together or listed beside one: 增速为5%，其中甲国6%，乙国4%.
func (r *reading) partRated(p *reading) int {
	at := r.clause.Start
	lead := r.p.simple[at:r.q.Core.Start]
	_, part := hasPrefix(lead, "其中")
	if m := r.p.mentionsIn(at, r.q.Core.Start); len(m) == 1 && (part && m[0].start == at+len("其中") || p.rateOn && m[0].start == at) && (m[0].kind == "country" || m[0].kind == "organisation" || m[0].kind == "place") {
		return m[0].end
	}
	return at
}

// lastRate is the figure before in the sentence that is no time, if it is a rate
// of growth.
func (r *reading) lastRate() *reading {
	for k := len(r.p.read) - 1; k >= max(0, len(r.p.read)-lookBack); k-- {
		p := r.p.read[k]
		if p.sentence.Start != r.sentence.Start && !r.beginsWithPart(p) {
			return nil
		}
		if !p.isTime() {
			_, rate := p.rateBeside()
			if _, moves := p.changeBefore(); p.Kind == "change" && !rate && !p.rateOn && !moves && p.Max != nil {
				continue // 介于2%与3%之间
			}
			if p.Kind == "change" && (rate || p.rateOn) {
				return p
			}
			return nil
		}
	}
	return nil
}

// beginsWithPart: a sentence goes on behind a semicolon with a part of what was told
// before it: 增速为5%；其中甲国6%.
func (r *reading) beginsWithPart(before *reading) bool {
	return before.sentence.End == r.sentence.Start && strings.HasSuffix(r.p.simple[:r.sentence.Start], "；") &&
		strings.HasPrefix(r.p.simple[r.sentence.Start:], "其中")
}

// rateAhead: 经济增长率，由3%上调到5%: the noun of a rate stands before the comma that
// 由 or 从 follows.
func (r *reading) rateAhead() bool {
	lead := strings.Trim(r.p.simple[r.clause.Start:r.q.Core.Start], " ")
	before, comma := strings.CutSuffix(strings.TrimRight(r.p.simple[r.sentence.Start:r.clause.Start], " "), "，")
	if r.q.Kind != quantity.Percent || lead != "由" && lead != "从" || !comma || !isBaseline(r) {
		return false
	}
	to := r.sentence.Start + len(before)
	h, ok := r.p.lastCue("rate", r.sentence.Start, to)
	return ok && rateTail(r.p.simple[h.end:to]) && r.noted(h, true)
}

// signs tell by themselves that something moved, and which way.
var signs = []struct{ mark, direction string }{{"+", "increase"}, {"＋", "increase"}, {"↑", "increase"}, {"▲", "increase"}, {"↓", "decrease"}, {"▼", "decrease"}}

// isSignedChange: 438亿美元（+9.2%）, 同比↓4%: a sign stands before a percentage
// right behind an amount or 同比.
func isSignedChange(r *reading) bool {
	if r.q.Kind != quantity.Percent {
		return false
	}
	lead := strings.TrimRight(r.p.simple[r.sentence.Start:r.q.Core.Start], " ")
	direction := ""
	for _, s := range signs {
		if rest, ok := strings.CutSuffix(lead, s.mark); ok {
			lead, direction, r.step.Text = rest, s.direction, s.mark
		}
	}
	if direction == "" && r.Value.Sign() >= 0 {
		return false
	}
	lead = strings.TrimRight(lead, " 　\t（|｜")
	at := r.sentence.Start + len(lead)
	h, versus := r.p.lastCue("versus", r.sentence.Start, at)
	amount := r.prev != nil && r.prev.span.End == at && !r.prev.isTime() && !isPercent(r.prev)
	last, _ := utf8.DecodeLastRuneInString(lead)
	_, interest := hasSuffix(lead, "利率", "基准", "加成")
	next, _ := utf8.DecodeRuneInString(r.p.simple[r.q.Core.End:])
	signed := direction != "" && text.IsIdeograph(last) && !text.IsIdeograph(next) && !interest // 中国+2%, and not 盐+2%糖
	if versus = versus && h.end == at; !amount && !versus && !signed {
		return false
	}
	r.Direction = direction
	return true
}

// isGapOfPoints: 误差不超过2.5个百分点 tells how far apart two things are; nothing
// moved.
func isGapOfPoints(r *reading) bool {
	left := strings.TrimRight(trimQualifier(r.p.simple[r.clause.Start:r.span.Start]), "为是达有仅只在")
	w, gap := hasSuffix(left, listed("gap-of-points")...)
	r.step.Text = w
	return r.Unit == "pp" && gap
}
