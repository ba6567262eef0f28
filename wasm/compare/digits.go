package compare

import (
	"math"
	"math/big"
	"strings"

	"fenghui/wasm/figure"
)

// lastDigit is what one more in the last stated digit is worth, in the
// figure's unit.
func lastDigit(f *figure.Figure) *big.Rat {
	digits, groups := arabic(coreOf(f))
	switch {
	case groups == 1 && digits > 0:
		return abs(new(big.Rat).Quo(f.Value, new(big.Rat).SetInt64(digits)))
	case groups == 0 && f.Kind == "share":
		return big.NewRat(1, 1) // 三分之一, 一半: to a percent
	}
	return lastPlace(f.Value)
}

// arabic reads the last number in digits without its point, 1.25 as 125; 0 where
// it is too long. groups counts the numbers.
func arabic(s string) (digits int64, groups int) {
	inside, pointed := false, false
	for k := 0; k < len(s); k++ {
		switch c := s[k]; {
		case isDigit(c):
			if !inside {
				groups, digits, inside, pointed = groups+1, 0, true, false
			}
			if digits > math.MaxInt64/100 {
				return 0, groups
			}
			digits = 10*digits + int64(c-'0')
		case c == ',':
		case strings.HasPrefix(s[k:], "，"):
			k += len("，") - 1
		case c == '.' && inside && !pointed && k+1 < len(s) && isDigit(s[k+1]):
			pointed = true
		default:
			inside = false
		}
	}
	return digits, groups
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// lastPlace is the lowest place that is not zero: 3 0000 states ten thousands.
// Numbers below a hundred are taken as counted.
func lastPlace(v *big.Rat) *big.Rat {
	one := big.NewRat(1, 1)
	if !v.IsInt() || abs(v).Cmp(big.NewRat(100, 1)) < 0 {
		if v.IsInt() {
			return one
		}
		digits, exact := v.FloatPrec()
		if !exact {
			digits = 1
		}
		return tenPower(-digits)
	}
	s := v.Num().String()
	return tenPower(min(len(s)-len(strings.TrimRight(s, "0")), 60))
}

// topPlace is what one more in the last digit of v that is not zero is worth.
func topPlace(v *big.Rat) *big.Rat {
	p := lastPlace(v)
	for n := mul(p, tenPower(1)); v.Sign() != 0 && new(big.Rat).Quo(v, n).IsInt(); n = mul(n, tenPower(1)) {
		p = n
	}
	return p
}

// powers are the first powers of ten, which are asked for most.
var powers = func() (list [61]*big.Rat) {
	for n := range list {
		list[n] = new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil))
	}
	return list
}()

// tenPower is not to be changed by whoever gets it.
func tenPower(n int) *big.Rat {
	if n >= 0 && n < len(powers) {
		return powers[n]
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), p)
	}
	return new(big.Rat).SetInt(p)
}
