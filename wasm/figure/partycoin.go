package figure

import (
	"sync"

	"fenghui/wasm/quantity"
)

// theCoins reads data/coins.tsv: whose each currency is.
var theCoins = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range rows("coins.tsv") {
		m[row[0]] = row[1]
	}
	return m
})

// sumsAtLeast is how many sums in one currency tell whose text it is.
const sumsAtLeast = 2

// partiesOfCoin: a text that names no country and tells all its sums in 韩元 is
// about 韩国.
func partiesOfCoin(r *reading) bool {
	d := r.p.document
	if d.coined == nil {
		name := d.countryOfCoin()
		d.coined = &name
	}
	r.Parties = present(*d.coined)
	return len(r.Parties) > 0
}

func (d *document) countryOfCoin() string {
	unit, sums := "", 0
	for _, p := range d.passages {
		for k := range p.mentions {
			if p.mentions[k].kind == "country" || p.mentions[k].kind == "organisation" {
				return ""
			}
		}
		for k := range p.quantities {
			q := &p.quantities[k]
			switch {
			case q.Kind != quantity.Money:
				continue
			case unit != "" && q.Unit != unit:
				return ""
			}
			unit, sums = q.Unit, sums+1
		}
	}
	if sums < sumsAtLeast {
		return ""
	}
	return theCoins()[unit]
}
