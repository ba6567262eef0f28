package figure

import (
	"strings"

	"fenghui/wasm/quantity"
)

// boundRules correct what the words next to a number say of how exact it is,
// where a wider look shows that they say something else.
var boundRules = []rule{
	{"bound.last-years", isLastYears, func(r *reading) { r.Bound = quantity.Exact }},
	{"bound.range", func(r *reading) bool { return r.Max != nil && r.Bound == quantity.Exact }, func(r *reading) { r.Bound = quantity.Range }},
	{"bound.before-verb", boundBeforeVerb, func(r *reading) { r.Bound = quantity.Bound(r.step.Value) }},
	{"bound.unset", func(r *reading) bool { return r.Bound == "" }, func(r *reading) { r.Bound = quantity.Exact }},
	{"bound.said", always, func(*reading) {}},
}

// isLastYears: 近五年 are the last five years, not nearly five; neither do
// 五年来 and 到2030年 bound anything.
func isLastYears(r *reading) bool {
	if r.q.Time == nil || r.Bound == quantity.Exact || r.Bound == quantity.Range {
		return false
	}
	return r.Kind == "year" || r.Kind == "date" || !strings.ContainsAny(r.p.low[r.q.Span.Start:r.q.Span.End], "多余超逾约几")
}

// boundBeforeVerb: 约占石油需求的10%.
func boundBeforeVerb(r *reading) bool {
	if r.Bound != quantity.Exact || r.isTime() {
		return false
	}
	tail := lastBytes(r.left, 60)
	for _, w := range []struct{ said, bound string }{{"约占", "about"}, {"大约占", "about"}, {"近占", "nearly"}, {"超过总", "over"}, {"约相当于", "about"}, {"至少占", "at_least"}, {"约合", "about"}} {
		if strings.Contains(tail, w.said) {
			r.step.Text, r.step.Value = w.said, w.bound
			return true
		}
	}
	return false
}

// perRules find what a flow is told per.
var perRules = []rule{
	{"per.unit", func(r *reading) bool { return r.Per != "" }, func(r *reading) { r.step.Value = r.Per }},
	{"per.cue", saysPer, func(r *reading) { r.Per = r.step.Value }},
	{"per.none", always, func(*reading) {}},
}

func saysPer(r *reading) bool {
	switch r.Kind {
	case "money", "count", "mass", "volume", "energy", "area", "length":
	default:
		return false
	}
	h, ok := r.p.last("per", r.clause.Start, r.q.Core.Start)
	r.step.Value = ""
	if ok {
		r.step.Value = h.value
	}
	return r.noted(h, ok)
}
