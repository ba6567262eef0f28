package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
)

// isOtherSide: 与乙国贸易额, 对丙国出口, 自丁国进口.
func (p *passage) isOtherSide(m *mention) bool {
	_, other := hasSuffix(p.simple[:m.start], listed("turns-to")...)
	_, source := hasSuffix(p.simple[:m.start], "从")
	return other || source
}

// isAlongside: in 甲国出资6亿，乙国出资9亿 the second does the same as the first, and
// nothing to it; what comes in, 吸引投资, may be the second's.
func (r *reading) isAlongside() bool {
	p := r.prevTold()
	if p == nil || r.form() != "toward" || p.Measure != r.Measure || p.Kind != r.Kind || p.clause.End > r.clause.Start || len(p.Parties) != 1 {
		return false
	}
	_, gets := containsAny(r.p.simple[p.clause.Start:p.clause.End], listed("gets")...)
	return !gets && p.Parties[0] != r.Parties[0] && r.isCountry(p.Parties[0]) && r.p.beforePart(r.sentence.Start, r.clause.End) == r.clause.End
}

// isTurned: the clause begins with another side only, 与乙国贸易额…，与丙国…: who
// turns to them stands before.
func (r *reading) isTurned() bool {
	list := r.p.mentionsIn(r.clause.Start, r.clause.End)
	if len(list) == 0 {
		return false
	}
	lead := strings.Trim(r.p.bare(r.clause.Start, list[0].start), " ，、；")
	lead = strings.TrimPrefix(strings.TrimPrefix(lead, "其中"), "而")
	_, turned := hasPrefix(lead, listed("turns-to")...)
	return turned && utf8.RuneCountInString(lead) == 1
}

// addTurning adds the first party of the sentence that nobody turns to.
func (r *reading) addTurning() {
	for _, m := range r.p.mentionsIn(r.sentence.Start, r.clause.Start) {
		if names := r.p.topicNames(&m); !r.p.isOtherSide(&m) && len(names) == 1 && !slices.Contains(r.Parties, names[0]) && !r.p.isNoParty(&m) {
			r.Parties = added(r.Parties, names[0])
			return
		}
	}
	if r.sentence.Start == 0 {
		return
	}
	if before := r.lastTold(); before != nil && before.p == r.p && before.sentence.End >= r.sentence.Start && before.Scope == "toward" && len(before.Parties) == 2 && before.isTurned() {
		r.Parties = added(r.Parties, before.Parties[0])
		return
	}
	before := r.p.around(r.p.sentences, r.sentence.Start-1, farReach)
	names := r.p.partyNames(before.Start, before.End)
	if ms := r.p.mentionsIn(before.Start, before.End); len(ms) > 0 && r.p.isOtherSide(&ms[0]) {
		return
	}
	if len(names) == 2 && strings.HasPrefix(r.p.simple[r.sentence.Start:], "其中") && !r.isCountry(names[1]) {
		names = names[:1] // 中国与东盟贸易额…。其中对越南出口
	}
	if len(names) == 1 && r.isCountry(names[0]) && names[0] != r.Parties[0] {
		r.Parties = added(r.Parties, names[0])
	}
}

// partiesOfYardstick: the 14% of 占17.5%，高于丙国的14% is that of whom the first is held
// against. 超过丙国的三成 may as well be a part of theirs.
func partiesOfYardstick(r *reading) bool {
	lead := trimQualifier(r.p.simple[r.clause.Start:r.span.Start])
	ms := r.p.mentionsIn(r.clause.Start, r.clause.Start+len(lead))
	if len(ms) == 0 || r.isTime() || r.q.Kind == quantity.Fraction || r.Kind == "multiple" || !strings.HasPrefix(r.p.simple[r.clause.Start+len(lead):], "的") {
		return false
	}
	m := ms[len(ms)-1]
	w, outdoes := hasSuffix(r.p.simple[r.clause.Start:m.start], listed("outdoes")...)
	if m.end != r.clause.Start+len(lead) || !outdoes || strings.HasPrefix(w, "超") && r.Kind == "share" {
		return false
	}
	r.Parties = r.p.topicNames(&m)
	return len(r.Parties) > 0
}
