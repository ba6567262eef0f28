package figure

import "strings"

// isRespectiveTime: 2023年和2024年贸易额分别为410亿和438亿: as many years are listed as
// figures are told, and nothing else is.
func isRespectiveTime(r *reading) bool {
	i := strings.LastIndex(r.p.simple[r.clause.Start:r.q.Core.Start], "分别")
	if r.isTime() || i < 0 {
		return false
	}
	at := r.clause.Start + i
	nth, all, _ := r.placeBehind(at)
	end := r.p.momentIndex(at)
	if all < 2 || end < all || len(r.partsOf(r.p.moments[end-1].End, at)) >= all {
		return false
	}
	for k := end - 1; k > end-all; k-- {
		if !r.p.isListedBefore(k) {
			return false
		}
	}
	if end > all && r.p.isListedBefore(end-all) || r.p.moments[end-all].Start < r.sentence.Start {
		return false
	}
	r.when = &r.p.moments[end-all+nth]
	return true
}

// isListedBefore reports whether the k-th time goes on a list of others: 2023年和2024年.
func (p *passage) isListedBefore(k int) bool {
	before, m := &p.moments[k-1], &p.moments[k]
	if before.End >= m.Start || m.Start-before.End > len("以及") || before.kind != pointMoment || m.kind != pointMoment {
		return false
	}
	_, listed := containsAny("、和与及以及", p.simple[before.End:m.Start])
	return listed
}
