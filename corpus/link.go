package corpus

import (
	"strings"
	"unicode"
)

// isLink accepts whole addresses of the web only, so that a link shown is never
// a script and never leads to another host than the reader sees: no other
// scheme, nothing before the host that looks like one, no blanks and nothing
// invisible. It asks less than net/url, which knows every form an address can
// have and weighs as much as a package of the program.
func isLink(s string) bool {
	scheme, rest, _ := strings.Cut(s, "://")
	if scheme = strings.ToLower(scheme); scheme != "http" && scheme != "https" || !isAddress(rest) {
		return false
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	host, port, found := strings.Cut(rest[:end], ":")
	return isHost(host) && (!found || isPort(port))
}

// isAddress: valid text without blanks, and each percent sign begins a byte. A
// backslash is a slash to browsers, so it could end the host early.
func isAddress(s string) bool {
	if strings.ToValidUTF8(s, "") != s || strings.ContainsAny(s, "\\<>\"`{}|^") || strings.ContainsFunc(s, isUnseen) {
		return false
	}
	for i := range len(s) {
		if s[i] == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])) {
			return false
		}
	}
	return true
}

func isUnseen(r rune) bool { return isBlank(r) || !unicode.IsGraphic(r) }

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// isHost: labels of letters and digits of any script, with hyphens within and a
// point between them. Users, percent signs and addresses in brackets are
// nothing that a source of speeches has.
func isHost(s string) bool {
	s = strings.TrimSuffix(s, ".")
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || strings.HasPrefix(label, "-") || strings.HasSuffix(label, "-") || strings.ContainsFunc(label, notOfHost) {
			return false
		}
	}
	return true
}

func notOfHost(r rune) bool {
	return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

func isPort(s string) bool {
	return len(s) <= 5 && strings.Trim(s, "0123456789") == ""
}
