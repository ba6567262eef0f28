package figure

import (
	"strings"
)

// statusRules tell facts from what is still to come.
var statusRules = []rule{
	// What began a movement, is denied, moved by hand or lacking says so itself.
	{"status.old-target", isOldTarget, setStatus("target")},
	{"status.old-forecast", isOldForecast, setStatus("forecast")},
	{"status.denied", isDenied, setStatus(NotClaimed)},
	{"status.revised", isRevised, setStatus("forecast")},
	{"status.baseline", isBaseline, setStatus("actual")},
	{"status.gap", isGap, setStatus("actual")},
	{"status.stands", isStanding, setStatus("actual")},

	// Papers that ask for something, or are about to be adopted.
	{"status.proposed-bill", isOfProposedBill, setStatus("proposal")},
	{"status.bill", isOfBill, setStatus("plan")},
	{"status.adopt", isAdopted, setStatus("plan")},

	// Times that are past, and what one of a list is like the one before.
	{"status.past-time", isPastTime, setStatus("actual")},
	{"status.told-then", isToldThen, setStatus("actual")},
	{"status.missed", cameOfIt, setStatus("actual")},
	{"status.goes-on", isListed, func(r *reading) { setStatus(r.prev.Status)(r) }},

	// What the whole sentence is: the wording of an aim, a draft, a plan, what
	// follows if; then what somebody foresees.
	{"status.of-target", isOfTarget, setStatus("target")},
	{"status.draft", isDraft, setStatus("proposal")},
	{"status.scheduled", isScheduled, setStatus("plan")},
	{"status.if", isConditional, setStatus("forecast")},
	{"status.forecast", isForecast, setStatus("forecast")},
	{"status.foretold", isForetold, setStatus("forecast")},
	{"status.forecast-on", isForecastOn, setStatus("forecast")},
	{"status.opined", isOpined, setStatus("forecast")},

	// Measures to be taken; and of times that lie ahead, what they are times of.
	// No time goes beyond status.time.
	{"status.measures", isMeasures, setStatus("plan")},
	{"status.outlook-year", isOutlookYear, setStatus("forecast")},
	{"status.called-for", isCalledFor, setStatus("proposal")},
	{"status.deadline", isDeadline, setStatus("target")},
	{"status.ahead", isAhead, setStatus("plan")},
	{"status.length-carried", func(r *reading) bool {
		return r.Kind == "duration" && (r.q.Time == nil || r.p.isAfterEvent(r.q)) && isCarried(r)
	}, setCarried},
	{"status.time", func(r *reading) bool { return r.isTime() }, setStatus("actual")},

	// Of amounts: what nobody vouches for or is only possible, then what is done,
	// before all words of plans.
	{"status.rumoured", isRumoured, setStatus(NotClaimed)},
	{"status.room", isOfRoom, setStatus("forecast")},
	{"status.intent", isIntent, setStatus("plan")},
	{"status.until", isToBeBy, setStatus("plan")},
	{"status.done", isDone, setStatus("actual")},

	// What is to come, from what says most of it to a bare 将.
	{"status.can", isPotential, setStatus("forecast")},
	{"status.work", isWork, setStatus("plan")},
	{"status.cost", isCostAhead, setStatus("plan")},
	{"status.target", isTarget, setStatus("target")},
	{"status.founding", isFounding, setStatus("proposal")},
	{"status.of-plan", isOfPlan, setStatus("plan")},
	{"status.plan", isPlan, setStatus("plan")},
	{"status.proposal", isProposal, setStatus("proposal")},
	{"status.offer", isOffered, setStatus("proposal")},
	{"status.due", isDue, setStatus("plan")},
	{"status.outlook", isOutlook, setStatus("forecast")},
	{"status.will", isWill, setStatus("plan")},

	// Nothing said: as the figure before, or a fact.
	{"status.carried", isCarried, setCarried},
	{"status.supposed", isSupposed, setStatus("forecast")},
	{"status.actual", always, setStatus("actual")},
}

