package quantity

import (
	"math/big"
	"slices"
	"strings"
)

// countedRules read times that are counted from the reference: 过去五年, 三年前.
var countedRules = []rule{
	{name: "time.past", pattern: "past de? duration since|during|within?", make: pastSpan},
	{name: "time.future", pattern: "future de? duration within|during?", make: futureSpan},
	{name: "time.since", pattern: "duration since", make: pastSpan},
	{name: "time.ago", pattern: "duration ago", make: ago},
	{name: "time.later", pattern: "duration later", make: ago},
	{name: "time.within", pattern: "duration within", make: withinSpan},
	{name: "time.since", pattern: "from? when since", make: since},
	{name: "time.since", pattern: "from when", make: since},
	{name: "time.before", pattern: "until|till? when ago", make: before},
	{name: "time.after", pattern: "when later", make: after},
	{name: "time.until", pattern: "until|till when", make: until},
	{name: "time.within", pattern: "when within|during", make: inside},
}

// counted turns the length of r into a time from or up to the reference.
func (m *match) counted(r *reading, sign int) (Time, bool) {
	if len(r.length) == 0 || r.Max != nil && r.Max.Cmp(r.Value) == 0 {
		return Time{}, false
	}
	grain := Year
	at := m.s.ref
	for _, p := range r.length {
		u := lengthUnits[p.unit]
		if u.grain == NoGrain {
			return Time{}, false
		}
		grain = u.grain
		var ok bool
		if at, ok = at.move(p.amount, sign*u.times, u.grain); !ok {
			return Time{}, false
		}
	}
	if m.s.ref.IsZero() {
		return Time{Grain: grain, Open: "reference"}, true
	}
	if !r.Value.IsInt() && grain == Year {
		grain = Month
	}
	return Time{From: at, To: at, Grain: grain, counted: true}, true
}

// move goes amount × n units of g from d; half a year is six months.
func (d Date) move(amount *big.Rat, n int, g Grain) (Date, bool) {
	whole2 := times(amount, big.NewRat(2, 1))
	halves, ok := small(whole2)
	if !ok || halves > 4000 || halves < 0 {
		return d, false
	}
	if d.IsZero() {
		return d, true
	}
	to := d
	switch {
	case halves%2 == 0:
		to = d.add(halves/2*n, g)
	case g == Year:
		to = d.addMonths(6 * halves * n)
	case g == Month:
		to = d.addMonths(halves / 2 * n).addDays(15 * n / max(n, -n))
	default:
		to = d.add(halves/2*n, g)
	}
	return to, to.Year >= -9000 && to.Year <= 9000
}

// asTime is the token of a duration that has become a time.
func (m *match) asTime(r *reading, at Time) (token, bool) {
	at.ref = m.s.ref
	r.at = &at
	r.start, r.end = m.start, m.end
	r.Why = append(r.Why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end)})
	return m.token(r, isDuration)
}

func (m *match) durationAt() *reading {
	for _, t := range m.at {
		if t != nil && t.class.has(isDuration) {
			return t.q
		}
	}
	return nil
}

// pastSpan is 过去五年, 近三年来, 五年来. 近百年 and 前三位 are none: only what
// follows 前 in days to years counts back.
func pastSpan(m *match) (token, bool) {
	r := m.durationAt()
	at, ok := m.counted(r, -1)
	if !ok || m.nearPlace(r) || m.beforeEvent() {
		return token{}, false
	}
	if m.ref() {
		at.To = m.s.ref
	}
	return m.asTime(r, at)
}

// nearPlace: 上百年, 近百年 and 近半个世纪 say about how long it was, unless 来
// follows.
func (m *match) nearPlace(r *reading) bool {
	w := m.at[0].says(isPast)
	return (r.NotFigure == "unit" || r.Said == "世纪") && m.at[3] == nil && (w.text == "上" || w.text == "近")
}

