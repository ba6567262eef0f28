package quantity

import "math/big"

// yearRules read years, decades and centuries.
var yearRules = []rule{
	{name: "year.era", pattern: "era num year", make: eraYear},
	{name: "year.era", pattern: "era eraone", make: eraYear},
	{name: "year.bc", pattern: "bc num year", make: yearBC},
	{name: "year.fiscal", pattern: "num till|slash num fiscal", make: fiscalYears},
	{name: "year.fiscal", pattern: "num fiscal", make: fiscalYear},
	{name: "year.range", pattern: "from num", make: yearsAlone},
	{name: "year.range", pattern: "num year", make: yearRange},
	{name: "year", pattern: "ad? num year", make: year},
	{name: "decade", pattern: "num century num decade", make: decade},
	{name: "decade", pattern: "relcentury num decade", make: decade},
	{name: "decade", pattern: "num decade", make: decade},
	{name: "century", pattern: "ad|bc? ordinal? num ge? century", make: century},
	{name: "year.relative", pattern: "relyear", make: relativeYear},
	{name: "years.relative", pattern: "relyears", make: relativeYears},
	{name: "century.relative", pattern: "relcentury", make: relativeCentury},
}

// moment makes a time of the whole match.
func (m *match) moment(kind Kind, at Time, nums ...*numeral) *reading {
	r := m.measured(kind, nil, nums...)
	r.Bound, r.Max, r.Ceiling = Exact, nil, nil
	at.ref = m.s.ref
	r.at = &at
	return r
}

// calendarUnit is one unit of the calendar that begins with from.
func calendarUnit(from Date, g Grain) Time {
	return Time{From: from, To: from.add(1, g), Grain: g, said: from}
}

func (m *match) yearToken(y int, nums ...*numeral) (token, bool) {
	if y < -9998 || y > 9998 {
		return token{}, false
	}
	at := calendarUnit(Date{y, 1, 1}, Year)
	at.said = Date{Year: y}
	r := m.moment(YearKind, at, nums...)
	r.Value, r.Unit = big.NewRat(int64(y), 1), "year"
	return m.token(r, isYr, isWhen)
}

// eraYear is 康熙20年; 元年 is the first.
func eraYear(m *match) (token, bool) {
	first := m.says(0, isEra).n
	if m.at[1].num == nil {
		return m.yearToken(first)
	}
	n, ok := m.small(1)
	if !ok || n < 1 || n > 130 {
		return token{}, false
	}
	return m.yearToken(first+n-1, m.at[1].num)
}

func yearBC(m *match) (token, bool) {
	n, ok := m.small(1)
	if !ok || n < 1 {
		return token{}, false
	}
	return m.yearToken(-n, m.at[1].num)
}

// year is 2024年, 二〇二五年, 98年4月. Whatever cannot be told from a number of
// years (30年) is none.
func year(m *match) (token, bool) {
	n := m.at[1].num
	y, ok := m.yearOf(n, m.at[0] != nil)
	if !ok || m.follows(isMore.or(isHalf)) && !n.likeYear() {
		return token{}, false // 20年多; 多 behind a year goes with what follows: 比2019年多1.5亿, 2019年多地
	}
	return m.yearToken(y, n)
}

// yearOf returns the year that n names before 年.
func (m *match) yearOf(n *numeral, certain bool) (int, bool) {
	y, ok := small(n.value)
	if !ok || y < 1 || n.max != nil || n.over() || n.negative || n.suffix != 0 || n.ratio {
		return 0, false
	}
	switch {
	case certain:
		return y, true
	case len(n.digits) == 4:
		return y, y >= 1000 && y < 3000
	case len(n.digits) == 3 && m.s.calendar == Republic && m.isRepublican(y):
		return y + beforeRepublic, true
	case len(n.digits) == 3:
		return y, m.follows(isNum) || m.before != nil && m.before.class.has(isIn.or(isFrom).or(isUntil))
	case n.digits == "":
		return y, y > 1900 && y < 2100 && y%100 != 0 && !n.scaled && !n.fromArabic
	case len(n.digits) == 2 && (!n.fromArabic || n.digits[0] == '0' || m.yearContext()):
		return m.s.fullYear(y), true
	}
	return 0, false
}

// beforeRepublic is the year before the first of the Republic's calendar.
const beforeRepublic = 1911

// isRepublican reports whether three digits are a year (113年, 110至113年) and not
// so many years: 113年来, 长达113年.
func (m *match) isRepublican(y int) bool {
	l := &m.s.line
	return y >= 100 && y < 200 && !lengthAhead.forbids(l, m.start-1) && !lengthBehind.forbids(l, m.end)
}

// lengthAhead and lengthBehind are what makes a length of time of 113年.
var (
	lengthAhead  = newGuard("近约达了时有第过满每共整逾超")
	lengthBehind = newGuard("来前后间内多余之以历半级期 的历史 的时间 -前三 -前3 -前半 -前十 -前1 -前四 -前4 -前五 -前5 -前六 -前6 -前七 -前7 -前八 -前8 -前九 -前9 -前二 -前两 -前2")
)

// yearContext reports whether what follows makes a year of 98年: a month, a
// quarter, its end.
func (m *match) yearContext() bool {
	next := m.next(0)
	if next == nil {
		return false
	}
	if next.class.has(isPart.or(isYearpart).or(isSeason)) {
		return true
	}
	if second := m.next(1); next.class.has(isNum.or(isOrdinal)) && second != nil {
		return second.class.has(isMonth.or(isQuarter).or(isNum))
	}
	return false
}

