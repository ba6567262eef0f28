package figure

import (
	"strings"
)

// former is what 前者 or 后者 before a figure stands for: the first or the second of
// two figures of a kind told before, or of two parties. Nobody knows of more.
func (r *reading) former() *respective {
	from := r.clause.Start
	if p := r.prevInClause(); p != nil {
		from = p.span.End
	}
	at, word := lastWord(r.p.simple[from:r.q.Span.Start], "前者", "后者")
	if at < 0 {
		return nil
	}
	at += from
	_, oblique := hasSuffix(r.p.simple[from:at], listed("oblique")...)
	if _, beside := hasSuffix(r.p.simple[from:at], listed("beside")...); oblique || beside || strings.HasSuffix(r.p.simple[from:at], "是") {
		return nil
	}
	nth := 0
	if word == "后者" {
		nth = 1
	}
	own := cleaned(r.p.timeless(at+len(word), r.q.Span.Start))
	one := &respective{former: true}
	if two := r.twoTold(); two != nil {
		if one.parties, one.phrase = two[nth].Parties, two[nth].phrase; two[nth].Kind == "rank" && len(one.parties) > 0 {
			one.parties = one.parties[:1]
			one.phrase = r.p.shortName(one.parties[0])
		}
	} else if names := r.p.partyNames(r.sentence.Start, at); len(names) == 2 {
		one.parties, one.phrase = names[nth:nth+1], r.p.shortName(names[nth])
	}
	if !isThin(own) && partVerb(r.p.simple[at:r.q.Span.Start]) < 0 {
		one.phrase = own
		if len(one.parties) > 0 {
			one.phrase = r.p.shortName(one.parties[0]) + own
		}
	}
	return one
}

// twoTold are the only two figures of their kind and unit told before in the
// sentence, or else in the sentence before.
func (r *reading) twoTold() []*reading {
	to := r.q.Span.Start
	for from := r.sentence.Start; ; from = r.p.around(r.p.sentences, from-1, farReach).Start {
		var list []*reading
		for _, f := range r.p.read {
			if f.span.Start >= from && f.span.End <= to && !f.isTime() && !(f.shared != nil && f.shared.former) {
				list = append(list, f)
			}
		}
		for _, f := range list {
			if like := likeIn(list, f); len(like) == 2 {
				return like
			}
		}
		if len(list) > 0 || from == 0 || from < r.sentence.Start {
			return nil
		}
		to = from
	}
}

// likeIn are the figures of a list with the kind and unit of f.
func likeIn(list []*reading, f *reading) []*reading {
	var like []*reading
	for _, g := range list {
		if g.Kind == f.Kind && g.Unit == f.Unit {
			like = append(like, g)
		}
	}
	return like
}
