package quantity

import "strings"

// monthRules read months, with their year where it is told.
var monthRules = []rule{
	{name: "month.range", pattern: "yr? de? num month", make: monthRange},
	{name: "month.of-year", pattern: "yr de? num month", make: monthOfYear},
	{name: "month.of-year", pattern: "yr de? ordinal num ge month", make: monthOfYear},
	{name: "month", pattern: "num month", make: month},
	{name: "month.relative", pattern: "relmonth", make: relativeMonth},
	{name: "year.first-months", pattern: "yr de? top|head|future num ge? month|quarter", make: firstMonths},
	{name: "year.first-months", pattern: "top|head num ge? month|quarter", make: firstMonths},
}

// monthNumber returns the month that n names.
func monthNumber(n *numeral) (int, bool) {
	k, ok := small(n.value)
	return k, ok && k >= 1 && k <= 12 && n.max == nil && !n.over() && !n.negative && len(n.digits) <= 2
}

func (m *match) numberAt(k int) *numeral {
	if m.at[k] == nil {
		return nil
	}
	return m.at[k].num
}

// within puts a month or a part of the year y that may be open into a time.
func within(year *Time, from, to Date, g Grain) Time {
	if year.Open == "reference" {
		return Time{Grain: g, Open: "reference"}
	}
	from.Year, to.Year = from.Year+year.From.Year, to.Year+year.From.Year
	return Time{From: from, To: to, Grain: g, said: from, ofNow: year.ofNow}
}

func monthOfYear(m *match) (token, bool) {
	n := m.numberAt(2)
	if n == nil {
		n = m.numberAt(3)
	}
	k, ok := monthNumber(n)
	if !ok {
		return token{}, false
	}
	from := Date{0, k, 1}
	at := within(m.at[0].q.at, from, from.addMonths(1), Month)
	return m.token(m.dated(at, n), isMo, isWhen)
}

// dated makes a month or a day, with the numbers of its year.
func (m *match) dated(at Time, nums ...*numeral) *reading {
	kind := Period
	if at.Grain == Day {
		kind = DateKind
	}
	var all []*numeral
	for _, t := range m.at {
		if t != nil && t.q != nil {
			all = append(all, t.q.parts...)
		}
	}
	return m.moment(kind, at, append(all, nums...)...)
}

func month(m *match) (token, bool) {
	n := m.at[0].num
	k, ok := monthNumber(n)
	if !ok || n.pair {
		return token{}, false
	}
	at := m.s.cyclic(Date{0, k, 1}, Year, Month)
	return m.token(m.moment(Period, at, n), isMo, isWhen)
}

// cyclic is a time that leaves out its year (or month, or week): the one
// nearest to the reference.
func (s *scanner) cyclic(said Date, cycle, g Grain) Time {
	t := Time{Grain: g, Open: "year", cycle: cycle, said: said, ref: s.ref}
	if cycle != Year {
		t.Open = "month"
	}
	if s.ref.IsZero() {
		return t
	}
	from := said
	from.Year = s.ref.Year
	if cycle == Month {
		from.Month = s.ref.Month
	}
	if !from.valid() {
		return t.Backward()
	}
	t.From, t.To = from, from.add(1, g)
	return t
}

func relativeMonth(m *match) (token, bool) {
	at := Time{Grain: Month, Open: "reference"}
	if ref := m.s.ref; !ref.IsZero() {
		at = calendarUnit(Date{ref.Year, ref.Month, 1}.addMonths(m.says(0, isRelmonth).n), Month)
	}
	r := m.moment(Period, at)
	r.NotFigure = "relative"
	return m.token(r, isMo, isWhen)
}

// monthRange is 1－9月 or 七八月: two months joined before.
func monthRange(m *match) (token, bool) {
	n := m.at[2].num
	if n.max == nil || n.scaled || n.over() {
		return token{}, false
	}
	a, ok := small(n.value)
	b, ok2 := small(n.max)
	if !ok || !ok2 || a < 1 || b > 12 {
		return token{}, false
	}
	from, last := Date{0, a, 1}, Date{0, b, 1}
	if m.at[0] != nil {
		at := within(m.at[0].q.at, from, last, Month)
		at.Ends = true
		return m.token(m.dated(at, n), isWhen)
	}
	at := m.s.cyclic(from, Year, Month)
	if !at.From.IsZero() {
		at.To, at.Ends = Date{at.From.Year, b, 1}, true
	}
	return m.token(m.moment(Period, at, n), isWhen)
}

// monthsOver reports whether n months of the reference's year are over: then
// 前五个月 is those. One or two are the last ones as likely.
func (m *match) monthsOver(n int) bool {
	if m.s.ref.Month <= n || n < 1 {
		return false
	}
	return m.at[0].class.has(isHead) || n > 2 && m.at[2] != nil // 头两个月
}

// monthsTold tells of the first months of a year in 前8月: behind 此 and others 前
// is no word of its own. Where they are still to come, they are those of the
// year before.
func (m *match) monthsTold(n int) bool {
	return n > 2 && m.at[2] == nil && m.at[1].num.fromArabic && !strings.ContainsRune(endsInBefore, m.s.line.rune(m.start-1))
}

// endsInBefore are characters that 前 makes a word with.
const endsInBefore = "此之以目日年月天周会从先当事午眼面跟空提史生婚战赛节假课饭睡产行到在于"

// firstMonths is 今年前三季度, 五八年前七个月, 2021年后三个月.
func firstMonths(m *match) (token, bool) {
	yr, k := m.at[0], 3
	if !yr.class.has(isYr) {
		yr, k = nil, 1
	}
	n, ok := m.small(k)
	unitWord := m.at[k+2]
	quarter := unitWord.class.has(isQuarter)
	if quarter {
		n *= 3
	}
	if !ok || n < 1 || n > 11 || m.at[k].num.max != nil || yr == nil && !quarter && !m.monthsOver(n) && !m.monthsTold(n) {
		return token{}, false
	}
	from, to := Date{0, 1, 1}, Date{0, 1, 1}.addMonths(n)
	if k == 3 && !m.at[2].class.has(isTop.or(isHead)) {
		from, to = Date{0, 13 - n, 1}, Date{1, 1, 1}
	}
	year := m.s.current(Year)
	if yr != nil {
		year = *yr.q.at
	} else if m.ref() && !quarter && n > m.s.ref.Month {
		year = calendarUnit(Date{m.s.ref.Year - 1, 1, 1}, Year)
	}
	at := within(&year, from, to, Month)
	return m.token(m.dated(at, m.at[k].num), isWhen)
}
