package entity

import (
	"math/big"
	"strings"

	"fenghui/wasm/quantity"
)

// coins are currencies without a country, by the names recognisers use.
var coins = map[string]string{"BTC": "Bitcoin", "ETH": "Ethereum"}

// currency is an amount of money. Of 八到九百亿 recognisers let only the last
// place go for both numbers, which is the other reading here.
func currency(q *quantity.Quantity, e Entity) Entity {
	if q.Else != nil && q.Else.Kind == quantity.Money && q.Bound == quantity.Range {
		e.tell(q.Else, one)
	}
	e.Kind, e.ISO, e.Unit = "currency", q.Unit, coins[q.Unit]
	if q.Unit == strings.ToLower(q.Unit) {
		e.Unit = strings.ToUpper(q.Unit[:1]) + q.Unit[1:]
	}
	if q.Said == "美分" || q.Said == "欧分" {
		e.Unit = "Cent"
		e.tell(q, big.NewRat(100, 1))
	}
	if e.Unit != "" {
		e.ISO = ""
	}
	return e
}

// bases are the units in which measures are told whose units go by many names.
var bases = map[quantity.Kind]string{"length": "米", "mass": "千克", "area": "平方米", "volume": "立方米"}

// ownNames are units that the suites know by these names alone.
var ownNames = map[string]bool{"Pound": true, "Ounce": true,
	"Hectare": true, "Acre": true, "Square centimeter": true, "Square decimeter": true, "Square foot": true,
	"Cubic meter": true, "Cubic decimeter": true, "Cubic millimeter": true, "Cubic foot": true, "Pint": true, "Barrel": true,
	"Liter": true, "Milliliter": true, "Gallon": true}

// dimension gives a measure, with the ends of a range, in the base unit of its
// kind where the names of units differ from suite to suite, else in the text's
// own unit.
func dimension(q *quantity.Quantity, e Entity) Entity {
	e.Kind = "dimension"
	var name string
	var factor *big.Rat
	switch {
	case q.Kind == "energy" || q.Kind == "power":
		name, factor = q.Said, new(big.Rat).Inv(q.Factor())
	case bases[q.Kind] == "" || ownNames[q.UnitName()]:
		name, factor = q.UnitName(), new(big.Rat).Inv(q.Factor())
	default:
		name = bases[q.Kind]
		_, factor = quantity.Base(q.Unit)
	}
	e.Unit = name
	e.tell(q, factor)
	return e
}
