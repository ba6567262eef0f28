package quantity

import (
	"math/big"

	"fenghui/wasm/text"
)

// maxDigits is how long a number may be; what is longer is a code or a slip.
const maxDigits = 40

// arabic is a number in Arabic digits.
type arabic struct {
	start, end int
	digits     []byte // without commas and point
	fraction   int    // how many of them stand behind the point
	commas     bool
	dotted     bool // 3.5.6, 192.168.0.1: the number of a version or a machine
}

// unreadable reports whether there are digits, but no number a reader would see.
func (a *arabic) unreadable() bool { return a.dotted || len(a.digits) > maxDigits }

// coefficient returns the number as m × 10^-fraction.
func (a *arabic) coefficient() (m int64, long *big.Int) {
	if len(a.digits) <= 18 {
		for _, d := range a.digits {
			m = m*10 + int64(d-'0')
		}
		return m, nil
	}
	long, _ = new(big.Int).SetString(string(a.digits), 10)
	return 0, long
}

// arabic reads the digits at i, with thousands commas and a decimal point.
// The result ends at i when there are none.
func (s *scanner) arabic(i int) arabic {
	l := &s.line
	a := arabic{start: i, end: i, digits: s.digits[:0]}
	a.takeDigits(l)
	if l.next(i) == '.' && text.StopsBeforeDigit(l.rune(i-1)) {
		return a // 作了探讨.3种方法
	}
	if n := len(a.digits); n >= 1 && n <= 3 && i >= s.plainUntil && l.rune(i-1) != '\'' {
		s.takeThousands(&a)
	}
	if (l.next(a.end) == '.' || s.dotIsPoint(a.end) || s.commaIsPoint(&a)) && isDigit(l.next(a.end+1)) || len(a.digits) == 0 && l.rune(i) == '.' && isDigit(l.next(i+1)) {
		whole := len(a.digits)
		a.end++
		a.takeDigits(l)
		a.fraction = min(len(a.digits), maxDigits+1) - whole
	}
	for a.fraction > 0 && l.next(a.end) == '.' && isDigit(l.next(a.end+1)) {
		a.dotted = true
		a.end++
		a.takeDigits(l)
	}
	for a.dotted && l.next(a.end) == ',' && isDigit(l.next(a.end+1)) { // 1.234.567,89
		a.end++
		a.takeDigits(l)
	}
	s.digits = a.digits
	return a
}

// dotIsPoint reports whether the middle dot at i is a decimal point: 6·9%, 7·2公里.
// In 9·11事件 it stands between month and day.
func (s *scanner) dotIsPoint(i int) bool {
	l := &s.line
	if l.next(i) != '·' || !isDigit(l.rune(i-1)) {
		return false
	}
	for i++; isDigit(l.next(i)); {
		i++
	}
	return s.sign(i).role == placeRole || s.longestIs(i, behindPoint)
}

// commaIsPoint reports whether the comma behind the digits is a decimal point, as
// in texts from Russian: 18,2%, 11,3亿. In 3,5号楼 and 1,2,3% it separates.
func (s *scanner) commaIsPoint(a *arabic) bool {
	l, i := &s.line, a.end
	whole := len(a.digits)
	if a.commas || whole == 0 || whole > 3 || l.rune(a.start-1) == ',' || i < s.plainUntil {
		return false
	}
	for ; l.next(i) == ',' && l.raw[i] == ','; i++ {
		from := i + 1
		for i++; isDigit(l.next(i)); {
			i++
		}
		if n := i - from; n < 1 || n > 2 {
			return false
		}
		if l.next(i) == '%' || s.sign(i).role == placeRole {
			return true
		}
		if l.next(i) != '-' && l.next(i) != '至' {
			return false
		}
		for isDigit(l.next(i + 1)) { // 3,5-4,5%
			i++
		}
	}
	return false
}

// takeDigits appends the digits at a.end; of a run that is too long only as
// many as show that it is.
func (a *arabic) takeDigits(l *line) {
	for first := a.end; isDigit(l.rune(a.end)); a.end++ {
		if a.end > first && l.gap[a.end] {
			return
		}
		if len(a.digits) <= maxDigits {
			a.digits = append(a.digits, byte(l.rune(a.end)))
		}
	}
}

// takeThousands goes on over groups of exactly three digits behind commas. In
// 100,200,30 the commas separate a list, so nothing is taken; that is noted,
// so that the rest of the list is not looked through again and again.
func (s *scanner) takeThousands(a *arabic) {
	l := &s.line
	end, plain := a.end, false
	for s.thousandsComma(end, &plain) && threeDigits(l, end+1) {
		end += 4
	}
	if end == a.end || plain && !s.mixedCommas(a.end, end) {
		return
	}
	if l.next(end) == ',' && isDigit(l.next(end+1)) && l.raw[end] == ',' {
		s.plainUntil = end
		return
	}
	for i := a.end; i < end; i++ {
		if r := l.rune(i); isDigit(r) && len(a.digits) <= maxDigits {
			a.digits = append(a.digits, byte(r))
		}
	}
	a.end, a.commas = end, true
}

// thousandsComma reports whether the rune at i is a comma. A wide one also
// separates items of a list: plain notes that one was seen among narrow digits.
func (s *scanner) thousandsComma(i int, plain *bool) bool {
	l := &s.line
	if l.next(i) == '\'' && isDigit(l.next(i+1)) {
		return true // 1'234'567
	}
	if l.next(i) != ',' || !isDigit(l.next(i+1)) {
		return false
	}
	if l.raw[i] != ',' && l.raw[i+1] == l.folded[i+1] {
		*plain = true
	}
	return true
}

// mixedCommas reports whether there is a narrow comma among those of start:end;
// then the wide ones are slips of the keyboard.
func (s *scanner) mixedCommas(start, end int) bool {
	for i := start; i < end; i++ {
		if s.line.raw[i] == ',' {
			return true
		}
	}
	return false
}

func threeDigits(l *line, i int) bool {
	return isDigit(l.next(i)) && isDigit(l.next(i+1)) && isDigit(l.next(i+2)) && !isDigit(l.next(i+3))
}
