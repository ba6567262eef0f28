package corpus

import (
	"strings"
	"unicode/utf8"
)

// tag is a tag of HTML or XML: its name in small letters, and whether it
// closes or, as in <br/>, both opens and closes.
type tag struct {
	name         string
	end, selfEnd bool
	attributes   string // as written
}

// eachToken takes markup apart: text, its references resolved, and tags.
// Comments, doctypes and processing instructions are left out, and so is what
// a script or style holds. Nothing is ever an error: what no rule suits is text.
func eachToken(markup string, text func(string), element func(tag)) {
	for markup != "" {
		at := strings.IndexByte(markup, '<')
		if at < 0 {
			at = len(markup)
		}
		if at > 0 {
			text(resolve(markup[:at]))
			markup = markup[at:]
			continue
		}
		rest, t, kind := leadingTag(markup)
		switch kind {
		case aTag:
			element(t)
			if !t.end && !t.selfEnd && rawText[t.name] {
				rest = rest[rawLength(rest, t.name):]
			}
		case noTag:
			text("<")
		}
		markup = rest
	}
}

// rawText are the elements whose content is no markup.
var rawText = map[string]bool{"script": true, "style": true, "textarea": true, "xmp": true, "iframe": true, "noembed": true, "noframes": true}

// rawLength is where the end tag of such an element begins.
func rawLength(s, name string) int {
	for from := 0; ; {
		at := strings.Index(s[from:], "</")
		if at < 0 {
			return len(s)
		}
		from += at
		if rest := s[from+2:]; len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) {
			return from
		}
		from += 2
	}
}

type tokenKind int

const (
	noTag  tokenKind = iota // a "<" that begins nothing
	aTag                    //
	noText                  // a comment and the like
)

// leadingTag reads the tag s begins with, and gives what follows it.
func leadingTag(s string) (rest string, t tag, kind tokenKind) {
	if strings.HasPrefix(s, "<!--") {
		_, rest, _ = strings.Cut(s[len("<!"):], "-->") // <!--> is one too
		return rest, t, noText
	}
	if len(s) > 1 && (s[1] == '!' || s[1] == '?') {
		_, rest, _ = strings.Cut(s, ">")
		return rest, t, noText
	}
	name := s[1:]
	name, t.end = strings.CutPrefix(name, "/")
	n := 0
	for n < len(name) && nameByte(name[n]) {
		n++
	}
	if n == 0 || !isLetter(name[0]) {
		return s[1:], t, noTag
	}
	inner := name[n:]
	length := tagLength(inner)
	rest = inner[min(length+1, len(inner)):]
	t.attributes, t.selfEnd = strings.CutSuffix(strings.TrimSpace(inner[:length]), "/")
	t.name = strings.ToLower(name[:n])
	return rest, t, aTag
}

func nameByte(c byte) bool {
	return isLetter(c) || '0' <= c && c <= '9' || c == ':' || c == '-' || c == '.' || c == '_'
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// tagLength is where the ">" of a tag stands, one in quotation marks left aside.
func tagLength(s string) int {
	quote := byte(0)
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return i
		case (c == '"' || c == '\'') && strings.HasSuffix(strings.TrimRight(s[:i], " \t\n\r"), "="):
			quote = c
		}
	}
	return len(s)
}

// attribute is the value of an attribute; there without a value, it is its name.
func (t tag) attribute(name string) string {
	for s := t.attributes; s != ""; {
		s = strings.TrimLeft(s, " \t\r\n\f/")
		end := strings.IndexAny(s, "= \t\r\n\f")
		if end < 0 {
			end = len(s)
		}
		key, value := s[:end], s[:end]
		s = strings.TrimLeft(s[end:], " \t\r\n\f")
		if after, ok := strings.CutPrefix(s, "="); ok {
			value, s = attributeValue(strings.TrimLeft(after, " \t\r\n\f"))
		} else if end == 0 {
			return ""
		}
		if strings.EqualFold(key, name) {
			return resolve(value)
		}
	}
	return ""
}

func attributeValue(s string) (value, rest string) {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		value, rest, _ = strings.Cut(s[1:], s[:1])
		return value, rest
	}
	end := strings.IndexAny(s, " \t\r\n\f")
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

// references are the named characters that texts are written with.
var references = map[string]rune{
	"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\'', "nbsp": ' ', "ensp": ' ', "emsp": '　', "thinsp": ' ',
	"ldquo": '“', "rdquo": '”', "lsquo": '‘', "rsquo": '’', "laquo": '«', "raquo": '»', "mdash": '—', "ndash": '–',
	"hellip": '…', "middot": '·', "bull": '•', "times": '×', "deg": '°', "yen": '¥', "euro": '€', "pound": '£',
	"copy": '©', "reg": '®', "trade": '™', "permil": '‰', "plusmn": '±', "sup2": '²', "sup3": '³', "frac12": '½',
}

// resolve puts the characters in the place of their references; others stay.
func resolve(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var b strings.Builder
	for s != "" {
		at := strings.IndexByte(s, '&')
		if at < 0 {
			at = len(s)
		}
		b.WriteString(s[:at])
		if s = s[at:]; s == "" {
			break
		}
		r, n := reference(s)
		b.WriteRune(r)
		s = s[n:]
	}
	return b.String()
}

// reference reads the one s begins with; the "&" itself where it is none.
func reference(s string) (r rune, n int) {
	end := strings.IndexByte(s[:min(len(s), 12)], ';')
	if end < 0 {
		return '&', 1
	}
	name := s[1:end]
	if r, ok := references[name]; ok {
		return r, end + 1
	}
	digits, numeric := strings.CutPrefix(name, "#")
	if r, ok := codePoint(digits); numeric && ok {
		return r, end + 1
	}
	return '&', 1
}

// codePoint reads "8220" or "x201c".
func codePoint(digits string) (r rune, ok bool) {
	base := rune(10)
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		base, digits = 16, digits[1:]
	}
	for _, c := range strings.ToLower(digits) {
		value := c - '0'
		if c >= 'a' {
			value = c - 'a' + 10
		}
		if value < 0 || value >= base || r > utf8.MaxRune {
			return 0, false
		}
		r = base*r + value
	}
	return r, digits != "" && utf8.ValidRune(r) && r >= ' '
}
