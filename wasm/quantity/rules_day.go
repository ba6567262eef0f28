package quantity

import (
	"math/big"
	"strings"

	"fenghui/wasm/period"
)

// dayRules read days, weeks and parts of years and months.
var dayRules = []rule{
	{name: "day.range", pattern: "mo? num day", make: dayRange},
	{name: "day.of-month", pattern: "mo num day", make: dayOfMonth},
	{name: "week.of-month", pattern: "mo de? ordinal num ge? week", make: weekOfMonth},
	{name: "weekday.of-month", pattern: "mo de? ordinal num ge weekday", make: weekdayOfMonth},
	{name: "weekday.of-month", pattern: "mo de? last weekday", make: weekdayOfMonth},
	{name: "week.of-year", pattern: "yr de? ordinal num ge? week", make: weekOfYear},
	{name: "month.part", pattern: "mo part|monthpart", make: monthPart},
	{name: "month.part", pattern: "monthpart", make: monthPart},
	{name: "month.first-days", pattern: "mo top num day|span", make: firstDays},
	{name: "quarter", pattern: "yr? de? ordinal? num ge? quarter", make: quarter},
	{name: "quarter.relative", pattern: "relquarter", make: relativeQuarter},
	{name: "year.part", pattern: "yr de? part|yearpart", make: yearPart},
	{name: "century.years", pattern: "when top|head num span", make: centuryYears},
	{name: "century.years", pattern: "when ordinal num ge num span", make: centuryYears},
	{name: "decade.part", pattern: "when part|decadepart", make: decadePart},
	{name: "year.plan", pattern: "plan", make: plan},
	{name: "year.part", pattern: "yearpart", make: yearPart},
	{name: "season", pattern: "yr de? season", make: season},
	{name: "day.bare", pattern: "num day", make: bareDay},
	{name: "day.bare-of-month", pattern: "mo num", make: dayWithoutWord},
	{name: "day.relative", pattern: "relday", make: relativeDay},
	{name: "weekday.relative", pattern: "relweek num|weekday", make: relativeWeekday},
	{name: "week.relative", pattern: "relweek", make: relativeWeek},
	{name: "weekday", pattern: "weekday", make: weekday},
	{name: "weekend", pattern: "weekend", make: weekend},
}

// dayNumber returns the day of the month that n names.
func dayNumber(n *numeral) (int, bool) {
	k, ok := small(n.value)
	return k, ok && k >= 1 && k <= 31 && n.max == nil && !n.over() && !n.negative && len(n.digits) <= 2
}

// dayIn puts day k into the month of t.
func (m *match) dayIn(t *Time, k int) (Time, bool) {
	if t.Open == "reference" {
		return Time{Grain: Day, Open: "reference"}, true
	}
	if t.cycle == Year {
		said := Date{0, t.said.Month, k}
		return m.s.cyclic(said, Year, Day), k <= period.DaysIn(2024, said.Month)
	}
	from := Date{t.From.Year, t.From.Month, k}
	return calendarUnit(from, Day), from.valid()
}

func dayOfMonth(m *match) (token, bool) {
	k, ok := dayNumber(m.at[1].num)
	if !ok {
		return token{}, false
	}
	at, ok := m.dayIn(m.at[0].q.at, k)
	if !ok {
		return token{start: m.start, end: m.end}, true // 2月30日 is no day at all
	}
	return m.token(m.dated(at, m.at[1].num), isWhen)
}

// dayWithoutWord is 十月二十 with nothing behind it that it could count.
func dayWithoutWord(m *match) (token, bool) {
	n := m.at[1].num
	if m.next(0) != nil || isLetter(m.s.line.next(m.end)) || n.fromArabic {
		return token{}, false
	}
	return dayOfMonth(m)
}

