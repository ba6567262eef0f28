package corpus

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// photoLabels and roleLabels begin a line that says who took a picture or
// handled a text. They stand in small letters.
var photoLabels = listed("photo-label")

var roleLabels = listed("role-label")

// strongLabels need no colon: "责任编辑 王五".
var strongLabels = listed("strong-label")

// creditEndings close a caption that names its photographer.
var creditEndings = listed("credit-end")

// endMarks stand alone on the last line of a text.
var endMarks = listed("end-mark")

// languages name the version of a page.
var languages = listed("language")

// isNavigation recognises what is left of a web page above its article.
func isNavigation(s string) bool {
	if slices.Contains(languages, strings.ToLower(s)) || isPageNumber(s) {
		return true
	}
	_, path := hasPrefix(s, listed("home"))
	return path && columns(s, creditColumns) <= creditColumns && strings.ContainsAny(s, ">›»/")
}

const (
	creditColumns  = 80
	captionColumns = 240
)

// isCredit recognises a line that names photographer, translator, editor,
// author or source, with or without brackets around it.
func isCredit(s string) bool {
	inner, bracketed := unbracket(strings.TrimLeft(strings.ReplaceAll(s, "**", ""), "■□◆▲● "))
	lower := strings.ToLower(inner)
	if slices.Contains(endMarks, strings.Trim(lower, "-—– ")) && (bracketed || isQuoteStart(inner)) {
		return true
	}
	if _, turned := hasPrefix(inner, []string{"下转", "上接"}); turned && bracketed {
		return true
	}
	if columns(inner, captionColumns) > captionColumns {
		return false
	}
	for _, ending := range creditEndings {
		if strings.HasSuffix(inner, ending) && !strings.Contains(inner, "拍摄") {
			return true
		}
	}
	return columns(inner, creditColumns) <= creditColumns && !strings.ContainsAny(inner, "。！？!?；") && labelled(lower, bracketed)
}

// labelled reports whether s begins with a label, and the label is one
// because of what follows it.
func labelled(s string, bracketed bool) bool {
	for _, labels := range [][]string{photoLabels, roleLabels, strongLabels} {
		for _, label := range labels {
			rest, found := strings.CutPrefix(s, label)
			if !found {
				continue
			}
			trimmed := strings.TrimLeftFunc(rest, isBlank)
			next, _ := utf8.DecodeRuneInString(trimmed)
			spaced := len(trimmed) < len(rest)
			switch {
			case trimmed != "" && strings.ContainsRune(":：/／|｜", next):
				return true
			case slices.Contains(strongLabels, label) && (spaced && !strings.Contains(rest, "，") || bracketed || label == "©" || strings.HasPrefix(label, "图")):
				return true
			case bracketed && spaced && len(label) > len("图"):
				return true
			}
		}
	}
	return false
}

var brackets = map[rune]rune{'【': '】', '（': '）', '(': ')', '[': ']', '〔': '〕', '［': '］', '*': '*'}

// unbracket takes off the brackets around the whole of s.
func unbracket(s string) (inner string, ok bool) {
	open, n := utf8.DecodeRuneInString(s)
	closing := brackets[open]
	last, m := utf8.DecodeLastRuneInString(s)
	if closing == 0 || last != closing || len(s) < n+m {
		return s, false
	}
	inner = s[n : len(s)-m]
	if strings.ContainsRune(inner, closing) && closing != '*' {
		return s, false
	}
	return strings.TrimFunc(inner, isBlank), true
}

// trailingCredit is where a credit at the end of a paragraph begins, or the
// length of s: "……发言。【编译：王五】".
func trailingCredit(s string) int {
	from := max(0, len(s)-3*creditColumns)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	cut := -1
	for i, r := range s[from:] {
		if strings.ContainsRune("。！？”」…", r) {
			cut = from + i + utf8.RuneLen(r)
		}
		if brackets[r] != 0 && isCredit(s[from+i:]) {
			cut = from + i
			break
		}
	}
	if cut <= 0 || cut == len(s) || !hasLetter(s[:cut]) || !hasLetter(s[cut:]) || !isCredit(strings.TrimFunc(s[cut:], isBlank)) {
		return len(s)
	}
	return cut
}
