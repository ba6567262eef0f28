package quantity

import "slices"

// timeRangeRules join two times.
var timeRangeRules = []rule{
	{name: "time.range", pattern: "from? when till when between|during?", make: timeRange},
	{name: "time.range", pattern: "from? when clock till when clock", make: timeRangeOfHours},
	{name: "time.range", pattern: "from|in? when with when between|during", make: timeRange},
}

// timeRange is 2016年一月十日到十二日, 2007年与2009年间. What the second time
// leaves out is that of the first.
func timeRange(m *match) (token, bool) { return m.joinTimes(m.at[1].q, m.at[3].q) }

// timeRangeOfHours is 6月15日20时至18日20时: the days decide.
func timeRangeOfHours(m *match) (token, bool) {
	a, b := m.at[1].q, m.at[4].q
	if a.at.Grain != Day || b.at.Grain != Day {
		return token{}, false
	}
	return m.joinTimes(a, b)
}

func (m *match) joinTimes(a, b *reading) (token, bool) {
	from, to := *a.at, *b.at
	if from.Open == "lunar" || to.Open == "lunar" {
		return m.rangeToken(Time{Grain: max(from.Grain, to.Grain), Open: "lunar"}, a, b)
	}
	if from.Open == "reference" || to.Open == "reference" {
		if m.ref() {
			return token{}, false
		}
		return m.rangeToken(Time{Grain: max(from.Grain, to.Grain), Open: "reference"}, a, b)
	}
	switch {
	case to.cycle != NoGrain:
		to = from.complete(to)
	case to.ofNow && !from.ofNow && to.Grain <= Month:
		to = from.inYear(to)
	}
	if from.From.IsZero() || to.From.IsZero() {
		return m.rangeToken(Time{Grain: to.Grain, Open: "year"}, a, b)
	}
	if !from.From.Before(to.From) {
		return token{}, false
	}
	to.From = to.To.add(-1, to.Grain) // 3月下旬至4月上旬 ends with the last day of that
	at := Time{From: from.From, To: to.From, Grain: max(from.Grain, to.Grain), Ends: true}
	at.Open, at.cycle, at.ref = from.Open, from.cycle, from.ref
	return m.rangeToken(at, a, b)
}

// complete gives t, which leaves something out, the first place behind from.
func (from Time) complete(t Time) Time {
	if from.From.IsZero() {
		return t
	}
	for n := 0; n < 9; n++ {
		d := t.said
		switch at := from.From.add(n, t.cycle); t.cycle {
		case Week:
			d = from.From.addDays((t.said.Day - from.From.weekday() + 7) % 7)
		case Month:
			d.Year, d.Month = (Date{at.Year, at.Month, 1}).Year, at.Month
		default:
			d.Year = at.Year
		}
		if d.valid() && from.From.Before(d) {
			t.From, t.To = d, d.add(1, t.Grain)
			return t
		}
	}
	return t
}

// inYear moves t, a part of a year that the text does not name, into the year in
// which from begins, or the next one: 2023年一季度到三季度.
func (from Time) inYear(t Time) Time {
	years := from.From.Year - t.From.Year
	if !from.From.Before(t.From.add(years, Year)) {
		years++
	}
	t.From, t.To = t.From.add(years, Year), t.To.add(years, Year)
	return t
}

func (m *match) rangeToken(at Time, a, b *reading) (token, bool) {
	r := m.moment(Period, at, slices.Concat(a.parts, b.parts)...)
	return m.token(r, isWhen)
}
