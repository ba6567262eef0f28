package quantity

import (
	"math/big"
	"slices"
)

// measureRules put a number and a unit together.
var measureRules = []rule{
	{name: "money.before", pattern: "before-money num money?", make: moneyBefore},
	{name: "money.two-names", pattern: "num ge? money money|before-money", make: moneyTwice},
	{name: "money", pattern: "num ge? money more? half?", make: money},
	{name: "money.half", pattern: "half ge? money", make: halfMeasure},
	{name: "measure", pattern: "below? num ge? measure more? half?", make: measure},
	{name: "measure.half", pattern: "half ge? measure", make: halfMeasure},
	{name: "measure.one", pattern: "measure num", make: oneMeasure},
	{name: "ordinal", pattern: "ordinal num count|span|year|day?", make: ordinal},
	{name: "rank", pattern: "top num count?", make: rank},
	{name: "points", pattern: "num minute", make: points},
	{name: "count", pattern: "num count more?", make: count},
	{name: "score", pattern: "num than|colon num than|colon num", make: score},
	{name: "score", pattern: "num than|colon num", make: score},
	{name: "count.half", pattern: "half count", make: halfCount},
}

// moneyBefore is 人民币2亿元, US$5.
func moneyBefore(m *match) (token, bool) {
	u := m.says(0, isBeforeMoney).unit
	if m.at[1].num.ratio {
		return token{}, false
	}
	r := m.measure(m.at[1].num, u)
	r.Said = m.at[0].words[0].text
	if w := m.says(2, isMoney); w.unit != nil {
		if w.unit.Symbol != u.Symbol && w.text != "元" && w.text != "圆" && w.text != "块" {
			return token{}, false
		}
	}
	return m.token(r)
}

// moneyTwice is 三万元欧元: 元 is the money of the name behind it.
func moneyTwice(m *match) (token, bool) {
	first := m.says(2, isMoney)
	if first.text != "元" && first.text != "圆" && first.text != "块" {
		return token{}, false
	}
	w := m.says(3, isMoney)
	if w.unit == nil || m.s.line.gap[m.at[3].start] {
		return token{}, false
	}
	r := m.measure(m.at[0].num, w.unit)
	r.Said = w.text
	return m.token(r)
}

func money(m *match) (token, bool) {
	return m.withUnit(m.at[0], m.says(2, isMoney), m.at[3], m.at[4])
}

// measure is 7591公里, 三斤半, 零下五度, 三个平方.
func measure(m *match) (token, bool) {
	if m.at[0] != nil {
		n := *m.at[1].num
		n.value = new(big.Rat).Neg(n.value)
		n.max, n.ceiling = nil, nil
		m.at[1].num = &n
	}
	return m.withUnit(m.at[1], m.says(3, isMeasure), m.at[4], m.at[5])
}

func (m *match) withUnit(n *token, w *word, more, half *token) (token, bool) {
	u := w.unit
	if w.text == "升" && m.rises() {
		return token{}, false
	}
	if n.num.ratio && n.num.slashed[0] != nil || u.flags == "scaled" && !n.num.scaled && n.num.value.Cmp(big.NewRat(1000, 1)) < 0 {
		return token{}, false
	}
	if u.flags == "huge" && n.num.value.Cmp(big.NewRat(1e8, 1)) < 0 {
		return token{}, false
	}
	if w.text == "度" {
		u = m.degrees(u)
	}
	r := m.measure(n.num, u)
	r.Said = w.text
	m.basis(r)
	switch {
	case more != nil:
		r.Bound, r.Ceiling = Over, new(big.Rat).Add(r.Value, u.Factor)
	case half != nil:
		r.Value = new(big.Rat).Add(r.Value, times(u.Factor, big.NewRat(1, 2)))
	}
	return m.token(r)
}

// rises reports whether 升 is what a number does (由50升至60) and no litre
// (从5升至8升).
func (m *match) rises() bool {
	again := m.next(2)
	return m.follows(isTill) && m.before != nil && m.before.class.has(isFrom) &&
		(again == nil || again.says(isMeasure).text != "升")
}

// degrees tells what 度 measures: temperature behind 气温 or 零下, electricity
// behind 发电量 or 用电, else angles.
func (m *match) degrees(u *Unit) *Unit {
	if m.at[0] != nil && m.at[0].class.has(isBelow) {
		return m.s.celsius
	}
	for i := m.start - 1; i >= max(0, m.start-6); i-- {
		switch m.s.line.rune(i) {
		case '温':
			return m.s.celsius
		case '电':
			return m.s.kilowattHour
		}
	}
	return u
}

// halfMeasure is 半公里, 半斤.
func halfMeasure(m *match) (token, bool) {
	w := m.says(2, isMeasure.or(isMoney))
	r := m.measured(w.unit.Kind, times(w.unit.Factor, big.NewRat(1, 2)))
	r.Unit, r.unit, r.Said = w.unit.Symbol, w.unit, w.text
	return m.token(r)
}