func setStatus(s string) func(*reading) {
	return func(r *reading) { r.Status, r.step.Value = s, s }
}

// isListed: 将投资120亿欧元，其中30亿欧元用于交通，25亿欧元用于… are of one status.
func isListed(r *reading) bool {
	if r.prev == nil || r.prev.Kind != r.Kind || r.prev.Unit != r.Unit || r.prev.sentence.Start != r.sentence.Start || r.isTime() {
		return false
	}
	if r.clause.Start <= r.prev.q.Core.Start || r.prev.Status == "actual" || r.prev.Status == NotClaimed || isBaseline(r.prev) {
		return false
	}
	lead := strings.Trim(r.left, " 其中")
	return lead == ""
}

func isPastTime(r *reading) bool {
	if !r.isTime() || r.future() {
		return false
	}
	return r.Period != "" && r.q.Time != nil && !r.thisYearAhead()
}

// isForecast: a word of forecast stands in the sentence up to the figure, or
// behind it in its clause.
func isForecast(r *reading) bool {
	h, ok := r.cueBefore("status", "forecast", "may")
	if !ok {
		h, ok = r.p.nextCue("status", r.q.Core.End, r.clause.End, "forecast", "may")
	}
	if !ok || r.isTime() && !r.future() && !r.thisYearAhead() && !(r.Kind == "duration" && r.Period == "") {
		return false
	}
	if r.contrasts(h.end) || r.isUtmost(h) || r.isReckoned(h) {
		return false
	}
	if _, aims := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "target"); aims && h.end <= r.clause.Start {
		return false // 可对蒙增加出口，应力争达到5亿
	}
	if r.Period != "" && !r.future() && r.Period != r.p.thisYear() && h.start < r.clause.Start && !r.wasForetold(h) {
		return false
	}
	if now, is := r.p.lastCue("status", h.end, r.clause.Start, "ongoing"); is && now.text != "正" {
		return false // 今年预计贡献60%，目前占贸易的53%，在专利中占70%
	}
	if done, is := r.p.lastCue("status", h.end, r.q.Core.Start, "done", "plan", "allot", "ongoing"); is && done.start >= r.clause.Start && !isNeutral(done.text) {
		return false
	}
	return r.noted(h, true)
}

// isReckoned: 2023年费用初步推算为9万亿元: what was so in a time that is over is
// reckoned, not foreseen.
func (r *reading) isReckoned(h hit) bool {
	_, reckons := hasSuffix(h.text, "推算", "测算", "估算", "推估", "估计")
	return reckons && r.pastPeriod() && !r.isTime()
}

// isNeutral tells words that go with a forecast as well: 有望累计超过, 预测将在…达到.
func isNeutral(w string) bool {
	return strings.HasPrefix(w, "将") || w == "累计" || w == "共计"
}

// isDeadline: 到2030年 without a forecast is what is aimed at.
func isDeadline(r *reading) bool {
	if r.Kind != "year" && r.Kind != "date" || r.q.Time == nil || r.q.Time.Relation != "until" && r.q.Time.Relation != "before" {
		return false
	}
	return r.future() || r.thisYearAhead()
}

// isOutlookYear: 到2033年，市场规模将达到… foresees, nobody acts.
func isOutlookYear(r *reading) bool {
	if r.Kind != "year" && r.Kind != "date" || !r.future() {
		return false
	}
	raise, ok := r.p.nextCue("status", r.q.Core.End, r.sentence.End, "raise")
	if !ok {
		return false
	}
	will, ok := r.p.lastCue("status", r.q.Core.End, raise.start, "will", "forecast", "may")
	return ok && !r.acts(will.start, raise.start) && !r.planned(r.sentence.Start, raise.start) && !r.accordingToPlan()
}

