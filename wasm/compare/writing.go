package compare

import "math/big"

// TellValue writes a number with its unit the way titles do: 115亿美元, $11.5 billion.
func TellValue(v *big.Rat, unit string) Words { return tellValue(v, unit, "") }

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
