package compare

import (
	"slices"
	"testing"

	"fenghui/wasm/figure"
)

// A row of a measure there is none of, or traits nobody asks for, would be
// believed to do something.
func TestTraitsAreOfMeasures(t *testing.T) {
	for id, m := range allTraits() {
		if !slices.Contains([]string{"qualified", "whole", "loose", "phrase"}, m.how) {
			t.Errorf("data/measures.tsv: %s is told apart by %q, which is none", id, m.how)
		}
		for _, measure := range []string{id, m.stock, m.part} {
			if measure != "" && figure.MeasureOf(measure) == nil {
				t.Errorf("data/measures.tsv, row %s: wasm/figure/data/measures.tsv has no measure %q", id, measure)
			}
		}
	}
}
