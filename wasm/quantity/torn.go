package quantity

import "strings"

// A number is torn where it was set with spaces between its digits (4 3 8 亿),
// where a point or a comma of it has a space beside it (12. 5%), where letters
// stand for digits (2O0亿) or where its commas stand as no reader of Chinese
// sets them (12,34,567). It is joined where only one number can be meant, else
// no part of it is a number: the tail of a number is another number.

// mend takes up the rest of a torn number, or notes how far it reaches.
func (s *scanner) mend(a *arabic) {
	if a.start < s.tornUntil || a.end == a.start || a.unreadable() {
		return
	}
	l, e := &s.line, a.end
	r := l.rune(e)
	switch {
	case isDigit(r) && l.gap[e]:
		if isLatin(l.rune(a.start-1)) && !l.gap[a.start] || s.joinGroups(a) || s.joinSingles(a) {
			return
		}
		s.tornUntil = s.endOfTorn(e)
	case r == '.' && a.fraction == 0 && isDigit(l.rune(e+1)):
		s.joinPoint(a)
	case r == ',' && e >= s.listUntil && l.raw[e] == ',' && isDigit(l.rune(e+1)):
		s.joinComma(a)
	case r == 'o' || r == 'l' || r == 'i':
		s.passLetters(a)
	}
}

// joinGroups takes groups of three digits behind spaces: 1 234 567元.
func (s *scanner) joinGroups(a *arabic) bool {
	l := &s.line
	if a.fraction > 0 || a.commas || len(a.digits) > 3 || a.digits[0] == '0' {
		return false
	}
	end := a.end
	for end < l.len() && l.gap[end] && isDigit(l.rune(end)) && threeMore(l, end) {
		end += 3
	}
	if end == a.end || end < l.len() && isDigit(l.rune(end)) {
		return false
	}
	point := end
	if l.next(end) == '.' && isDigit(l.next(end+1)) {
		for end++; isDigit(l.next(end)); {
			end++
		}
	}
	if !s.measures(end) {
		return false
	}
	a.fraction = max(0, end-point-1)
	s.takeAll(a, end)
	return true
}

// threeMore reports whether exactly three digits stand at i, which may be behind
// a space.
func threeMore(l *line, i int) bool {
	return isDigit(l.next(i+1)) && isDigit(l.next(i+2)) && !isDigit(l.next(i+3))
}

// joinSingles takes digits that are set apart one by one, with the unit set
// apart as well: 4 3 8 亿 美 元, 1 2 . 5 ％. A group that begins with 00 is the
// rest of a number in any case: ３ ００亿.
func (s *scanner) joinSingles(a *arabic) bool {
	l := &s.line
	end, point := a.end, -1
	apart := len(a.digits) == 1
	for end < l.len() && l.gap[end] && (isDigit(l.rune(end)) || point < 0 && l.rune(end) == '.' && isDigit(l.rune(end+1))) {
		if l.rune(end) == '.' {
			point = end
		}
		if end++; isDigit(l.next(end)) {
			apart = false
			break
		}
	}
	switch {
	case apart && end < l.len() && l.gap[end] && s.measures(end):
	case len(a.digits) <= 3 && l.rune(a.end) == '0' && l.next(a.end+1) == '0':
		for end = a.end + 1; isDigit(l.next(end)); {
			end++
		}
		if point = -1; !s.measures(end) {
			return false
		}
	default:
		return false
	}
	if point >= 0 {
		a.fraction = end - point - 1
	}
	s.takeAll(a, end)
	return true
}

// joinPoint takes the fraction behind a point with a space beside it. The 1 of
// "1. 5个项目" is the number of an item: it opens a sentence.
func (s *scanner) joinPoint(a *arabic) {
	l, e := &s.line, a.end
	if !l.gap[e] && !l.gap[e+1] {
		return
	}
	end := e + 2
	for end < l.len() && isDigit(l.rune(end)) && (!l.gap[end] || l.gap[e] && l.gap[e+1]) {
		end++
	}
	if !l.gap[e] && (!isLetter(l.rune(a.start-1)) || l.gap[a.start] && !s.longestIs(end, isPercent)) {
		return
	}
	if a.commas || !s.measures(end) {
		s.tornUntil = s.endOfTorn(e)
		return
	}
	a.fraction = end - e - 1
	s.takeAll(a, end)
}

