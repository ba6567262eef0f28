package corpus

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// leadingDate reads a whole date at the beginning of s (2025-10-19,
// 2025/10/19, 2025.10.19, 19.10.2025, 2025年10月19日, 二〇二五年十月十九日) and says
// how many bytes it takes. Days that do not exist are no dates.
func leadingDate(s string) (iso string, n int, ok bool) {
	year, n1 := leadingNumber(s)
	if year <= 31 && strings.HasPrefix(s[n1:], ".") {
		return dayFirst(s, year, n1+1)
	}
	separator, n2 := utf8.DecodeRuneInString(s[n1:])
	closing := map[rune]string{'-': "-", '/': "/", '.': ".", '年': "月"}[separator]
	if n1 == 0 || closing == "" || year < 1900 || year > 2199 {
		return "", 0, false
	}
	n = n1 + n2
	month, n3 := leadingNumber(s[n:])
	n += n3
	if n3 == 0 || !strings.HasPrefix(s[n:], closing) {
		return "", 0, false
	}
	n += len(closing)
	day, n4 := leadingNumber(s[n:])
	n += n4
	if n4 == 0 {
		return "", 0, false
	}
	if separator == '年' {
		if !strings.HasPrefix(s[n:], "日") && !strings.HasPrefix(s[n:], "号") {
			return "", 0, false
		}
		n += len("日")
	}
	return isoDate(year, month, day, n)
}

// dayFirst reads the rest of 09.10.2025 from s[n:].
func dayFirst(s string, day, n int) (string, int, bool) {
	month, n2 := leadingNumber(s[n:])
	if !strings.HasPrefix(s[n+n2:], ".") {
		return "", 0, false
	}
	n += n2 + 1
	year, n3 := leadingNumber(s[n:])
	if n3 != 4 || day == 0 || n2 == 0 || year < 1900 || year > 2199 {
		return "", 0, false
	}
	return isoDate(year, month, day, n+n3)
}

func isoDate(year, month, day, n int) (string, int, bool) {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return "", 0, false
	}
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if date.Day() != day || int(date.Month()) != month {
		return "", 0, false
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), n, true
}

// leadingNumber reads up to four digits, ASCII, full-width or Chinese, at the
// beginning of s. Chinese days and months go by tens: 二十八.
func leadingNumber(s string) (value, n int) {
	var digits []int
	for _, r := range s {
		d := digitValue(r)
		if d < 0 || len(digits) == 4 {
			break
		}
		digits = append(digits, d)
		n += utf8.RuneLen(r)
	}
	ten := slices.Index(digits, 10)
	if ten < 0 {
		return positional(digits), n
	}
	before, after := digits[:ten], digits[ten+1:]
	if len(before) > 1 || len(after) > 1 || slices.Contains(after, 10) {
		return 0, 0
	}
	if ten == 0 {
		before = []int{1}
	}
	return positional(before)*10 + positional(after), n
}

func positional(digits []int) int {
	value := 0
	for _, d := range digits {
		value = value*10 + d
	}
	return value
}

// digitValue is the value of a digit, 10 for 十, and -1 for all else.
func digitValue(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	for i, c := range []rune("〇一二三四五六七八九") {
		if r == c {
			return i
		}
	}
	switch r {
	case '○', '零':
		return 0
	case '十':
		return 10
	}
	return -1
}
