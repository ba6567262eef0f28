package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file holds what package strings has not: words looked for in lists, and
// runes counted.

// hasPrefix returns the first of words that s begins with.
func hasPrefix(s string, words []string) (string, bool) {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w, true
		}
	}
	return "", false
}

// hasSuffix returns the first of words that s ends with.
func hasSuffix(s string, words []string) (string, bool) {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return w, true
		}
	}
	return "", false
}

// hasAny returns the first of words that s contains.
func hasAny(s string, words []string) (string, bool) {
	for _, w := range words {
		if strings.Contains(s, w) {
			return w, true
		}
	}
	return "", false
}

// lastRune is the last rune of s, utf8.RuneError when it is empty.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// runeLength is how many bytes the first rune of s takes.
func runeLength(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return size
}

// byteOffset is where the n-th rune of s begins, or the end of s.
func byteOffset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// hasHan reports whether s has a Chinese character.
func hasHan(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
}

// hasLetter reports whether a line has letters or digits of any script, and so
// does not only decorate.
func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// columns is the width of s as printed: a Chinese character is two columns
// wide, a Latin or Cyrillic letter one. Counting stops at limit.
func columns(s string, limit int) int {
	width := 0
	for _, r := range s {
		width++
		if r >= 0x1100 {
			width++
		}
		if width > limit {
			break
		}
	}
	return width
}

// isBlank reports whether r is white space, or a sign without width that
// editors leave behind.
func isBlank(r rune) bool {
	switch r {
	case '\uFEFF', '\u200B', '\u200C', '\u200D', '\u2060', '\u180E':
		return true
	}
	return unicode.IsSpace(r)
}

// isOneOf reports whether a list written as one string has a word; each of its
// words stands between two blanks.
func isOneOf(list, word string) bool { return strings.Contains(list, " "+word+" ") }
