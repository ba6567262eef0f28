package quantity

import (
	"math/big"
	"strings"
)

// powers holds the first powers of ten; no number reaches beyond.
var powers = func() [130]*big.Int {
	var p [130]*big.Int
	p[0] = big.NewInt(1)
	for i := 1; i < len(p); i++ {
		p[i] = new(big.Int).Mul(p[i-1], big.NewInt(10))
	}
	return p
}()

// pow10 returns 10^n as a rational, n from -129 to 129.
func pow10(n int) *big.Rat {
	if n < 0 {
		return new(big.Rat).SetFrac(powers[0], powers[-n])
	}
	return new(big.Rat).SetInt(powers[n])
}

// Decimal writes r as a decimal number: exactly when it has an end, else with
// 15 digits behind the point (33.333333333333333). Nil gives "".
func Decimal(r *big.Rat) string {
	if r == nil {
		return ""
	}
	if r.IsInt() {
		return r.Num().String()
	}
	digits, exact := r.FloatPrec()
	if !exact {
		digits = 15
	}
	s := r.FloatString(digits)
	if !exact {
		return s
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// whole returns r as a small whole number, or false when it is none.
func whole(r *big.Rat) (int, bool) {
	if r == nil || !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	n := r.Num().Int64()
	return int(n), n > -1e9 && n < 1e9
}

func times(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }

// scaled multiplies a value that may be missing.
func scaled(a, b *big.Rat) *big.Rat {
	if a == nil {
		return nil
	}
	return times(a, b)
}
