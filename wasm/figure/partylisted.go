package figure

import (
	"strings"

	"fenghui/wasm/text"
)

// partOfClause is the part of its clause that a figure stands in, where each of
// several has a party of its own before it: 甲承诺30万元、乙承诺20万元.
func (r *reading) partOfClause() text.Span {
	part := r.clause
	first := true
	for k := r.p.quantityIndex(r.clause.Start); k < len(r.p.quantities) && r.p.quantities[k].Core.Start < r.clause.End; k++ {
		q := &r.p.quantities[k]
		if q.NotFigure != "" || q.Time != nil {
			continue
		}
		if at := r.p.newPart(part.Start, q.Core.Start); at > 0 && !first {
			if q.Core.Start > r.q.Core.Start {
				return text.Span{Start: part.Start, End: at}
			}
			part.Start = at
		}
		if first = false; q.Core.Start > r.q.Core.Start {
			break
		}
	}
	return part
}

// newPart is where a party begins behind the last sign of a list in from:to, or 0.
func (p *passage) newPart(from, to int) int {
	i, w := lastWord(p.simple[from:to], "、", "和", "及")
	if i < 0 {
		return 0
	}
	at := from + i + len(w)
	if k := p.mentionIndex(at); k > 0 && p.mentions[k-1].end == from+i {
		return 0 // one of several names
	}
	if k := p.mentionIndex(at); k < len(p.mentions) && p.mentions[k].start == at && p.mentions[k].end < to && p.quantityIndex(from) < p.quantityIndex(at) {
		return at
	}
	return 0
}

// listedBase is the figure that one of 分别增长6.3%和9.8% belongs to: as far from the
// end of those before as this one is from the end of its list.
func (r *reading) listedBase() *reading {
	at := strings.LastIndex(r.p.simple[r.clause.Start:r.q.Core.Start], "分别")
	if at < 0 {
		return nil
	}
	at += r.clause.Start
	nth, all, _ := r.placeBehind(at)
	if all < 2 {
		return nil
	}
	want := all - nth // counted from the last one before the list
	for k := len(r.p.read) - 1; k >= 0 && r.p.read[k].q.Core.Start >= r.sentence.Start; k-- {
		if f := r.p.read[k]; f.q.Core.End <= at && !f.isTime() && f.Kind != "change" {
			if want--; want == 0 {
				return f
			}
		}
	}
	return nil
}

// partiesRespective: of 甲、乙分别增长5%和7% the second is that of 乙.
func partiesRespective(r *reading) bool {
	one := r.respectively()
	if base := r.listedBase(); one == nil && r.Kind == "change" && base != nil && len(r.p.partyNames(r.clause.Start, r.q.Core.Start)) == 0 {
		r.Parties = base.Parties
		return len(r.Parties) > 0
	}
	if one == nil || len(one.parties) == 0 {
		return one != nil && one.former
	}
	r.Parties, r.own = one.parties, len(one.parties)
	if !one.former && r.own == 1 && r.isTurned() {
		r.completePair()
	}
	return true
}
