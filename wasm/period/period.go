// Package period reads, compares and writes times of the calendar in the form
// that figures keep them in, that of ISO 8601: a year, a month or a day, or two
// of these with a slash between.
//
//	p, ok := period.Parse("2024-01/2024-06")
//	p.First, p.Last // 2024-01 and 2024-06
//	p.String()      // 2024-01/2024-06
//
// Only years of the common era are read: nothing here is counted from or held
// against an earlier one.
package period

import (
	"strings"
	"time"
)

// Period goes from the first day of one unit to the last day of another; both
// are the same where it is a single year, month or day.
type Period struct{ First, Last Unit }

// Parse reads 2024, 2026-04, 2025-11-12, 2020/2025 and the like; ok is false
// when iso is none of them, or ends before it begins.
func Parse(iso string) (p Period, ok bool) {
	first, last, span := strings.Cut(iso, "/")
	if p.First, ok = parseUnit(first); !ok {
		return Period{}, false
	}
	if p.Last = p.First; span {
		p.Last, ok = parseUnit(last)
	}
	if !ok || p.First.Compare(p.Last) > 0 {
		return Period{}, false
	}
	return p, true
}

// Years is the period from one year to another.
func Years(first, last int) Period { return Period{Unit{Year: first}, Unit{Year: last}} }

// IsSpan reports whether a period goes from one unit to another, and is not a
// single one.
func (p Period) IsSpan() bool { return p.First != p.Last }

// String writes the period as Parse reads it.
func (p Period) String() string {
	if !p.IsSpan() {
		return p.First.String()
	}
	return p.First.String() + "/" + p.Last.String()
}

// AddYears moves the period by n years.
func (p Period) AddYears(n int) Period {
	return Period{p.First.AddMonths(12 * n), p.Last.AddMonths(12 * n)}
}

// Days are the first and the last day of the period, in UTC.
func (p Period) Days() (first, last time.Time) {
	return p.First.firstDay(), p.Last.Add(1).firstDay().AddDate(0, 0, -1)
}