// isAhead: a time after the document is planned, or foreseen.
func isAhead(r *reading) bool {
	return r.isTime() && (r.future() || r.thisYearAhead())
}

// acts reports whether someone brings it about: 我们将把…, 计划, 改建.
func (r *reading) acts(from, to int) bool {
	_, work := r.p.nextCue("status", from, to, "work")
	s := r.p.simple[max(r.sentence.Start, from-30):to]
	for _, w := range listed("resolves") {
		if strings.Contains(s, w) {
			return true
		}
	}
	return work
}

func (r *reading) planned(from, to int) bool {
	_, ok := r.p.lastCue("status", from, to, "plan", "target", "wish", "proposal")
	return ok
}

// isDone: 已实施114个项目, unless something else is said between.
func isDone(r *reading) bool {
	if r.future() {
		return false
	}
	h, ok := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "done", "ongoing")
	if !ok {
		return r.pastPeriod() && !r.planned(r.clause.Start, r.q.Core.Start)
	}
	_, plan := r.p.lastCue("status", h.end, r.q.Core.Start, "plan", "proposal", "wish", "target", "will")
	if will, ahead := r.p.lastCue("status", r.clause.Start, h.start, "will"); ahead && will.end <= h.start {
		if _, level := r.levelVerb(); level {
			return false // 将由目前的7%提高到15%
		}
	}
	return r.noted(h, !plan)
}

// isWork: 到2030年，路段将改建为四车道; 计划新建5000公里.
func isWork(r *reading) bool {
	will, ok := r.cueBefore("status", "will", "plan")
	if !ok || !r.future() && will.value != "plan" {
		return false
	}
	h, work := r.p.lastCue("status", will.end, r.q.Core.Start, "work", "found")
	return r.noted(h, work)
}

// isTarget: 目标, or a wish or plan to bring something up to a level.
func isTarget(r *reading) bool {
	if h, ok := r.cueBefore("status", "target"); ok && (h.start >= r.clause.Start || !r.fallsShort()) {
		return r.noted(h, true)
	}
	if r.Kind == "multiple" && isDoubled(r) && strings.Contains(r.core(), "了") {
		return false
	}
	if r.when != nil && !r.isTime() && r.p.isYearEndAhead(r.when.Span) && !strings.ContainsAny(r.left, "了已") {
		return true
	}
	if r.Kind == "change" && r.ordered() {
		return true
	}
	if r.Kind == "multiple" && isDoubled(r) && (r.future() || r.planned(r.sentence.Start, r.q.Core.Start)) {
		return r.planned(r.sentence.Start, r.q.Core.Start)
	}
	if r.isRuled() || r.isWanted() {
		return true
	}
	raise, ok := r.p.lastCue("status", max(r.clause.Start, r.q.Core.Start-45), r.q.Core.Start, "raise")
	if !ok || !onlyFillers(r.p.simple[raise.end:r.q.Core.Start]) {
		return false
	}
	if raise.text == "超过" || raise.text == "突破" {
		if _, plan := r.p.lastCue("status", r.clause.Start, raise.start, "plan"); plan {
			return false // 计划投资首次超过6500亿元
		}
	}
	if r.planned(r.sentence.Start, raise.end) || r.handled(raise.start) {
		return r.noted(raise, true)
	}
	return r.future() && r.acts(r.clause.Start, raise.start)
}

// handled: 将这一数字提高到… is something to do, unless it is done.
func (r *reading) handled(to int) bool {
	lead := r.p.simple[r.clause.Start:to]
	if strings.ContainsAny(lead, "了已曾") || r.when != nil && r.pastPeriod() {
		return false
	}
	at := max(strings.LastIndex(lead, "将"), strings.LastIndex(lead, "把"))
	return at >= 0 && (strings.HasSuffix(lead[:at], "将") || !isVerbAhead(r.p.simple[r.clause.Start+at+len("将"):])) && !strings.HasSuffix(lead, "从") && !strings.Contains(lead[at:], "从")
}
