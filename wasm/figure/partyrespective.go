package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// respective is what one of the figures behind 分别 is of: in 甲、乙出口分别增长5%和7%
// the second is of 乙.
type respective struct {
	phrase  string
	parties []string // nil where the listed are no parties
	former  bool     // told as 前者 or 后者; without a phrase nobody knows who that is
}

// respectively finds the one of a list told before 分别, or right behind it, that
// a figure belongs to: as many must be listed as there are figures.
func (r *reading) respectively() *respective {
	if !r.sharedSet {
		r.shared, r.sharedSet = r.findRespective(), true
	}
	return r.shared
}

func (r *reading) findRespective() *respective {
	if one := r.former(); one != nil {
		return one
	}
	i := strings.LastIndex(r.p.simple[r.clause.Start:r.q.Core.Start], "分别")
	if i < 0 {
		return nil
	}
	at := r.clause.Start + i
	nth, all, first := r.placeBehind(at)
	if all < 2 {
		return nil
	}
	from := r.saidUntil(r.clause.Start, at)
	done, to := cleaned(r.p.timeless(at+len("分别"), first)), r.p.partyNames(at+len("分别"), first)
	turned := len(r.p.partyNames(from, at)) == 1 && r.isTurned()
	if own := r.partsOf(from, at); len(own) >= all && !turned {
		if _, with := hasPrefix(r.p.simple[own[all-1].End:at], "与", "同", "跟"); with && len(own) == all+1 {
			return r.eachWith(own[:all], nth, text.Span{Start: own[all-1].End, End: at})
		}
		return r.oneOf(own, nth, all, "").doing(done, to)
	}
	if bare := strings.TrimSpace(trimHead(r.p.render(from, at))) == ""; (bare || turned) && r.clause.Start > r.sentence.Start {
		switch parts := r.partsBefore(); {
		case len(parts) < all:
		case turned:
			return r.eachWith(parts[len(parts)-all:], nth, text.Span{Start: from, End: at})
		default:
			return r.oneOf(parts, nth, all, "").doing(done, to)
		}
	}
	if behind := r.partsOf(at+len("分别"), first); len(behind) == all {
		return r.oneOf(behind, nth, all, cleaned(r.p.timeless(from, at))).by(r.p.partyNames(from, at))
	}
	return nil
}

// partsBefore are the parts of the clause before, if no figures are told of them there.
func (r *reading) partsBefore() []text.Span {
	before := r.p.around(r.p.clauses, r.clause.Start-1, reach)
	from, to := r.saidUntil(max(before.Start, r.sentence.Start), before.End), before.End
	if i := strings.Index(r.p.simple[from:to], "分别"); i >= 0 {
		to = from + i
	}
	if r.toldIn(from, to) {
		return nil
	}
	return r.partsOf(from, to)
}

// toldIn reports whether figures stand in from:to: those are listed itself.
func (r *reading) toldIn(from, to int) bool {
	for k := len(r.p.read) - 1; k >= 0 && r.p.read[k].span.Start >= from; k-- {
		if f := r.p.read[k]; f.span.End <= to && !f.isTime() && f.Kind != "rank" {
			return true
		}
	}
	return false
}

// doing adds what each of the listed does, and to whom: 甲和乙分别向丙出资….
func (one *respective) doing(done string, to []string) *respective {
	if one == nil || strings.HasPrefix(done, "占") {
		return one
	}
	if !strings.Contains(one.phrase, done) {
		one.phrase += done
	}
	for _, n := range to {
		if len(one.parties) > 0 {
			one.parties = added(one.parties, n)
		}
	}
	return one
}

// by adds who does it to each of the listed: 丙分别向甲、乙出资….
func (one *respective) by(who []string) *respective {
	if one == nil || len(one.parties) == 0 {
		return one
	}
	for _, n := range one.parties {
		who = added(who, n)
	}
	one.parties = who
	return one
}

// placeBehind counts the figures of the clause behind at, those before this one,
// and tells where the first begins.
func (r *reading) placeBehind(at int) (nth, all, first int) {
	first = r.q.Span.Start
	for k := r.p.quantityIndex(at); k < len(r.p.quantities) && r.p.quantities[k].Core.Start < r.clause.End; k++ {
		q := &r.p.quantities[k]
		if q.NotFigure != "" || q.Time != nil {
			continue
		}
		if all == 0 {
			first = q.Span.Start
		}
		if q.Core.Start < r.q.Core.Start {
			nth++
		}
		all++
	}
	return nth, all, first
}

// partsOf cuts from:to at the signs and words that list.
func (r *reading) partsOf(from, to int) []text.Span {
	var parts []text.Span
	begin := from
	for at := from; at < to; {
		w := r.p.listWord(at)
		if w == "" {
			_, size := utf8.DecodeRuneInString(r.p.simple[at:])
			at += size
			continue
		}
		if at > begin {
			parts = append(parts, text.Span{Start: begin, End: at})
		}
		at += len(w)
		begin = at
	}
	if begin < to {
		parts = append(parts, text.Span{Start: begin, End: to})
	}
	return parts
}

// listWord is 、 or 和 at a place, outside of names and of words like 和平.
func (p *passage) listWord(at int) string {
	w, ok := hasPrefix(p.simple[at:], "、", "以及", "和", "与", "及", "同")
	if !ok || w == "及" && at > 0 && strings.HasSuffix(p.simple[:at], "以") || p.insideMention(text.Span{Start: at, End: at + len(w)}) {
		return ""
	}
	words := theBoundaries()
	if w != "、" && (words.whole.prefix(p.simple[at:]) != "" || words.whole.suffix(p.simple[:at+len(w)]) != "") {
		return ""
	}
	return w
}

