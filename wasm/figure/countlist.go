package figure

import (
	"strings"
)

// placeAmong: 甲是乙第二大伙伴 is told as 甲在乙伙伴中的排名.
func (r *reading) placeAmong() bool {
	_, noun := r.nounBehind()
	noun, big := strings.CutPrefix(noun, "大")
	at, verb := lastWord(r.left, "成为", "成長為", "跃升为", "是", "为", "系")
	if r.Kind != "ordinal" || !big || noun == "" || at < 0 || theBoundaries().whole.prefix(r.left[at:]) != "" {
		return false
	}
	who := cleaned(r.p.timeless(r.saidUntil(r.clause.Start, r.clause.Start+at), r.clause.Start+at))
	among := cleaned(r.p.timeless(r.clause.Start+at+len(verb), r.q.Span.Start))
	if isThin(who) {
		who = r.inherited("")
	}
	if among == "" {
		r.tell(who+noun+"排名", "")
		return true
	}
	r.tell(who+"在"+among+noun+"中的排名", "")
	return true
}

// countOfList: 甲和乙分别有30家、20家工厂, and counts like those of a list before.
func (r *reading) countOfList(suffix string) bool {
	if base := r.listed(); base != nil && r.respectively() == nil {
		r.tell(base.phrase, suffix)
		return true
	}
	one := r.respectively()
	if one == nil {
		return false
	}
	noun := r.noun()
	switch {
	case r.measured(one.phrase):
	case strings.Contains(one.phrase, noun):
		r.tell(one.phrase, suffix)
	default:
		r.tell(joined(one.phrase, noun), suffix)
	}
	return true
}
