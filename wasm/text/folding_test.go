package text

import (
	"testing"
	"unicode/utf8"
)

func TestFoldingOriginal(t *testing.T) {
	const s = "a\u200b，貿易\ufeff\xff７%" // folds to a , 贸 易 U+FFFD 7 %
	f := NewFolding(s)
	if f.Text != "a,贸易\ufffd7%" {
		t.Fatalf("folded to %q", f.Text)
	}
	for _, c := range []struct{ folded, want string }{
		{"a", "a"}, {",", "，"}, {"贸", "貿"}, {"贸易", "貿易"}, {"\ufffd", "\xff"}, {"7", "７"}, {"7%", "７%"},
		{"a,", "a\u200b，"}, {"易\ufffd", "易\ufeff\xff"}, {f.Text, s},
	} {
		t.Run(c.folded, func(t *testing.T) {
			start := index(f.Text, c.folded)
			from, to := f.Original(start, start+len(c.folded))
			if s[from:to] != c.want {
				t.Errorf("Original: got %q, want %q", s[from:to], c.want)
			}
		})
	}
}

func index(s, part string) int {
	for i := range s {
		if len(s) >= i+len(part) && s[i:i+len(part)] == part {
			return i
		}
	}
	panic("no " + part + " in " + s)
}

func TestFoldingWidensToRunes(t *testing.T) {
	f := NewFolding("贸易")
	for _, c := range []struct{ start, end, from, to int }{
		{1, 4, 0, 6}, {-5, 99, 0, 6}, {3, 3, 3, 3}, {4, 4, 3, 6}, {5, 2, 3, 3}, {6, 6, 6, 6},
	} {
		if from, to := f.Original(c.start, c.end); from != c.from || to != c.to {
			t.Errorf("Original(%d, %d) = %d, %d, want %d, %d", c.start, c.end, from, to, c.from, c.to)
		}
	}
}

// FuzzFolding holds every span of runes against folding rune by rune.
func FuzzFolding(f *testing.F) {
	for _, s := range []string{"a\u200b，貿易\ufeff\xff７", "\ufeff", "\xf0\x9f", "İKё", "﹏⼈💡", "\u00ad\u00ad"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 60 {
			s = s[:60]
		}
		folding := NewFolding(s)
		from, to := borders(s)
		for i := range from {
			for j := i + 1; j < len(from); j++ {
				checkOriginal(t, folding, s, from, to, i, j)
			}
		}
		for i := -1; i <= len(folding.Text)+1; i++ {
			for j := i; j <= len(folding.Text)+1; j++ {
				if a, b := folding.Original(i, j); a < 0 || b < a || b > len(s) {
					t.Fatalf("Original(%d, %d) = %d, %d in %q", i, j, a, b, s)
				}
			}
		}
	})
}

// borders returns where each rune of s starts, in s and in the folded text,
// with the ends of both.
func borders(s string) (from, to []int) {
	at := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		from, to = append(from, i), append(to, at)
		if f := FoldRune(r); f >= 0 {
			at += utf8.RuneLen(f)
		}
		i += size
	}
	return append(from, len(s)), append(to, at)
}

// checkOriginal checks the span of the runes i to j. Dropped runes
// at its ends belong to no span of the folded text.
func checkOriginal(t *testing.T, f Folding, s string, from, to []int, i, j int) {
	t.Helper()
	for i < j && to[i] == to[i+1] {
		i++
	}
	for i < j && to[j] == to[j-1] {
		j--
	}
	if i == j {
		return
	}
	if a, b := f.Original(to[i], to[j]); a != from[i] || b != from[j] {
		t.Fatalf("Original(%d, %d) = %d, %d, want %d, %d in %q", to[i], to[j], a, b, from[i], from[j], s)
	}
}