// joinComma takes the thousands behind a comma with a space beside it where
// the unit is set apart as well; "1, 200万" may be one number or two. Commas
// without spaces must part thousands, or a list that could be none.
func (s *scanner) joinComma(a *arabic) {
	l, e := &s.line, a.end
	if l.gap[e] || l.gap[e+1] {
		if len(a.digits) > 3 || a.fraction > 0 || !threeMore(l, e+1) {
			return
		}
		end := e + 4
		if end < l.len() && l.gap[end] && s.measures(end) {
			s.takeAll(a, end)
			a.commas = true
			return
		}
		s.tornUntil = s.endOfTorn(e)
		return
	}
	end, last := e, 0
	for l.next(end) == ',' && l.raw[end] == ',' && isDigit(l.next(end+1)) {
		for end, last = end+1, 0; isDigit(l.next(end)); end++ {
			last++
		}
	}
	if last == 3 && a.fraction == 0 && s.measures(end) {
		s.tornUntil = end
	} else {
		s.listUntil = end
	}
}

// passLetters notes a number with letters for digits before a unit or a place.
func (s *scanner) passLetters(a *arabic) {
	l, end := &s.line, a.end
	if l.gap[end] {
		return
	}
	for r := l.next(end); isDigit(r) || r == 'o' || r == 'l' || r == 'i'; r = l.next(end) {
		end++
	}
	if s.measures(end) && !isLatin(l.next(end)) {
		s.tornUntil = s.endOfTorn(end)
	}
}

// letterBefore reports whether the 0亿 at i has a letter before it that looks
// like a digit, as in l0亿, and no other letter.
func (s *scanner) letterBefore(i int) bool {
	l := &s.line
	switch l.rune(i - 1) {
	case 'o', 'l', 'i':
		return !l.gap[i] && !isLatin(l.rune(i-2)) && s.tree.sign(l.rune(i)).role == noRole
	}
	return false
}

// measures reports whether what makes a number a figure stands at i: a place, a
// unit or a sign of percent.
func (s *scanner) measures(i int) bool {
	return s.sign(i).role == placeRole || s.longestIs(i, measuring)
}

// endOfTorn is where the digits, their commas and points and the places that
// begin at i end.
func (s *scanner) endOfTorn(i int) int {
	l := &s.line
	for i < l.len() && (isDigit(l.rune(i)) || (l.rune(i) == '.' || l.rune(i) == ',') && isDigit(l.rune(i+1))) {
		i++
	}
	for i < l.len() && s.sign(i).role == placeRole {
		i++
	}
	return i
}

// takeAll adds the digits up to end.
func (s *scanner) takeAll(a *arabic, end int) {
	for i := a.end; i < end; i++ {
		if r := s.line.rune(i); isDigit(r) && len(a.digits) <= maxDigits {
			a.digits = append(a.digits, byte(r))
		}
	}
	a.end = end
	s.digits = a.digits
}

// asideAt says why a number in Arabic digits at start:end is none of its own:
// it is what is left of a torn one, or one factor of 2×300, or numbers a table.
func (s *scanner) asideAt(start, end int) string {
	l := &s.line
	switch {
	case (start < s.tornUntil || s.letterBefore(start) && s.measures(end)) && !s.timeUnit(end):
		return "torn"
	case isFactorSign(l.rune(start-1)) && isDigit(l.rune(start-2)) || isFactorSign(l.next(end)) && isDigit(l.next(end+1)):
		return "product"
	case s.line.labels(start):
		return "code"
	}
	return ""
}

// labels reports whether the number of a table or figure stands at i: 表1
// 成员国贸易额, 见图2.
func (l *line) labels(i int) bool {
	switch l.rune(i - 1) {
	case '表', '图':
		return i == 1 || strings.ContainsRune("(（如见附", l.rune(i-2))
	}
	return false
}

func isFactorSign(r rune) bool { return r == '×' || r == '*' || r == 'x' || r == '✕' }
