package quantity

import "fenghui/wasm/period"

// Time is when: a day, a month, a year or a period between two of them.
type Time struct {
	// From is the first day. To is the first day after it; of a period that
	// names its two ends (2007年与2009年间, 6月1日至30日) it is the first day
	// of the last unit named, see End. Both are zero when they are not known.
	From, To Date
	Grain    Grain
	Ends     bool // the period names its two ends
	// Open says what is missing: "reference" when the text says 去年 and no
	// date was given to count from, "lunar" when it counts by the moon (农历八月),
	// which is not worked out, "year" or "month" when the text leaves
	// them out (11月12日, 29日); then From and To are the nearest such time and
	// Backward and Forward the ones before and after it.
	Open string
	// Relation is how the time bounds what is told: "until" (到2030年), "before"
	// (2030年前), "since" (自2014年以来), "after", "within"; else empty.
	Relation string

	counted bool // up to or from the reference, to whose unit it goes
	ofNow   bool // in the reference's year or month, since the text names none
	ref     Date
	cycle   Grain // the unit that was left out: a year for 11月12日
	said    Date  // what was said of the time; fields left out are 0
}

// End returns the first day after the whole period, its last unit included.
func (t Time) End() Date {
	if t.Ends && !t.To.IsZero() {
		return t.To.add(1, t.Grain)
	}
	return t.To
}

// ISO writes the time as finely as it was told: 2024, 2026-04, 2025-11-12,
// 2020/2025. It is empty when the time is not known.
func (t Time) ISO() string {
	if t.From.IsZero() {
		return ""
	}
	return t.period().String()
}

// IsSpan reports whether ISO has two ends.
func (t Time) IsSpan() bool { return !t.From.IsZero() && t.period().IsSpan() }

func (t Time) period() period.Period {
	last := t.To
	if !t.counted {
		last = t.End().addDays(-1)
	}
	return period.Period{First: t.From.in(t.Grain), Last: last.in(t.Grain)}
}

// Backward returns the latest such time that begins on or before the
// reference; a time that leaves nothing out comes back as it is.
func (t Time) Backward() Time { return t.nearest(false) }

// Forward returns the first such time that ends on or after the reference.
func (t Time) Forward() Time { return t.nearest(true) }

func (t Time) nearest(forward bool) Time {
	if t.cycle == NoGrain || t.ref.IsZero() {
		return t
	}
	if t.Ends {
		return t.moved(forward)
	}
	step := -1
	if forward {
		step = 1
	}
	// 29 February comes every four years, eight where a century lies between.
	for n := 0; n <= 8; n++ {
		at := Date{t.ref.Year, t.ref.Month, 1}.add(n*step, t.cycle)
		from := t.said
		if t.cycle == Week {
			from = t.ref.addDays(t.said.Day - t.ref.weekday() + 7*n*step)
		} else {
			from.Year = at.Year
			if t.cycle == Month {
				from.Month = at.Month
			}
		}
		if !from.valid() {
			continue
		}
		if forward && from.Before(t.ref) || !forward && t.ref.Before(from) {
			if !(forward && t.Grain == Month && from.Year == t.ref.Year && from.Month == t.ref.Month) {
				continue
			}
		}
		t.From, t.To = from, from.add(1, t.Grain)
		return t
	}
	return t
}

// moved is nearest for a time from one day, month … to another.
func (t Time) moved(forward bool) Time {
	for n := 0; n <= 2; n++ {
		by := -n
		if forward {
			by = n
		}
		from, to := t.From.add(by, t.cycle), t.To.add(by, t.cycle)
		if forward && !to.Before(t.ref) || !forward && !t.ref.Before(from) {
			t.From, t.To = from, to
			return t
		}
	}
	return t
}
