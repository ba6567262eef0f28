package quantity

// fiscalYear is 2023财年 and 2023/24财年, which goes from one year into the next.
func fiscalYear(m *match) (token, bool) {
	n := m.at[0].num
	switch {
	case n.slashed[0] != nil:
		return m.fiscalYears(n.slashed[0], n.slashed[1])
	case n.ends[0] != nil:
		return m.fiscalYears(n.ends[0], n.ends[1])
	case m.says(1, isFiscal).text == "年度":
		return token{}, false // one like any other
	}
	y, ok := m.s.shortOrFull(n)
	if !ok {
		return token{}, false
	}
	return m.yearToken(y, n)
}

// fiscalYears is 2023-24财年, whose numbers make no range as such.
func fiscalYears(m *match) (token, bool) { return m.fiscalYears(m.at[0].num, m.at[2].num) }

func (m *match) fiscalYears(a, b *numeral) (token, bool) {
	first, ok := m.s.shortOrFull(a)
	last, ok2 := m.s.shortOrFull(b)
	if !ok || !ok2 || len(b.digits) > len(a.digits) {
		return token{}, false
	}
	if len(b.digits) == 2 {
		last = first - first%100 + last%100
		if last < first {
			last += 100 // 1999/00
		}
	}
	if last <= first {
		return token{}, false
	}
	at := Time{From: Date{first, 1, 1}, To: Date{last, 1, 1}, Grain: Year, Ends: true}
	return m.token(m.moment(Period, at, a, b), isWhen)
}

// shortOrFull returns the year that 2023 or 23 names.
func (s *scanner) shortOrFull(n *numeral) (int, bool) {
	y, ok := small(n.value)
	if ok && len(n.digits) == 2 && n.max == nil {
		return s.fullYear(y), true
	}
	return y, ok && n.likeYear() && n.max == nil
}
