package quantity

import "math/big"

// length is how long a duration is, in its parts from the longest unit down.
type length []lengthPart

type lengthPart struct {
	unit   string
	amount *big.Rat
}

// lengthUnit is a unit of durations: seconds for comparing, and for dates how
// many of which grain.
type lengthUnit struct {
	rank    int // from the longest to the shortest
	letter  string
	seconds int64
	grain   Grain
	times   int
}

// months is how many months a year or what is counted in years has.
func (u lengthUnit) months() int {
	if u.grain == Year {
		return 12 * u.times
	}
	return u.times
}

var lengthUnits = map[string]lengthUnit{
	"century":     {1, "Y", 3153600000, Year, 100},
	"decade":      {2, "Y", 315360000, Year, 10},
	"year":        {3, "Y", 31536000, Year, 1},
	"quarter":     {4, "M", 7776000, Month, 3},
	"month":       {5, "M", 2592000, Month, 1},
	"xun":         {6, "D", 864000, Day, 10},
	"week":        {7, "W", 604800, Week, 1},
	"day":         {8, "D", 86400, Day, 1},
	"hour":        {9, "TH", 3600, NoGrain, 0},
	"quarterhour": {10, "TM", 900, NoGrain, 0},
	"minute":      {11, "TM", 60, NoGrain, 0},
	"second":      {12, "TS", 1, NoGrain, 0},
}

// durationRules read lengths of time, ages and anniversaries.
var durationRules = []rule{
	{name: "anniversary", pattern: "num ge? anniversary", make: anniversary},
	{name: "age", pattern: "num age half|more?", make: age},
	{name: "duration.minutes", pattern: "num minute", make: minutes},
	{name: "duration.timed", pattern: "num span num", make: timed},
	{name: "duration.half", pattern: "num ge half span|month", make: halfBetween},
	{name: "duration", pattern: "num ge? more? span|month|quarter more? half?", make: duration},
	{name: "duration.half", pattern: "half ge? more? span|month more?", make: halfUnit},
	{name: "duration.half", pattern: "halfyear more?", make: halfYear},
}

// joinedRules join durations: 八天二十小时, 一年又一个月.
var joinedRules = []rule{
	{name: "duration.stay", pattern: "duration duration", make: stay},
	{name: "duration.joined", pattern: "duration and? duration", make: joinDurations},
	{name: "duration.joined", pattern: "duration and? clock", make: joinHours},
}

func anniversary(m *match) (token, bool) {
	n := m.at[0].num
	if y, ok := small(n.value); ok && n.likeYear() && m.says(2, isAnniversary).text != "周年" {
		return m.yearToken(y, n) // 2025年之际
	}
	r := m.measured(Anniversary, n.value, n)
	r.Max, r.Ceiling, r.Unit, r.Said, r.NotFigure = n.max, n.ceiling, "year", "周年", ""
	return m.token(r)
}

func age(m *match) (token, bool) {
	n := m.at[0].num
	r := m.measured(Age, n.value, n)
	r.Max, r.Ceiling, r.Unit, r.Said = n.max, n.ceiling, "year", "岁"
	if m.at[2] != nil && m.at[2].class.has(isMoreWord) {
		r.Bound, r.Ceiling = Over, new(big.Rat).Add(n.value, big.NewRat(1, 1))
	} else if m.at[2] != nil {
		r.Value = new(big.Rat).Add(n.value, big.NewRat(1, 2))
	}
	return m.token(r)
}

// lengthOf makes a duration of value units.
func (m *match) lengthOf(value *big.Rat, unit string, nums ...*numeral) *reading {
	r := m.measured(Duration, value, nums...)
	r.Unit = unit
	if unit == "decade" || unit == "century" || unit == "xun" || unit == "quarterhour" {
		r.inBase(unit)
	}
	r.length = length{{unit: r.Unit, amount: r.Value}}
	return r
}

// inBase says ten years for a decade, days for 旬, minutes for 刻.
func (r *reading) inBase(unit string) {
	base, n := "year", lengthUnits[unit].times
	switch unit {
	case "xun":
		base = "day"
	case "quarterhour":
		base, n = "minute", 15
	}
	f := big.NewRat(int64(n), 1)
	r.Unit, r.Value = base, times(r.Value, f)
	r.Max, r.Ceiling = scaled(r.Max, f), scaled(r.Ceiling, f)
}

// duration is 五年, 三个多月, 两年半. A month needs 个, or it is one of the year.
func duration(m *match) (token, bool) {
	n := m.at[0].num
	if m.before != nil && m.before.class.has(isOrdinal) {
		return token{}, false // 第34年
	}
	if m.at[4] != nil && m.at[5] == nil && m.follows(isCount) {
		m.giveBack(4) // 三年多次访问
	}
	w := m.says(3, isSpan.or(isMonth).or(isQuarter))
	if m.at[1] == nil && w.class.has(isMonth) && m.at[2] == nil && !n.over() && !n.pair {
		return token{}, false
	}
	if w.text == "季" || w.text == "年度" && m.at[1] == nil && n.lone {
		return token{}, false
	}
	r := m.measured(Duration, n.value, n)
	r.Unit, r.Said = w.value, w.text
	r.Max, r.Ceiling = n.max, n.ceiling
	if m.at[2] != nil || m.at[4] != nil {
		r.Bound, r.Ceiling = Over, new(big.Rat).Add(n.value, big.NewRat(1, 1))
	}
	if m.at[5] != nil {
		r.Value = new(big.Rat).Add(r.Value, big.NewRat(1, 2))
	}
	if r.Unit == "century" || r.Unit == "xun" || r.Unit == "quarterhour" {
		r.inBase(r.Unit)
	}
	r.length = length{{unit: r.Unit, amount: r.Value}}
	return m.token(r, isDuration)
}

