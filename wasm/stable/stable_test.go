package stable

import (
	"cmp"
	"slices"
	"testing"
)

func TestEqualOnesStayAsTheyWere(t *testing.T) {
	words := []string{"bb", "a", "cc", "dd", "e", ""}
	sorted := Sorted(words, func(a, b *string) int { return cmp.Compare(len(*a), len(*b)) })
	if want := []string{"", "a", "e", "bb", "cc", "dd"}; !slices.Equal(sorted, want) {
		t.Errorf("%q, want %q", sorted, want)
	}
	if words[0] != "bb" {
		t.Error("the list itself is sorted")
	}
}
