package figure

import "strings"

// goesTo: 由18%提高到35%: nothing but a verb stands between the two. Behind 从5%
// whatever stands before the verb, 一路稳步降至3%, says how it moved.
func (r *reading) goesTo() bool {
	p := r.prevInClause()
	if p == nil || p.phrase == "" || r.q.Core.Start-p.span.End > 45 {
		return false
	}
	between := r.p.render(p.span.End, r.q.Core.Start)
	if timed := r.p.quantityIndex(p.span.End) < r.n; timed && strings.Trim(between, "、和的 ") == "" && p.Kind == r.Kind && p.Unit == r.Unit {
		return true // 2030年的15%、2050年的50%: nothing but times between
	}
	if strings.ContainsAny(between, "，。；、和") {
		return false
	}
	if isBaseline(p) && p.Kind == r.Kind && p.Unit == r.Unit {
		return true
	}
	_, level := hasSuffix(trimQualifier(between), listed("level-between")...)
	return level && cleaned(between) == ""
}
