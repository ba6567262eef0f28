package quantity

import "strings"

// Negated is the bound of 不超过 where b is that of 超过: what does not go over
// is at most so much. The others have no opposite and stay.
func (b Bound) Negated() Bound {
	switch b {
	case Over:
		return AtMost
	case Under:
		return AtLeast
	case Exact, UpTo:
		return Under // 未达到
	}
	return b
}

// Negation returns the longest word of negation that s ends with (不得 of
// 支出不得), "" when there is none.
func Negation(s string) string {
	for at := max(0, len(s)-len("从来没有")); at < len(s); at++ {
		if theLexicon().negations[s[at:]] {
			return s[at:]
		}
	}
	return ""
}

// addNegation notes a word of class not for Negation.
func (x *lexicon) addNegation(w *word) {
	if w.class.has(isNot) {
		x.negations[w.text] = true
	}
}

// boundNegated is 不得超过5%, 尚未达到300万吨, 接近但未达到50亿. The words of link
// are negated only where they say that something is reached.
func boundNegated(m *match) (token, bool) {
	q := m.at[4].q
	if q.start != m.at[4].start || m.at[0] != nil && m.says(0, isBefore).value != string(Nearly) {
		return token{}, false
	}
	b := Bound(m.says(2, isBefore).value)
	switch {
	case m.at[2].class.has(isBefore) && (b == Over || b == Under || b == UpTo):
		b = b.Negated()
	case strings.HasPrefix(m.at[2].words[0].text, "达"):
		b = Under
	default:
		return token{}, false
	}
	if m.at[0] != nil {
		b = Nearly
	}
	if q.Bound == Over || q.Bound == About {
		q.Bound, q.Ceiling = Exact, nil
	}
	return m.bounded(q, b)
}

// boundNotQuite is 接近但不足50亿.
func boundNotQuite(m *match) (token, bool) {
	w, q := m.says(0, isBefore), m.at[2].q
	if !strings.HasSuffix(w.text, "但") || m.says(1, isBefore).value != string(Under) || q.start != m.at[2].start {
		return token{}, false
	}
	return m.bounded(q, Nearly)
}

// boundTolerance is 20±2度: what is told is 20, more or less.
func boundTolerance(m *match) (token, bool) {
	a, b := m.at[0].q, m.at[2].q
	if a.at != nil || b.at != nil || a.Max != nil || b.Max != nil || a.Value == nil || b.Value == nil {
		return token{}, false
	}
	r := *b
	switch {
	case a.Kind == b.Kind && a.Unit == b.Unit:
		r.Value = a.Value
	case a.Kind == Number:
		r.Value = times(a.Value, b.Factor())
	default:
		r = *a
	}
	r.Bound, r.Ceiling, r.NotFigure = About, nil, ""
	r.comeFrom(a, b)
	return m.extend(&r)
}

// toleranceAlone is 误差±3%, 正负3个百分点: how far off, not how much.
func toleranceAlone(m *match) (token, bool) {
	q := m.at[1].q
	if q.at != nil && q.Kind != Duration || q.start != m.at[1].start {
		return token{}, false
	}
	q.NotFigure = "tolerance"
	return m.extend(q)
}
