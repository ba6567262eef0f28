package corpus

import (
	"net/url"
	"testing"
)

// links tells what is one.
var links = map[string]bool{
	"https://example.org":                          true,
	"http://example.org/":                          true,
	"HTTPS://Example.ORG/Path":                     true,
	"https://example.org:8080/a?b=c&d=%E5%B3%B0#e": true,
	"https://example.org?b=c":                      true,
	"https://example.org#e":                        true,
	"https://example.org./a":                       true,
	"https://localhost/a":                          true,
	"https://192.0.2.1/a":                          true,
	"https://例子.中国/峰会（一）":                          true,
	"https://пример.рф/а":                          true,
	"https://xn--fsqu00a.xn--fiqs8s/":              true,
	"https://example.org/a@b:c":                    true,
	"https://example.org/a?u=https://example.com":  true,
	"https://example.org/a'b(c)~[d]":               true,
	"https://my_host.example.org/":                 true,

	"":                                false,
	"example.org/a":                   false,
	"/a":                              false,
	"//example.org/a":                 false,
	"https:":                          false,
	"https:/example.org":              false,
	"https://":                        false,
	"https:///a":                      false,
	"https://?a":                      false,
	"https://:80/a":                   false,
	"ftp://example.org":               false,
	"javascript:alert(1)":             false,
	"javascript://example.org/%0aa()": false,
	"JavaScript:alert(1)":             false,
	"data:text/html,a":                false,
	"vbscript:a":                      false,
	" https://example.org":            false,
	"https ://example.org":            false,
	"https://example.org/a b":         false,
	"https://example.org/a\u3000b":    false,
	"https://example.org/a\nb":        false,
	"https://example.org/\x00":        false,
	"https://example.org/\u202eb":     false,
	"https://exam\u200bple.org":       false,
	"https://example.org/\xff":        false,
	"https://user@example.org/":       false,
	"https://user:word@example.org/":  false,
	"https://example.org@example.com": false,
	"https://example.org\\@a.b/":      false,
	"https://example.org\\a":          false,
	"https://exa%6dple.org/":          false,
	"https://example.org/%":           false,
	"https://example.org/%4":          false,
	"https://example.org/%zz":         false,
	"https://[2001:db8::1]/a":         false,
	"https://[example.org/":           false,
	"https://example..org/":           false,
	"https://-example.org/":           false,
	"https://.example.org/":           false,
	"https://./":                      false,
	"https://example.org:port/":       false,
	"https://example.org:123456/":     false,
	"https://example.org:80:80/":      false,
	"https://example.org/<b>":         false,
	"https://example.org/\"onclick=":  false,
	"https://exa<mple.org":            false,
}

func TestIsLink(t *testing.T) {
	for link, want := range links {
		t.Run(link, func(t *testing.T) {
			if got := isLink(link); got != want {
				t.Errorf("got %v", got)
			}
		})
	}
}

// Whatever is taken for a link is one to net/url too, and leads to the host
// that is read in it.
func FuzzIsLink(f *testing.F) {
	for _, s := range []string{"https://example.org:80/a?b#c", "http://例子.中国", "https://user@example.org", "https://a/%41", "https://[::1]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !isLink(s) {
			return
		}
		u, err := url.Parse(s)
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
			t.Errorf("%q: %#v", s, u)
		}
	})
}
