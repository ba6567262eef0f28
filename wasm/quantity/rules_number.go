package quantity

import (
	"math/big"
	"slices"
)

// numberRules put numbers together that are written in several parts.
var numberRules = []rule{
	{name: "number.code", pattern: "codeword colon? num", make: code},
	{name: "fraction.mixed", pattern: "num and num fen num", make: mixedFraction},
	{name: "fraction", pattern: "num fen num", make: fraction},
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

// dashed tells whether a hyphen between two digits touches the digit before or
// behind rune i: three groups of them make a code (138-0013-8000, 2025-13-45).
func (l *line) dashed(i int) bool {
	return l.between('-', i) && (l.rune(i) == '-' && l.raw[i] == '-' || l.rune(i-1) == '-' && l.raw[i-1] == '-')
}

// between tells whether mark stands between two digits and touches rune i.
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

// onePlace tells whether a number is one digit with places behind it.
func (s *scanner) onePlace(n *numeral) bool {
	for i := n.start + 1; i < n.end; i++ {
		if s.sign(i).role != placeRole {
			return false
		}
	}
	return true
}

// bareRules take up the numbers that no other rule wanted.
var bareRules = []rule{
	{name: "number.bare", pattern: "num", make: bare},
}

// bare makes a quantity of a number alone.
func bare(m *match) (token, bool) {
	n := m.at[0].num
	r := m.measured(Number, n.value, n)
	r.Max, r.Ceiling = n.max, n.ceiling
	if n.ratio {
		hundred := big.NewRat(100, 1)
		r.Kind, r.Unit = Fraction, "%"
		r.Value, r.Max = times(n.value, hundred), scaled(n.max, hundred)
		r.Why = append(r.Why, Step{Rule: "share.percent", Text: m.s.text(m.start, m.end)})
	}
	if r.NotFigure == "" {
		r.NotFigure = m.loneReason(n)
	}
	switch {
	case n.slashed[0] != nil:
		r.Else = m.monthSlash(n)
	case n.likeYear() && isHan(m.s.line.next(m.end)):
		r.Else = m.yearAlone(n)
	}
	return m.token(r)
}

// plainWords follow a digit that stands for itself (是四而不是五), while any
// other character makes it part of a word.
var plainWords = []rune("的是不这那而却也还但更或乃则加减乘除等就都才")

// yearAlone reads 2025 of 2025世博会 as a year.
func (m *match) yearAlone(n *numeral) *Quantity {
	y, _ := whole(n.value)
	t, ok := m.yearToken(y, n)
	if !ok {
		return nil
	}
	t.q.publish(m.s)
	return &t.q.Quantity
}

// generation tells whether the number names people by the years of their
// birth: 80后, 九五后.
func (n *numeral) generation(l *line) bool {
	return len(n.digits) == 2 && (n.digits[1] == '0' || n.digits[1] == '5') && l.next(n.end) == '后' &&
		!slices.Contains([]rune("勤台续备卫方面期半"), l.next(n.end+1))
}

// notShare tells whether a/b is no part of a whole: it is not less than one, it
// names a round of a cup, or, like 9/11, it is more likely a day than so many
// elevenths.
func (m *match) notShare(n *numeral) bool {
	l, end := &m.s.line, m.end
	above, below := n.slashed[0], n.slashed[1]
	k, _ := whole(above.value)
	of, ok := whole(below.value)
	return !n.ratio || above.value.Cmp(below.value) >= 0 || l.next(end) == '决' && l.next(end+1) == '赛' ||
		ok && of > 10 && of <= 31 && k >= 1 && k <= 12 && isHan(l.next(end)) && l.next(end) != '的' && l.next(end) != '以'
}

// loneReason says why a number without unit is none of the text's figures.
func (m *match) loneReason(n *numeral) string {
	l := &m.s.line
	after := l.next(n.end)
	if m.next(0) != nil {
		after = 0
	}
	before := l.rune(n.start - 1)
	switch {
	case n.slashed[0] != nil && m.notShare(n):
		return "name" // 24/7, 50/50, 1/2决赛
	case n.generation(l), n.fromArabic && (l.between('·', n.start) || l.between('·', n.end) || l.between('+', n.start) || l.between('+', n.end)):
		return "name" // 9·11, 16+1
	case n.fromArabic && (isLatin(after) || isLatin(before) && !l.gap[n.start]):
		return "name"
	case n.fromArabic && n.ends[0] == nil && (l.dashed(n.start) || l.dashed(n.end)):
		return "code"
	case n.fromArabic && before == '-' && isLatin(l.rune(n.start-2)):
		return "name" // COVID-19
	case n.fromArabic && len(n.digits) > 1 && n.digits[0] == '0':
		return "code"
	case n.fromArabic && (len(n.digits) >= 9 || len(n.digits) >= 7 && before == '-') && n.ends[0] == nil:
		return "code"
	case n.lone && slices.Contains(plainWords, after):
		return "bare"
	case n.lone && isHan(after):
		return "word"
	}
	return ""
}
