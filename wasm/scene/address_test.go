package scene

import (
	"net/url"
	"testing"
)

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"":         "",
		"a-1_b.c~": "a-1_b.c~",
		"azAZ09":   "azAZ09",
		"峰会":       "%E5%B3%B0%E4%BC%9A",
		"a b/c?d#": "a%20b%2Fc%3Fd%23",
		"1+1=2&%":  "1%2B1%3D2%26%25",
		"\x00\xff": "%00%FF",
	} {
		got := Escape(text)
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
		for name, unescape := range map[string]func(string) (string, error){"path": url.PathUnescape, "query": url.QueryUnescape} {
			if back, err := unescape(got); err != nil || back != text {
				t.Errorf("%q: as part of a %s it is %q, %v", text, name, back, err)
			}
		}
	}
}
