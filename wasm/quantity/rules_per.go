package quantity

// perUnit is 0.6元/千瓦时, 35微克/立方米.
func perUnit(m *match) (token, bool) {
	q := m.at[0].q
	if m.follows(isSlash) || !q.ofUnit() {
		return token{}, false
	}
	q.end = m.end
	return m.per(q, m.says(2, isMeasure).unit)
}

// perUnitBefore is 每千瓦时0.6元; 每千瓦时 stays outside the span.
func perUnitBefore(m *match) (token, bool) {
	q := m.at[2].q
	if q.start != m.at[2].start || !q.ofUnit() {
		return token{}, false
	}
	return m.per(q, m.says(1, isMeasure).unit)
}

// ofUnit reports whether r is so much of a unit, not yet told per another.
func (r *reading) ofUnit() bool {
	return r.at == nil && r.unit != nil && r.Per == "" && r.NotFigure == ""
}

func (m *match) per(q *reading, u *Unit) (token, bool) {
	q.Per = u.Name
	q.Why = append(q.Why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end), Value: q.Per})
	return token{class: isQuantity, start: m.start, end: m.end, q: q}, true
}
