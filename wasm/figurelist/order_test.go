package figurelist

import (
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library/librarytest"
)

// Of times that begin together the shorter one is the earlier.
func TestPeriodsAreOrderedByBeginningAndEnd(t *testing.T) {
	s := librarytest.Snapshot(t, []*corpus.Document{librarytest.Document("quarters", "2025-05-06", "北港联盟", "北港联盟峰会",
		"2024年贸易额为30亿美元。", "2024年第一季度贸易额为8亿美元。", "2024年1月贸易额为3亿美元。", "2023年贸易额为28亿美元。")})
	for order, want := range map[string]string{
		"period":  "quarters/3 28亿美元, quarters/2 3亿美元, quarters/1 8亿美元, quarters/0 30亿美元",
		"-period": "quarters/0 30亿美元, quarters/1 8亿美元, quarters/2 3亿美元, quarters/3 28亿美元",
	} {
		a, err := Find(t.Context(), s, Request{Sort: order})
		if err != nil || told(a) != want {
			t.Errorf("%s: %s, %v; want %s", order, told(a), err, want)
		}
	}
}
