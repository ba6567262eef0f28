package quantity

import (
	"math/big"
	"slices"
	"strings"
)

// rangeRules join two quantities of one kind.
var rangeRules = []rule{
	{name: "range", pattern: "in? quantity till quantity between?", make: quantityRange},
	{name: "range", pattern: "in? quantity with quantity between", make: quantityRange},
	{name: "range", pattern: "in? quantity till num between?", make: shareRange},
	{name: "range", pattern: "in? num till quantity between?", make: shareRange},
	{name: "range.between", pattern: "in? num with num between", make: numbersBetween},
	{name: "range.either", pattern: "quantity either quantity", make: eitherOf},
	{name: "range.between", pattern: "in? quantity between", make: between},
	{name: "range.between", pattern: "in? num between", make: between},
}

// quantityRange is 1万元到5万元.
func quantityRange(m *match) (token, bool) {
	if m.movesTo() {
		return token{}, false
	}
	return m.rangeOf(m.at[1].q, m.at[3].q)
}

// movesTo tells that the first amount is how far something moved and the second
// where it ended: 上涨15美元至260美元. The ends of a range (上升0.4米至0.8米) do
// not lie so far apart.
func (m *match) movesTo() bool {
	a, l := m.at[1].q, &m.s.line
	if m.at[0] != nil || m.at[4] != nil || a.unit == nil || a.Value == nil || m.at[3].q.Value == nil || m.at[3].q.Value.Cmp(times(a.Value, big.NewRat(4, 1))) < 0 || m.at[2].words[0].text != "至" && m.at[2].words[0].text != "到" {
		return false
	}
	i := m.start - 1
	if l.rune(i) == '了' {
		i--
	}
	return strings.ContainsRune("涨升跌降增减", l.rune(i)) || l.endsWith(i, "增加", "减少", "增长", "下滑", "提高", "降低", "上调", "下调", "回落")
}

// endsWith tells whether one of words of two runes ends with rune i.
func (l *line) endsWith(i int, words ...string) bool {
	return i > 0 && slices.Contains(words, string(l.folded[i-1:i+1]))
}

// shareRange is 三分之一到一半, 两成到三分之一: a share that still is a number.
func shareRange(m *match) (token, bool) {
	ends := [2]*reading{m.at[1].q, m.at[3].q}
	for k, t := range []*token{m.at[1], m.at[3]} {
		if t.num == nil {
			continue
		}
		if !t.num.ratio || t.num.slashed[0] != nil {
			return token{}, false
		}
		ends[k] = m.measured(Fraction, nil, t.num)
		ends[k].scale(t.num, big.NewRat(100, 1))
		ends[k].Unit = "%"
	}
	return m.rangeOf(ends[0], ends[1])
}

// eitherOf is 第二或第三.
func eitherOf(m *match) (token, bool) {
	a, b := m.at[0].q, m.at[2].q
	if a.Kind != Ordinal || b.Kind != Ordinal || a.Max != nil || b.Max != nil || a.Value.Cmp(b.Value) >= 0 {
		return token{}, false
	}
	r := *b
	r.Value, r.Max, r.Bound = a.Value, b.Value, Range
	r.parts = append(append([]*numeral{}, a.parts...), b.parts...)
	r.Why = append(append([]Step{}, a.Why...), b.Why...)
	return m.extend(&r)
}

// isShare tells whether r is so much of a whole, in percent.
func (r *reading) isShare() bool { return r.Unit == "%" && (r.Kind == Percent || r.Kind == Fraction) }

func (m *match) rangeOf(a, b *reading) (token, bool) {
	if a.at != nil || b.at != nil || a.Kind != b.Kind && !(a.isShare() && b.isShare()) || a.Kind == Ordinal || a.Kind == Rank || a.Kind == Clock || a.Max != nil || a.Value == nil || b.Value == nil {
		return token{}, false
	}
	f, ok := ratioOf(a.Unit, b.Unit)
	if !ok {
		return token{}, false
	}
	low, high := times(a.Value, f), b.Value
	if b.Max != nil {
		high = b.Max
	}
	if low.Cmp(high) >= 0 {
		return token{}, false
	}
	r := *b
	r.Value, r.Max, r.Ceiling, r.Bound, r.Else, r.NotFigure = low, high, nil, Range, nil, ""
	r.parts = append(append([]*numeral{}, a.parts...), b.parts...)
	r.Why = append(append([]Step{}, a.Why...), b.Why...)
	return m.extend(&r)
}

// ratioOf returns how many units b one unit a is; false when they measure
// different things.
func ratioOf(a, b string) (*big.Rat, bool) {
	if a == b {
		return big.NewRat(1, 1), true
	}
	if f, ok := lengthRatio(a, b); ok {
		return f, true
	}
	base, fa := Base(a)
	other, fb := Base(b)
	return new(big.Rat).Quo(fa, fb), base == other
}

// numbersBetween is 10000与20000之间.
func numbersBetween(m *match) (token, bool) {
	a, b := m.at[1].num, m.at[3].num
	if a.max != nil || b.max != nil || a.value.Cmp(b.value) >= 0 || a.ratio != b.ratio {
		return token{}, false
	}
	n := numeral{value: shareTail(a.value, b), max: b.value, ratio: a.ratio, ends: [2]*numeral{a, b}, scaled: b.scaled}
	return m.number(n, a, b)
}

// between covers the words around a range: 在20到30个之间.
func between(m *match) (token, bool) {
	if t := m.at[1]; t.num != nil {
		if t.num.max == nil {
			return token{}, false
		}
		n := *t.num
		return m.number(n, t.num)
	}
	q := m.at[1].q
	if q.Bound != Range || q.at != nil {
		return token{}, false
	}
	return m.extend(q)
}

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

// behindValue tells whether a value, read or not, touches the match from the
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
	r.parts = append(append([]*numeral{}, m.at[0].q.parts...), m.at[4].q.parts...)
	r.Why = append(append([]Step{}, a.Why...), b.Why...)
	r.coreStart, r.coreEnd = m.at[0].q.coreStart, m.at[4].q.coreEnd
	r.start, r.end = m.start, m.end
	r.Why = append(r.Why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end)})
	return m.token(&r)
}
