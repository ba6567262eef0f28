package figure

import (
	"slices"
	"strings"

	"fenghui/wasm/text"
)

// wholeOf is the figure of a group that this one is a part of, the group, and whose
// the part is: 中亚五国石油产量为1亿吨，其中甲8000万吨. It is nil where the clause turns to
// somebody itself, or the group trades with itself.
func (r *reading) wholeOf() (whole *reading, group, member string) {
	i := strings.LastIndex(r.p.simple[r.sentence.Start:r.q.Core.Start], "其中")
	if i < 0 || r.isTime() || r.Kind == "share" || r.isTurned() {
		return nil, "", ""
	}
	part := r.partOfClause()
	own := r.p.partyNames(part.Start, part.End)
	for k := len(r.p.read) - 1; k >= 0 && r.p.read[k].span.Start >= r.sentence.Start; k-- {
		if f := r.p.read[k]; f.span.End <= r.sentence.Start+i && f.Kind == r.Kind && f.Unit == r.Unit {
			whole = f
			break
		}
	}
	if whole == nil || len(own) != 1 || !r.isCountry(own[0]) || slices.Contains(whole.Parties, own[0]) || whole.Measure != r.Measure {
		return nil, "", ""
	}
	if _, among := containsAny(r.p.simple[whole.clause.Start:whole.clause.End], listed("among")...); among {
		return nil, "", ""
	}
	if group = r.groupOf(own[0], whole.Parties); group == "" {
		group = r.continentOf(whole)
	}
	if group == "" {
		return nil, "", ""
	}
	return whole, group, own[0]
}

// continentOf is the continent that a country turns to in the whole, which alone is
// no party: 中国对非洲出口30亿美元，其中南非5亿美元.
func (r *reading) continentOf(whole *reading) string {
	if len(whole.Parties) != 1 || !r.isCountry(whole.Parties[0]) || whole.form() != "toward" && whole.form() != "between" {
		return ""
	}
	for _, m := range r.p.mentionsIn(whole.clause.Start, whole.span.Start) {
		if isContinent(m.name) && r.p.isOtherSide(&m) {
			return m.name
		}
	}
	return ""
}

// groupOf is the one of the parties that a country belongs to, as the glossary knows,
// or else the one part of the world among them; 世界银行 has no parts.
func (r *reading) groupOf(country string, parties []string) string {
	t, _ := r.p.document.names.LookupKind(country, "country")
	var regions []string
	for _, n := range parties {
		if slices.Contains(t.Of, n) {
			return n
		}
		if isRegion(n) && !r.isCountry(n) {
			regions = append(regions, n)
		}
	}
	if len(regions) == 1 {
		return regions[0]
	}
	return ""
}

// partiesOfPart: the part has the member where the whole has the group.
func partiesOfPart(r *reading) bool {
	whole, group, member := r.wholeOf()
	if whole == nil {
		return false
	}
	r.Parties, r.own = slices.Clone(whole.Parties), 1
	if at := slices.Index(r.Parties, group); at >= 0 {
		r.Parties[at] = member
	} else {
		r.Parties, r.own = append(r.Parties, member), 2
	}
	return true
}

// partSaid is the phrase of the whole with the member in the place of the group, if
// nothing but the member is said of the part.
func (r *reading) partSaid(said string) string {
	whole, group, member := r.wholeOf()
	if whole == nil || said != member {
		return ""
	}
	for _, m := range r.p.document.names.Find(whole.phrase) {
		if m.Term.Name() == group {
			rest := whole.phrase[m.End:]
			of, _ := hasPrefix(rest, "成员国", "各成员国", "各国", "国家", "五国")
			return whole.phrase[:m.Start] + member + rest[len(of):]
		}
	}
	return ""
}

// beforePart is where in from:to somebody's part begins, 其中甲…, or to: whose a part is
// says nothing of the whole.
func (p *passage) beforePart(from, to int) int {
	for _, m := range p.mentionsIn(from, to) {
		if _, part := hasSuffix(p.simple[from:m.start], "其中", "其中，", "其中来自"); part {
			return m.start
		}
	}
	return to
}

// isOfPart tells of a name right behind 其中, or in the clauses behind that of 其中: a
// sentence is not about it.
func (p *passage) isOfPart(s text.Span, m *mention) bool {
	i := strings.LastIndex(p.simple[s.Start:m.start], "其中")
	return i >= 0 && p.countsIn(s.Start+i, s.End) && (p.around(p.clauses, m.start, reach).Start > s.Start+i || p.beforePart(s.Start, m.end) == m.start)
}

// countsIn reports whether a number that is no time stands in from:to: without one
// 其中 tells of no part.
func (p *passage) countsIn(from, to int) bool {
	for n := p.quantityIndex(from); n < len(p.quantities) && p.quantities[n].Span.Start < to; n++ {
		if p.quantities[n].Time == nil && p.quantities[n].NotFigure == "" {
			return true
		}
	}
	return false
}
