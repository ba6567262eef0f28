package quantity

import (
	"math/big"
	"slices"
)

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
	y, _ := small(n.value)
	t, ok := m.yearToken(y, n)
	if !ok {
		return nil
	}
	t.q.publish(m.s)
	return &t.q.Quantity
}

// generation reports whether the number names people by the years of their
// birth: 80后, 九五后.
func (n *numeral) generation(l *line) bool {
	return len(n.digits) == 2 && (n.digits[1] == '0' || n.digits[1] == '5') && l.next(n.end) == '后' &&
		!slices.Contains([]rune("勤台续备卫方面期半"), l.next(n.end+1))
}

// notShare reports whether a/b is no part of a whole: it is not less than one, it
// numbers a document (第78/163号决议), names a round of a cup, or, like 9/11, it is more likely a day than so many
// elevenths.
func (m *match) notShare(n *numeral) bool {
	l, end := &m.s.line, m.end
	above, below := n.slashed[0], n.slashed[1]
	k, _ := small(above.value)
	of, ok := small(below.value)
	return !n.ratio || l.rune(n.start-1) == '第' || l.next(end) == '号' || above.value.Cmp(below.value) >= 0 || l.next(end) == '决' && l.next(end+1) == '赛' ||
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
