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

// movesTo reports whether the first amount is how far something moved and the second
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

// endsWith reports whether one of words of two runes ends with rune i.
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
	r.comeFrom(a, b)
	return m.extend(&r)
}

// isShare reports whether r is so much of a whole, in percent.
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
	r.comeFrom(a, b)
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
