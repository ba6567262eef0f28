package figure

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// partiesCorridor: 中间走廊的货运量 is the corridor's, wherever it is told. Of a
// part of it, 中间走廊哈萨克斯坦段, it is that country's too.
func partiesCorridor(r *reading) bool {
	if !isTraffic(r.Measure) || len(r.p.partyNames(r.sentence.Start, r.clause.Start)) > 1 {
		return false // several that build it were told of
	}
	ms := r.p.mentionsIn(r.clause.Start, r.q.Core.Start)
	for k := range ms {
		m := &ms[k]
		if m.kind != "corridor" || isService(m.name) || r.p.inBrackets(m.start, m.end) {
			continue
		}
		between := r.p.simple[m.end:r.q.Core.Start]
		if _, away := containsAny(between, listed("beyond-line")...); away {
			continue
		}
		if country, part := r.p.partOfLine(ms[k+1:]); part {
			r.Parties = []string{country, m.name}
			return true
		}
		if len(r.p.partyNames(m.end, r.q.Core.Start)) > 0 || !ownsTraffic(between) {
			continue
		}
		r.Parties = []string{m.name}
		return true
	}
	return false
}

// isTraffic reports whether a figure is what lines carry or could carry.
func isTraffic(measure string) bool {
	return measure == "freight.volume" || measure == "freight.capacity" || measure == "transit.volume"
}

func (r *reading) isLine(name string) bool {
	_, ok := r.p.document.names.LookupKind(name, "corridor")
	return ok
}

// isService: 中欧班列 are trains, which somebody runs, and no line.
func isService(name string) bool { return strings.HasSuffix(name, "班列") }

// ownsTraffic: 的货运量, 年运能 or a time stands behind the name, not what is
// done along the line.
func ownsTraffic(between string) bool {
	between = strings.TrimLeft(between, "”》")
	for _, h := range listed("line-owns") {
		if i := strings.Index(between, h); i >= 0 && utf8.RuneCountInString(between[:i]) <= ownReach {
			return true
		}
	}
	return false
}

// ownReach is how many runes may stand between a line and its 运量: 的年度.
const ownReach = 8

// partOfLine is the country whose part of a line is told of.
func (p *passage) partOfLine(behind []mention) (string, bool) {
	for k := range behind {
		if _, part := hasPrefix(p.simple[behind[k].end:], "段", "境内段", "境内"); part && behind[k].kind == "country" {
			return behind[k].name, true
		}
	}
	return "", false
}

// partiesThrough: 中国至欧洲的陆路货运八成经过哈萨克斯坦 is a share of what passes
// through that country; the two ends of the way are none of its sides.
func partiesThrough(r *reading) bool {
	if r.Kind != "share" {
		return false
	}
	for _, m := range r.p.mentionsIn(r.q.Core.End, r.clause.End) {
		between := r.p.simple[r.q.Core.End:m.start]
		if _, via := hasSuffix(between, listed("via")...); via && utf8.RuneCountInString(between) <= ownReach && len(m.names) == 1 && (m.kind == "country" || m.kind == "refer") {
			r.Parties = m.names
			return true
		}
	}
	return false
}

// partiesBack: what goes 反方向 goes between those of what was told before, the
// other way round; who is named behind is of what comes next.
func partiesBack(r *reading) bool {
	_, back := containsAny(r.left, listed("way-back")...)
	if !back || r.prev == nil || len(r.prev.Parties) < 2 || r.prev.Measure == "" || len(r.p.partyNames(r.clause.Start, r.q.Core.Start)) > 0 {
		return false
	}
	r.Parties = slices.Clone(r.prev.Parties)
	slices.Reverse(r.Parties)
	return true
}

// partiesWithin: trade 突厥国家之间 and 中亚区内 is that of the group with itself,
// whoever else the clause names.
func partiesWithin(r *reading) bool {
	if r.form() != "between" {
		return false
	}
	ms := r.p.mentionsIn(r.clause.Start, r.q.Core.Start)
	for k := len(ms) - 1; k >= 0; k-- {
		m := &ms[k]
		if len(m.names) != 1 || !r.p.isGroup(m) {
			continue
		}
		behind := r.p.simple[m.end:r.q.Core.Start]
		if _, in := hasPrefix(behind, listed("among")...); in && !r.p.isJoined(m) {
			r.Parties = m.names
			return true
		}
	}
	return false
}

// isGroup reports whether a name is that of a group of countries, by itself or
// with 成员国.
func (p *passage) isGroup(m *mention) bool {
	switch m.kind {
	case "organisation":
		return !isBody(m.name) && !isMedia(m.name)
	case "place":
		return isRegion(m.name) && !isContinent(m.name)
	case "refer":
		return m.value == "group" || m.value == "region"
	}
	return false
}

// isJoined: 中国与中亚国家之间 are two sides.
func (p *passage) isJoined(m *mention) bool {
	_, joined := hasSuffix(p.simple[:m.start], "与", "和", "同", "及", "跟", "、")
	return joined
}
