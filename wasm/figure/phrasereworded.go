package figure

import "strings"

// reworded is the figure that this one tells once more in other words, as
// somebody else put it: 贸易额为440亿美元，一家报纸写作接近440亿美元. nil when it
// stands for itself.
func (r *reading) reworded() *reading {
	if r.isTime() || r.Kind == "ordinal" || !r.saysOtherwise() && !r.standsForIt() {
		return nil
	}
	for k := len(r.p.read) - 1; k >= 0 && k >= len(r.p.read)-4; k-- {
		o := r.p.read[k]
		if strings.Count(r.p.simple[o.q.Core.End:max(o.q.Core.End, r.sentence.Start)], "。") > 1 {
			return nil
		}
		if o.Kind == r.Kind && (o.Unit == r.Unit || r.Kind == "count" && (r.Unit == "" || o.Unit == "")) && o.phrase != "" {
			return o
		}
	}
	return nil
}

// saysOtherwise tells a verb of wording right before the figure, but for words
// of reaching it: 译作尽快达到.
func (r *reading) saysOtherwise() bool {
	left := trimQualifier(r.p.simple[r.clause.Start:r.span.Start])
	if r.prev != nil && r.prev.Status == NotClaimed {
		if _, right := hasSuffix(strings.TrimRight(left, "“"), listed("puts-right")...); right {
			return true
		}
	}
	for w, ok := hasSuffix(left, "尽快", "达到", "达", "共", "合计", "为"); ok; w, ok = hasSuffix(left, "尽快", "达到", "达", "共", "合计", "为") {
		left = trimQualifier(strings.TrimSuffix(left, w))
	}
	_, says := hasSuffix(left, listed("rewords")...)
	return says || left == "此前误" || left == "先前误"
}

// toldAs takes over what another figure measures, of whom and for when.
func (r *reading) toldAs(o *reading) {
	r.phrase, r.head, r.part, r.whole = o.phrase, o.head, o.part, o.whole
	r.Indicator, r.Measure, r.Parties, r.Scope, r.Counted = o.Indicator, o.Measure, o.Parties, o.Scope, o.Counted
	if r.saysOtherwise() && r.Period == "" && !r.Open {
		r.Period, r.PeriodFrom = o.Period, o.PeriodFrom
	}
	if r.saysOtherwise() && r.Status == "actual" && o.Status != NotClaimed {
		r.Status = o.Status
	}
	r.step.Value = r.Indicator
}

// standsForIt tells a figure of what was told before: 要把它提高到……
func (r *reading) standsForIt() bool {
	_, ok := containsAny(r.p.simple[r.clause.Start:r.span.Start], "把它", "使它", "将它", "让它")
	return ok
}
