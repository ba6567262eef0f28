package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// occurrences of a needle that do not overlap.
func occurrences(s, needle string) (found []text.Span) {
	if needle == "" {
		return nil
	}
	for from := 0; ; {
		at := strings.Index(s[from:], needle)
		if at < 0 {
			return found
		}
		from += at + len(needle)
		found = append(found, text.Span{Start: from - len(needle), End: from})
	}
}

// wholeWords are the occurrences of a word, which in an alphabet is no part of a
// longer one.
func wholeWords(s, word string) []text.Span {
	return slices.DeleteFunc(occurrences(s, word), func(at text.Span) bool { return goesOn(s, at.Start) || goesOn(s, at.End) })
}

// namesIn are the occurrences of another name of what was asked for: in an
// alphabet a word begins with it, which may have an ending (Казахстана), but
// not where it is so short (bri, AI) that this would be another word. A date
// may have spaces in it.
func namesIn(s, name string) []text.Span {
	if isNumber(name) {
		return spaced(s, name)
	}
	short := utf8.RuneCountInString(name) <= leastHalf
	return slices.DeleteFunc(occurrences(s, name), func(at text.Span) bool { return goesOn(s, at.Start) || short && goesOn(s, at.End) })
}

// goesOn reports whether a word in letters goes on at this place of a text.
func goesOn(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at:])
	return keptTogether(before) && keptTogether(after)
}
