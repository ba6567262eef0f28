package figure

import (
	"os"
	"slices"
	"testing"

	"fenghui/wasm/tsv"
)

// A kind that no figure of a measure can have would be believed to do something.
func TestMeasuresAreToldInKindsThatAreRead(t *testing.T) {
	kinds := slices.Clone(Kinds)
	for _, unit := range tsv.Rows(os.DirFS("../quantity"), "data/units.tsv") {
		kinds = append(kinds, unit[1])
	}
	for _, m := range Measures() {
		for kind := range m.kinds {
			switch {
			case !slices.Contains(kinds, kind):
				t.Errorf("data/measures.tsv: %s is told in %q, which is no kind of figure", m.ID, kind)
			case m.ID != "event" && (&reading{Figure: Figure{Kind: kind}}).isTime():
				t.Errorf("data/measures.tsv: %s is told in %q, but what is measured of times is event alone, see measureRules", m.ID, kind)
			}
		}
	}
}
