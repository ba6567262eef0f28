package figure

import (
	"strings"

	"fenghui/wasm/quantity"
)

// boundRules correct what the words next to a number say of how exact it is,
// where a wider look shows that they say something else.
var boundRules = []rule{
	{"bound.before-verb", boundBeforeVerb, func(r *reading) { r.Bound = quantity.Bound(r.step.Value) }},
	{"bound.said", always, func(*reading) {}},
}

// boundBeforeVerb: 约占石油需求的10%.
func boundBeforeVerb(r *reading) bool {
	if r.Bound != quantity.Exact || r.isTime() {
		return false
	}
	tail := lastBytes(r.left, 60)
	for _, w := range []struct{ said, bound string }{{"约占", "about"}, {"大约占", "about"}, {"近占", "nearly"}, {"超过总", "over"}, {"约相当于", "about"}, {"至少占", "at_least"}, {"约合", "about"}, {"最多可", "at_most"}, {"最多能", "at_most"}, {"至多可", "at_most"}, {"至少可", "at_least"}, {"至少要", "at_least"}, {"至少需", "at_least"}} {
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
