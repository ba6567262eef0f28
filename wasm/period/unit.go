package period

import (
	"cmp"
	"fmt"
	"time"
)

// Unit is a year, a month or a day: Month and Day are 0 in a year, Day is 0 in
// a month.
type Unit struct{ Year, Month, Day int }

// Grain is how fine a unit is.
type Grain int

// The grains from coarse to fine.
const (
	Year Grain = iota
	Month
	Day
)

// Grain tells years, months and days apart.
func (u Unit) Grain() Grain {
	switch {
	case u.Month == 0:
		return Year
	case u.Day == 0:
		return Month
	}
	return Day
}

// Cut is the unit of a grain that u lies in; u itself where it is no finer.
func (u Unit) Cut(g Grain) Unit {
	switch g {
	case Year:
		return Unit{Year: u.Year}
	case Month:
		return Unit{Year: u.Year, Month: u.Month}
	}
	return u
}

// Compare is negative when u lies before o, positive when it lies after it, and
// 0 when one of them lies in the other.
func (u Unit) Compare(o Unit) int {
	g := min(u.Grain(), o.Grain())
	u, o = u.Cut(g), o.Cut(g)
	return cmp.Or(u.Year-o.Year, u.Month-o.Month, u.Day-o.Day)
}

// Add is the n-th year, month or day after u, whichever u is.
func (u Unit) Add(n int) Unit {
	switch u.Grain() {
	case Year:
		return u.AddMonths(12 * n)
	case Month:
		return u.AddMonths(n)
	}
	day := time.Date(u.Year, time.Month(u.Month), u.Day+n, 0, 0, 0, 0, time.UTC)
	return Unit{day.Year(), int(day.Month()), day.Day()}
}

// AddMonths keeps the day where the month has it, else it takes the last one;
// of years it moves whole ones.
func (u Unit) AddMonths(n int) Unit {
	months := u.Year*12 + max(u.Month, 1) - 1 + n
	month := (months%12 + 12) % 12
	moved := Unit{Year: (months - month) / 12, Month: month + 1}
	moved.Day = min(u.Day, DaysIn(moved.Year, moved.Month))
	return moved.Cut(u.Grain())
}

// IsDay reports whether there is such a day.
func (u Unit) IsDay() bool { return u.isMonth() && u.Day >= 1 && u.Day <= DaysIn(u.Year, u.Month) }

func (u Unit) isMonth() bool { return u.Month >= 1 && u.Month <= 12 }

// DaysIn is how many days a month has.
func DaysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func (u Unit) firstDay() time.Time {
	return time.Date(u.Year, time.Month(max(u.Month, 1)), max(u.Day, 1), 0, 0, 0, 0, time.UTC)
}

// String writes the unit with all its digits: 2024, 2026-04, 2025-11-12. The
// minus of years before the common era is one of four characters: -221.
func (u Unit) String() string {
	b := make([]byte, 0, len("2006-01-02"))
	if u.Year < 0 {
		b = fmt.Appendf(b, "%04d", u.Year)
	} else {
		b = append(b, byte('0'+u.Year/1000%10), byte('0'+u.Year/100%10), byte('0'+u.Year/10%10), byte('0'+u.Year%10))
	}
	if u.Month != 0 {
		b = append(b, '-', byte('0'+u.Month/10), byte('0'+u.Month%10))
	}
	if u.Day != 0 {
		b = append(b, '-', byte('0'+u.Day/10), byte('0'+u.Day%10))
	}
	return string(b)
}

// parseUnit reads a year, a month or a day, each number with all its digits.
func parseUnit(s string) (u Unit, ok bool) {
	switch len(s) {
	case len("2006"):
		u.Year, ok = number(s)
		return u, ok && u.Year > 0
	case len("2006-01"):
		u, ok = parseUnit(s[:len("2006")])
		u.Month, ok = behindDash(s[len("2006"):], ok)
		return u, ok && u.isMonth()
	case len("2006-01-02"):
		u, ok = parseUnit(s[:len("2006-01")])
		u.Day, ok = behindDash(s[len("2006-01"):], ok)
		return u, ok && u.IsDay()
	}
	return Unit{}, false
}

func behindDash(s string, ok bool) (int, bool) {
	if !ok || s[0] != '-' {
		return 0, false
	}
	return number(s[1:])
}

func number(s string) (n int, ok bool) {
	for k := range len(s) {
		if s[k] < '0' || s[k] > '9' {
			return 0, false
		}
		n = 10*n + int(s[k]-'0')
	}
	return n, true
}
