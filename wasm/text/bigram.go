package text

import (
	"unicode"
	"unicode/utf8"
)

// Bigrams returns the overlapping pairs of neighbouring Han, kana and Hangul
// letters: 峰会上 gives 峰会 and 会上. A letter without such a neighbour stands
// for itself. Nothing else is covered: other scripts divide words themselves.
// Spans come in order of their start.
func Bigrams(folded string) []Span {
	spans := make([]Span, 0, len(folded)/4)
	start, previous, letters := 0, 0, 0 // of the run so far: its start, the start of its last letter, its length
	for i := 0; i < len(folded); {
		r, size := utf8.DecodeRuneInString(folded[i:])
		if !IsIdeograph(r) {
			if letters == 1 {
				spans = append(spans, Span{start, i})
			}
			letters = 0
		} else {
			if letters > 0 {
				spans = append(spans, Span{previous, i + size})
			} else {
				start = i
			}
			previous = i
			letters++
		}
		i += size
	}
	if letters == 1 {
		spans = append(spans, Span{start, len(folded)})
	}
	return spans
}

// IsIdeograph reports whether r is a letter of a script that writes no spaces
// between words or is searched as if it did not: Han, kana, Hangul.
func IsIdeograph(r rune) bool {
	switch {
	case r < 0x2E80:
		return r >= 0x1100 && r <= 0x11FF // Hangul jamo
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0xAC00 && r <= 0xD7A3, r >= 0x3041 && r <= 0x3096, r >= 0x30A1 && r <= 0x30FA:
		return true
	case r == 'ー':
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
