package search

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// whole: parts of the clause say nothing by themselves, as the 20 of 20%.
func (w *expanded) whole() bool { return w.value != nil || w.number }

// places are where the clause stands in a folded text.
func (w *expanded) places() func(s, folded string) []text.Span {
	switch {
	case w.value != nil:
		return standing
	case w.number:
		return spaced
	}
	return occurrences
}

// numerals are the signs of which numbers are written, beside digits.
const numerals = "〇零一二三四五六七八九十百千万亿兆两壹贰叁肆伍陆柒捌玖拾佰仟"

func isNumeral(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(numerals, r) }

// ofTimes stand between the digits of dates and times.
const ofTimes = "年月日号时分秒"

// isNumber: digits and numerals, and nothing else in which there is a word:
// 10月9日, 10:30, 3.14, №5.
func isNumber(folded string) bool {
	return strings.ContainsFunc(folded, isNumeral) && !strings.ContainsFunc(folded, func(r rune) bool {
		return unicode.IsLetter(r) && !isNumeral(r) && !strings.ContainsRune(ofTimes, r)
	})
}

// dateInChinese is a date of digits and signs as texts write it: 2025-10-09 and
// 9.10.2025 are 2025年10月9日. What is none stays itself.
func dateInChinese(folded string) string {
	if t, err := time.Parse("2.1.2006", folded); err == nil {
		return t.Format("2006年1月2日")
	}
	for _, form := range [][2]string{{"2006-1-2", "2006年1月2日"}, {"2006-1", "2006年1月"}} {
		if t, err := time.Parse(form[0], withDashes(folded)); err == nil {
			return t.Format(form[1])
		}
	}
	return folded
}

// spaced are the places where a number stands in a folded text, with or without
// spaces between its digits and signs: 2025 年 10 月.
func spaced(s, number string) (found []text.Span) {
	for start := 0; start < len(s); start++ {
		end, same := start, 0
		for ; same < len(number) && end < len(s); end++ {
			if s[end] == number[same] {
				same++
			} else if same == 0 || s[end] != ' ' || isDigit(number[same-1]) && isDigit(number[same]) {
				break
			}
		}
		if same == len(number) {
			found = append(found, text.Span{Start: start, End: end})
			start = end - 1
		}
	}
	return found
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// standing are the places where a value stands in a folded text as it was
// typed, and not within a longer number: 20% is not in 120%, nor 5000 in
// 15,000, nor in 5000万.
func standing(s, value string) []text.Span {
	first, _ := utf8.DecodeRuneInString(value)
	last, _ := utf8.DecodeLastRuneInString(value)
	return slices.DeleteFunc(occurrences(s, value), func(at text.Span) bool {
		return isNumeral(first) && endsInNumber(s[:at.Start]) || isNumeral(last) && beginsWithNumber(s[at.End:])
	})
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
