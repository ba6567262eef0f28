package text

import (
	"slices"
	"strings"
	"testing"
)

// What a walker remembers must never show: with no memory, with one so small
// that steps push each other out, and with a large one it finds the same.
func TestWalkerMemory(t *testing.T) {
	d := openSample(t, sample)
	s := strings.Repeat("中亚国家的贸易额超过700亿,峰会上\xff\ufffd中贸易", 3)
	var all [3][]string
	for i, memory := range []int{noMemory, 2, largeMemory} {
		newWalker(d, memory).visit(s, func(span Span, frequency uint64) {
			if frequency != d.Frequency(span.Of(s)) {
				t.Errorf("%s: frequency %d", span.Of(s), frequency)
			}
			all[i] = append(all[i], span.Of(s))
		})
	}
	if len(all[0]) == 0 || !slices.Equal(all[0], all[1]) || !slices.Equal(all[0], all[2]) {
		t.Errorf("found %q, %q, %q", all[0], all[1], all[2])
	}
}
