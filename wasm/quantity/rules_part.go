package quantity

import (
	"strconv"
	"strings"

	"fenghui/wasm/period"
)

// spanOf reads "1-6", months of a year or days of a month.
func spanOf(value string) (first, last int) {
	a, b, _ := strings.Cut(value, "-")
	first, _ = strconv.Atoi(a)
	last, _ = strconv.Atoi(b)
	return first, last
}

// part returns which months, days or tenths the word at element k names, a word
// of class named or one of 初 and 底, which stand for first and last.
func (m *match) part(k int, named class, first, last [2]int) (from, to int) {
	switch m.says(k, isPart).value {
	case "first":
		return first[0], first[1]
	case "last":
		return last[0], last[1]
	}
	return spanOf(m.says(k, named).value)
}

// current is the year or the month in which the reference lies.
func (s *scanner) current(g Grain) Time {
	if s.ref.IsZero() {
		return Time{Open: "reference"}
	}
	from := Date{s.ref.Year, 1, 1}
	if g == Month {
		from.Month = s.ref.Month
	}
	now := calendarUnit(from, g)
	now.ofNow = true
	return now
}

// yearPart is 2019年底, 明年上半年; alone (年底) of the reference's year.
func yearPart(m *match) (token, bool) {
	k, year := 0, m.s.current(Year)
	if m.at[2] != nil {
		k, year = 2, *m.at[0].q.at
	}
	first, last := m.part(k, isYearpart, [2]int{1, 3}, [2]int{11, 12})
	if first == 0 {
		return token{}, false
	}
	at := within(&year, Date{0, first, 1}, Date{0, last, 1}.addMonths(1), Month)
	r := m.dated(at)
	if k == 0 || m.at[0].q.NotFigure != "" {
		r.NotFigure = "relative"
	}
	return m.token(r, isWhen)
}

// monthPart is 11月初, 下旬.
func monthPart(m *match) (token, bool) {
	k, month := 0, m.s.current(Month)
	if m.at[1] != nil {
		k, month = 1, *m.at[0].q.at
	}
	first, last := m.part(k, isMonthpart, [2]int{1, 5}, [2]int{26, 31})
	at := month
	at.Grain = Day
	if !month.From.IsZero() {
		at.From = month.From.addDays(first - 1)
		at.To = month.From.addDays(min(last, period.DaysIn(month.From.Year, month.From.Month)))
		at.said, at.cycle = at.From, NoGrain
	}
	r := m.dated(at)
	r.Kind = Period
	if k == 0 {
		r.NotFigure = "relative"
	}
	return m.token(r, isWhen)
}

// firstDays is 4月前4天.
func firstDays(m *match) (token, bool) {
	n, ok := m.small(2)
	w := m.says(3, isSpan.or(isDay))
	if !ok || n < 1 || n > 31 || w.value != "day" || m.at[0].q.at.From.IsZero() {
		return token{}, false
	}
	at := *m.at[0].q.at
	at.To, at.Grain = at.From.addDays(n), Day
	r := m.dated(at, m.at[2].num)
	r.Kind = Period
	return m.token(r, isWhen)
}

// quarter is 第三季度, 2025年一季度. Behind 个 it is a length of time unless an
// order was told, and so it is in 两季度前.
func quarter(m *match) (token, bool) {
	n := m.at[3].num
	k, ok := small(n.value)
	if !ok || k < 1 || k > 4 || n.max != nil || n.over() || m.at[4] != nil && m.at[2] == nil || m.s.sign(n.start).role == twoRole && m.follows(isAgo.or(isSince)) {
		return token{}, false
	}
	year := m.s.current(Year)
	if m.at[0] != nil {
		year = *m.at[0].q.at
	}
	from := Date{0, 3*k - 2, 1}
	at := within(&year, from, from.addMonths(3), Quarter)
	return m.token(m.dated(at, n), isWhen)
}

func relativeQuarter(m *match) (token, bool) {
	at := Time{Grain: Quarter, Open: "reference"}
	if ref := m.s.ref; !ref.IsZero() {
		from := Date{ref.Year, (ref.Month-1)/3*3 + 1, 1}
		at = calendarUnit(from.addMonths(3*m.says(0, isRelquarter).n), Quarter)
	}
	r := m.moment(Period, at)
	r.NotFigure = "relative"
	return m.token(r, isWhen, isMo)
}

