package compare

import (
	"strconv"
	"strings"

	"fenghui/wasm/period"
)

// span is a time in months, counted from year 0; both ends belong to it.
type span struct {
	from, to int
	known    bool
	growth   bool // told as from one year to a later one: 2020/2025
}

// monthsOf reads ISO text: 2024, 2026-04, 2025-11-12, 2020/2025, 2024-01/2024-06.
func monthsOf(iso string) span {
	p, ok := period.Parse(iso)
	if !ok {
		return span{}
	}
	first, last := p.First.Month, p.Last.Month
	if first == 0 {
		first = 1
	}
	if last == 0 {
		last = 12
	}
	s := span{from: 12*p.First.Year + first - 1, to: 12*p.Last.Year + last - 1, known: true}
	s.growth = p.IsSpan() && s.to-s.from >= 12
	return s
}

// years is the length of growth from one year to another; 1 for all else.
func (s span) years() int {
	if !s.known || !s.growth {
		return 1
	}
	return max(1, s.to/12-s.from/12)
}

// part is how many months a span within a year has, 0 for whole years and
// growth: what comes in until July is not what comes in by the year.
func (s span) part() int {
	if n := s.to - s.from + 1; s.known && !s.growth && n < 12 {
		return n
	}
	return 0
}

// holds reports whether a month is part of it.
func (s span) holds(month int) bool { return s.from <= month && month <= s.to }

// year is the year that a level is for: the last one.
func (s span) year() int { return s.to / 12 }

// relation is how the times of two figures lie to each other.
type relation int

const (
	together relation = iota // the same time
	apart                    // different times
	open                     // the text leaves it open: said at different summits, without a time
)

// nearby is the most days between two summits at which figures without a time
// count as being for the same time.
const nearby = 31

// compareTimes compares the times of two figures.
func compareTimes(a, b *item) relation {
	switch {
	case a.changes():
		return a.growthTimes(b)
	case a.isOfDay() && b.isOfDay() && a.f.Period != b.f.Period:
		return apart // the water rises by the day
	case a.now() && b.now() && a.beside(b) && (a.month == b.month || !a.thatDay && !b.thatDay):
		return together
	case a.now() && b.now():
		if (a.thatDay || b.thatDay) && a.month != b.month || a.isStock() && b.isStock() && a.docYear > 0 && b.docYear > 0 && a.docYear != b.docYear {
			return apart // stocks at two summits
		}
		return open
	case !a.when.known || !b.when.known:
		return open
	case a.mayBeOf(b) || b.mayBeOf(a):
		return open // figures for a whole year come out when it is over
	case a.flow && a.when.to-a.when.from != b.when.to-b.when.from && !a.when.growth && !b.when.growth:
		return apart // a month is no year
	case a.inOneYear(b):
		return together
	}
	return apart
}

// mayBeOf reports whether a level that was given the year of its report may
// belong to the year of o instead, which is the same or the one before.
func (i *item) mayBeOf(o *item) bool {
	n := i.when.year() - o.when.year()
	return i.lately && !o.lately && (n == 0 || n == 1)
}

// isOfDay reports whether a figure is for a single day.
func (i *item) isOfDay() bool {
	p, ok := period.Parse(i.f.Period)
	return ok && !p.IsSpan() && p.First.Grain() == period.Day
}

// growthTimes compares the times of growth. Growth without a time may have taken
// any length of time.
func (i *item) growthTimes(o *item) relation {
	switch {
	case i.when == o.when && i.length() == o.length() && (i.when.known || i.beside(o)):
		return together
	case i.when.known && o.when.known:
		return apart
	}
	return open
}

// beside reports whether two figures are of one document, or of summits a month
// apart at most.
func (i *item) beside(o *item) bool {
	return i.ref.Document == o.ref.Document || i.day != 0 && o.day != 0 && max(i.day-o.day, o.day-i.day) <= nearby
}

// inOneYear reports whether two levels may be of one year. One that years of
// growth led to is of the last of these years or of the one before it.
func (i *item) inOneYear(o *item) bool {
	a, b := i.when.year(), o.when.year()
	return a == b || i.when.growth && a-1 == b || o.when.growth && b-1 == a
}

// changes reports whether a figure is growth and not a level.
func (i *item) changes() bool { return i.f.Kind == "change" || i.f.Kind == "multiple" }

// now reports whether a figure is for the time of its summit: it has no period,
// or its period is the document's year and it does not add up over a year.
func (i *item) now() bool {
	if !i.when.known {
		return true
	}
	return !i.flow && i.docYear > 0 && i.when.year() == i.docYear
}

// TellPeriod writes an ISO time: 2026年4月, April 2026.
func TellPeriod(iso string) Words {
	p, ok := period.Parse(iso)
	if !ok { // before the common era, -100/-001
		return Words{strings.ReplaceAll(iso, "/", "至"), strings.ReplaceAll(iso, "/", " to ")}
	}
	first := tellUnit(p.First)
	if !p.IsSpan() {
		return first
	}
	last := tellUnit(p.Last)
	if p.First.Month != 0 && p.First.Year == p.Last.Year {
		last.Zh = strings.TrimPrefix(last.Zh, tellUnit(p.First.Cut(period.Year)).Zh)
	}
	return Words{first.Zh + "至" + last.Zh, first.En + " to " + last.En}
}

func tellUnit(u period.Unit) Words {
	year := u.Cut(period.Year).String()
	if u.Month == 0 {
		return Words{year + "年", year}
	}
	w := Words{year + "年" + strconv.Itoa(u.Month) + "月", months[u.Month] + " " + year}
	if u.Day == 0 {
		return w
	}
	day := strconv.Itoa(u.Day)
	return Words{w.Zh + day + "日", day + " " + w.En}
}

var months = []string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
