package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// numerals are the signs of which numbers are written, beside digits.
const numerals = "〇零一二三四五六七八九十百千万亿兆两壹贰叁肆伍陆柒捌玖拾佰仟"

func isNumeral(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(numerals, r) }

// standing are the places where a value stands in a folded text as it was
// typed, and not within a longer number: 20% is not in 120%, nor 5000 in
// 15,000, nor in 5000万.
func standing(s, value string) (at []int) {
	first, _ := utf8.DecodeRuneInString(value)
	last, _ := utf8.DecodeLastRuneInString(value)
	for _, start := range occurrences(s, value) {
		end := start + len(value)
		if !(isNumeral(first) && endsInNumber(s[:start]) || isNumeral(last) && beginsWithNumber(s[end:])) {
			at = append(at, start)
		}
	}
	return at
}

// endsInNumber: a point or comma behind a digit is part of its number.
func endsInNumber(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	if r == '.' || r == ',' {
		r, _ = utf8.DecodeLastRuneInString(s[:len(s)-size])
		return unicode.IsDigit(r)
	}
	return isNumeral(r)
}

func beginsWithNumber(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if r == '.' || r == ',' {
		r, _ = utf8.DecodeRuneInString(s[size:])
		return unicode.IsDigit(r)
	}
	return isNumeral(r)
}
