package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// placeAmong: 甲是乙第二大伙伴 is told as 甲在乙伙伴中的排名.
func (r *reading) placeAmong() bool {
	if r.Kind != "ordinal" && r.Kind != "rank" {
		return false
	}
	_, noun := r.nounBehind()
	noun, big := strings.CutPrefix(noun, "大")
	if strings.HasSuffix(r.p.simple[:r.q.Span.End], "大") {
		noun, big = strings.Trim(r.right[:nounEnd(r.right)], "“”"), true
	}
	at, verb := lastWord(r.left, "成为", "成長為", "跃升为", "是", "为", "系")
	if !big || noun == "" || at < 0 || theBoundaries().whole.prefix(r.left[at:]) != "" {
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

// nounOfLike: in 受理案件100件，审结90件 the second counts 案件 too.
func (r *reading) nounOfLike(lead, noun string) string {
	p := r.lastTold()
	if p == nil || p.Kind != "count" || p.Said != r.Said || r.Said == "" || p.sentence.Start != r.sentence.Start || r.Counted == "人" || r.Kind != "count" {
		return noun
	}
	like := p.Counted
	if like == "" || like == p.Said {
		like = text.Last(p.phrase, 2)
		if _, owned, has := strings.Cut(p.phrase, "有"); has && utf8.RuneCountInString(owned) <= 4 { // 全国共有博物馆
			like = text.Last(owned, 4)
		}
	}
	if w, done := hasPrefix(like, listed("deeds")...); done && w != like {
		like = strings.TrimPrefix(like, w)
	}
	if n := utf8.RuneCountInString(lead); n == 0 || n > 3 || utf8.RuneCountInString(p.phrase) < 3 || strings.HasSuffix(lead, like) || len(measuresByCue()[lead]) > 0 && !slices.Contains(listed("deeds"), lead) {
		return noun
	}
	return like
}

// countOfList: 甲和乙分别有30家、20家工厂, and counts like those of a list before.
func (r *reading) countOfList(suffix string) bool {
	if base := r.listedBase(); base != nil && r.respectively() == nil {
		r.tell(base.phrase, suffix)
		return true
	}
	one := r.respectively()
	if one == nil {
		return false
	}
	noun := r.noun()
	switch {
	case r.saysNounBefore(one.phrase):
	case strings.Contains(one.phrase, noun):
		r.tell(one.phrase, suffix)
	default:
		r.tell(joined(one.phrase, noun), suffix)
	}
	return true
}

// saysBehind reports whether up to the next count, which begins at next, stands only
// what this one is told to have done, and a sign that lists: 21人死亡、130人受伤.
func (r *reading) saysBehind(next int) bool {
	end := r.ownEnd(r.span.End)
	if r.Kind != "count" || end >= next || end <= r.span.End {
		return false
	}
	between := strings.TrimSpace(r.p.simple[end:next])
	_, lists := hasPrefix(between, "、", "和", "及", "以及", "并有")
	return lists && utf8.RuneCountInString(between) <= 4 && predicate(r.p.bare(r.span.End, end)) != ""
}

// ownEnd is where what is said behind a count from end on is over: before the
// sign that lists the next count of its clause, if there is one.
func (r *reading) ownEnd(end int) int {
	next := min(r.nextFigure(), r.clause.End)
	if next >= r.clause.End || next <= end {
		return r.clause.End
	}
	at, _ := lastWord(r.p.simple[end:next], "、", "和", "及", "以及", "并有")
	if at <= 0 || utf8.RuneCountInString(r.p.simple[end+at:next]) > 4 {
		return r.clause.End
	}
	return end + at
}

// causeBefore is what befell those counted before in the sentence, and these
// too: 地震造成21人死亡，130人受伤.
func (r *reading) causeBefore() string {
	p := r.prev
	if p == nil || p.Kind != "count" || p.Said != r.Said || p.sentence.Start != r.sentence.Start || r.clauseBetween(p) {
		return ""
	}
	if _, caused := hasSuffix(p.lead, listed("causes")...); !caused {
		return ""
	}
	return p.lead
}

// strength: 6.8级地震, 10级大风 count nothing, but say how strong it is.
func (r *reading) strength() bool {
	noun := r.noun()
	if r.Said != "级" {
		return false
	}
	if _, quake := hasSuffix(noun, "地震", "余震", "强震"); quake {
		r.tell(noun, "震级")
		return true
	}
	if _, wind := hasSuffix(noun, "风", "阵风"); wind {
		r.tell(noun, "风力")
		return true
	}
	return false
}
