package quantity

import "strings"

// placeOfUnit reports whether the place at i begins a unit: the 千 of 10千瓦,
// the 兆 of 两兆瓦. In 三千瓦 it may as well be a place; the value is the same.
func (s *scanner) placeOfUnit(i int, arabic bool) bool {
	t := s.longest(&s.line, i, isMeasure)
	if t.end <= i+1 {
		return false
	}
	return arabic || s.line.rune(i) == '兆' || t.words[0].unit.Kind == "data"
}

// countsList reports whether two digits before i are a list (三五个, 七八英镑)
// and no number said digit by digit: what they count follows. Before 年 only
// those are that cannot be a year (两三年, 三五年).
func (s *scanner) countsList(i int, first, second sign) bool {
	if !s.unitAt(i) {
		return false
	}
	if s.line.next(i) == '年' {
		return first.role == twoRole || second.role == twoRole || second.value == first.value+2
	}
	return true
}

// impliedOne reports whether the place at i stands for one of it, with no digit
// before: 百余, 上千, 千亿元, 万吨. Most such characters are parts of words.
func (s *scanner) impliedOne(i int) bool {
	if s.sign(i).value == 1 {
		return true
	}
	if s.longest(&s.line, i, isMeasure).end > i {
		return false
	}
	if i > 0 && s.line.rune(i-1) == '半' {
		for i++; s.sign(i).role == placeRole; i++ {
		}
		return !isHan(s.line.next(i)) || s.unitAt(i)
	}
	if len(s.tokens) > 0 && s.line.next(i) != 0 {
		if last := &s.tokens[len(s.tokens)-1]; last.end == i && last.class.has(beforePlace) {
			return true
		}
	}
	switch next := s.sign(i + 1); {
	case next.role == placeRole && next.value > s.sign(i).value:
		return true
	case next.role == digitRole && next.value > 0:
		return !isHan(s.line.next(i+2)) && !isHan(s.line.rune(i-1)) || s.sign(i+2).role == placeRole
	}
	return s.isMore(i+1) || s.unitAt(i+1)
}

// minus reports whether the rune at i is the sign of a negative number. A dash
// may as well join two words or two numbers (2020-2025, 中国—中亚).
func (s *scanner) minus(i int) bool {
	l := &s.line
	switch l.rune(i) {
	case '负':
		if s.longest(l, i+1, sharesInWords).end > i+1 {
			return false
		}
		if l.rune(i+1) == '的' {
			return isDigit(l.rune(i + 2))
		}
		return s.sign(i+1).role != noRole && s.sign(i+1).role != fewRole || isDigit(l.rune(i+1)) || l.rune(i+1) == '.'
	case '-':
	default:
		return false
	}
	if !isDigit(l.rune(i+1)) && l.rune(i+1) != '.' || !strings.ContainsRune(minusSigns, l.raw[i]) && !s.dashAsMinus(i) {
		return false
	}
	before := l.rune(i - 1)
	if s.behindNumber(i) || l.gap[i] && l.gap[i+1] && isHan(before) && !s.dashAsMinus(i) {
		return false // 贸易额 - 948亿美元
	}
	if isDigit(before) || isLatin(before) || before == ')' || before == '-' && !l.gap[i] || before == '%' || s.sign(i-1).role != noRole {
		return false
	}
	return !isHan(before) || l.gap[i] || !yearlike(l, i+1) || l.rune(i+5) == '.'
}

// minusSigns are the characters that are written for a minus.
const minusSigns = "-－−﹣‐‑‒"

// dashAsMinus: 增速为–3.1%: a dash of print behind a word that a value stands
// behind, and before a percentage.
func (s *scanner) dashAsMinus(i int) bool {
	l, end := &s.line, i+1
	if !strings.ContainsRune("为是至到率速幅:", l.rune(i-1)) && !l.endsWith(i-1, "同比", "环比", "增长", "变化", "变动") {
		return false
	}
	for isDigit(l.rune(end)) || l.rune(end) == '.' {
		end++
	}
	return l.rune(end) == '%'
}

// behindNumber reports whether a number, or the unit of one, touches rune i from
// the left; the 幅 of 涨跌幅 is the unit of none.
func (s *scanner) behindNumber(i int) bool {
	k := len(s.tokens) - 1
	if k < 0 || s.tokens[k].end != i || !s.tokens[k].class.has(numberOrUnit) {
		return false
	}
	if !s.tokens[k].class.has(isUnit) || s.tokens[k].class.has(numberNoUnit) {
		return true
	}
	return k > 0 && s.tokens[k-1].end == s.tokens[k].start && s.tokens[k-1].class.has(numberOrUnit.or(isHalf).or(isMore))
}

// yearlike reports whether exactly four digits that can be a year stand at i.
func yearlike(l *line, i int) bool {
	n := i
	for isDigit(l.rune(n)) && n < i+5 {
		n++
	}
	return n == i+4 && (l.rune(i) == '1' || l.rune(i) == '2')
}
