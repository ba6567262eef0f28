package table

import (
	"math"
	"strings"
	"time"
)

// days are the first and the last day of an ISO period, see Table.Days; the
// first comes after the last when it is no period.
func days(period string) (from, to int32) {
	first, last, ranged := strings.Cut(period, "/")
	if !ranged {
		last = first
	}
	from, _, ok := bordersOf(first)
	_, to, also := bordersOf(last)
	if !ok || !also {
		return 1, 0
	}
	return from, to
}

// bordersOf gives the first and last day of a year, month or day.
func bordersOf(s string) (first, last int32, ok bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {time.DateOnly, 0, 0, 1}} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return Day(t), Day(t.AddDate(form.years, form.months, form.days)) - 1, true
		}
	}
	return 0, 0, false
}

// Day counts days from 1970-01-01, as Table.Days does.
func Day(t time.Time) int32 {
	return int32(math.Floor(float64(t.Unix()) / (24 * 60 * 60)))
}
