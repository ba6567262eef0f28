package compare

import (
	"math/big"
	"strconv"
	"strings"

	"fenghui/wasm/quantity"
)

// Power is a power of ten that has a word of its own.
type Power struct {
	Zeros int
	Word  string // 亿, billion
}

var powersZh, powersEn = []Power{{12, "万亿"}, {8, "亿"}, {4, "万"}}, []Power{{12, "trillion"}, {9, "billion"}, {6, "million"}}

// Powers returns the powers that numbers are written with in Chinese or in
// English, greatest first.
func Powers(zh bool) []Power {
	if zh {
		return powersZh
	}
	return powersEn
}

// behind is the word behind a number, as each language sets it.
func (p Power) behind(number string, zh bool) string {
	if zh {
		return number + p.Word
	}
	return number + " " + p.Word
}

// number writes v in the large units of a language, with three digits behind
// the point at most.
func number(v *big.Rat, zh bool) string {
	if s := wholeNumber(v, zh); s != "" {
		return s
	}
	for _, w := range Powers(zh) {
		if p := tenPower(w.Zeros); abs(v).Cmp(p) >= 0 {
			return w.behind(short(new(big.Rat).Quo(v, p)), zh)
		}
	}
	s := short(v)
	if zh || len(s) < 5 || strings.ContainsAny(s, ".-") {
		return s
	}
	return s[:len(s)-3] + "," + s[len(s)-3:]
}

// wholeNumber is number for what fits a machine word and needs no rounding; ""
// for all else.
func wholeNumber(v *big.Rat, zh bool) string {
	n, ok := quantity.Whole(v)
	if !ok {
		return ""
	}
	for _, w := range Powers(zh) {
		p := powers[w.Zeros].Num().Int64()
		if n < p {
			continue
		}
		if n%(p/1000) != 0 {
			return ""
		}
		s := strconv.FormatInt(n/p, 10)
		if part := n % p / (p / 1000); part != 0 {
			s += "." + strings.TrimRight(strconv.FormatInt(1000+part, 10)[1:], "0")
		}
		return w.behind(s, zh)
	}
	return ""
}

func short(v *big.Rat) string {
	if v.IsInt() {
		return v.Num().String()
	}
	digits := 1
	if r := abs(v); r.Cmp(tenPower(1)) < 0 {
		digits = 2
	}
	s := v.FloatString(digits)
	if exact := v.FloatString(3); exactly(exact, v) {
		s = exact
	}
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}

func exactly(s string, v *big.Rat) bool {
	r, ok := new(big.Rat).SetString(s)
	return ok && r.Cmp(v) == 0
}

// rounded keeps three digits.
func rounded(v *big.Rat) *big.Rat {
	if v.Sign() == 0 {
		return v
	}
	power := 0
	for p := abs(v); p.Cmp(big.NewRat(1000, 1)) >= 0 && power < 60; power++ {
		p = mul(p, tenth)
	}
	digits := 0
	if power == 0 && abs(v).Cmp(big.NewRat(100, 1)) < 0 {
		digits = 1
	}
	r, ok := new(big.Rat).SetString(mul(v, tenPower(-power)).FloatString(digits))
	if !ok {
		return v
	}
	return mul(r, tenPower(power))
}
