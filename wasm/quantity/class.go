package quantity

import (
	"fmt"
	"strings"
)

// class is a set of the roles a token can play in the rules. The data files
// and the patterns use their names.
type class struct{ low, high uint64 }

// classNames lists the roles. The first group comes from the words, the second
// is what rules make of them.
var classNames = strings.Fields(`
	money before-money measure count ge year month day week quarter decade century oclock minute span unit
	anniversary age percent percentof whole fen cheng zhe times fan double twice half more moreorless
	and till with between from in until slash comma list colon paren de round qian dozen
	ordinal last top head per peryear permonth perday perhour perminute persecond perweek afteryear aftermonth afterday
	relyear relmonth relweek relday relquarter relcentury weekday weekend yearpart monthpart part decadepart season
	daypart ampm past future ago later since within during era eraone ad bc halfyear plan codeword lunar lunarmonth lunarday relyears fiscal
	before behind either link not tolerance meanwhile than bigger smaller up below minus share overshare cover aside
	num yr mo when quantity duration clock lower upper`)

// maxClasses is how many roles a set can hold.
const maxClasses = 128

// known maps the names to their sets.
var known = sets(classNames)

// sets gives every name a set of its own. More names than a set can hold, or
// one that stands twice, are a mistake in the program's own list.
func sets(names []string) map[string]class {
	if len(names) > maxClasses {
		panic(fmt.Sprintf("quantity: %d classes, at most %d", len(names), maxClasses))
	}
	m := make(map[string]class, len(names))
	for i, name := range names {
		if _, twice := m[name]; twice {
			panic(fmt.Sprintf("quantity: the class %q stands twice", name))
		}
		if i < 64 {
			m[name] = class{low: 1 << i}
		} else {
			m[name] = class{high: 1 << (i - 64)}
		}
	}
	return m
}

// classes returns the set of the names in list, which are separated by commas
// or bars. A name that is not known is a mistake in the program's own data.
func classes(list string) class {
	var c class
	for _, name := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '|' }) {
		one, ok := known[name]
		if !ok {
			panic(fmt.Sprintf("quantity: no class %q", name))
		}
		c = c.or(one)
	}
	return c
}

func (c class) or(d class) class { return class{c.low | d.low, c.high | d.high} }
func (c class) has(d class) bool { return c.low&d.low|c.high&d.high != 0 }
func (c class) empty() bool      { return c.low|c.high == 0 }
