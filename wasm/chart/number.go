package chart

import (
	"math"
	"math/big"
	"strconv"
)

func rat(n int64) *big.Rat       { return new(big.Rat).SetInt64(n) }
func add(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func quo(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }
func abs(a *big.Rat) *big.Rat    { return new(big.Rat).Abs(a) }

func least(a, b *big.Rat) *big.Rat {
	if a == nil || b != nil && b.Cmp(a) < 0 {
		return b
	}
	return a
}

func most(a, b *big.Rat) *big.Rat {
	if a == nil || b != nil && b.Cmp(a) > 0 {
		return b
	}
	return a
}

// pixels writes a coordinate with two decimals at most. Nothing a figure says
// may lead to one that is not finite; if it does, it is drawn at zero.
func pixels(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > 1e6 {
		return "0"
	}
	s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
	if s == "-0" {
		return "0"
	}
	return s
}

// number reads what pixels wrote.
func number(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

// magnitude is the greatest n with 10^n ≤ v; v is positive.
func magnitude(v *big.Rat) int {
	n := int(float64(v.Num().BitLen()-v.Denom().BitLen()) * math.Log10(2))
	for power(n).Cmp(v) > 0 {
		n--
	}
	for power(n+1).Cmp(v) <= 0 {
		n++
	}
	return n
}

// power is 10^n.
func power(n int) *big.Rat {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), p)
	}
	return new(big.Rat).SetInt(p)
}

// log10 of a positive number of any size.
func log10(v *big.Rat) float64 {
	n := magnitude(v)
	m, _ := quo(v, power(n)).Float64()
	return float64(n) + math.Log10(m)
}

var superscripts = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// scientific writes 2.5×10⁴⁰ for what is too long to be written out.
func scientific(v *big.Rat) string {
	n := magnitude(abs(v))
	m := quo(v, power(n))
	s := plain(m) + "×10"
	if plain(m) == "1" {
		s = "10"
	}
	if n < 0 {
		s += "⁻"
	}
	for _, d := range strconv.Itoa(max(n, -n)) {
		s += string(superscripts[d-'0'])
	}
	return s
}

// plain writes a number with the decimals it has, three at most.
func plain(v *big.Rat) string {
	if v.IsInt() {
		return v.Num().String()
	}
	s := v.FloatString(3)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if s == "-0" {
		return "0"
	}
	return s
}
