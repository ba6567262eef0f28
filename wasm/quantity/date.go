package quantity

import (
	"strconv"
	"strings"
	"time"

	"fenghui/wasm/period"
)

// Date is a day of the Gregorian calendar. The zero Date means that the day is
// not known, or that a period is open on that side.
type Date struct{ Year, Month, Day int }

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

// IsZero reports whether the day is not known.
func (d Date) IsZero() bool { return d == Date{} }

// String returns YYYY-MM-DD; years before the common era have a minus.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Unit().String()
}

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Unit().Compare(e.Unit()) < 0 }

// Unit is the day as periods have it.
func (d Date) Unit() period.Unit { return period.Unit(d) }

func (d Date) valid() bool {
	return d.Year >= -9999 && d.Year <= 9999 && d.Unit().IsDay()
}

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// weekday counts from Monday = 1 to Sunday = 7.
func (d Date) weekday() int { return (int(d.time().Weekday())+6)%7 + 1 }

func (d Date) addDays(n int) Date { return Date(d.Unit().Add(n)) }

// addMonths keeps the day where the month has it, else it takes the last one.
func (d Date) addMonths(n int) Date { return Date(d.Unit().AddMonths(n)) }

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

// in is the year, month or day that d lies in, as fine as the grain asks for.
func (d Date) in(g Grain) period.Unit {
	switch {
	case g <= Year:
		return d.Unit().Cut(period.Year)
	case g <= Month:
		return d.Unit().Cut(period.Month)
	}
	return d.Unit()
}
