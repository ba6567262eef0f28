package quantity

import (
	"math/big"
	"slices"
	"strings"
)

// numberRules put numbers together that are written in several parts.
var numberRules = []rule{
	{name: "number.code", pattern: "codeword colon? num", make: code},
	{name: "fraction.mixed", pattern: "num and num fen num", make: mixedFraction},
	{name: "fraction", pattern: "num fen num", make: fraction},
	{name: "fraction", pattern: "num minute num", make: shortFraction},
	{name: "fraction.mixed.slash", pattern: "num num slash num", make: mixedSlash},
	{name: "fraction.slash", pattern: "num slash num", make: slash},
	{name: "number.half", pattern: "half num", make: halfNumber},
	{name: "number.dozen", pattern: "num dozen", make: dozen},
	{name: "number.dozen", pattern: "half dozen", make: halfDozen},
	{name: "number.range", pattern: "num paren? till num", make: numberRange},
	{name: "number.list", pattern: "num list num", make: numberList},
}

// number makes the number token of a match.
func (m *match) number(n numeral, parts ...*numeral) (token, bool) {
	n.start, n.end, n.core = m.start, m.end, m.end
	n.why = nil
	for _, p := range parts {
		n.why = append(n.why, p.why...)
		n.negative = n.negative || p.negative
	}
	n.why = append(n.why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end), Value: Decimal(n.value)})
	return token{class: isNum, start: m.start, end: m.end, num: &n}, true
}

// code is the number of a telephone, a letter box, a document.
func code(m *match) (token, bool) {
	n := *m.at[2].num
	if !n.fromArabic {
		return token{}, false
	}
	n.aside = "code"
	t, ok := m.number(n, m.at[2].num)
	t.start, t.num.start = m.at[2].start, m.at[2].start
	return t, ok
}

// fraction is 三分之一; the number below stands first.
func fraction(m *match) (token, bool) {
	below, above := m.at[0].num, m.at[2].num
	if below.value.Sign() == 0 || below.max != nil || above.over() {
		return token{}, false
	}
	n := numeral{value: new(big.Rat).Quo(above.value, below.value), ratio: true}
	if above.max != nil {
		n.max = new(big.Rat).Quo(above.max, below.value)
	}
	return m.number(n, below, above)
}

// shortFraction is the 三分一 of Hong Kong, behind what says that it is a part: 占三分一,
// 为其三分二. In 三分一秒 time is told.
func shortFraction(m *match) (token, bool) {
	below, above := m.at[0].num, m.at[2].num
	if below.fromArabic || above.fromArabic || !above.lone || above.value.Cmp(below.value) >= 0 ||
		!strings.ContainsRune("的是为占约仅近逾足过达到其", m.s.line.rune(m.start-1)) || m.s.unitAt(m.end) {
		return token{}, false
	}
	return fraction(m)
}

// mixedFraction is 三又二分之一.
func mixedFraction(m *match) (token, bool) {
	first, below, above := m.at[0].num, m.at[2].num, m.at[4].num
	if below.value.Sign() == 0 || m.at[1].says(isAnd).text != "又" {
		return token{}, false
	}
	v := new(big.Rat).Quo(above.value, below.value)
	if first.negative {
		v.Neg(v)
	}
	return m.number(numeral{value: v.Add(v, first.value), ratio: true}, first, below, above)
}

// slash is 3/16. It may as well be a day of a month, see monthSlash.
func slash(m *match) (token, bool) {
	above, below := m.at[0].num, m.at[2].num
	if above.fromArabic != below.fromArabic || below.value.Sign() <= 0 || above.lone && below.lone || m.follows(isSlash) {
		return token{}, false
	}
	n := numeral{value: new(big.Rat).Quo(above.value, below.value), ratio: true, fromArabic: above.fromArabic}
	n.slashed = [2]*numeral{above, below}
	return m.number(n, above, below)
}

// mixedSlash is 1 4/3, with a space that keeps it from being 14/3.
func mixedSlash(m *match) (token, bool) {
	first, above, below := m.at[0].num, m.at[1].num, m.at[3].num
	if !first.fromArabic || !above.fromArabic || !below.fromArabic || below.value.Sign() <= 0 || !m.s.line.gap[above.start] {
		return token{}, false
	}
	v := new(big.Rat).Quo(above.value, below.value)
	return m.number(numeral{value: v.Add(v, first.value), ratio: true, fromArabic: true}, first, above, below)
}

// halfNumber is 半百, 半万亿: half of places that have no digit of their own.
func halfNumber(m *match) (token, bool) {
	n := m.at[1].num
	for i := n.start; i < n.end; i++ {
		if m.s.sign(i).role != placeRole {
			return token{}, false
		}
	}
	return m.number(numeral{value: times(n.value, big.NewRat(1, 2))}, n)
}