// bareDay is 29日. Above 31, and before 内 or 后, it is a number of days.
func bareDay(m *match) (token, bool) {
	n := m.at[0].num
	k, ok := dayNumber(n)
	if !ok || m.follows(isWithin.or(isLater).or(isMore).or(isHalf)) || n.lone && n.value.Cmp(big.NewRat(2, 1)) == 0 && n.digits == "" && m.s.line.rune(n.start) == '两' {
		return token{}, false
	}
	at := m.s.cyclic(Date{0, 0, k}, Month, Day)
	return m.token(m.moment(DateKind, at, n), isWhen)
}

// dayRange is 6月10-15日, the numbers joined before. Without a month what stands
// behind says that days are meant: 19至20日在某城举行, but 需19至20日.
func dayRange(m *match) (token, bool) {
	n := m.at[1].num
	if n.max == nil || n.scaled {
		return token{}, false
	}
	a, ok := small(n.value)
	b, ok2 := small(n.max)
	if !ok || !ok2 || a < 1 || b > 31 {
		return token{}, false
	}
	var first, last Time
	if m.at[0] != nil {
		first, ok = m.dayIn(m.at[0].q.at, a)
		last, ok2 = m.dayIn(m.at[0].q.at, b)
	} else if a >= b || !strings.ContainsRune("在于举召访将抵出赴应对", m.s.line.rune(m.end)) {
		return token{}, false
	} else {
		first, last = m.s.cyclic(Date{0, 0, a}, Month, Day), m.s.cyclic(Date{0, 0, b}, Month, Day)
	}
	if !ok || !ok2 {
		return token{}, false
	}
	first.To, first.Ends = last.From, true
	r := m.dated(first, n)
	r.Kind = Period
	return m.token(r, isWhen)
}

func relativeDay(m *match) (token, bool) {
	if m.at[0].class.has(isPast) && m.follows(isNum) {
		return token{}, false // 最近两周
	}
	at := Time{Grain: Day, Open: "reference"}
	if !m.s.ref.IsZero() {
		at = calendarUnit(m.s.ref.addDays(m.says(0, isRelday).n), Day)
	}
	r := m.moment(DateKind, at)
	r.NotFigure = "relative"
	return m.token(r, isWhen)
}

// week returns the week, from Monday, that lies n weeks from the reference.
func (s *scanner) week(n int) Time {
	if s.ref.IsZero() {
		return Time{Grain: Week, Open: "reference"}
	}
	return calendarUnit(s.ref.addDays(1-s.ref.weekday()+7*n), Week)
}

func relativeWeek(m *match) (token, bool) {
	r := m.moment(Period, m.s.week(m.says(0, isRelweek).n))
	r.NotFigure = "relative"
	return m.token(r, isWhen)
}

// relativeWeekday is 上周三; the numeral alone is read as a weekday only where
// no unit follows (上周三个人).
func relativeWeekday(m *match) (token, bool) {
	day := 0
	if n := m.at[1].num; n != nil {
		k, ok := small(n.value)
		if !ok || k < 1 || k > 6 || !n.lone || m.follows(isUnit) {
			return token{}, false
		}
		day = k
	} else {
		day = m.says(1, isWeekday).n
	}
	at := m.s.week(m.says(0, isRelweek).n)
	if at.Open == "" {
		at = calendarUnit(at.From.addDays(day-1), Day)
	}
	at.Grain = Day
	r := m.moment(DateKind, at)
	r.NotFigure = "relative"
	return m.token(r, isWhen)
}

func weekday(m *match) (token, bool) {
	day := m.says(0, isWeekday).n
	at := Time{Grain: Day, Open: "month", cycle: Week, said: Date{0, 0, day}, ref: m.s.ref}
	if !m.s.ref.IsZero() {
		at.From = m.s.week(0).From.addDays(day - 1)
		at.To = at.From.addDays(1)
	}
	r := m.moment(DateKind, at)
	r.NotFigure = "relative"
	return m.token(r, isWhen, isWeekday)
}

func weekend(m *match) (token, bool) {
	at := m.s.week(m.says(0, isWeekend).n)
	if at.Open == "" {
		at.From = at.From.addDays(5)
		at.Grain = Day
	}
	r := m.moment(Period, at)
	r.NotFigure = "relative"
	return m.token(r, isWhen)
}
