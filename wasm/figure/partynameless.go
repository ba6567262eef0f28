package figure

import (
	"strings"
)

// partiesNameless: 九个拥核国家共有1.3万件核武器 is nobody's in particular, and not
// the speaker's country's.
func partiesNameless(r *reading) bool {
	if r.isNameless() {
		return true
	}
	p := r.prevInClause()
	return p != nil && p.isNameless() && len(p.Parties) == 0
}

// isNameless reports whether the clause is about so many countries of a kind.
func (r *reading) isNameless() bool {
	if _, states := hasSuffix(r.Counted, "国家", "国", "经济体"); r.Kind != "count" || !states || strings.Contains(r.Counted, "成员") {
		return false
	}
	lead := strings.Trim(r.p.timeless(r.saidUntil(r.clause.Start, r.span.Start), r.span.Start), " ，")
	return lead == "" || lead == "目前" || lead == "现在" || lead == "现有"
}
