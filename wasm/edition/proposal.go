package edition

import (
	"slices"

	"fenghui/wasm/compare"
)

// proposal says what became of a proposal between two summits; false of what
// neither of them proposes.
func proposal(i *compare.Initiative, old, new Edition) (Proposal, bool) {
	p := Proposal{Of: i, Old: -1, New: -1}
	known := false // before the later summit, wherever
	for k := range i.Members {
		m := &i.Members[k]
		switch {
		case slices.Contains(old.Documents, m.Document):
			p.Old = furthest(i, p.Old, k)
		case slices.Contains(new.Documents, m.Document):
			p.New = furthest(i, p.New, k)
		}
		known = known || m.Date < new.Date
	}
	switch {
	case p.New < 0: // what was done need not be told again
		p.Verdict = Gone
		return p, p.Old >= 0 && i.Members[p.Old].Stage != "" && i.Members[p.Old].Stage != "done"
	case p.Old < 0 && (known || i.Members[p.New].Stage == ""):
		return p, false
	case i.Members[p.New].Stage == "done" || i.Members[p.New].Stage == "running":
		p.Verdict = Done
	case p.Old < 0:
		p.Verdict = New
	default:
		p.Verdict = Recurs
	}
	return p, true
}

// furthest is the place of a summit that has a proposal further on, the last of
// equal ones.
func furthest(i *compare.Initiative, best, k int) int {
	if best >= 0 && compare.IsBehind(i.Members[k].Stage, i.Members[best].Stage) {
		return best
	}
	return k
}
