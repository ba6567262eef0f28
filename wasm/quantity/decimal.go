package quantity

import (
	"math/big"
	"slices"
	"strconv"
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
	if s, ok := shortDecimal(r); ok {
		return s
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

// shortDecimal is Decimal for numbers of few digits, which nearly all are.
func shortDecimal(r *big.Rat) (string, bool) {
	num := r.Num()
	if !num.IsInt64() {
		return "", false
	}
	n := num.Int64()
	if r.IsInt() {
		return strconv.FormatInt(n, 10), true
	}
	den := r.Denom()
	if !den.IsInt64() || n > 1e12 || n < -1e12 {
		return "", false
	}
	ten := int64(10)
	for places := 1; places <= 6; places++ {
		if ten%den.Int64() == 0 {
			return pointed(n*(ten/den.Int64()), places), true
		}
		ten *= 10
	}
	return "", false
}

// pointed writes n / 10^places; the last digit is not 0.
func pointed(n int64, places int) string {
	b := make([]byte, 0, 24)
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	first := len(b)
	b = strconv.AppendInt(b, n, 10)
	for len(b)-first <= places {
		b = slices.Insert(b, first, '0')
	}
	return string(slices.Insert(b, len(b)-places, '.'))
}

// Whole returns r as a whole number, or false when it is none that a machine
// word holds. r may be nil.
func Whole(r *big.Rat) (int64, bool) {
	if r == nil || !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	return r.Num().Int64(), true
}

// small is Whole of numbers below a billion.
func small(r *big.Rat) (int, bool) {
	n, ok := Whole(r)
	return int(n), ok && n > -1e9 && n < 1e9
}

func times(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }

// isOne spares the many units with factor 1 a multiplication.
func isOne(r *big.Rat) bool {
	return r.IsInt() && r.Num().IsInt64() && r.Num().Int64() == 1
}

// scaled multiplies a value that may be missing.
func scaled(a, b *big.Rat) *big.Rat {
	if a == nil {
		return nil
	}
	return times(a, b)
}
