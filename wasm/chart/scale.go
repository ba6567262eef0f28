package chart

import (
	"math/big"

	"fenghui/wasm/compare"
)

// scale carries values to pixels. It is exact until the last step, so that
// values of any size fit.
type scale struct {
	low, high *big.Rat // low < high; positive where steps multiply
	log       bool
	from, to  float64 // pixels
}

func (s *scale) at(v *big.Rat) float64 {
	if s.log {
		if v.Cmp(s.low) <= 0 {
			return s.from
		}
		a, b := log10(s.low), log10(s.high)
		return s.from + (s.to-s.from)*min(1, (log10(v)-a)/(b-a))
	}
	share, _ := quo(sub(v, s.low), sub(s.high, s.low)).Float64()
	return s.from + (s.to-s.from)*share
}

// tick is a line of the scale.
type tick struct {
	value *big.Rat
	label string
}

// niceStep is the least of 1, 2, 2.5 and 5 times a power of ten of which at
// most n fit into the span. Whole steps alone are asked for of counts.
func niceStep(span *big.Rat, n int64, whole bool) *big.Rat {
	raw := quo(span, rat(n))
	p := power(magnitude(raw))
	for _, f := range []*big.Rat{rat(1), rat(2), big.NewRat(5, 2), rat(5), rat(10)} {
		step := mul(p, f)
		if step.Cmp(raw) >= 0 && (!whole || step.IsInt()) {
			return step
		}
	}
	return rat(1) // whole steps of a span below one
}

// multiples are the multiples of step between low and high.
func multiples(low, high, step *big.Rat) []*big.Rat {
	first := quo(low, step)
	n := new(big.Int).Div(first.Num(), first.Denom()) // rounds down
	var list []*big.Rat
	for len(list) < 40 {
		v := mul(new(big.Rat).SetInt(n), step)
		if v.Cmp(high) > 0 {
			break
		}
		if v.Cmp(low) >= 0 {
			list = append(list, v)
		}
		n = new(big.Int).Add(n, big.NewInt(1))
	}
	return list
}

// powersOfTen are those between low and high, n at most.
func powersOfTen(low, high *big.Rat, n int) []*big.Rat {
	from, to := magnitude(low), magnitude(high)
	if power(from).Cmp(low) < 0 {
		from++
	}
	step := max(1, (to-from+n)/n)
	var list []*big.Rat
	for k := from; k <= to; k += step {
		list = append(list, power(k))
	}
	return list
}

// inOnePower labels the values of a scale in one power of ten, so that no two
// lines of it are told in different units; the word for it belongs beside the
// unit.
func inOnePower(values []*big.Rat, zh bool) (list []tick, word string) {
	top := new(big.Rat)
	for _, v := range values {
		top = most(top, abs(v))
	}
	p := rat(1)
	for _, l := range compare.Powers(zh) {
		if top.Cmp(power(l.Zeros)) >= 0 {
			p, word = power(l.Zeros), l.Word
			break
		}
	}
	long := quo(top, p).Cmp(power(6)) >= 0 || top.Cmp(power(-2)) < 0
	for _, v := range values {
		switch {
		case long && v.Sign() != 0:
			list = append(list, tick{v, scientific(v)})
		default:
			list = append(list, tick{v, grouped(plain(quo(v, p)), zh)})
		}
	}
	if long {
		word = ""
	}
	return list, word
}

// inOwnPowers labels each value with its own word, for scales that multiply.
func inOwnPowers(values []*big.Rat, zh bool) []tick {
	var list []tick
	for _, v := range values {
		one, word := inOnePower([]*big.Rat{v}, zh)
		if word != "" && !zh {
			word = " " + word
		}
		if v.Cmp(big.NewRat(1, 1000)) < 0 {
			one[0].label = scientific(v)
		}
		list = append(list, tick{v, one[0].label + word})
	}
	return list
}

// grouped sets a comma into English numbers of four digits and more; a scale
// has six at most.
func grouped(s string, zh bool) string {
	if k := len(s) - 3; !zh && k > 0 && s[k-1] != '-' && isDigits(s[k:]) {
		return s[:k] + "," + s[k:]
	}
	return s
}

func isDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}
