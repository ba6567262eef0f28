package figure

import (
	"slices"
	"strings"
)

// pairReach is how many sentences before 两国 its two countries are looked for.
const pairReach = 4

// bothAt is whom 两国 and 双方 mean: the two countries told of last, by
// themselves, in the sentences before; else the home country and the one it
// meets. Of 双方 one may be an organisation. Where three are told of nobody can
// know which two are meant, unless two of them are named side by side.
func (p *passage) bothAt(at int, wide bool) []string {
	if pair, known := p.pairBefore(at, wide); known {
		return pair
	}
	switch {
	case len(p.matter) == 2 && (p.home == "" || slices.Contains(p.matter, p.home)):
		return p.matter
	case p.home != "" && p.partner() != "":
		return []string{p.home, p.partner()}
	}
	if b := p.previous(); b != nil && p.home == "" {
		pair, _ := b.pairBefore(len(b.simple), wide)
		return pair
	}
	return nil
}

// pairBefore goes back sentence by sentence until it knows two; known without a
// pair tells that there are more.
func (p *passage) pairBefore(at int, wide bool) (pair []string, known bool) {
	var told []string
	to := at
	for range pairReach {
		from := p.around(p.sentences, max(0, to-1), farReach).Start
		list := p.sidesIn(from, to, wide)
		if n := len(list); n > 0 && list[n-1].value == "both" && len(told) == 0 {
			return list[n-1].names, true
		}
		for k := range list {
			told = added(told, list[k].name)
		}
		switch {
		case len(told) == 1 && p.home != "" && told[0] != p.home:
			return []string{p.home, told[0]}, true
		case len(told) == 2:
			return told, true
		case len(told) > 2:
			return p.oneOfMany(list), true
		}
		if to = from; to == 0 {
			break
		}
	}
	return nil, false
}

// sidesIn are the mentions that may be one of two.
func (p *passage) sidesIn(from, to int, wide bool) []mention {
	var list []mention
	whole := -1 // where a name ends that stands behind 占: 占中欧贸易的比重
	for _, m := range p.mentionsIn(from, to) {
		if strings.HasSuffix(p.simple[:m.start], "占") || m.start == whole {
			whole = m.end
			continue
		}
		side := m.value == "both" && len(m.names) == 2 || m.kind == "country" || wide && (m.kind == "organisation" || m.kind == "place") && p.isGroup(&m)
		if side && !p.isPartOfName(&m) && !p.isMeans(&m) && !p.isDateline(&m) && !(m.kind == "organisation" && p.isIssuer(&m)) {
			list = append(list, m)
		}
	}
	return list
}

// oneOfMany is the last pair named side by side and apart from others, 中国与蒙古国;
// else of a text that speaks for a country, this and the last one.
func (p *passage) oneOfMany(list []mention) []string {
	for k := len(list) - 1; k > 0; k-- {
		if !p.joins(list, k) {
			continue
		}
		if !p.joins(list, k-1) && !p.joins(list, k+1) {
			return []string{list[k-1].name, list[k].name}
		}
		for k > 0 && p.joins(list, k) {
			k--
		}
	}
	if p.home == "" {
		return nil
	}
	for k := len(list) - 1; k >= 0; k-- {
		if list[k].name != p.home {
			return []string{p.home, list[k].name}
		}
	}
	return nil
}

// joins reports whether the k-th name stands right beside the one before.
func (p *passage) joins(list []mention, k int) bool {
	if k < 1 || k >= len(list) {
		return false
	}
	between := p.simple[list[k-1].end:list[k].start]
	return between == "" || len(between) <= len("——") && strings.Trim(between, "与和同及、跟—-–－") == ""
}

// partiesUnknown: 双边贸易额 of two nobody can tell is nobody's, and 我们五国 is not the
// speaker's country.
func partiesUnknown(r *reading) bool {
	if h, ok := r.p.lastCue("refer", r.clause.Start, r.q.Core.Start, "region"); ok && strings.HasPrefix(h.text, "我们") && len(r.p.mentionsIn(h.start, h.end)) == 0 {
		return true
	}
	lead := strings.Trim(r.left, " 　\t|｜：:")
	if at := strings.IndexAny(lead, "|\t"); at >= 0 {
		lead = strings.TrimSpace(lead[:at]) // the first cell of the row
	}
	if r.clause.Start == r.sentence.Start && slices.Contains(listed("total"), lead) {
		return true // a row that sums up those above is none of them
	}
	h, ok := r.p.lastCue("refer", r.clause.Start, r.q.Core.Start, "both")
	if !ok || r.p.home != "" {
		return false
	}
	for _, m := range r.p.mentionsIn(h.start, h.end) {
		if m.value == "both" {
			return false
		}
	}
	return len(r.p.partyNames(r.sentence.Start, r.clause.End)) == 0
}
