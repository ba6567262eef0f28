package quantity

import "math/big"

// decimal reads 点 and the digits behind it, and the 万 or 亿 behind those:
// 三点一四, 8点5, 二十点一万. Hours and minutes (八点五十) are left alone.
func (c *counting) decimal() {
	l := &c.s.line
	if c.fuzzy || c.fraction > 0 || l.rune(c.i) != '点' || c.long {
		return
	}
	run := c.pointDigits(c.i + 1)
	if run == 0 || run > maxDigits || c.clockAt(run) {
		return
	}
	a := arabic{digits: make([]byte, run)}
	for k := range a.digits {
		a.digits[k] = c.digitAt(c.i + 1 + k)
	}
	m, long := a.coefficient()
	c.terms = append(c.terms, term{m: m, long: long, exp: -run})
	c.i += 1 + run
	c.fraction, c.n.digits, c.n.lone = run, "", false
	for p := c.s.sign(c.i); p.role == placeRole && p.value >= 4 && !c.s.placeOfUnit(c.i, true); p = c.s.sign(c.i) {
		for k := range c.terms {
			c.terms[k].exp += p.value
		}
		c.n.tail, c.n.scaled = append(c.n.tail, p.value), true
		c.place = p.value
		c.i++
	}
}

// pointDigits counts the digits behind 点, all of one kind.
func (c *counting) pointDigits(i int) int {
	n := 0
	if isDigit(c.s.line.rune(i)) {
		for isDigit(c.s.line.next(i+n)) || n == 0 {
			n++
		}
		return n
	}
	for c.s.sign(i+n).role == digitRole {
		n++
	}
	return n
}

func (c *counting) digitAt(i int) byte {
	if r := c.s.line.rune(i); isDigit(r) {
		return byte(r)
	}
	return byte('0' + c.s.sign(i).value)
}

// clockAt reports whether 点 means o'clock: minutes follow (8点30, 八点五分,
// 九点十五), not digits of a fraction.
func (c *counting) clockAt(run int) bool {
	after := c.i + 1 + run
	switch c.s.line.next(after) {
	case '十', '整', '刻':
		return true
	case '分':
		return c.s.line.next(after+1) != '之'
	}
	return run == 2 && isDigit(c.s.line.rune(c.i+1)) && len(c.terms) == 1 && c.terms[0].m <= 24
}

// suffix passes the k of 15k and the w of 30w; with a fraction also M, G and T
// (1.04M), which else are units.
func (c *counting) suffix() {
	l := &c.s.line
	if !c.n.fromArabic || c.place >= 0 || isLatin(l.next(c.i+1)) || isDigit(l.next(c.i+1)) {
		return
	}
	r, zeros := l.next(c.i), 0
	switch {
	case r == 'k':
		zeros = 3
	case r == 'w' && l.raw[c.i] == 'w':
		zeros = 4
	case r == 'm' && l.raw[c.i] != 'm' && c.fraction > 0:
		zeros = 6
	case r == 'g' && l.raw[c.i] != 'g' && c.fraction > 0:
		zeros = 9
	default:
		return
	}
	c.terms[0].exp += zeros
	c.n.suffix, c.n.digits = r, ""
	c.i++
}

// power reads an exponent: 2^-1, 1.1^+23, 1.5e10.
func (c *counting) power() {
	l := &c.s.line
	mark := l.next(c.i)
	if !c.n.fromArabic || c.place >= 0 || mark != '^' && mark != 'e' || c.terms[0].long != nil {
		return
	}
	i, negative := c.i+1, false
	if r := l.next(i); r == '-' || r == '+' {
		negative = r == '-'
		i++
	}
	n, first := 0, i
	for ; isDigit(l.next(i)); i++ {
		n = min(n*10+int(l.rune(i)-'0'), maxDigits+1)
	}
	if i == first || isLatin(l.next(i)) {
		return
	}
	switch {
	case n > maxDigits:
		c.long = true
	case mark == 'e' && negative:
		c.terms[0].exp -= n
	case mark == 'e':
		c.terms[0].exp += n
	default:
		c.long = !c.raise(n, negative)
	}
	c.i, c.n.digits = i, ""
}

// raise replaces the value by its power; false when that is too long, or
// divides by zero.
func (c *counting) raise(n int, negative bool) bool {
	base := c.terms[0].rat()
	if base.Sign() == 0 || n*base.Num().BitLen() > 256 || n*base.Denom().BitLen() > 256 {
		return false
	}
	e := big.NewInt(int64(n))
	num, den := new(big.Int).Exp(base.Num(), e, nil), new(big.Int).Exp(base.Denom(), e, nil)
	if negative {
		num, den = den, num
	}
	c.raised = new(big.Rat).SetFrac(num, den)
	return true
}

// few passes the 几 of 20几天, which Chinese numerals read as their last digit.
func (c *counting) few() bool {
	if c.fuzzy || !c.n.fromArabic || c.place >= 0 || c.fraction > 0 || c.s.line.next(c.i) != '几' || !c.s.unitAt(c.i+1) {
		return false
	}
	if m := c.terms[0].m; m == 0 || m%10 != 0 {
		return false
	}
	c.terms = append(c.terms, term{m: 1, exp: 1, kind: slackTerm})
	c.i++
	return true
}

// trailing passes 多, 余 or 来 behind the number (50多项, 60余份, 十来个).
func (c *counting) trailing() {
	if c.few() {
		return
	}
	if c.fuzzy || !c.s.isMore(c.i) || len(c.terms) == 0 {
		return
	}
	last := c.terms[len(c.terms)-1]
	if c.n.lone || last.m < 10 && last.exp < 1 || c.fraction > 0 && c.place < 0 {
		return
	}
	if r := c.s.line.rune(c.i); r == '来' {
		if last.exp < 1 && last.m%10 != 0 || !c.s.unitAt(c.i+1) {
			return
		}
	}
	c.addSlack(c.s.line.rune(c.i), c.place < 0)
	c.i++
}
