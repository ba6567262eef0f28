package quantity

// lunarRules read times of the calendar that goes by the moon. What day they
// fall on is not worked out, so they stay open.
var lunarRules = []rule{
	{name: "time.lunar", pattern: "when? lunar? lunarmonth lunarday", make: lunarDay},
	{name: "time.lunar", pattern: "when? lunar? lunarmonth num day?", make: lunarDay},
	{name: "time.lunar", pattern: "when? lunar? lunarmonth", make: lunarMonth},
	{name: "time.lunar", pattern: "lunar? when lunarday", make: lunarDay},
	{name: "time.lunar", pattern: "lunar when num", make: lunarDay},
	{name: "time.lunar", pattern: "when? lunar when", make: lunar},
}

// lunar is 农历八月十五.
func lunar(m *match) (token, bool) {
	at := *m.at[2].q.at
	r := m.dated(Time{Grain: at.Grain, Open: "lunar"})
	return m.token(r, "when")
}

// lunarDay is 正月初五, 腊月二十三, 八月初五, 农历三月三.
func lunarDay(m *match) (token, bool) {
	for _, t := range m.at {
		if t == nil || t.num == nil {
			continue
		}
		if _, ok := dayNumber(t.num); !ok || m.at[4] == nil && m.follows(isUnit) {
			return token{}, false
		}
	}
	return m.token(m.dated(Time{Grain: Day, Open: "lunar"}, numsOf(m)...), "when")
}

// lunarMonth is 正月, 腊月.
func lunarMonth(m *match) (token, bool) {
	if m.says(2, classes("lunarmonth")).n == 0 {
		return token{}, false // 大年 is no month
	}
	return m.token(m.dated(Time{Grain: Month, Open: "lunar"}), "when")
}
