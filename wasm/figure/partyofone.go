package figure

import "slices"

// partiesOfOne: what only one country has is not told of a pair that the text
// spoke of before: 中挪贸易额增长5%，失业率降至4.1% leaves open whose it is.
func partiesOfOne(r *reading) bool {
	single := listed("of-one-country")
	if r.prev == nil || !slices.Contains(single, r.Measure) {
		return false
	}
	named := len(r.p.partyNames(r.sentence.Start, r.clause.Start))
	if named > 1 && r.prev.sentence.Start == r.sentence.Start && len(r.prev.Parties) == 0 && slices.Contains(single, r.prev.Measure) {
		return true // nor is the next such measure
	}
	return named != 1 && len(r.prev.Parties) > 1 && r.prev.form() != "of"
}

// partiesBefore are those of the sentence before the clause; in a list of
// partners (丹麦贸易额为90亿，瑞典贸易额为120亿) only who they are the partners of.
func (r *reading) partiesBefore() []string {
	if p := r.prev; p != nil && p.sentence.Start == r.sentence.Start && p.Measure == r.Measure && p.Kind == r.Kind && (p.own == 1 || p.turnsToLast()) && len(p.Parties) == 2 && p.clause.Start < r.clause.Start {
		return p.Parties[1:]
	}
	return r.p.partyNames(r.sentence.Start, r.clause.Start)
}

// turnsToLast: what is told of A对B is told of C alone as of C对B.
func (r *reading) turnsToLast() bool {
	for _, m := range r.p.mentionsIn(r.clause.Start, r.q.Core.Start) {
		if _, to := hasSuffix(r.p.simple[:m.start], "对", "向", "自", "从"); to && r.own == 2 && m.name == r.Parties[len(r.Parties)-1] {
			return true
		}
	}
	return false
}
