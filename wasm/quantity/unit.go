package quantity

import (
	"math/big"
	"sync"

	"fenghui/wasm/text"
)

// Unit is a unit as the text names it.
type Unit struct {
	Name    string   // the usual Chinese name
	English string   // what the public suites of cases call it; empty for money
	Kind    Kind     // what it measures
	Symbol  string   // the canonical unit or the ISO 4217 code
	Factor  *big.Rat // how much of Symbol one unit is
	flags   string
}

// Base returns the base unit of a canonical unit and how many of it one is, so
// that km and m, t and kg, ha and km2 can be compared. Units without a base of
// their own are it themselves.
func Base(symbol string) (base string, factor *big.Rat) {
	if b, ok := theBases()[symbol]; ok {
		return b.unit, b.factor
	}
	return symbol, big.NewRat(1, 1)
}

type base struct {
	unit   string
	factor *big.Rat
}

func (x *lexicon) addUnits() {
	for _, row := range rows("units.tsv") {
		u := &Unit{Name: firstName(row[0]), Kind: Kind(row[1]), Symbol: row[2], Factor: rational(row[3]), English: row[4], flags: row[5]}
		x.units = append(x.units, u)
		x.addWords(row[0], func(w *word) {
			w.class, w.unit, w.flags, w.unless = classes("measure,unit"), u, u.flags, newGuard(row[6])
		})
	}
}

func (x *lexicon) addCurrencies() {
	for _, row := range rows("currencies.tsv") {
		u := &Unit{Name: firstName(row[0]), Kind: Money, Symbol: row[2], Factor: rational(row[3])}
		x.units = append(x.units, u)
		x.addWords(row[0], func(w *word) {
			w.class, w.unit, w.unless = classes("money,unit"), u, newGuard(row[4])
		})
		x.addWords(row[1], func(w *word) {
			w.class, w.unit = classes("before-money"), u
		})
	}
}

func firstName(names string) string {
	for k, r := range names {
		if r == '|' {
			return text.Fold(names[:k])
		}
	}
	return text.Fold(names)
}

// unitNamed returns the unit with the usual name.
func (x *lexicon) unitNamed(name string) *Unit {
	for _, u := range x.units {
		if u.Name == name {
			return u
		}
	}
	return nil
}

// theBases reads data/canonical.tsv when it is first asked for.
var theBases = sync.OnceValue(func() map[string]base {
	m := map[string]base{}
	for _, row := range rows("canonical.tsv") {
		m[row[0]] = base{unit: row[2], factor: rational(row[3])}
	}
	return m
})
