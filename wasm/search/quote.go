package search

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// Quotation marks. People type what their keyboard gives them: pairs, the same
// mark twice, or one of each kind. Between a pair the other kinds are text, so
// that any string, quotation marks and all, can be asked for in "…".
const plainQuote = '"'

var closing = map[rune]rune{'“': '”', '„': '”', '「': '」', '『': '』', '«': '»', '＂': '＂', '”': '”', '〝': '〞'}

// opensQuote reports whether a quoted string begins here.
func opensQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == plainQuote || closing[r] != 0
}

// quote puts a string in plain quotation marks; unquote gives it back.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// unquote reads the quoted string s begins with. One that is never closed
// goes to the end.
func unquote(s string) (inner, rest string, closed bool) {
	open, size := utf8.DecodeRuneInString(s)
	body := s[size:]
	if open == plainQuote {
		if end := plainEnd(body, true); end >= 0 {
			return unescape(body[:end]), body[end+1:], true
		}
		if end := plainEnd(body, false); end >= 0 { // a backslash that was meant
			return body[:end], body[end+1:], true
		}
	}
	if end, size := pairedEnd(body, open); end >= 0 {
		return body[:end], body[end+size:], true
	}
	return body, "", false
}

// plainEnd finds the quotation mark that closes a plain one, or -1. One in the
// middle of a word is text, as in "说"你好"的", provided another one closes
// the stretch; two together in the middle close one string and open the next.
func plainEnd(body string, escapes bool) int {
	fallback := -1
	for i := 0; i < len(body); i++ {
		switch {
		case escapes && body[i] == '\\' && i+1 < len(body):
			i++
		case body[i] != plainQuote:
		case i == 0 && wrapsQuote(body):
		case endsHere(body[i+1:]):
			return i
		case fallback < 0:
			fallback = i
		}
		if fallback >= 0 && startsBlank(body[i:]) {
			return fallback
		}
	}
	return fallback
}

// wrapsQuote reports whether a quoted string seems to begin with a quotation mark
// rather than to be empty: "" g" asks for " g, and "" and "" for " and ".
func wrapsQuote(body string) bool {
	return strings.Count(body, `"`)%2 == 0 || len(body) > 2 && strings.HasSuffix(body, `""`)
}

// endsHere tells, from what follows a quotation mark, whether it closes.
func endsHere(after string) bool {
	if after == "" || startsBlank(after) {
		return true
	}
	if after[0] != plainQuote {
		return false
	}
	next := after[1:]
	return next != "" && !startsBlank(next) && next[0] != plainQuote
}

func startsBlank(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isBlank(text.FoldRune(r))
}

func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(s)
}

// pairedEnd finds the mark that closes a typographic one, inner pairs passed
// over; failing that, or for a plain one, the next double mark of any kind.
func pairedEnd(body string, open rune) (end, size int) {
	depth := 0
	for i, r := range body {
		switch {
		case open == plainQuote:
		case r == closing[open] && depth == 0:
			return i, utf8.RuneLen(r)
		case r == closing[open]:
			depth--
		case r == open:
			depth++
		}
	}
	for i, r := range body {
		if text.FoldRune(r) == plainQuote {
			return i, utf8.RuneLen(r)
		}
	}
	return -1, 0
}
