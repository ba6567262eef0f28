package text

import "testing"

func TestFirstAndLast(t *testing.T) {
	for _, c := range []struct {
		s           string
		n           int
		first, last string
	}{
		{"贸易额", 2, "贸易", "易额"},
		{"贸易额", 3, "贸易额", "贸易额"},
		{"贸易额", 9, "贸易额", "贸易额"},
		{"贸易额", 0, "", ""},
		{"a贸\xff", 2, "a贸", "贸\xff"},
		{"", 2, "", ""},
	} {
		t.Run(c.s, func(t *testing.T) {
			if first, last := First(c.s, c.n), Last(c.s, c.n); first != c.first || last != c.last {
				t.Errorf("first %d: %q, last: %q", c.n, first, last)
			}
		})
	}
}
