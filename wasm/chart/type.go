package chart

import (
	"strings"
	"unicode"
)

// Sizes of type, in pixels.
const (
	textSize  = 13.0
	smallSize = 12.0
	lineStep  = 18.0
)

// em is about how wide a character is, in its own size: wide enough for the
// system fonts that a page may get. marks.css sees to it that nothing else
// makes a line wider: no rounding to whole pixels, and no space of the page's
// between Chinese characters and digits.
func em(r rune) float64 {
	switch {
	case r >= 0x1100 && (r <= 0x115f || r >= 0x2e80 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 || r >= 0x1f000):
		return 1
	case unicode.Is(unicode.Mn, r) || r == 0x200b || r == 0xfeff:
		return 0
	case strings.ContainsRune("“”‘’—…·×", r): // as wide as Chinese type has them
		return 1
	case digit(r):
		return 0.66 // all as wide as the widest; many fonts need .55 only, some .64
	case strings.ContainsRune(" .,:;'|!ijl()[]/-", r):
		return 0.38
	case strings.ContainsRune("mwMW%@", r):
		return 0.97
	case unicode.IsUpper(r) || unicode.Is(unicode.Cyrillic, r):
		return 0.7
	}
	return 0.63 // Latin letters; many fonts need .55 only
}

// widthOf measures a line in a size.
func widthOf(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		w += em(r)
	}
	return w * size
}

// wrap breaks a text into lines no wider than width, between words and between
// Chinese characters, not before closing marks; n lines at most, the last one
// with … where something had to be left out.
func wrap(s string, width, size float64, n int) []string {
	var lines []string
	line := ""
	for _, piece := range pieces(s) {
		if line != "" && widthOf(strings.TrimRight(line+piece, " "), size) > width {
			head, rest := atClause(line, width, size)
			lines, line = append(lines, strings.TrimRight(head, " ")), rest
		}
		if line == "" {
			piece = strings.TrimLeft(piece, " ")
		}
		for line += piece; widthOf(line, size) > width; {
			head := fitting(line, width, size)
			if head == line {
				break
			}
			lines, line = append(lines, head), line[len(head):]
		}
	}
	if line = strings.TrimRight(line, " "); line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	if len(lines) > n {
		lines = lines[:n]
		lines[n-1] = shortened(lines[n-1]+"…", width, size)
	}
	return lines
}

// balanced wraps a text into as many lines as it needs, all of about one
// length, so that none is left with a single word.
func balanced(s string, width, size float64, n int) []string {
	lines := wrap(s, width, size, n)
	for least := width * 0.6; width > least; width -= size {
		tried := wrap(s, width-size, size, n+1)
		if len(tried) > len(lines) {
			break
		}
		lines = tried
	}
	return lines
}

// atClause ends a full line behind its last clause, where that does not leave
// it half empty, so that names and dates keep together.
func atClause(line string, width, size float64) (head, rest string) {
	k := max(strings.LastIndexAny(line, "，、；：")+len("，"), strings.LastIndex(line, ", ")+len(", "))
	if k < len("，") || k >= len(line) || widthOf(line[:k], size) < width*0.4 || widthOf(line[k:], size) > width*0.7 {
		return line, ""
	}
	return line[:k], line[k:]
}

// shortened takes characters from before the … until it fits.
func shortened(s string, width, size float64) string {
	runes := []rune(s)
	for len(runes) > 2 && widthOf(string(runes), size) > width {
		runes = append(runes[:len(runes)-2], '…')
	}
	return string(runes)
}

// fitting is the longest beginning that fits, one character at least.
func fitting(s string, width, size float64) string {
	w := 0.0
	for k, r := range s {
		if w += em(r) * size; w > width && k > 0 {
			return s[:k]
		}
	}
	return s
}

// pieces are what a line may not be broken within.
func pieces(s string) []string {
	var list []string
	start := 0
	var last rune
	for k, r := range s {
		if k > start && breaks(last, r) {
			list, start = append(list, s[start:k]), k
		}
		last = r
	}
	return append(list, s[start:])
}

// breaks reports whether a line may end between two characters.
func breaks(a, b rune) bool {
	if strings.ContainsRune("，。、；：！？）》”’」』%％·,.;:!?)—…", b) || strings.ContainsRune("（《“‘「『(", a) {
		return false
	}
	if digit(a) && strings.ContainsRune("年月日%亿万", b) || digit(b) && strings.ContainsRune("年月第", a) {
		return false
	}
	return b == ' ' || a == ' ' || em(a) == 1 && !unicode.IsPunct(b) || em(b) == 1
}

func digit(r rune) bool { return r >= '0' && r <= '9' }
