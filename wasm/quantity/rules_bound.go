package quantity

import (
	"math/big"
)

// boundRules take up the words that say how exact a quantity is, and per what
// time it is.
var boundRules = []rule{
	{name: "bound.than", pattern: "than quantity bigger|smaller", make: boundThan},
	{name: "per.unit", pattern: "quantity slash measure", make: perUnit},
	{name: "per.unit", pattern: "per measure quantity", make: perUnitBefore},
	{name: "bound.negated", pattern: "before? not before|link before? quantity", make: boundNegated},
	{name: "bound.negated", pattern: "before before quantity", make: boundNotQuite},
	{name: "bound.tolerance", pattern: "quantity tolerance quantity", make: boundTolerance},
	{name: "bound.tolerance", pattern: "tolerance quantity", make: toleranceAlone},
	{name: "bound.before", pattern: "before link? quantity", make: boundBefore},
	{name: "bound.behind", pattern: "quantity behind", make: boundBehind},
	{name: "bound.behind", pattern: "quantity count behind", make: boundOfGrade},
	{name: "bound.upward", pattern: "up quantity", make: upward},
	{name: "per.before", pattern: "peryear|permonth|perday|perhour|perminute|persecond|perweek quantity", make: perBefore},
	{name: "per.behind", pattern: "quantity afteryear|aftermonth|afterday", make: perBehind},
}

// bounded sets the bound, unless the number itself told one (40多万), and the
// class by which two bounds make a range.
func (m *match) bounded(q *reading, b Bound) (token, bool) {
	if q.at != nil && q.Kind != Duration || q.Kind == Ordinal || q.Kind == Rank || q.Kind == Clock {
		return token{}, false
	}
	if q.Bound == Exact || q.Bound == About && b != About && b != Exact || q.Bound == Under && b == Nearly {
		q.Bound = b
	}
	if q.indefiniteArticle {
		q.NotFigure = ""
	}
	q.start, q.end = m.start, m.end
	q.Why = append(q.Why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end)})
	var more class
	switch q.Bound {
	case Over, AtLeast:
		more = isLower
	case Under, AtMost:
		more = isUpper
	}
	t, ok := m.token(q, more)
	q.Why[len(q.Why)-1].Value = string(q.Bound)
	return t, ok
}

func boundBefore(m *match) (token, bool) {
	w := m.says(0, isBefore)
	q := m.at[2].q
	if q.start != m.at[2].start {
		return token{}, false
	}
	if w.text == "过" && !q.roundFigure() || w.text == "~" && m.behindValue() {
		return token{}, false
	}
	return m.bounded(q, Bound(w.value))
}

// behindValue reports whether a value, read or not, touches the match from the
// left: the ~ behind it is that of a range, not 约.
func (m *match) behindValue() bool {
	r := m.s.line.rune(m.start - 1)
	return m.before != nil && m.before.q != nil && m.before.q.NotFigure == "" || isDigit(r) || isLatin(r) || r == '%'
}

// roundFigure: 过 is a bound only before round numbers, 过百, 过万.
func (r *reading) roundFigure() bool {
	return len(r.parts) == 1 && r.parts[0].scaled && !r.parts[0].fromArabic
}

func boundBehind(m *match) (token, bool) {
	return m.bounded(m.at[0].q, Bound(m.says(1, isBehind).value))
}

// boundOfGrade is 8000吨级以上.
func boundOfGrade(m *match) (token, bool) {
	if m.says(1, isCount).text != "级" || m.at[0].q.unit == nil {
		return token{}, false
	}
	return m.bounded(m.at[0].q, Bound(m.says(2, isBehind).value))
}

// upward is 上千, 上百万元: as many and more.
func upward(m *match) (token, bool) {
	q := m.at[1].q
	if len(q.parts) == 0 || q.start != m.at[1].start || m.s.sign(q.parts[0].start).role != placeRole || m.at[0].says(isUp).text != "上" {
		return token{}, false
	}
	return m.bounded(q, Over)
}

// boundThan is 比3000更大.
func boundThan(m *match) (token, bool) {
	b := Over
	if m.at[2].class.has(isSmaller) {
		b = Under
	}
	if m.at[1].q.Kind != Number {
		return token{}, false
	}
	return m.bounded(m.at[1].q, b)
}

// perBefore is 每年1000万吨; 每年 stays outside the span.
func perBefore(m *match) (token, bool) {
	q := m.at[1].q
	w := m.at[0].words[0]
	if q.at != nil || q.Kind == Duration || q.Kind == Ordinal || q.Kind == Rank {
		return token{}, false
	}
	q.Per = w.value
	q.toSpeed()
	q.Why = append(q.Why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end), Value: q.Per})
	return token{class: isQuantity, start: m.start, end: m.end, q: q}, true
}

// perHour is how often the units of time in which speeds are told fit into an hour.
var perHour = map[string]int64{"hour": 1, "minute": 60, "second": 3600}

// toSpeed makes a speed of a length per hour.
func (r *reading) toSpeed() {
	n, ok := perHour[r.Per]
	base, toMetres := Base(r.Unit)
	if !ok || r.Kind != Length || base != "m" {
		return
	}
	f := times(toMetres, big.NewRat(n, 1000))
	r.Value, r.Max, r.Ceiling = times(r.Value, f), scaled(r.Max, f), scaled(r.Ceiling, f)
	r.Kind, r.Unit, r.Per, r.unit = "speed", "km/h", "", nil
}

// perBehind is 5000吨/年.
func perBehind(m *match) (token, bool) {
	q := m.at[0].q
	q.Per = m.at[1].words[0].value
	q.end = m.end
	q.Why = append(q.Why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end), Value: q.Per})
	return token{class: isQuantity, start: m.start, end: m.end, q: q}, true
}

// pairRules make a range of a lower and an upper bound: 大于10小于20.
var pairRules = []rule{
	{name: "range.bounds", pattern: "lower comma? meanwhile? comma? upper", make: pairOfBounds},
	{name: "range.bounds", pattern: "upper comma? meanwhile? comma? lower", make: pairOfBounds},
}

func pairOfBounds(m *match) (token, bool) {
	a, b := m.at[0].q, m.at[4].q
	if m.at[0].class.has(isUpper) {
		a, b = b, a
	}
	if a.Kind != b.Kind || a.Unit != b.Unit || a.Value.Cmp(b.Value) > 0 || a.Max != nil || b.Max != nil {
		return token{}, false
	}
	if a.Kind != Number && (m.at[1] != nil || m.at[3] != nil) {
		return token{}, false
	}
	r := *a
	r.Max, r.Bound, r.Ceiling = b.Value, Range, nil
	r.comeFrom(m.at[0].q, m.at[4].q)
	r.coreStart, r.coreEnd = m.at[0].q.coreStart, m.at[4].q.coreEnd
	r.start, r.end = m.start, m.end
	r.Why = append(r.Why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end)})
	return m.token(&r)
}
