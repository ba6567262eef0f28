package scene

// Escape writes a text so that it can be any one part of an address: each byte
// but for Latin letters, digits and -._~ as percent sign and two digits.
func Escape(s string) string {
	const digits = "0123456789ABCDEF"
	var out []byte
	for _, c := range []byte(s) {
		if isUnreserved(c) {
			out = append(out, c)
		} else {
			out = append(out, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(out)
}

func isUnreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~'
}
