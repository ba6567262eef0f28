package chart

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTextIsWrappedAndCutToItsLines(t *testing.T) {
	const size = 10.0
	for _, c := range []struct {
		text  string
		width float64
		most  int
		want  string // lines, with | between
	}{
		{"", 100, 2, ""},
		{"贸易额", 100, 1, "贸易额"},
		{"哈萨克斯坦与日本贸易额", 60, 3, "哈萨克斯坦与|日本贸易额"},
		{"trade turnover of the two", 80, 3, "trade|turnover of|the two"},
		{"哈萨克斯坦与日本贸易额", 60, 1, "哈萨克斯坦…"},
		{"贸易额", 15, 1, "贸…"}, // one character stays, however narrow
	} {
		lines := wrap(c.text, c.width, size, c.most)
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("%q in %v: %q, want %q", c.text, c.width, got, c.want)
		}
		for _, l := range lines {
			if widthOf(l, size) > c.width && utf8.RuneCountInString(l) > 2 {
				t.Errorf("%q is wider than %v", l, c.width)
			}
		}
	}
}
