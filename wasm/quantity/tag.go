package quantity

import "strings"

// longestTag is how long a tag is at most, in bytes.
const longestTag = 200

// inlineTags mark words and leave them where they are; any other tag parts what
// stands before it from what stands behind it.
var inlineTags = map[string]bool{"a": true, "b": true, "i": true, "u": true, "em": true, "strong": true, "span": true, "font": true,
	"mark": true, "small": true, "big": true}

// tag returns how many bytes the tag at the beginning of s has, 0 when there is
// none: 3<b is none, nor is a<5且b>3.
func tag(s string) (size int, inline bool) {
	open, close := "<", ">"
	if strings.HasPrefix(s, wideOpen) {
		open, close = wideOpen, "＞"
	}
	end := strings.Index(s[:min(len(s), longestTag)], close)
	if end <= len(open) || strings.Contains(s[len(open):end], open) {
		return 0, false
	}
	body := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(s[len(open):end], "/"), "／"), "/")
	n := 0
	for n < len(body) && (body[n]|0x20 >= 'a' && body[n]|0x20 <= 'z' || n > 0 && isDigit(rune(body[n]))) {
		n++
	}
	if n == 0 || n < len(body) && body[n] != ' ' {
		return 0, false
	}
	return end + len(close), inlineTags[strings.ToLower(body[:n])]
}

// wideOpen is how < looks in texts that were made full width.
const wideOpen = "＜"

// raisedDigit returns the digit and the size of <sup>2</sup> at the beginning of
// s, 0 when there is none: with the letter before it, it is a unit, m².
func raisedDigit(s string) (digit byte, size int) {
	n, _ := tag(s)
	if n == 0 || n >= len(s) || !strings.Contains(s[:n], "sup") || s[n] != '2' && s[n] != '3' {
		return 0, 0
	}
	end, _ := tag(s[n+1:])
	if end == 0 || !strings.Contains(s[n+1:n+1+end], "sup") {
		return 0, 0
	}
	return s[n], n + 1 + end
}
