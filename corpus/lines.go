package corpus

import (
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"fenghui/corpus/sha256"
)

// line is a line with something in it, without the space around it:
// text == file[start:start+len(text)].
type line struct {
	text   string
	start  int
	number int // from 1, empty lines counted
}

const lineBreaks = "\n\r\f\v\u0085\u2028\u2029"

// splitLines finds the lines of a text whatever system it was written on.
func splitLines(text string) []line {
	var lines []line
	for start, number := 0, 1; start < len(text); number++ {
		length := strings.IndexAny(text[start:], lineBreaks)
		next := len(text)
		if length < 0 {
			length = len(text) - start
		} else {
			next = start + length + breakLength(text[start+length:])
		}
		if l := trimmed(text, start, start+length); l.text != "" {
			l.number = number
			lines = append(lines, l)
		}
		start = next
	}
	return lines
}

// breakLength is the length of the line break text begins with.
func breakLength(text string) int {
	if strings.HasPrefix(text, "\r\n") {
		return 2
	}
	_, size := utf8.DecodeRuneInString(text)
	return size
}

// trimmed is text[start:end] without the space around it.
func trimmed(text string, start, end int) line {
	s := text[start:end]
	left := strings.TrimLeftFunc(s, isBlank)
	return line{text: strings.TrimRightFunc(left, isBlank), start: start + len(s) - len(left)}
}

// after is the rest of a line behind its first n bytes.
func (l line) after(n int) line {
	rest := trimmed(l.text, n, len(l.text))
	rest.start += l.start
	rest.number = l.number
	return rest
}

// before is the first n bytes of a line.
func (l line) before(n int) line {
	first := trimmed(l.text, 0, n)
	first.start += l.start
	first.number = l.number
	return first
}

// contentID names an article by what it says: byte order mark, line ends,
// indentation and empty lines make no other article of it.
func contentID(lines []line) string {
	hash := sha256.New()
	for _, l := range lines {
		hash.WriteString(l.text)
		hash.Write([]byte{'\n'})
	}
	return "a-" + hex.EncodeToString(hash.Sum(nil)[:6])
}