// beforeEvent: in 开工前三年 the 前 is that of what stands before it.
func (m *match) beforeEvent() bool {
	before := m.s.line.rune(m.start - 1)
	return m.at[0].says(isPast).text == "前" && m.before == nil && isHan(before) && !slices.Contains(beforeSpans, before)
}

// behindEvent: in 疫情暴发后三个月内 the 后 is that of what stands before it.
func (m *match) behindEvent() bool {
	before := m.s.line.rune(m.start - 1)
	return m.at[0].says(isFuture).text == "后" && (m.before == nil || m.before.class.has(isCount)) && isHan(before) && !slices.Contains(beforeSpans, before)
}

// beforeSpans are characters behind which a time may begin.
var beforeSpans = []rune("在而和与比较但的对于从至到是了")

func (m *match) ref() bool { return !m.s.ref.IsZero() }

// futureSpan is 未来10年; it begins with the day after the reference.
func futureSpan(m *match) (token, bool) {
	r := m.durationAt()
	at, ok := m.counted(r, 1)
	if !ok || m.behindEvent() {
		return token{}, false
	}
	if m.ref() {
		at.From, at.To = m.s.ref.addDays(1), at.To.addDays(1)
	}
	return m.asTime(r, at)
}

func withinSpan(m *match) (token, bool) {
	t, ok := futureSpan(m)
	if ok {
		t.q.at.Relation = "within"
	}
	return t, ok
}

// ago is 三年前, 两天后: a point as fine as its unit.
func ago(m *match) (token, bool) {
	r := m.durationAt()
	sign := m.says(1, isAgo.or(isLater)).n
	at, ok := m.counted(r, sign)
	if !ok || r.Bound == Over && r.Unit == "year" && r.Value.Cmp(big.NewRat(100, 1)) >= 0 {
		return token{}, false // 两千多年前 names no year
	}
	if at.counted = false; m.ref() {
		at.To = at.From.addDays(1)
	}
	if w := m.says(1, isAgo.or(isLater)).text; len(w) > 3 && r.Value.Cmp(big.NewRat(1, 1)) >= 0 {
		at.Relation = "before"
		if sign > 0 {
			at.Relation = "after"
		}
	}
	return m.asTime(r, at)
}

// related notes how a time bounds what is told, and covers the words for it.
func (m *match) related(r *reading, relation string) (token, bool) {
	at := *r.at
	at.Relation = relation
	r.at = &at
	r.start, r.end = m.start, m.end
	r.Why = append(r.Why, Step{Rule: m.rule.name, Text: m.s.text(m.start, m.end)})
	return m.token(r, isWhen)
}

// since is 自2014年以来; in 从2020年的500亿 the year belongs to the sum.
func since(m *match) (token, bool) {
	if m.follows(isDe) {
		return token{}, false
	}
	return m.related(m.at[1].q, "since")
}

// before is 2030年前, 到2030年前; the 前 of 第一季度前三名 is that of the number.
func before(m *match) (token, bool) {
	if m.at[1].q.at.Grain == Quarter && m.follows(isNum) {
		return token{}, false
	}
	return m.related(m.at[1].q, "before")
}

func after(m *match) (token, bool) { return m.related(m.at[0].q, "after") }

// until is 到2030年; between two times it is part of a range.
func until(m *match) (token, bool) {
	if m.before != nil && m.before.class.has(isWhen.or(isClock)) || m.at[0].words[0].text == "-" || m.at[0].words[0].text == "~" {
		return token{}, false
	}
	if strings.ContainsRune("增升降减高加涨跌少低", m.s.line.rune(m.start-1)) {
		return token{}, false // 增至2024年的1000亿
	}
	if next := m.next(0); next != nil && next.class.has(isTill) {
		return token{}, false
	}
	return m.related(m.at[1].q, "until")
}

func inside(m *match) (token, bool) { return m.related(m.at[0].q, "within") }
