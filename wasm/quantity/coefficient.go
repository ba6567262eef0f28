package quantity

// coefficient reads what stands before a place: digits of either kind or 几.
func (c *counting) coefficient() bool {
	if c.fuzzy {
		return false
	}
	r := c.s.line.rune(c.i)
	if isDigit(r) || r == '.' && c.place < 0 && c.s.line.rune(c.i-1) != '.' {
		return c.arabicCoefficient()
	}
	switch sign := c.s.sign(c.i); sign.role {
	case digitRole, twoRole:
		return c.chineseCoefficient(sign)
	case tensRole:
		c.terms = append(c.terms, term{m: int64(sign.value), exp: 1})
		c.i++
		c.place, c.small = 1, 1
		return c.after廿()
	case fewRole:
		return c.fewCoefficient(r)
	}
	return false
}

// after廿 lets a digit follow 廿 as it follows 二十.
func (c *counting) after廿() bool {
	if sign := c.s.sign(c.i); sign.role == digitRole {
		c.terms = append(c.terms, term{m: int64(sign.value)})
		c.i++
	}
	return true
}

func (c *counting) arabicCoefficient() bool {
	if c.place >= 0 && c.s.line.gap[c.i] && !c.spacedOut() {
		return false
	}
	a := c.s.arabic(c.i)
	if a.end == a.start {
		return false
	}
	if c.place < 0 {
		c.s.mend(&a)
	}
	c.i = a.end
	if a.unreadable() {
		c.long = true
		return true
	}
	m, long := a.coefficient()
	c.terms = append(c.terms, term{m: m, long: long, exp: -a.fraction})
	if c.place < 0 {
		if a.fraction == 0 && !a.commas {
			c.n.digits = string(a.digits)
		}
		c.fraction = a.fraction
	}
	return true
}

// spacedOut reports whether spaces stand around all parts of the number: 3 亿 5 千万.
func (c *counting) spacedOut() bool {
	l, end := &c.s.line, c.i
	for isDigit(l.rune(end)) {
		end++
	}
	return l.gap[c.i-1] && c.s.sign(end).role == placeRole && l.gap[end]
}

// chineseCoefficient reads one digit, a list of two (四五千) or, at the
// beginning, a number said digit by digit.
func (c *counting) chineseCoefficient(first sign) bool {
	run := c.digitRun()
	if (run >= 2 || c.s.sign(c.i+1).role == twoRole) && c.list(first, run) {
		return true
	}
	if c.place >= 0 && run > 1 || first.role == twoRole && c.place >= 0 && c.s.sign(c.i+1).role != placeRole {
		return false
	}
	if first.formal && run == 1 && c.place < 0 && c.partOfWord() {
		return false
	}
	if first.role == twoRole || run == 1 {
		c.terms = append(c.terms, term{m: int64(first.value)})
		c.i++
		c.n.lone = c.place < 0
		return true
	}
	return c.saidDigits(run)
}

// partOfWord reports whether the single formal digit at c.i belongs to a word:
// 参 of 参加, 陆 of 陆路. Neither a place nor a unit follows then.
func (c *counting) partOfWord() bool {
	next := c.i + 1
	if c.s.line.next(next) == '分' && c.s.behind(c.i, isMoney) {
		return false // 捌角玖分
	}
	return isHan(c.s.line.next(next)) && c.s.sign(next).role != placeRole && !c.s.longestIs(next, isMoneyUnit)
}

// digitRun counts the Chinese digits at c.i; 两 counts only as the first.
func (c *counting) digitRun() int {
	n := 1
	for c.s.line.next(c.i+n) != 0 && c.s.sign(c.i+n).role == digitRole {
		n++
	}
	return n
}

// saidDigits reads digit by digit: 二〇二五.
func (c *counting) saidDigits(run int) bool {
	if run > maxDigits {
		c.i += run
		c.long = true
		return true
	}
	digits := make([]byte, run)
	for k := range digits {
		digits[k] = byte('0' + c.s.sign(c.i+k).value)
	}
	a := arabic{digits: digits}
	m, long := a.coefficient()
	c.terms = append(c.terms, term{m: m, long: long})
	c.n.digits = string(digits)
	c.i += run
	return true
}

// list reads two digits that mean "this or the next": 四五千, 十七八, 两三个.
func (c *counting) list(first sign, run int) bool {
	second := c.s.sign(c.i + 1)
	if run == 1 && second.role == twoRole && first.value == 1 {
		run = 2 // 一两天
	}
	if run != 2 || !neighbours(first.value, second.value) {
		return false
	}
	if c.place < 0 && c.s.sign(c.i+2).role != placeRole && !c.s.countsList(c.i+2, first, second) {
		return false
	}
	c.terms = append(c.terms, term{m: int64(first.value)}, term{m: int64(second.value - first.value), kind: spreadTerm})
	c.i += 2
	c.fuzzy = true
	return true
}

// neighbours: people say 三五个 as well as 三四个, but never 二五个.
func neighbours(a, b int) bool { return a >= 1 && (b == a+1 || a == 3 && b == 5) }

// fewCoefficient reads 几 behind a place (十几) or before one (几十, 数百).
func (c *counting) fewCoefficient(r rune) bool {
	switch next := c.s.sign(c.i + 1); {
	case c.place >= 0 && r == '几' && c.small < 9:
		c.terms = append(c.terms, term{m: 1, exp: c.small, kind: slackTerm})
	case c.place < 0 && next.role == placeRole:
		c.terms = append(c.terms, term{m: 1}, term{m: 9, kind: slackTerm})
		c.n.indefinite = true
	default:
		return false
	}
	c.i++
	c.fuzzy = true
	return true
}

// fuzzyBeforePlace passes 多, 余 or 来 with a place behind it: 40多万, 十多亿.
func (c *counting) fuzzyBeforePlace(had int) bool {
	if c.fuzzy || len(c.terms) == 0 || !c.s.isMore(c.i) {
		return false
	}
	if p := c.s.sign(c.i + 1); p.role != placeRole || p.value < 4 && c.place >= 0 {
		return false
	}
	c.addSlack(c.s.line.rune(c.i), len(c.terms) > had)
	c.i++
	return true
}

// addSlack notes that a number goes on below its last place: 3000多 is below
// 4000. With 来 it may as well be less.
func (c *counting) addSlack(r rune, digits bool) {
	c.fuzzy = true
	if r == '来' {
		c.n.about = true
		return
	}
	last := c.terms[len(c.terms)-1]
	exp := last.exp
	if m := last.m; digits || c.place < 0 {
		for ; m != 0 && m%10 == 0; m /= 10 {
			exp++
		}
	}
	c.terms = append(c.terms, term{m: 1, exp: exp, big: last.big, kind: slackTerm})
}