func dozen(m *match) (token, bool) {
	n := m.at[0].num
	twelve := big.NewRat(12, 1)
	return m.number(numeral{value: times(n.value, twelve), max: scaled(n.max, twelve)}, n)
}

// halfDozen is 半打.
func halfDozen(m *match) (token, bool) {
	return m.number(numeral{value: big.NewRat(6, 1)})
}

// numberRange is 5-20, 八至九百亿. The places that end the second number go for
// the first one too when that keeps it the smaller one: 20到30亿.
func numberRange(m *match) (token, bool) {
	a, b := m.at[0].num, m.at[3].num
	if a.ratio != b.ratio || a.negative || a.max != nil || leadsZero(a) || leadsZero(b) || m.s.line.dashed(a.start) || m.s.line.dashed(b.end) {
		return token{}, false
	}
	low, high := a.value, b.value
	if b.max != nil {
		high = b.max
	}
	var literal *big.Rat
	if !a.scaled && a.suffix == 0 {
		low = shareTail(low, b)
		if k := len(b.tail); k > 1 && low != a.value {
			literal = times(a.value, pow10(b.tail[k-1]))
		}
	}
	if low.Cmp(high) >= 0 {
		return token{}, false
	}
	n := numeral{value: low, max: high, fromArabic: a.fromArabic && b.fromArabic, ratio: a.ratio,
		scaled: b.scaled, suffix: b.suffix, ends: [2]*numeral{a, b}, literal: literal}
	return m.number(n, a, b)
}

// dashed reports whether a hyphen between two digits touches the digit before or
// behind rune i: three groups of them make a code (138-0013-8000, 2025-13-45).
func (l *line) dashed(i int) bool {
	return l.between('-', i) && (l.rune(i) == '-' && l.raw[i] == '-' || l.rune(i-1) == '-' && l.raw[i-1] == '-')
}

// between reports whether mark stands between two digits and touches rune i.
func (l *line) between(mark rune, i int) bool {
	return l.next(i) == mark && isDigit(l.rune(i-1)) && isDigit(l.next(i+1)) ||
		l.rune(i-1) == mark && isDigit(l.next(i)) && isDigit(l.rune(i-2))
}

// leadsZero: 010-12345 is a telephone number.
func leadsZero(n *numeral) bool {
	return len(n.digits) > 1 && n.digits[0] == '0' || len(n.digits) > 9
}

// shareTail multiplies low by as many of the places at the end of b as keep it
// below b: of 八至九百亿 百亿, of 20到300亿 only 亿.
func shareTail(low *big.Rat, b *numeral) *big.Rat {
	zeros := 0
	for _, p := range b.tail {
		zeros += p
	}
	for _, p := range b.tail {
		if more := times(low, pow10(zeros)); zeros > 0 && more.Cmp(b.value) < 0 {
			return more
		}
		zeros -= p
	}
	return low
}

// listed are words behind which 二、三 are two things, not "two or three".
var listed = []string{"期", "号线", "线", "级", "号", "版", "届", "环", "章", "节", "等", "档", "季度", "季", "月", "月份", "日", "世纪", "次", "层", "楼", "类", "部", "卷", "集", "条", "款", "区", "路"}

// notBeforeList goes before the items of a list.
var notBeforeList = classes("ordinal,list,num,quantity")

// numberList is 二、三十 and 三、四名: neighbouring digits that share what
// follows, not the items of a list.
func numberList(m *match) (token, bool) {
	a, b := m.at[0].num, m.at[2].num
	first, second := m.s.sign(b.start-2), m.s.sign(b.start)
	if !a.lone || first.role != digitRole || second.role != digitRole || !neighbours(first.value, second.value) || second.value != first.value+1 {
		return token{}, false
	}
	if m.before != nil && m.before.class.has(notBeforeList) || m.start == 0 || b.max != nil || b.over() || !m.s.onePlace(b) || m.says(1, isList).text != "、" || m.follows(isList) {
		return token{}, false
	}
	if b.lone {
		next := m.next(0)
		if next == nil || !next.class.has(isUnit) || slices.Contains(listed, next.words[0].text) {
			return token{}, false
		}
	}
	low := times(b.value, big.NewRat(int64(first.value), int64(second.value)))
	return m.number(numeral{value: low, max: b.value, scaled: b.scaled, ends: [2]*numeral{a, b}}, a, b)
}

// onePlace reports whether a number is one digit with places behind it.
func (s *scanner) onePlace(n *numeral) bool {
	for i := n.start + 1; i < n.end; i++ {
		if s.sign(i).role != placeRole {
			return false
		}
	}
	return true
}
