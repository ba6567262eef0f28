package figure

// isOutlook: 将达到5万亿 with nobody who acts.
func isOutlook(r *reading) bool {
	h, ok := r.cueBefore("status", "will")
	if !ok || r.pastPeriod() || r.acts(h.start, r.q.Core.Start) || r.followsPlan(h.start) {
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
	if r.pastPeriod() {
		return false
	}
	h, ok := r.p.lastCue("status", r.clause.Start, r.q.Core.Start, "will")
	if !ok && (r.future() && !r.saidThen() || r.willFollow()) {
		return true
	}
	return r.noted(h, ok)
}
