package figure

import (
	"sort"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// wide are the signs that many texts write half width among Chinese characters,
// as the rules know them.
var wide = map[rune]rune{',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '?': '？', '!': '！'}

// grown is by how many bytes such a sign grows.
const grown = len("，") - len(",")

// widened writes the signs of wide that belong to Chinese text full width. ends
// are the places behind those that grew, so that original leads back.
func widened(s string) (w string, ends []int) {
	if !strings.ContainsAny(s, ",;:()?!") {
		return s, nil
	}
	var b strings.Builder
	done := 0
	for i := 0; i < len(s); i++ {
		r, sign := wide[rune(s[i])]
		if !sign || !amongChinese(s, i) {
			continue
		}
		b.WriteString(s[done:i])
		b.WriteRune(r)
		done = i + 1
		ends = append(ends, b.Len())
	}
	if ends == nil {
		return s, nil
	}
	b.WriteString(s[done:])
	return b.String(), ends
}

// amongChinese reports whether the sign at i stands beside a Chinese character, and
// not in a number or a time of day.
func amongChinese(s string, i int) bool {
	if betweenDigits(s, i, 1) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:i], " "))
	behind, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[i+1:], " "))
	return isChinese(before) || isChinese(behind) || before == '%'
}

func isChinese(r rune) bool {
	return text.IsIdeograph(r) || strings.ContainsRune("，。；：、（）《》“”「」！？％", r)
}

// original is where a place of the widened text lies in the text as it stands.
func (p *passage) original(at int) int {
	return at - grown*sort.SearchInts(p.ends, at+1)
}

// asWritten is a span of the widened text as it stands.
func (p *passage) asWritten(s text.Span) string {
	return p.source[p.original(s.Start):p.original(s.End)]
}
