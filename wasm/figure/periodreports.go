package figure

import (
	"strings"

	"fenghui/wasm/quantity"
)

// goesOnReporting: 上半年经济增长6%，工业增长8%。农业投资达30亿，出口增长4%: figures of
// what moved and what was reached, listed for one year or part of it, go on into
// the next sentence, unless that tells of another country.
func goesOnReporting(r *reading) bool {
	if !r.followsOn() || !r.isReported() || !r.prev.isReported() || r.sentencesApart() > 1 {
		return false
	}
	w := r.prev.when
	if w == nil || w.kind != pointMoment || w.future || w.time == nil || w.time.Grain > quantity.Month || r.prev.Period != w.iso {
		return false
	}
	for _, m := range r.p.mentionsIn(r.sentence.Start, r.q.Core.Start) {
		if m.kind == "country" && !r.prev.tellsOf(m.name) {
			return false
		}
	}
	return true
}

// isReported tells of what moved, or what was reached, as reports list it.
func (r *reading) isReported() bool {
	if r.Status != "actual" || isBaseline(r) || r.Per != "" {
		return false
	}
	switch r.Kind {
	case "change":
		return r.Unit != "pp"
	case "money", "share":
		h, level := r.levelVerb()
		return level && !strings.HasPrefix(h.text, "占")
	}
	return false
}

// tellsOf reports whether a country is named in the sentence of the figure before it.
func (r *reading) tellsOf(name string) bool {
	for _, m := range r.p.mentionsIn(r.sentence.Start, r.q.Core.Start) {
		if m.name == name {
			return true
		}
	}
	return false
}