// season is 去年夏天, three months from the one of the word.
func season(m *match) (token, bool) {
	from := Date{0, m.says(2, isSeason).n, 1}
	at := within(m.at[0].q.at, from, from.addMonths(3), Month)
	r := m.dated(at)
	return m.token(r, isWhen)
}

// weekOfMonth is 2月份第二周: weeks begin on Mondays and belong to the month of
// theirs.
func weekOfMonth(m *match) (token, bool) {
	n, ok := m.small(3)
	t := m.at[0].q.at
	if !ok || n < 1 || n > 5 || t.From.IsZero() {
		return token{}, false
	}
	from := weekdayIn(t.From, 1, n)
	return m.token(m.dated(calendarUnit(from, Week), m.at[3].num), isWhen)
}

// weekdayIn returns the nth such weekday of the month that begins with first.
func weekdayIn(first Date, weekday, n int) Date {
	return first.addDays((weekday-first.weekday()+7)%7 + 7*(n-1))
}

// weekdayOfMonth is 三月的第二个星期日, 四月的最后一个星期一.
func weekdayOfMonth(m *match) (token, bool) {
	t := m.at[0].q.at
	if t.From.IsZero() {
		return token{}, false
	}
	if m.at[2].class.has(isLast) {
		day := m.says(3, isWeekday).n
		from := weekdayIn(t.From.addMonths(1), day, 1).addDays(-7)
		return m.token(m.dated(calendarUnit(from, Day)), isWhen)
	}
	n, ok := m.small(3)
	from := weekdayIn(t.From, m.says(5, isWeekday).n, n)
	if !ok || n < 1 || n > 5 || from.Month != t.From.Month {
		return token{}, false
	}
	return m.token(m.dated(calendarUnit(from, Day), m.at[3].num), isWhen)
}

// weekOfYear is 2020年第52周, counted from the first Monday.
func weekOfYear(m *match) (token, bool) {
	n, ok := m.small(3)
	t := m.at[0].q.at
	if !ok || n < 1 || n > 53 || t.From.IsZero() {
		return token{}, false
	}
	return m.token(m.dated(calendarUnit(weekdayIn(t.From, 1, n), Week), m.at[3].num), isWhen)
}

// decadePart is 本世纪中叶, 90年代初: from one tenth to another.
func decadePart(m *match) (token, bool) {
	t := m.at[0].q.at
	if t.Grain != Decade && t.Grain != Century || t.From.IsZero() {
		return token{}, false
	}
	first, last := m.part(1, isDecadepart, [2]int{0, 3}, [2]int{7, 10})
	at := *t
	step := 1
	if t.Grain == Century {
		step = 10
	}
	at.From, at.To, at.Grain = t.From.add(first*step, Year), t.From.add(last*step, Year), Year
	r := m.dated(at)
	r.NotFigure = m.at[0].q.NotFigure
	return m.token(r, isWhen)
}

// quarterPart is 一季度末: the last month of it.
func quarterPart(m *match) (token, bool) {
	t := m.at[0].q.at
	if t.Grain != Quarter || t.From.IsZero() {
		return token{}, false
	}
	k, _ := m.part(1, class{}, [2]int{0, 0}, [2]int{2, 2})
	r := m.dated(calendarUnit(t.From.addMonths(k), Month))
	r.NotFigure = m.at[0].q.NotFigure
	return m.token(r, isWhen)
}

// centuryYears is 本世纪头十年, 21世纪第二个十年.
func centuryYears(m *match) (token, bool) {
	t := m.at[0].q.at
	k, nth := 2, 1
	if m.at[1] != nil && m.at[1].class.has(isOrdinal) {
		nth, _ = m.small(2)
		k = 4
	}
	n, ok := m.small(k)
	if !ok || n < 1 || nth < 1 || n*nth > 100 || t.Grain != Century || t.From.IsZero() || m.says(k+1, isSpan).value != "year" {
		return token{}, false
	}
	at := *t
	at.From, at.To, at.Grain = t.From.add((nth-1)*n, Year), t.From.add(nth*n, Year), Year
	return m.token(m.dated(at, numsOf(m)...), isWhen)
}

// plan is 十四五, the years of a five-year plan.
func plan(m *match) (token, bool) {
	first, last := spanOf(m.says(0, isPlan).value)
	r := m.moment(Period, Time{From: Date{first, 1, 1}, To: Date{last + 1, 1, 1}, Grain: Year})
	r.NotFigure = "name"
	return m.token(r, isWhen)
}
