package amount

import (
	"math/big"
	"strings"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// Condition is what a value must be: between two ends, either of which may be
// open (nil) and may or may not belong to it.
type Condition struct {
	From, To     *big.Rat
	Above, Below bool // more than From, less than To: they do not belong to it themselves
	Unit         string
}

// Where reads a condition: >100亿美元, <=3, 20%..30%, 500亿美元, 超过3000万吨,
// ..5%, 20至30亿美元.
func Where(s string) (Condition, bool) {
	folded := strings.TrimSpace(text.Fold(s))
	if from, to, ranged := strings.Cut(folded, ".."); ranged {
		return between(strings.TrimSpace(from), strings.TrimSpace(strings.TrimPrefix(to, ".")))
	}
	for _, sign := range []string{">=", "≥", "<=", "≤", ">", "<", "="} {
		if rest, ok := strings.CutPrefix(folded, sign); ok {
			a, ok := Read(rest)
			return a.compared(sign), ok && a.comparable() && !strings.HasPrefix(strings.TrimSpace(rest), "=")
		}
	}
	a, ok := Read(folded)
	return a.condition(), ok
}

// One reports whether a condition asks for a single value: a figure told as that
// value meets it, whatever the bound.
func (c Condition) One() bool { return c.From != nil && c.To != nil && c.From.Cmp(c.To) == 0 }

// comparable: one value, to which >, < and = may be put. About a value is that
// value; a word or a second sign that compares, as in >超过5 and >>5, is not.
func (a Amount) comparable() bool {
	return a.Max == nil && (a.Bound == quantity.Exact || a.Bound == quantity.About)
}

func (a Amount) compared(sign string) Condition {
	c := Condition{Unit: a.Unit}
	switch sign {
	case ">", ">=", "≥":
		c.From, c.Above = a.Value, sign == ">"
	case "<", "<=", "≤":
		c.To, c.Below = a.Value, sign == "<"
	default:
		c.From, c.To = a.Value, a.Value
	}
	return c
}

// condition is what the words of a bound say: 超过500亿 is more than that.
func (a Amount) condition() Condition {
	switch a.Bound {
	case quantity.Over:
		return a.compared(">")
	case quantity.AtLeast:
		return a.compared(">=")
	case quantity.Under, quantity.Nearly:
		return a.compared("<")
	case quantity.AtMost, quantity.UpTo:
		return a.compared("<=")
	}
	c := a.compared("=")
	if a.Max != nil {
		c.To = a.Max
	}
	return c
}

// digits are what a plain number is written with.
const digits = "0123456789.,"

// between reads the two ends of a range. A unit said of one end is that of
// both, and in 20..30亿美元 and 20..30 billion so is 亿 or billion.
func between(from, to string) (Condition, bool) {
	first, started := Read(from)
	last, ended := Read(to)
	if from == "" && ended {
		return last.compared("<="), last.Max == nil
	}
	if to == "" && started {
		return first.compared(">="), first.Max == nil
	}
	if !started || !ended || !first.plain() || !last.plain() {
		return Condition{}, false
	}
	if strings.Trim(from, digits) == "" {
		if shared, ok := Read(from + strings.TrimLeft(to, digits)); ok && shared.plain() && shared.Value.Cmp(last.Value) <= 0 {
			first = shared
		}
	}
	if first.Unit == "" && last.Unit != "" {
		if whole, ok := Read(from + "-" + to); ok && whole.Max != nil {
			return whole.condition(), true
		}
		first.Unit = last.Unit
	}
	if last.Unit == "" {
		last.Unit = first.Unit
	}
	c := Condition{Unit: first.Unit, From: first.Value, To: converted(last.Value, last.Unit, first.Unit)}
	return c, c.To != nil && c.From.Cmp(c.To) <= 0
}

// plain: one value without a word that bounds it.
func (a Amount) plain() bool { return a.Max == nil && a.Bound == quantity.Exact }

// converted is a value of one unit in another, nil when they measure
// different things.
func converted(value *big.Rat, from, to string) *big.Rat {
	if from == to || value == nil {
		return value
	}
	base, one := quantity.Base(from)
	other, each := quantity.Base(to)
	if base != other {
		return nil
	}
	return new(big.Rat).Mul(value, new(big.Rat).Quo(one, each))
}
