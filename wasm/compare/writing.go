package compare

import (
	"math/big"
	"strings"
	"sync"
)

// smaller are the units that less than one of a unit is told in: a river rises
// by 1.75 m, not by 0.
var smaller = map[string]struct {
	below *big.Rat
	unit  string
}{"km": {big.NewRat(1, 1), "m"}, "t": {big.NewRat(1, 1), "kg"}}

// TellValue writes a number with its unit as titles do: 115亿美元, $11.5 billion.
func TellValue(v *big.Rat, unit string) Words {
	if small, ok := smaller[unit]; ok && v.Sign() != 0 && abs(v).Cmp(small.below) < 0 {
		v, unit = mul(v, tenPower(3)), small.unit
	}
	w := Words{number(v, true), number(v, false)}
	u := unitNames()[unit]
	switch {
	case unit == "USD":
		return Words{w.Zh + u.Zh, strings.Replace("$"+w.En, "$-", "-$", 1)}
	case unit == "%":
		return Words{w.Zh + "%", w.En + "%"}
	case u.En != "":
		return Words{w.Zh + u.Zh, w.En + " " + forOne(v, u.En)}
	case unit == "" || unit == "count" || unit == "rank":
		return w
	}
	return Words{w.Zh + unit, w.En + " " + unit}
}

// forOne is the English name of a unit as it stands behind v: 1 percentage
// point, 1.5 percentage points. What is once as much is still 1 times.
func forOne(v *big.Rat, unit string) string {
	if unit == "times" || abs(v).Cmp(big.NewRat(1, 1)) != 0 {
		return unit
	}
	return strings.TrimSuffix(unit, "s")
}

var unitNames = sync.OnceValue(func() map[string]Words {
	m := map[string]Words{}
	for _, r := range rows("units.tsv") {
		m[r[0]] = Words{r[1], r[2]}
	}
	return m
})

// TellUnit is the name of a unit; empty for counts and ranks.
func TellUnit(unit string) Words {
	switch u := unitNames()[unit]; {
	case u.En != "":
		return u
	case unit == "count" || unit == "rank":
		return Words{}
	}
	return Words{unit, unit}
}

// TellChange writes what lies between two members, with its sign; empty where
// the series has no change that can be told.
func (s *Series) TellChange() Words {
	if s.Change == nil {
		return Words{}
	}
	return s.Change.Told
}