// oneOf makes of the parts of a list the one that the nth of all figures is of.
// Those before the last ones belong to each: 中国与甲、乙的贸易额.
func (r *reading) oneOf(parts []text.Span, nth, all int, lead string) *respective {
	begin := parts[0].Start
	listed := parts[len(parts)-all:]
	listed[0].Start = r.p.turnedTo(listed[0])
	last := listed[all-1]
	lead += r.p.timeless(begin, listed[0].Start) // 对, 向 of whom all turn to
	for k := range listed {
		if len(r.p.mentionsAt(listed[k])) == 0 {
			return r.nounOf(listed, nth, lead)
		}
	}
	one, end := listed[nth], 0
	parties := r.p.partyNames(begin, listed[0].Start)
	for _, m := range r.p.mentionsAt(one) {
		end = m.end
		for _, n := range m.names {
			parties = added(parties, n)
		}
	}
	said, rest := r.p.render(one.Start, end), text.Span{Start: end, End: one.End}
	if tail := r.p.mentionsAt(last); strings.TrimSpace(r.p.render(end, one.End)) == "" {
		rest = text.Span{Start: tail[len(tail)-1].end, End: last.End}
	}
	if both := r.p.mentionsIn(rest.Start, rest.End); len(both) > 0 && both[0].start == rest.Start && both[0].value == "both" {
		rest.Start = both[0].end // 甲、乙两国的出口
	}
	for _, n := range r.p.partyNames(rest.Start, rest.End) {
		parties = added(parties, n)
	}
	return &respective{phrase: cleaned(lead + said + r.p.render(rest.Start, rest.End)), parties: parties}
}

// mentionsAt are the parties a part of a list begins with: one, or two of 中哈.
func (p *passage) mentionsAt(part text.Span) []mention {
	list := p.mentionsIn(part.Start, part.End)
	if len(list) == 0 || list[0].kind == "person" || list[0].value == "world" {
		return nil
	}
	lead := strings.TrimSpace(trimHead(p.timeless(part.Start, list[0].start)))
	if _, oblique := hasPrefix(lead, listed("oblique")...); lead != "" && !(oblique && utf8.RuneCountInString(lead) == 1) {
		return nil
	}
	n := 1
	for n < len(list) && list[n].start == list[n-1].end && list[n].value != "both" {
		n++
	}
	return list[:n]
}

// turnedTo is where the name begins that a part ends with and that somebody turns
// to: of 中国对甲 it is where 甲 begins, of any other part where the part does.
func (p *passage) turnedTo(part text.Span) int {
	list := p.mentionsIn(part.Start, part.End)
	if len(list) == 0 || list[len(list)-1].end != part.End {
		return part.Start
	}
	at := list[len(list)-1].start
	if _, to := hasSuffix(p.simple[part.Start:at], "对", "向", "自", "从"); !to {
		return part.Start
	}
	return at
}

// eachWith: 甲、乙居前，与丙的贸易额分别为…, 甲、乙与丙的贸易额分别为…: each of the two
// turns to whom said names.
func (r *reading) eachWith(listed []text.Span, nth int, said text.Span) *respective {
	for k := range listed {
		if len(r.p.mentionsAt(listed[k])) != 1 {
			return nil
		}
	}
	m := r.p.mentionsAt(listed[nth])[0]
	parties := slices.Clone(m.names)
	for _, n := range r.p.partyNames(said.Start, said.End) {
		parties = added(parties, n)
	}
	return &respective{phrase: cleaned(r.p.written(&m) + r.p.timeless(said.Start, said.End)), parties: parties}
}

// nounOf is one of 出口和进口, 工业和农业产值: what all share stands with the first
// or the last.
func (r *reading) nounOf(listed []text.Span, nth int, lead string) *respective {
	said := cleaned(r.p.timeless(listed[nth].Start, listed[nth].End))
	if said == "" {
		return nil
	}
	if m := r.p.mentionsAt(listed[0]); nth > 0 && len(m) > 0 && len(r.p.mentionsAt(listed[nth])) == 0 {
		said = r.p.render(m[0].start, m[len(m)-1].end) + said
	}
	last := cleaned(r.p.timeless(listed[len(listed)-1].Start, listed[len(listed)-1].End))
	if end := measuringNoun(last); end != "" && end != last && nth < len(listed)-1 && measuringNoun(said) == "" {
		said += end
	}
	return &respective{phrase: cleaned(lead) + said}
}

// measuringEnds are the characters that nouns for what is measured end with.
const measuringEnds = "额量率数值积力价度比入口资润利模重长款税收次速格程费险"

// measuringNoun is the noun for what is measured that a phrase ends with: 贸易额, 产量.
func measuringNoun(phrase string) string {
	if last, _ := utf8.DecodeLastRuneInString(phrase); !strings.ContainsRune(measuringEnds, last) {
		return ""
	}
	hits := theLexicon().find(phrase)
	for k := len(hits) - 1; k >= 0; k-- {
		if hits[k].class == "measure" && hits[k].end == len(phrase) {
			return hits[k].text
		}
	}
	w, _ := hasSuffix(phrase, listed("attribute")...)
	return w
}
