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
	return m.token(r, isWhen)
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
	return m.token(m.dated(Time{Grain: Day, Open: "lunar"}, numsOf(m)...), isWhen)
}

// lunarMonth is 正月, 腊月.
func lunarMonth(m *match) (token, bool) {
	if m.says(2, isLunarmonth).n == 0 {
		return token{}, false // 大年 is no month
	}
	return m.token(m.dated(Time{Grain: Month, Open: "lunar"}), isWhen)
}

// behindMonth returns the rune behind the last token when that is a month.
func (s *scanner) behindMonth() int {
	if k := len(s.tokens) - 1; k >= 0 && s.tokens[k].class.has(monthWords) {
		return s.tokens[k].end
	}
	return -1
}

// startOfMonth takes 初五 behind a month for a day by the moon (八月初五), 初 alone
// for the first days of it where a number follows (10月初三国外长).
func (s *scanner) startOfMonth(day token) int {
	k := len(s.tokens) - 1
	named := !s.tokens[k].class.has(isMonth) || k > 1 && s.tokens[k-2].class.has(isLunar)
	if named || k > 0 && s.tokens[k-1].num != nil && !s.tokens[k-1].num.fromArabic && !s.unitAt(day.end) {
		return s.add(token{class: isLunarDay, start: day.start, end: day.end, words: day.words})
	}
	return s.add(s.word(&s.line, day.start, day.start+1))
}
