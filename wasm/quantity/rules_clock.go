package quantity

import "math/big"

// clockRules read times of day and join them, weekdays and parts of the day to
// the day they belong to, and parts of a quarter to it.
var clockRules = []rule{
	{name: "clock", pattern: "daypart? num colon num colon num ampm?", make: clockDigits},
	{name: "clock", pattern: "daypart? num colon num ampm?", make: clockDigits},
	{name: "clock", pattern: "daypart? num oclock num minute", make: clock},
	{name: "clock", pattern: "daypart? num oclock num minute? span?", make: clock},
	{name: "clock", pattern: "daypart? num oclock half", make: clock},
	{name: "clock", pattern: "daypart? num oclock", make: clock},
	{name: "quarter.part", pattern: "when part", make: quarterPart},
	{name: "day.with-weekday", pattern: "when comma? paren? weekday", make: withWeekday},
	{name: "day.with-part", pattern: "when daypart", make: withPart},
}

// clockDigits is 14:30.
func clockDigits(m *match) (token, bool) {
	hour, ok := m.small(1)
	minute, ok2 := m.small(3)
	if !ok || !ok2 || hour > 24 || minute > 59 || hour < 0 || minute < 0 || len(m.at[3].num.digits) != 2 {
		return token{}, false
	}
	return m.clock(hour, minute)
}

// clock is 八点五十, 下午三点半, 20时. Without minutes or part of the day 时 and 点
// are too much else.
func clock(m *match) (token, bool) {
	hour, ok := m.small(1)
	minute := 0
	if t := m.at[3]; t != nil && t.num != nil {
		k, ok2 := m.small(3)
		if !ok2 || k > 59 || m.at[4] == nil && t.num.lone {
			return token{}, false
		}
		if m.at[5] != nil {
			return token{}, false
		}
		minute = k
	} else if t != nil {
		minute = 30
	}
	if !ok || hour > 24 || hour < 0 || m.at[1].num.max != nil || m.at[1].num.over() {
		return token{}, false
	}
	return m.clock(hour, minute)
}

func (m *match) clock(hour, minute int) (token, bool) {
	r := m.measured(Clock, nil, numsOf(m)...)
	r.Value = new(big.Rat).Add(big.NewRat(int64(hour), 1), big.NewRat(int64(minute), 60))
	r.Unit, r.Bound, r.Max, r.Ceiling, r.NotFigure = "hour", Exact, nil, nil, "clock"
	t, _ := m.token(r)
	t.class = isClock.or(isQuantity)
	return t, true
}

// withWeekday is 10月12日，星期一; the day decides.
func withWeekday(m *match) (token, bool) {
	day := m.at[0].q
	if day.at.Grain != Day || m.at[0].class.has(isWeekday) {
		return token{}, false
	}
	return m.extend(day, isWhen)
}

// withPart is 11月12日晚.
func withPart(m *match) (token, bool) {
	if m.at[0].q.at.Grain != Day || m.at[0].q.at.Ends {
		return token{}, false
	}
	return m.extend(m.at[0].q, isWhen)
}

// extend lets a reading cover the whole match.
func (m *match) extend(r *reading, more ...class) (token, bool) {
	r.start, r.end = m.start, m.end
	r.coreStart, r.coreEnd = m.start, m.end
	r.Why = append(r.Why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end)})
	return m.token(r, more...)
}