// minutes is the 分 of 2小时3分 and of 1分20秒; elsewhere 分 is too much else.
func minutes(m *match) (token, bool) {
	second := m.next(1)
	behind := m.before != nil && m.before.q != nil && m.before.q.Unit == "hour" && m.before.class.has(isDuration)
	ahead := m.follows(isNum) && second != nil && second.says(isSpan).value == "second"
	if m.says(1, isMinute).text != "分" || !behind && !ahead {
		return token{}, false
	}
	r := m.lengthOf(m.at[0].num.value, "minute", m.at[0].num)
	r.Said = "分"
	return m.token(r, isDuration)
}

// timed is 10秒86, as races are timed: ten seconds and 86 hundredths.
func timed(m *match) (token, bool) {
	n, part := m.at[0].num, m.at[2]
	size := part.end - part.start
	if m.says(1, isSpan).value != "second" || size > 3 || m.follows(isUnit) || !isDigit(m.s.line.rune(part.start)) || !isDigit(m.s.line.rune(part.end-1)) || !part.num.value.IsInt() || n.max != nil {
		return token{}, false
	}
	tenth := big.NewRat(1, 10)
	fraction := part.num.value
	for range size {
		fraction = times(fraction, tenth)
	}
	r := m.lengthOf(new(big.Rat).Add(n.value, fraction), "second", n)
	r.Said = "秒"
	return m.token(r, isDuration)
}

// halfBetween is 一个半小时.
func halfBetween(m *match) (token, bool) {
	n := m.at[0].num
	w := m.says(3, isSpan.or(isMonth))
	r := m.lengthOf(new(big.Rat).Add(n.value, big.NewRat(1, 2)), w.value, n)
	r.Said = w.text
	return m.token(r, isDuration)
}

// halfUnit is 半小时, 半个月.
func halfUnit(m *match) (token, bool) {
	w := m.says(3, isSpan.or(isMonth))
	if m.at[1] == nil && w.class.has(isMonth) {
		return token{}, false
	}
	r := m.lengthOf(big.NewRat(1, 2), w.value)
	r.Said = w.text
	if m.at[2] != nil || m.at[4] != nil {
		r.Bound = Over
	}
	return m.token(r, isDuration)
}

func halfYear(m *match) (token, bool) {
	r := m.lengthOf(big.NewRat(1, 2), "year")
	r.Said = "年"
	if m.at[1] != nil {
		r.Bound = Over
	}
	return m.token(r, isDuration)
}

// stay is 三天两夜, 5天5夜: as many days as it says, the nights among them.
func stay(m *match) (token, bool) {
	days, nights := m.at[0].q, m.at[1].q
	if nights.Said != "夜" || days.Said != "天" && days.Said != "日" || days.Max != nil || nights.Max != nil {
		return token{}, false
	}
	r := *days
	r.comeFrom(days, nights)
	return m.extend(&r, isDuration)
}

// joinDurations adds a duration in smaller units to one in larger ones.
func joinDurations(m *match) (token, bool) {
	return m.join(m.at[0].q, m.at[2].q)
}

// joinHours takes 20时 behind days for hours: 8天20时.
func joinHours(m *match) (token, bool) {
	d, c := m.at[0].q, m.at[2].q
	c.length = length{{unit: "hour", amount: c.Value}}
	c.Unit, c.NotFigure = "hour", ""
	return m.join(d, c)
}

func (m *match) join(a, b *reading) (token, bool) {
	if len(a.length) == 0 || len(b.length) == 0 || a.Max != nil || b.Max != nil {
		return token{}, false
	}
	last, first := a.length[len(a.length)-1].unit, b.length[0].unit
	if lengthUnits[last].rank >= lengthUnits[first].rank {
		return token{}, false
	}
	r := *a
	r.comeFrom(a, b)
	r.length = append(r.length[:len(r.length):len(r.length)], b.length...)
	f, _ := lengthRatio(b.Unit, r.Unit)
	r.Value = new(big.Rat).Add(r.Value, times(b.Value, f))
	r.Bound, r.Ceiling = b.Bound, nil
	return m.extend(&r, isDuration)
}

// lengthRatio returns how many units of time b one unit a is: a month is a
// twelfth of a year, though both are counted as so many days otherwise.
func lengthRatio(a, b string) (*big.Rat, bool) {
	u, ok := lengthUnits[a]
	v, ok2 := lengthUnits[b]
	switch {
	case !ok || !ok2:
		return nil, false
	case u.grain != NoGrain && u.grain <= Month && v.grain != NoGrain && v.grain <= Month:
		return big.NewRat(int64(u.months()), int64(v.months())), true
	}
	return big.NewRat(u.seconds, v.seconds), true
}

// ISODuration writes a duration as PnYnMnWnDTnHnMnS; "" for all else.
func (q *Quantity) ISODuration() string { return q.isoLength }

// iso writes the parts of a length as PnYnMnWnDTnHnMnS.
func (l length) iso() string {
	if len(l) == 0 {
		return ""
	}
	s, clock := "P", false
	for _, p := range l {
		letter := lengthUnits[p.unit].letter
		if letter[0] == 'T' {
			if !clock {
				s += "T"
			}
			clock, letter = true, letter[1:]
		}
		amount := p.amount
		if p.unit == "quarter" {
			amount = times(amount, big.NewRat(3, 1))
		}
		s += Decimal(amount) + letter
	}
	return s
}