// fullYear finishes a year of two digits: those up to twenty years ahead of
// the reference are of its century.
func (s *scanner) fullYear(y int) int {
	now := 2025
	if !s.ref.IsZero() {
		now = s.ref.Year
	}
	y += now - now%100
	if y > now+20 {
		y -= 100
	}
	return y
}

// yearRange is 2018-2020年, with the two numbers joined before.
func yearRange(m *match) (token, bool) {
	n := m.at[0].num
	if n.max == nil || n.ends[0] == nil {
		return token{}, false
	}
	from, ok := m.yearOf(n.ends[0], false)
	last, ok2 := m.yearOf(n.ends[1], false)
	if !ok2 {
		return token{}, false
	}
	if y, isWhole := small(n.value); !ok && isWhole && y > 1000 {
		from = y
	} else if !ok {
		return token{}, false
	}
	at := Time{From: Date{from, 1, 1}, To: Date{last, 1, 1}, Grain: Year, Ends: true}
	return m.token(m.moment(Period, at, n.ends[0], n.ends[1]), isWhen)
}

// yearsAlone is 从2016到2018.
func yearsAlone(m *match) (token, bool) {
	n := m.at[1].num
	if n.ends[0] == nil || m.follows(isUnit) || !n.ends[0].likeYear() || !n.ends[1].likeYear() {
		return token{}, false
	}
	from, _ := small(n.value)
	last, _ := small(n.max)
	at := Time{From: Date{from, 1, 1}, To: Date{last, 1, 1}, Grain: Year, Ends: true}
	return m.token(m.moment(Period, at, n.ends[0], n.ends[1]), isWhen)
}

// likeYear reports whether a number without 年 can be a year of our time.
func (n *numeral) likeYear() bool {
	y, ok := small(n.value)
	return ok && len(n.digits) == 4 && y >= 1500 && y < 2100
}

// decade is 19世纪70年代, 九十年代.
func decade(m *match) (token, bool) {
	k := 0
	first := 0
	switch {
	case m.at[0].class.has(isRelcentury):
		k = 1
		if m.s.ref.IsZero() {
			return token{}, false
		}
		first = (m.s.ref.Year/100 + m.says(0, isRelcentury).n) * 100
	case m.at[2] != nil:
		k = 2
		c, ok := m.small(0)
		if !ok || c < 1 || c > 30 {
			return token{}, false
		}
		first = (c - 1) * 100
	}
	d, ok := m.small(k)
	if !ok || d < 0 || d%10 != 0 || d >= 100 && (k > 0 || d < 1000 || d > 2900) {
		return token{}, false
	}
	if k == 0 && d < 100 {
		if first = 1900; d < 30 {
			first = 2000
		}
	}
	at := calendarUnit(Date{first + d, 1, 1}, Decade)
	if last, ok := small(m.at[k].num.max); ok {
		at.To = Date{first + last, 1, 1}.add(1, Decade) // 七八十年代
	}
	return m.token(m.moment(Period, at, numsOf(m)...), isWhen)
}

func numsOf(m *match) []*numeral {
	var nums []*numeral
	for _, t := range m.at {
		if t != nil && t.num != nil {
			nums = append(nums, t.num)
		}
	}
	return nums
}

// century is 21世纪; it begins with 2001. Without a number small enough it is
// a length of time (两个世纪), and so is 三世纪以来, unless 公元, 第 or 自 tells which
// century it was.
func century(m *match) (token, bool) {
	n, ok := m.small(2)
	if !ok || n < 1 || n > 30 || m.at[3] != nil || m.at[2].num.max != nil {
		return token{}, false
	}
	from := m.before != nil && m.before.class.has(isFrom)
	if m.at[0] == nil && m.at[1] == nil && !from && m.follows(isAgo.or(isLater).or(isSince)) && n < 5 {
		return token{}, false
	}
	first := n*100 - 99
	if m.at[0] != nil && m.at[0].class.has(isBC) {
		first = -n * 100
	}
	r := m.moment(CenturyKind, calendarUnit(Date{first, 1, 1}, Century), m.at[2].num)
	r.Value, r.Unit = m.at[2].num.value, "century"
	return m.token(r, isWhen)
}

// relativeYear is 去年, 今年, 明年.
func relativeYear(m *match) (token, bool) {
	w := m.says(0, isRelyear)
	at := Time{Grain: Year, Open: "reference"}
	if !m.s.ref.IsZero() {
		at = calendarUnit(Date{m.s.ref.Year + w.n, 1, 1}, Year)
		at.said = Date{Year: m.s.ref.Year + w.n}
	}
	r := m.moment(Period, at)
	r.NotFigure = "relative"
	return m.token(r, isYr, isWhen)
}

// relativeYears is 今明两年.
func relativeYears(m *match) (token, bool) {
	at := Time{Grain: Year, Open: "reference"}
	if m.ref() {
		first, last := spanOf(m.says(0, isRelyears).value)
		at = Time{From: Date{m.s.ref.Year + first, 1, 1}, To: Date{m.s.ref.Year + last + 1, 1, 1}, Grain: Year}
	}
	r := m.moment(Period, at)
	r.NotFigure = "relative"
	return m.token(r, isWhen)
}

func relativeCentury(m *match) (token, bool) {
	at := Time{Grain: Century, Open: "reference"}
	if !m.s.ref.IsZero() {
		c := (m.s.ref.Year-1)/100 + m.says(0, isRelcentury).n
		at = calendarUnit(Date{c*100 + 1, 1, 1}, Century)
	}
	r := m.moment(Period, at)
	r.NotFigure = "relative"
	return m.token(r, isWhen)
}
