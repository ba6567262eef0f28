package quantity

import "math/big"

// take passes the place with p zeros at c.i and applies it to what it stands
// behind; false when it cannot stand there.
func (c *counting) take(p int, got bool, had int) bool {
	ok := false
	if p < 4 {
		ok = c.takeSmall(p, got, had)
	} else {
		ok = c.takeBig(p, got)
	}
	if !ok {
		return false
	}
	c.i++
	c.place, c.zero = p, false
	c.n.tail = append(c.n.tail, p)
	c.n.lone = false
	return true
}

// takeSmall applies 十, 百 or 千 to its digit. A digit may be missing before
// 十 (一百十六), and at the beginning (百余, 千万).
func (c *counting) takeSmall(p int, got bool, had int) bool {
	if p >= c.small {
		return false
	}
	if got {
		for k := had; k < len(c.terms); k++ {
			c.terms[k].exp += p
		}
		c.n.tail = c.n.tail[:0]
		c.small = p
		return true
	}
	if c.place >= 0 && p != 1 || c.place < 0 && p != 1 && !c.s.impliedOne(c.i) {
		return false
	}
	c.terms = append(c.terms, term{m: 1, exp: p})
	c.n.tail = c.n.tail[:0]
	c.small = p
	return true
}

// takeBig applies 万, 亿 or 兆 to everything before it that has none as big:
// 一万五千亿 is 15000 亿, but in 五兆六十亿 each stands for itself.
func (c *counting) takeBig(p int, got bool) bool {
	if len(c.terms) == 0 {
		if !c.s.impliedOne(c.i) {
			return false
		}
		c.terms = append(c.terms, term{m: 1})
		got = true
	}
	section := got || c.small < 9
	from := len(c.terms)
	for from > 0 && (c.terms[from-1].big < p || !section && p == 4 && c.terms[from-1].big == 4) {
		from--
	}
	if from == len(c.terms) || section && from > 0 && c.terms[from-1].big == p {
		return false
	}
	for k := from; k < len(c.terms); k++ {
		c.terms[k].exp += p
		c.terms[k].big += p
	}
	if section && c.small == 9 {
		c.n.tail = c.n.tail[:0]
	}
	c.small = 9
	c.n.scaled = true
	return true
}

// last uses a coefficient without a place at the end: the 五 of 一百零五 and of
// 三万五, which is 35000, the 4000 of 3万4000.
func (c *counting) last(had int) bool {
	if c.long {
		return true
	}
	t := &c.terms[had]
	if c.small == 1 || c.zero || t.kind == slackTerm {
		return c.fitsBelow(t)
	}
	if t.m >= 10 || t.long != nil {
		return c.fitsBelow(t)
	}
	if t.exp < 0 || c.s.timeUnit(c.i) && isDigit(c.s.line.rune(c.i-1)) {
		return false
	}
	for k := had; k < len(c.terms); k++ {
		c.terms[k].exp = c.place - 1
	}
	c.n.tail = c.n.tail[:0]
	return true
}

// fitsBelow reports whether t is smaller than the place before it. Arabic digits
// before 年 are a year of its own.
func (c *counting) fitsBelow(t *term) bool {
	if t.kind == slackTerm {
		return true
	}
	if t.long != nil || t.exp < 0 || c.s.timeUnit(c.i) && isDigit(c.s.line.rune(c.i-1)) {
		return false
	}
	limit := int64(1)
	for k := 0; k < c.place; k++ {
		limit *= 10
	}
	if t.m >= limit {
		return false
	}
	c.n.tail = c.n.tail[:0]
	return true
}

// tenApart reports whether 十 behind Arabic digits begins a number of its own:
// 2013—2023十年间, and not 11.3十亿.
func (c *counting) tenApart() bool {
	return c.place < 0 && c.n.fromArabic && c.s.sign(c.i) == (sign{role: placeRole, value: 1}) && len(c.terms) > 0 && c.terms[0].m >= 10 &&
		c.s.sign(c.i+1) != (sign{role: placeRole, value: 8})
}

// nonsense passes places that cannot follow (亿亿, 万亿亿) and tells that there
// are some: then there is no number here.
func (c *counting) nonsense() bool {
	if c.long {
		for c.s.sign(c.i).role != noRole || isDigit(c.s.line.rune(c.i)) {
			c.i++
		}
		return true
	}
	if c.tenApart() {
		return false
	}
	bad := false
	for c.s.line.next(c.i) != 0 && c.s.sign(c.i).role == placeRole && !c.s.unitAt(c.i) {
		bad = true
		c.i++
	}
	return bad
}

// sum adds the terms up; false when the number is longer than maxDigits.
func (c *counting) sum() bool {
	n := &c.n
	for _, t := range c.terms {
		if t.exp > maxDigits || t.exp < -maxDigits {
			return false
		}
	}
	if sum, ok := c.smallSum(); ok {
		n.value = new(big.Rat).SetInt64(sum)
	} else {
		n.value = sumOf(c.terms, valueTerm)
	}
	if c.raised != nil {
		n.value = c.raised
	}
	if len(n.value.Num().Bits()) > 3 && len(n.value.Num().String()) > maxDigits {
		return false
	}
	if d := sumOf(c.terms, spreadTerm); d != nil {
		n.max = d.Add(d, n.value)
	}
	if d := sumOf(c.terms, slackTerm); d != nil {
		n.ceiling = d.Add(d, n.value)
	}
	return true
}

// smallSum is the value of a whole number of few digits.
func (c *counting) smallSum() (sum int64, ok bool) {
	for _, t := range c.terms {
		if t.kind != valueTerm {
			continue
		}
		if t.long != nil || t.exp < 0 || t.exp > 15 || t.m >= 1e15 {
			return 0, false
		}
		m := t.m
		for range t.exp {
			if m *= 10; m >= 1e15 {
				return 0, false
			}
		}
		sum += m
	}
	return sum, true
}

// sumOf adds the terms of one kind; nil when there is none, 0 for values.
func sumOf(terms []term, kind termKind) *big.Rat {
	var sum *big.Rat
	for _, t := range terms {
		if t.kind != kind {
			continue
		}
		r := t.rat()
		if sum == nil {
			sum = r
		} else {
			sum.Add(sum, r)
		}
	}
	if sum == nil && kind == valueTerm {
		return new(big.Rat)
	}
	return sum
}

func (t term) rat() *big.Rat {
	m := t.long
	if m == nil {
		m = big.NewInt(t.m)
	}
	switch {
	case t.exp < 0:
		return new(big.Rat).SetFrac(m, powers[-t.exp])
	case t.exp > 0:
		m = new(big.Int).Mul(m, powers[t.exp])
	}
	return new(big.Rat).SetInt(m)
}
