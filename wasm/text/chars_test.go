package text

import (
	"slices"
	"strings"
	"testing"
)

func TestTableIsSortedAndSaysWhereItIsFrom(t *testing.T) {
	list := chars()
	if len(list) < 5000 {
		t.Errorf("%d characters", len(list))
	}
	if !slices.IsSortedFunc(list, func(a, b char) int { return int(a.from) - int(b.from) }) {
		t.Error("not sorted: listed cannot search it")
	}
	for _, c := range list {
		if c.from == c.to || listed(c.to) != c.to {
			t.Errorf("%c to %c", c.from, c.to)
		}
	}
	head, _, _ := strings.Cut(charsTable, "\n⺟")
	for _, words := range []string{"BYVoid/OpenCC", "Apache License 2.0", "Unicode"} {
		if !strings.Contains(head, words) {
			t.Errorf("%s is not named in the head", words)
		}
	}
}
