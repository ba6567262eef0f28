package quantity

import "math/big"

// compoundRules add what is told in a smaller unit: 五块六毛, 六斤八两.
var compoundRules = []rule{
	{name: "money.round", pattern: "quantity round", make: round},
	{name: "measure.joined", pattern: "quantity and? quantity", make: joinMeasures},
	{name: "measure.tenths", pattern: "quantity num", make: tenthsOfUnit},
}

// round is 壹拾壹元整.
func round(m *match) (token, bool) {
	if m.at[0].q.Kind != Money {
		return token{}, false
	}
	return m.extend(m.at[0].q)
}

// joinMeasures adds a quantity in a smaller unit of the same kind.
func joinMeasures(m *match) (token, bool) {
	a, b := m.at[0].q, m.at[2].q
	if a.Kind == Money && b.fen != nil {
		b = b.fen
	}
	if a.unit == nil || b.unit == nil || a.unit.Kind != b.unit.Kind || a.Max != nil || a.Ceiling != nil {
		return token{}, false
	}
	if a.unit.Kind != Money && a.unit.Kind != Length && a.unit.Kind != "mass" {
		return token{}, false
	}
	f, ok := smaller(a.unit, b.unit)
	if !ok || b.Value.Sign() < 0 || m.s.line.gap[m.at[2].start] && m.at[0].q.parts[0].fromArabic != b.parts[0].fromArabic {
		return token{}, false
	}
	r := *a
	r.Value = new(big.Rat).Add(a.Value, times(b.Value, f))
	if b.Max != nil {
		r.Max = new(big.Rat).Add(a.Value, times(b.Max, f))
	}
	r.unit, r.Bound, r.Ceiling = b.unit, b.Bound, nil
	r.comeFrom(a, b)
	return m.extend(&r)
}

// smaller tells how many units of a's symbol one of b's is, when b is smaller
// than a and both are of one system: 元 and 角, 斤 and 两, but not 元 and 美分.
func smaller(a, b *Unit) (*big.Rat, bool) {
	if a.Kind == Money {
		return big.NewRat(1, 1), a.Symbol == b.Symbol && b.Factor.Cmp(a.Factor) < 0
	}
	base, fa := Base(a.Symbol)
	other, fb := Base(b.Symbol)
	f := new(big.Rat).Quo(fb, fa)
	return f, base == other && times(fb, b.Factor).Cmp(times(fa, a.Factor)) < 0
}

// tenthsOfUnit is 五块六 and 一米八: the next smaller unit is not said.
func tenthsOfUnit(m *match) (token, bool) {
	q, n := m.at[0].q, m.at[1].num
	if q.unit == nil || n.fromArabic && (q.Said != "米" && (q.Said != "块" || len(n.digits) > 1) || n.digits == "" || m.s.line.gap[n.start]) || m.follows(isUnit) || q.Max != nil || q.Ceiling != nil || len(q.parts) == 0 {
		return token{}, false
	}
	if isHan(m.s.line.next(m.end)) && m.next(0) == nil || n.value.Cmp(big.NewRat(10, 1)) >= 0 && len(n.digits) != 2 {
		return token{}, false
	}
	switch q.Said {
	case "块", "毛", "角", "米", "蚊", "毫":
	default:
		return token{}, false
	}
	if len(n.digits) == 2 && q.Said != "米" || !n.lone && len(n.digits) != 2 && !n.fromArabic {
		return token{}, false
	}
	f := big.NewRat(1, 10)
	if len(n.digits) == 2 {
		f = big.NewRat(1, 100)
	}
	r := *q
	r.Value = new(big.Rat).Add(q.Value, times(n.value, times(f, q.unit.Factor)))
	r.parts = append(r.parts[:len(r.parts):len(r.parts)], n)
	return m.extend(&r)
}
