package compare

import (
	"testing"

	"fenghui/wasm/figure"
)

// TestPlainNameOfTonnes: the tonnes of exports are no 出口额.
func TestPlainNameOfTonnes(t *testing.T) {
	export := &figure.Measure{ID: "trade.export", Zh: "出口额", En: "Exports"}
	for kind, want := range map[string]string{"money": "出口额", "mass": "出口量", "volume": "出口量", "change": "出口额"} {
		i := &item{f: &figure.Figure{Kind: kind}, phrase: phrase{measure: export}}
		if got := i.plainName().Zh; got != want {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}
