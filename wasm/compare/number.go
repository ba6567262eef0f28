package compare

import (
	"math/big"
	"strconv"
	"strings"
)

// large are the words for powers of ten, greatest first.
var large = map[bool][]struct {
	power int
	word  string
}{
	true:  {{12, "万亿"}, {8, "亿"}, {4, "万"}},
	false: {{12, " trillion"}, {9, " billion"}, {6, " million"}},
}

// number writes v in the large units of a language, with three digits behind
// the point at most.
func number(v *big.Rat, zh bool) string {
	if s := wholeNumber(v, zh); s != "" {
		return s
	}
	for _, w := range large[zh] {
		if p := tenPower(w.power); abs(v).Cmp(p) >= 0 {
			return short(new(big.Rat).Quo(v, p)) + w.word
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
	n, ok := whole(v)
	if !ok {
		return ""
	}
	for _, w := range large[zh] {
		p := powers[w.power].Num().Int64()
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
		return s + w.word
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

var months = []string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// TellPeriod writes an ISO time: 2026年4月, April 2026.
func TellPeriod(iso string) Words {
	if first, second, two := strings.Cut(iso, "/"); two {
		a, b := TellPeriod(first), TellPeriod(second)
		if year := first[:min(len(first), 4)] + "年"; len(first) > 4 && strings.HasPrefix(second, first[:4]) {
			b.Zh = strings.TrimPrefix(b.Zh, year)
		}
		return Words{a.Zh + "至" + b.Zh, a.En + " to " + b.En}
	}
	parts := strings.SplitN(iso, "-", 3)
	s := monthsOf(iso)
	if !s.known {
		return Words{iso, iso}
	}
	year := parts[0]
	if len(parts) == 1 {
		return Words{year + "年", year}
	}
	month := strings.TrimLeft(parts[1], "0")
	w := Words{year + "年" + month + "月", months[s.from%12+1] + " " + year}
	if len(parts) == 3 {
		day := strings.TrimLeft(parts[2], "0")
		w = Words{w.Zh + day + "日", day + " " + w.En}
	}
	return w
}
