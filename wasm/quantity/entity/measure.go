package entity

import (
	"math/big"

	"fenghui/wasm/quantity"
)

// coins are currencies without a country, by the names recognisers use.
var coins = map[string]string{"BTC": "Bitcoin", "ETH": "Ethereum"}

// currency is an amount of money. Of 八到九百亿 recognisers let only the last
// place go for both numbers, which is the other reading here.
func currency(q *quantity.Quantity, e Entity) Entity {
	if q.Else != nil && q.Else.Kind == quantity.Money && q.Bound == quantity.Range {
		e.Num, e.Low, e.High = float(q.Else.Value), lowEnd(q.Else), highEnd(q.Else)
	}
	e.Kind, e.ISO, e.Unit = "currency", q.Unit, coins[q.Unit]
	if e.Unit != "" {
		e.ISO = ""
	}
	return e
}

// dimension gives a measure in the base unit of its kind where the names of
// units differ from suite to suite, else in the text's own unit.
func dimension(q *quantity.Quantity, e Entity) Entity {
	e.Kind = "dimension"
	name, factor := "", big.NewRat(1, 1)
	_, toBase := quantity.Base(q.Unit)
	switch q.Kind {
	case "length":
		name, factor = "米", toBase
	case "mass":
		name, factor = "千克", toBase
	case "area":
		name, factor = "平方米", toBase
	case "volume":
		name, factor = "升", new(big.Rat).Mul(toBase, big.NewRat(1000, 1))
	case "energy", "power":
		name, factor = q.Said, new(big.Rat).Inv(q.Factor())
	default:
		name, factor = q.UnitName(), new(big.Rat).Inv(q.Factor())
	}
	e.Num = float(new(big.Rat).Mul(q.Value, factor))
	e.Unit = name
	return e
}
