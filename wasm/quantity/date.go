package quantity

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a day of the Gregorian calendar. The zero Date means that the day is
// not known, or that a period is open on that side.
type Date struct{ Year, Month, Day int }

// DateOf returns the day of t in t's own zone.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	y, m, d := t.Date()
	return Date{y, int(m), d}
}

// ParseDate reads YYYY-MM-DD, YYYY-MM or YYYY, and what has a clock time
// behind it. The second result is false when s begins with none of them.
func ParseDate(s string) (Date, bool) {
	d := Date{Month: 1, Day: 1}
	rest, ok := leading(s, 4, &d.Year)
	if !ok {
		return Date{}, false
	}
	if month, more := strings.CutPrefix(rest, "-"); more {
		if rest, ok = leading(month, 2, &d.Month); ok && strings.HasPrefix(rest, "-") {
			leading(rest[1:], 2, &d.Day)
		}
	}
	return d, d.valid()
}

// leading reads a number of so many digits at most and gives what stands
// behind it.
func leading(s string, most int, to *int) (rest string, ok bool) {
	n := 0
	for n < min(most, len(s)) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 {
		return s, false
	}
	*to, _ = strconv.Atoi(s[:n])
	return s[n:], true
}

// IsZero tells that the day is not known.
func (d Date) IsZero() bool { return d == Date{} }

// String returns YYYY-MM-DD; years before the common era have a minus.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.text(Day)
}

// Before tells whether d is earlier than e.
func (d Date) Before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

func (d Date) valid() bool {
	return d.Year >= -9999 && d.Year <= 9999 && d.Month >= 1 && d.Month <= 12 &&
		d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// weekday counts from Monday = 1 to Sunday = 7.
func (d Date) weekday() int { return (int(d.time().Weekday())+6)%7 + 1 }

func (d Date) addDays(n int) Date { return DateOf(d.time().AddDate(0, 0, n)) }

// addMonths keeps the day where the month has it, else it takes the last one.
func (d Date) addMonths(n int) Date {
	m := d.Year*12 + d.Month - 1 + n
	y := m / 12
	if m < 0 && m%12 != 0 {
		y--
	}
	month := m - y*12 + 1
	return Date{y, month, min(d.Day, daysIn(y, month))}
}

// Grain is how fine a time is told.
type Grain int

// The grains from coarse to fine.
const (
	NoGrain Grain = iota
	Century
	Decade
	Year
	Quarter
	Month
	Week
	Day
)

// add moves d by n units of the grain.
func (d Date) add(n int, g Grain) Date {
	switch g {
	case Century:
		return d.addMonths(1200 * n)
	case Decade:
		return d.addMonths(120 * n)
	case Year:
		return d.addMonths(12 * n)
	case Quarter:
		return d.addMonths(3 * n)
	case Month:
		return d.addMonths(n)
	case Week:
		return d.addDays(7 * n)
	}
	return d.addDays(n)
}

// text writes d as finely as the grain asks for.
func (d Date) text(g Grain) string {
	switch {
	case d.IsZero():
		return ""
	case g <= Year:
		return string(d.year())
	case g <= Month:
		return string(twoDigits(d.year(), d.Month))
	}
	return string(twoDigits(twoDigits(d.year(), d.Month), d.Day))
}

// year writes the year with four digits, the minus among them.
func (d Date) year() []byte {
	b := make([]byte, 0, len("2025-10-09"))
	if d.Year < 0 {
		return fmt.Appendf(b, "%04d", d.Year)
	}
	return append(b, byte('0'+d.Year/1000%10), byte('0'+d.Year/100%10), byte('0'+d.Year/10%10), byte('0'+d.Year%10))
}

func twoDigits(b []byte, n int) []byte { return append(b, '-', byte('0'+n/10), byte('0'+n%10)) }