// oneMeasure is 米九: one metre ninety.
func oneMeasure(m *match) (token, bool) {
	w, n := m.says(0, isMeasure), m.at[1].num
	if w.text != "米" || !n.lone || m.before != nil || isHan(m.s.line.rune(m.start-1)) || isHan(m.s.line.next(m.end)) && !m.follows(isTill) {
		return token{}, false
	}
	r := m.measured(Length, new(big.Rat).Add(big.NewRat(1, 1), times(n.value, big.NewRat(1, 10))), n)
	r.Unit, r.unit, r.Said = w.unit.Symbol, w.unit, w.text
	return m.token(r)
}

// ordinal is 第二台.
func ordinal(m *match) (token, bool) {
	n := m.at[1].num
	if n.ratio || n.negative {
		return token{}, false
	}
	r := m.measured(Ordinal, n.value, n)
	r.Max, r.Unit, r.Said = n.max, "count", m.unitText(2)
	r.coreEnd = m.at[1].end
	r.NotFigure = ""
	return m.token(r)
}

func (m *match) unitText(k int) string {
	if m.at[k] == nil {
		return ""
	}
	return m.at[k].words[0].text
}

// rank is 前十, 前10名.
func rank(m *match) (token, bool) {
	n := m.at[1].num
	k, ok := small(n.value)
	if n.max != nil {
		k, ok = small(n.max)
	}
	if !ok || k < 2 || k > 10000 || n.ratio || m.at[2] == nil && m.follows(isUnit) {
		return token{}, false
	}
	r := m.measured(Rank, n.value, n)
	r.Max, r.Unit, r.Said, r.Bound = n.max, "rank", m.unitText(2), UpTo
	r.coreEnd = m.at[1].end
	return m.token(r)
}

// points is 20分, which may as well be a fifth of a 元.
func points(m *match) (token, bool) {
	n := m.at[0].num
	w := m.says(1, isMinute)
	if w.text != "分" || n.ratio {
		return token{}, false
	}
	r := m.measured(Count, n.value, n)
	r.Max, r.Ceiling, r.Unit, r.Said = n.max, n.ceiling, "count", "分"
	fen := m.measure(n, m.s.fen)
	fen.Said = "分"
	fen.conclude()
	fen.publish(m.s)
	r.Else, r.fen = &fen.Quantity, fen
	return m.token(r)
}

// articleless are words that count something of size, so that even 一 with
// them tells a number.
var articleless = []string{"国", "党", "军"}

// count is 114个, 50多项. 一个 is an article more often than a number.
func count(m *match) (token, bool) {
	n := m.at[0].num
	if n.ratio && (n.slashed[0] != nil || m.unitText(1) != "个") {
		return token{}, false // 三分之二国家 are a share of them
	}
	r := m.measured(Count, n.value, n)
	r.Max, r.Ceiling, r.Unit, r.Said = n.max, n.ceiling, "count", m.unitText(1)
	if m.at[2] != nil {
		r.Bound, r.Ceiling = Over, new(big.Rat).Add(n.value, big.NewRat(1, 1))
	}
	if r.NotFigure == "" && n.lone && n.value.Cmp(big.NewRat(1, 1)) == 0 && !slices.Contains(articleless, r.Said) {
		r.NotFigure, r.indefiniteArticle = "article", true
	}
	if r.NotFigure == "" {
		if reason := m.loneReason(n); reason == "code" || reason == "name" {
			r.NotFigure = reason
		}
	}
	m.basis(r)
	return m.token(r)
}

// basis marks what something is told for: the 10万人 of 每10万人有12例.
func (m *match) basis(r *reading) {
	if r.NotFigure == "" && m.before != nil && m.before.class.has(isPer) {
		r.NotFigure = "unit"
	}
}

// score is 3比1 and 3:1; of 5:3:2 the value is that of the first two.
func score(m *match) (token, bool) {
	a, b := m.at[0].num, m.at[2].num
	if m.follows(isUnit) || b.value.Sign() <= 0 || a.max != nil || b.max != nil || a.ratio || b.ratio || m.follows(isPercent.or(isColon).or(isFen)) {
		return token{}, false
	}
	r := m.measured(Ratio, new(big.Rat).Quo(a.value, b.value), numsOf(m)...)
	r.Bound, r.Ceiling, r.NotFigure = Exact, nil, "score"
	return m.token(r)
}

func halfCount(m *match) (token, bool) {
	r := m.measured(Count, big.NewRat(1, 2))
	r.Unit, r.Said, r.NotFigure, r.indefiniteArticle = "count", m.unitText(1), "article", true
	return m.token(r)
}
