package quantity

import "math/big"

// shareRules read percentages, tenths and multiples.
var shareRules = []rule{
	{name: "percent.whole", pattern: "minus? whole", make: wholeShare},
	{name: "percent.words", pattern: "minus? percentof minus? num", make: percentWords},
	{name: "percent", pattern: "num percent", make: percent},
	{name: "share.tenths", pattern: "num cheng num|half", make: tenths},
	{name: "share.tenths", pattern: "num cheng more?", make: tenths},
	{name: "share.tenths", pattern: "half cheng", make: halfTenth},
	{name: "share.discount", pattern: "num num? zhe", make: discount},
	{name: "share.half", pattern: "share", make: halfShare},
	{name: "share.half", pattern: "overshare", make: overHalf},
	{name: "multiple.doublings", pattern: "double before? num fan more?", make: doublings},
	{name: "multiple.doubled", pattern: "twice", make: doubled},
	{name: "multiple", pattern: "double before? num times", make: multiple},
	{name: "multiple.half", pattern: "num times half", make: multipleHalf},
	{name: "multiple", pattern: "num times more?", make: multiple},
}

func (m *match) percentage(value *big.Rat, unit string, nums ...*numeral) *reading {
	r := m.measured(Percent, value, nums...)
	r.Unit = unit
	return r
}

func wholeShare(m *match) (token, bool) {
	value := big.NewRat(100, 1)
	if m.at[0] != nil {
		value.Neg(value)
	}
	return m.token(m.percentage(value, "%"))
}

// percentWords is 百分之五, 千分之三.
func percentWords(m *match) (token, bool) {
	n := m.at[3].num
	factor := rational(m.says(1, isPercentof).value)
	r := m.percentage(nil, "%", n)
	if n.ratio {
		return token{}, false
	}
	r.scale(n, factor)
	if m.at[0] != nil || m.at[2] != nil {
		r.Value = new(big.Rat).Neg(r.Value)
		r.Max, r.Ceiling = nil, nil
	}
	return m.token(r)
}

// percent is 5%, 5‰, 5个百分点, 25个基点.
func percent(m *match) (token, bool) {
	n := m.at[0].num
	if n.ratio && n.max == nil && n.slashed[0] == nil {
		return token{}, false
	}
	factor, unit := big.NewRat(1, 1), "%"
	switch w := m.says(1, isPercent); w.value {
	case "pp":
		unit = "pp"
	case "bp":
		factor, unit = big.NewRat(1, 100), "pp"
	default:
		factor = rational(w.value)
	}
	r := m.percentage(nil, unit, n)
	r.scale(n, factor)
	r.Said = m.says(1, isPercent).text
	return m.token(r)
}

// tenths is 三成, 七成六, 两成半.
func tenths(m *match) (token, bool) {
	n := m.at[0].num
	if n.value.Cmp(big.NewRat(10, 1)) > 0 || n.ratio {
		return token{}, false
	}
	ten := big.NewRat(10, 1)
	nums := []*numeral{n}
	r := m.percentage(nil, "%", nums...)
	r.scale(n, ten)
	if t := m.at[2]; t != nil {
		switch {
		case t.num != nil && t.num.value.Cmp(ten) < 0 && t.num.max == nil:
			r.Value = new(big.Rat).Add(r.Value, t.num.value)
		case t.class.has(isHalf):
			r.Value = new(big.Rat).Add(r.Value, big.NewRat(5, 1))
		case t.class.has(isMoreWord):
			r.Bound, r.Ceiling = Over, new(big.Rat).Add(r.Value, ten)
		default:
			return token{}, false
		}
	}
	return m.token(r)
}

// halfTenth is 半成.
func halfTenth(m *match) (token, bool) {
	return m.token(m.percentage(big.NewRat(5, 1), "%"))
}

// discount is 八折 and 八五折: the price that is left.
func discount(m *match) (token, bool) {
	n := m.at[0].num
	ten := big.NewRat(10, 1)
	if n.value.Cmp(big.NewRat(100, 1)) >= 0 || n.value.Cmp(ten) == 0 {
		return token{}, false // 十折 would be no discount
	}
	r := m.percentage(nil, "%", n)
	switch {
	case m.at[1] != nil:
		unit := m.at[1].num
		if n.value.Cmp(ten) >= 0 || unit.value.Cmp(ten) >= 0 {
			return token{}, false
		}
		r.Value = new(big.Rat).Add(times(n.value, ten), unit.value)
	case n.value.Cmp(ten) < 0:
		r.scale(n, ten)
	default:
		r.Value = n.value
	}
	return m.token(r)
}

func halfShare(m *match) (token, bool) {
	v := int64(m.says(0, isShare).n)
	r := m.percentage(big.NewRat(v, 1), "%")
	if m.at[0].words[0].text != "对折" && m.at[0].words[0].text != "半折" {
		r.Kind = Fraction
	}
	return m.token(r)
}

func overHalf(m *match) (token, bool) {
	r := m.percentage(big.NewRat(50, 1), "%")
	r.Kind, r.Bound = Fraction, Bound(m.says(0, isOvershare).value)
	return m.token(r)
}

// doublings is 翻两番: twice two times.
func doublings(m *match) (token, bool) {
	n, ok := m.small(2)
	if !ok || n < 1 || n > 20 {
		return token{}, false
	}
	r := m.measured(Multiple, big.NewRat(1<<n, 1), m.at[2].num)
	r.Unit = "x"
	if m.at[4] != nil {
		r.Bound = Over
	} else if m.at[1] != nil {
		r.Bound = Bound(m.says(1, isBefore).value)
	}
	return m.token(r)
}

func doubled(m *match) (token, bool) {
	r := m.measured(Multiple, big.NewRat(2, 1))
	r.Unit = "x"
	return m.token(r)
}

// multiple is 三倍, 翻三倍, 翻了近三倍, 两倍多.
func multiple(m *match) (token, bool) {
	k := 0
	if m.at[0].num == nil {
		k = 2
	}
	n := m.at[k].num
	r := m.measured(Multiple, n.value, n)
	r.Max, r.Ceiling, r.Unit, r.Said = n.max, n.ceiling, "x", "倍"
	switch {
	case k == 0 && m.at[2] != nil:
		r.Bound, r.Ceiling = Over, new(big.Rat).Add(n.value, big.NewRat(1, 1))
	case k == 2 && m.at[1] != nil && r.Bound == Exact:
		r.Bound = Bound(m.says(1, isBefore).value)
	}
	return m.token(r)
}

// multipleHalf is 一倍半.
func multipleHalf(m *match) (token, bool) {
	n := m.at[0].num
	r := m.measured(Multiple, new(big.Rat).Add(n.value, big.NewRat(1, 2)), n)
	r.Unit, r.Said = "x", "倍"
	return m.token(r)
}
