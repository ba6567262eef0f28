package figure

import (
	"strings"
)

// isRevised: 该行将今年经济增长率由3%上调到5%: whoever raises a rate of growth for a
// time that is not over foresees it.
func isRevised(r *reading) bool {
	if r.Kind != "change" || r.pastPeriod() || r.Unit != "%" {
		return false
	}
	h, level := r.levelVerb()
	if isBaseline(r) {
		h, level = r.p.nextCue("level", r.q.Core.End, r.clause.End)
	}
	if !level {
		return false
	}
	if _, revises := hasPrefix(h.text, "上调", "下调", "上修", "下修"); !revises {
		return false
	}
	_, rate := r.p.lastCue("rate", r.sentence.Start, r.q.Core.Start)
	return rate && r.noted(h, true)
}

// revisedBefore is the verb that says which way somebody moves a rate by so many
// points: 下调基准利率0.5个百分点. No other number may stand between.
func (r *reading) revisedBefore() (hit, bool) {
	from := r.clause.Start
	if _, extent := hasPrefix(r.left, "幅度", "调整幅度"); extent {
		from = r.sentence.Start
	}
	h, ok := r.p.lastCue("revise", from, r.q.Core.Start)
	return h, ok && r.lastNumber(h.end) <= h.end
}

func movedByRevision(r *reading) {
	r.takeLevelVerb()
	h, _ := r.revisedBefore()
	r.Direction, r.step.Value = h.value, h.value
}

// isForecastOn: 预计明年收入将达3亿；支出达4亿，比今年增加1亿: what stands behind a
// semicolon in the same shape is foreseen, too, and so is the difference.
func isForecastOn(r *reading) bool {
	if whole := r.lastRate(); r.rateOn && whole != nil && whole.Status == "forecast" {
		return true // 增速预计为5%；其中甲国6%
	}
	p := r.lastSum()
	if p == nil || p.Status != "forecast" || p.Kind != r.Kind || p.Unit != r.Unit || r.isTime() || r.pastPeriod() || isBaseline(r) {
		return false
	}
	lead := strings.TrimLeft(r.p.simple[r.clause.Start:r.q.Core.Start], " ")
	if strings.ContainsAny(lead, "了已曾") || r.breaksOff(p.q.Core.End) {
		return false
	}
	if p.sentence.Start == r.sentence.Start {
		_, than := hasPrefix(lead, "较", "比")
		return than && p.clause.Start < r.clause.Start
	}
	_, level := r.levelVerb()
	return level && r.clause.Start == r.sentence.Start && strings.HasSuffix(r.p.simple[:r.sentence.Start], "；") && r.stretch() <= p.sentence.Start
}

// lastSum is the last figure before that is no time, no change and no rate of
// exchange.
func (r *reading) lastSum() *reading {
	for k := len(r.p.read) - 1; k >= max(0, len(r.p.read)-lookBack); k-- {
		if p := r.p.read[k]; !p.isTime() && p.Kind != "change" && !p.isExchange() {
			return p
		}
	}
	return nil
}
