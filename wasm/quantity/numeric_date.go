package quantity

import "fenghui/wasm/period"

// numericDate reads a date in digits at rune i (2010/01/29, 2010-1-29,
// 2010.01.29, 2010 01 29, 29/1/2018) and appends it as a token. It returns the
// rune to go on with, i when there is none.
func (s *scanner) numericDate(i int) int {
	if end := s.fullDate(i); end > i {
		return end
	}
	return s.yearAndMonth(i)
}

// yearAndMonth reads 2015-3, 2015/03 and 1999.08; with a point only where the
// month begins with 0, since 2015.3 may be a number.
func (s *scanner) yearAndMonth(i int) int {
	l := &s.line
	mark := l.next(i + 4)
	if i > 0 && !l.gap[i] && (isDigit(l.rune(i-1)) || isLatin(l.rune(i-1)) || l.rune(i-1) == '.' || l.rune(i-1) == '-') {
		return i
	}
	if !yearlike(l, i) || mark != '-' && mark != '/' && (mark != '.' || l.next(i+5) != '0') || l.raw[i+4] == '—' {
		return i
	}
	month, end := 0, i+5
	for ; isDigit(l.next(end)) && end < i+8; end++ {
		month = month*10 + int(l.rune(end)-'0')
	}
	if month < 1 || month > 12 || end > i+7 || l.next(end) == '.' && isDigit(l.next(end+1)) || s.longest(l, end, unitWords).end > end || l.next(end) == '%' || l.dashed(end) {
		return i
	}
	year := 0
	for k := i; k < i+4; k++ {
		year = year*10 + int(l.rune(k)-'0')
	}
	m := match{s: s, rule: &numericDateRule, start: i, end: end}
	t, _ := m.token(m.moment(Period, calendarUnit(Date{year, month, 1}, Month)), isWhen, isMo)
	return s.add(t)
}

// fullDate is numericDate for a day.
func (s *scanner) fullDate(i int) int {
	l := &s.line
	if !isDigit(l.rune(i)) || i > 0 && (isDigit(l.rune(i-1)) || isLatin(l.rune(i-1)) || l.rune(i-1) == '.') && !l.gap[i] {
		return i
	}
	var part, length [3]int
	var mark [3]rune
	at := i
	for k := range part {
		first := at
		for isDigit(l.rune(at)) && at < first+5 && (at == first || !l.gap[at]) {
			part[k] = part[k]*10 + int(l.rune(at)-'0')
			at++
		}
		if length[k] = at - first; length[k] == 0 || length[k] > 4 {
			return i
		}
		if k < 2 {
			if mark[k] = s.dateMark(at); mark[k] == 0 {
				return i
			}
			if mark[k] != ' ' {
				at++
			}
		}
	}
	if mark[0] != mark[1] || isDigit(l.next(at)) || l.next(at) == mark[0] && isDigit(l.next(at+1)) || l.next(at) == '年' {
		return i
	}
	d, ok := s.dateOrder(part, length, mark[0])
	if !ok {
		return i
	}
	return s.addDate(d, i, at)
}

// dateMark returns the separator at i: one of / - . or a space, 0 for none.
func (s *scanner) dateMark(i int) rune {
	l := &s.line
	switch r := l.next(i); r {
	case '/', '-', '.':
		return r
	}
	if i < l.len() && l.gap[i] && isDigit(l.rune(i)) {
		return ' '
	}
	return 0
}

// dateOrder finds out which part is what: the year first, or the day and the
// month before a year of four digits.
func (s *scanner) dateOrder(part, length [3]int, mark rune) (Date, bool) {
	d := Date{part[0], part[1], part[2]}
	switch {
	case length[0] == 4 && length[1] <= 2 && length[2] <= 2:
		return d, d.valid() && d.Year >= 1000
	case length[2] == 4 && length[0] <= 2 && length[1] <= 2:
		if d = (Date{part[2], part[1], part[0]}); !d.valid() {
			d = Date{part[2], part[0], part[1]}
		}
		return d, d.valid() && d.Year >= 1000 && mark != ' '
	case length[0] <= 2 && length[1] <= 2 && length[2] == 2 && (mark == '-' || mark == '/'):
		return s.shortYear(part, length[0])
	}
	return Date{}, false
}

// shortYear finds out the order of a date whose year has two digits: the year
// stands first when it can, else last.
func (s *scanner) shortYear(part [3]int, first int) (Date, bool) {
	for _, d := range []Date{
		{s.fullYear(part[0]), part[1], part[2]},
		{s.fullYear(part[2]), part[1], part[0]},
		{s.fullYear(part[2]), part[0], part[1]},
	} {
		if d.valid() && first == 2 {
			return d, true
		}
		first = 2
	}
	return Date{}, false
}

func (s *scanner) addDate(d Date, start, end int) int {
	m := match{s: s, rule: &numericDateRule, start: start, end: end}
	t, _ := m.token(m.moment(DateKind, calendarUnit(d, Day)), isWhen)
	return s.add(t)
}

var numericDateRule = rule{name: "date.numeric"}

// monthSlash reads 12/1 as a day of a month, nil when it cannot be one.
func (m *match) monthSlash(n *numeral) *Quantity {
	a, ok := small(n.slashed[0].value)
	b, ok2 := small(n.slashed[1].value)
	if !ok || !ok2 {
		return nil
	}
	if a > 12 {
		a, b = b, a
	}
	if a < 1 || a > 12 || b < 1 || b > period.DaysIn(2024, a) {
		return nil
	}
	r := m.moment(DateKind, m.s.cyclic(Date{0, a, b}, Year, Day), n.slashed[0], n.slashed[1])
	r.conclude()
	r.publish(m.s)
	return &r.Quantity
}
