package quantity

import "strings"

// carryUnit gives amounts in 万 and 亿 the currency, or the unit, of the one they
// are listed with, or that they grow to: 10亿、20亿和30亿美元, 由500万增至800万吨.
// It goes from the last reading of a line to the first one, found[from].
func (s *scanner) carryUnit(from int) {
	for k := len(s.found) - 2; k >= from; k-- {
		a := s.found[k]
		if a.Kind != Number || a.NotFigure != "" || a.at != nil || a.Value == nil || len(a.parts) == 0 || !a.parts[0].scaled {
			continue
		}
		between, b := s.toNextAmount(k)
		if b == nil || b.NotFigure != "" || b.unit == nil || b.Kind == Money && !isOne(b.unit.Factor) || !joinsAmounts(between) {
			continue
		}
		rule := "money.carried"
		if b.Kind != Money {
			rule, a.Per = "measure.carried", b.Per
		}
		a.scale(&numeral{value: a.Value, max: a.Max, ceiling: a.Ceiling}, b.unit.Factor)
		a.Kind, a.Unit, a.unit, a.Quantity.unit = b.Kind, b.Unit, b.unit, b.unit
		a.Why = append(a.Why, Step{Rule: rule, Text: s.text(b.start, b.end), Value: Decimal(a.Value) + " " + a.Unit})
	}
}

// toNextAmount returns the next reading behind found[k] that is no time, and
// the words before it, without the times.
func (s *scanner) toNextAmount(k int) (between string, next *reading) {
	at := s.found[k].end
	for _, r := range s.found[k+1 : min(k+4, len(s.found))] {
		if r.start < at || r.start-at > 12 {
			return "", nil
		}
		between += string(s.line.folded[at:r.start])
		if at = r.end; r.at == nil {
			return between, r
		}
		if strings.HasPrefix(string(s.line.folded[r.start:r.end]), "到") {
			between += "到"
		}
	}
	return "", nil
}

// joinsAmounts: a sign of lists, or a verb that says what it came to.
func joinsAmounts(s string) bool {
	switch s = strings.TrimSuffix(s, "的"); s {
	case "、", "和", "与", "及", "以及", "或":
		return true
	}
	for _, end := range []string{"至", "到", "为"} {
		if verb, ok := strings.CutSuffix(s, end); ok && verb != "" {
			return strings.ContainsAny(verb, "增升降减扩提涨跌缩攀跃") && !strings.ContainsAny(verb, ",，。；;、")
		}
	}
	return false
}
