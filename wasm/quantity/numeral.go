package quantity

import "math/big"

// numeral is a number as it is written, before any unit.
type numeral struct {
	start, end int      // runes of the line, 多, 余 and 来 behind it included
	core       int      // the end without them
	value      *big.Rat // exact
	max        *big.Rat // the upper end of a list such as 四五千, else nil
	ceiling    *big.Rat // what 多, 余, 几 stay below: 4000 for 3000多; else nil
	about      bool     // 来: 十来个
	indefinite bool     // 几十, 数百: no more than an order of magnitude
	digits     string   // how it was written digit by digit (2025, 08, 二〇二五), else ""
	fromArabic bool
	scaled     bool  // has 万, 亿 or 兆
	lone       bool  // one single Chinese digit
	implied    bool  // a place alone, without a digit: 万元, 上千
	tail       []int // the places that end it, for 20到30亿
	suffix     rune  // k or w: 15k, 30w
	negative   bool
	pair       bool   // 俩 or 仨, with 个 in it
	ratio      bool   // a fraction
	aside      string // why the number is no figure: 这一, 另一
	slashed    [2]*numeral
	ends       [2]*numeral // of a range
	literal    *big.Rat    // its lower end when only the last place goes for it too
	why        []Step
}

// over reports whether the number says that there are more: 40多万, 十几.
func (n *numeral) over() bool { return n.ceiling != nil }

// term is one part of a number, m × 10^exp; of 三万五千 there are two.
type term struct {
	m    int64
	long *big.Int // the same, where an int64 cannot hold it; else nil
	exp  int
	big  int // the zeros of its 万, 亿 and 兆 together
	kind termKind
}

type termKind int

const (
	valueTerm  termKind = iota
	spreadTerm          // how far the upper end of a list lies above
	slackTerm           // how much 多 or 几 may add
)

// counting reads one number, place by place.
type counting struct {
	s     *scanner
	i     int // next rune
	start int // the first one
	terms []term
	small int  // zeros of the smallest place so far of this 万, 9 when there is none
	zero  bool // 零 was passed since the last place
	place int  // zeros of the place passed last, -1 at the beginning
	fuzzy bool // a list, 几 or 多 was read: only places may follow
	n     numeral
	long  bool // more digits than maxDigits

	fraction int      // digits behind the point
	raised   *big.Rat // the value of a power
}

// numeral reads the number at rune i, sign included. When there is none it
// returns nil and the rune to go on with, which is i, or, when something was
// passed that looks like a number but is none (200 digits, 亿亿), behind it.
func (s *scanner) numeral(i int) (*numeral, int) {
	start := i
	negative := s.minus(i)
	if negative {
		i++
		if s.line.rune(i) == '的' {
			i++
		}
	}
	c := counting{s: s, i: i, start: i, terms: s.terms[:0], small: 9, place: -1}
	c.n.fromArabic = isDigit(s.line.rune(i)) || s.line.rune(i) == '.'
	ok := c.read()
	s.terms = c.terms[:0]
	if !ok {
		if c.i > i {
			return nil, c.i
		}
		return nil, start
	}
	n := c.n
	n.start, n.negative = start, negative
	n.implied = n.core == i+1 && s.sign(i).role == placeRole && s.sign(i).value > 1 && !n.over()
	if n.fromArabic {
		n.aside = s.asideAt(i, n.end)
	}
	if negative {
		n.value = new(big.Rat).Neg(n.value)
		n.max, n.ceiling = nil, nil
	}
	n.why = []Step{{Rule: c.rule(), Text: s.text(start, n.end), Value: Decimal(n.value)}}
	return &n, n.end
}

// read fills in the numeral; false when there is none.
func (c *counting) read() bool {
	if r := c.s.sign(c.i); r.role == romanRole || r.role == pairRole {
		c.terms = append(c.terms, term{m: int64(r.value)})
		c.n.pair = r.role == pairRole
		c.i++
		c.n.core, c.n.end = c.i, c.i
		return c.sum()
	}
	for c.part() {
	}
	if len(c.terms) == 0 && !c.long || c.nonsense() {
		return false
	}
	c.decimal()
	c.suffix()
	c.englishScale(c.start)
	if c.power(); c.long {
		return false
	}
	c.n.core = c.i
	c.trailing()
	c.n.end = c.i
	return c.sum()
}

// rule names how the number was written.
func (c *counting) rule() string {
	switch {
	case c.n.fromArabic && c.place < 0:
		return "number.arabic"
	case c.n.fromArabic:
		return "number.mixed"
	case c.place < 0 && len(c.n.digits) > 1:
		return "number.digits"
	}
	return "number.chinese"
}

// part reads one coefficient and the place behind it; false at the end of the
// number. What cannot be used is left for the next number.
func (c *counting) part() bool {
	begin, had, was := c.i, len(c.terms), c.n
	got := c.skipZeros() && c.coefficient()
	c.skipGe(got)
	if c.fuzzyBeforePlace(had) {
		got = true
	}
	if p := c.s.sign(c.i); p.role == placeRole && !c.tenApart() && !c.s.placeOfUnit(c.i, c.n.fromArabic && got) {
		if c.take(p.value, got, had) {
			return true
		}
	} else if got && (c.place < 0 || c.last(had)) {
		return false
	}
	c.i, c.terms = begin, c.terms[:had]
	if had > 0 {
		c.n = was
	}
	return false
}

// skipZeros passes the 零 between two parts, and the one of 零十.
func (c *counting) skipZeros() bool {
	if c.place < 0 {
		if next := c.s.sign(c.i + 1); c.s.sign(c.i).zero() && next.role == placeRole && next.value == 1 {
			c.i++
		}
		return true
	}
	for c.s.sign(c.i).zero() {
		c.zero = true
		c.i++
	}
	return true
}

// skipGe passes 个 in 两个亿.
func (c *counting) skipGe(got bool) {
	if !got && c.place < 0 || c.s.line.next(c.i) != '个' {
		return
	}
	next := c.i + 1
	if c.s.isMore(next) {
		next++
	}
	if p := c.s.sign(next); p.role == placeRole && p.value == 8 {
		c.i++
	}
}
