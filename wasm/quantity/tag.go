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
	end := strings.IndexByte(s[:min(len(s), longestTag)], '>')
	if end < 2 || strings.IndexByte(s[1:end], '<') >= 0 {
		return 0, false
	}
	body := strings.TrimSuffix(strings.TrimPrefix(s[1:end], "/"), "/")
	n := 0
	for n < len(body) && (body[n]|0x20 >= 'a' && body[n]|0x20 <= 'z' || n > 0 && isDigit(rune(body[n]))) {
		n++
	}
	if n == 0 || n < len(body) && body[n] != ' ' {
		return 0, false
	}
	return end + 1, inlineTags[strings.ToLower(body[:n])]
}
