package quantity

import "testing"

// A unit nobody knows the base of would be compared with no other of its kind.
func TestEveryCanonicalUnitHasABase(t *testing.T) {
	kinds := map[string]string{}
	for _, row := range rows("canonical.tsv") {
		kinds[row[0]] = row[1]
	}
	for _, row := range rows("units.tsv") {
		name, kind, symbol := row[0], row[1], row[2]
		switch base, _ := Base(symbol); {
		case kinds[symbol] == "":
			t.Errorf("data/units.tsv gives %s in %s, which has no row in data/canonical.tsv: of what base is it how much?", name, symbol)
		case kinds[symbol] != kind:
			t.Errorf("data/units.tsv: %s is %s, but in data/canonical.tsv %s is %s", name, kind, symbol, kinds[symbol])
		case kinds[base] != "" && kinds[base] != kind:
			t.Errorf("data/canonical.tsv: %s is %s, but its base %s is %s", symbol, kind, base, kinds[base])
		}
	}
}
