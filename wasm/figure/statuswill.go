package figure

import "strings"

// isOutlook: 将达到5万亿 with nobody who acts.
func isOutlook(r *reading) bool {
	h, ok := r.cueBefore("status", "will")
	if !ok || r.pastPeriod() || r.isDone() || r.acts(h.start, r.q.Core.Start) || r.followsPlan(h.start) {
		return false
	}
	if _, now := r.p.nextCue("status", r.q.Core.End, r.clause.End, "ongoing"); now && h.end <= r.clause.Start {
		return false // 将增至五倍，另有2条正在建设
	}
	_, ok = r.p.lastCue("status", h.end, r.q.Core.Start, "raise")
	if !ok {
		_, ok = r.levelVerb()
	}
	if !ok && (r.Direction == "increase" || r.Direction == "decrease") {
		ok = true
	}
	if _, opines := r.p.lastCue("status", r.sentence.Start, h.start, "opine"); opines {
		ok = true // 认为下半年将有盈余
	}
	return r.noted(h, ok)
}

func isWill(r *reading) bool {
	if r.pastPeriod() || r.isDone() {
		return false
	}
	h, ok := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "will")
	if !ok && (r.future() && !r.saidThen() || r.willFollow()) {
		return true
	}
	return r.noted(h, ok)
}

// isDone: in 将运输时间缩短了10天 将 is no future but who takes the object.
func (r *reading) isDone() bool {
	return strings.HasSuffix(r.p.simple[r.clause.Start:r.q.Span.Start], "了") || strings.HasSuffix(r.p.simple[r.clause.Start:r.q.Core.Start], "了")
}

// isToBeBy: 到2030年把贸易额做到1.2万亿 is planned in a text of no date, too.
func isToBeBy(r *reading) bool {
	if !r.p.ref.IsZero() || r.isTime() || r.when == nil || r.when.kind != untilMoment || r.when.Start < r.clause.Start || r.when.End > r.q.Core.Start {
		return false
	}
	said := r.p.simple[r.when.Start:r.q.Core.Start]
	return strings.Contains(said, "把") && !strings.HasPrefix(said, "截") && !strings.ContainsAny(said, "了已曾")
}
