package hosting

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fenghui/build/filetest"
)

const folder = "v-0123456789ab"

// served is a small site as it lies on disk, with a secret beside it.
func served(t *testing.T) string {
	t.Helper()
	above := t.TempDir()
	dir := filepath.Join(above, "site")
	filetest.WriteAll(t, dir, map[string]string{
		"index.html": "<page>", "index.html.br": "br page", "index.html.gz": "gz page", "sw.js": "worker", "manifest.webmanifest": "{}",
		folder + "/fenghui.wasm": "0123456789", folder + "/fenghui.wasm.br": "br wasm", folder + "/fenghui.wasm.gz": "gz wasm",
		folder + "/app.js": "js", folder + "/style.css": "css", folder + "/words.json": "{}", folder + "/icon.svg": "<svg/>",
		folder + "/icon-192.png": "png", folder + "/pack-1.bin": "bin", folder + "/dictionary-1.fst": "fst",
		".fenghui-1/new/app.js": "half", folder + "/.hidden": "no", "../secret": "secret",
	})
	if err := os.Symlink(filepath.Join(above, "secret"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// ask sends a request; headers come as "Name: value".
func ask(h http.Handler, method, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "/", nil)
	r.URL.Path, r.URL.RawQuery, _ = strings.Cut(path, "?")
	for _, header := range headers {
		name, value, _ := strings.Cut(header, ": ")
		r.Header.Add(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestTypesAndCaching(t *testing.T) {
	h := Site{Dir: served(t)}
	const forever, never = "public, max-age=31536000, immutable", "no-cache"
	for _, c := range []struct{ path, body, kind, caching string }{
		{"/", "<page>", "text/html; charset=utf-8", never},
		{"/?view=search", "<page>", "text/html; charset=utf-8", never},
		{"/index.html", "<page>", "text/html; charset=utf-8", never},
		{"/sw.js", "worker", "text/javascript; charset=utf-8", never},
		{"/manifest.webmanifest", "{}", "application/manifest+json", never},
		{"/" + folder + "/fenghui.wasm", "0123456789", "application/wasm", forever},
		{"/" + folder + "/app.js", "js", "text/javascript; charset=utf-8", forever},
		{"/" + folder + "/style.css", "css", "text/css; charset=utf-8", forever},
		{"/" + folder + "/words.json", "{}", "application/json", forever},
		{"/" + folder + "/icon.svg", "<svg/>", "image/svg+xml", forever},
		{"/" + folder + "/icon-192.png", "png", "image/png", forever},
		{"/" + folder + "/pack-1.bin", "bin", "application/octet-stream", forever},
		{"/" + folder + "/dictionary-1.fst", "fst", "application/octet-stream", forever},
	} {
		t.Run(c.path, func(t *testing.T) {
			w := ask(h, "GET", c.path)
			if w.Code != 200 || w.Body.String() != c.body {
				t.Errorf("got %d %q", w.Code, w.Body)
			}
			for name, want := range map[string]string{
				"Content-Type": c.kind, "Cache-Control": c.caching, "Vary": "Accept-Encoding", "Content-Encoding": "",
				"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Access-Control-Allow-Origin": "*",
			} {
				if got := w.Header().Get(name); got != want {
					t.Errorf("%s: got %q, want %q", name, got, want)
				}
			}
		})
	}
}

// The policy is a promise to those who embed the page: it is written out here
// so that nobody loosens it without noticing.
func TestPolicy(t *testing.T) {
	const want = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
		"connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
		"frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types fenghui"
	dir := served(t)
	for _, path := range []string{"/", "/" + folder + "/app.js", "/missing"} {
		if got := ask(Site{Dir: dir}, "GET", path).Header().Get("Content-Security-Policy"); got != want {
			t.Errorf("%s: got %s", path, got)
		}
	}
	other := Site{Dir: dir, FrameAncestors: "https://portal.example"}
	if got := ask(other, "GET", "/").Header().Get("Content-Security-Policy"); !strings.Contains(got, "frame-ancestors https://portal.example;") {
		t.Errorf("got %s", got)
	}
}

func TestNothingElseIsServed(t *testing.T) {
	h := Site{Dir: served(t)}
	for _, path := range []string{
		"/missing", "/" + folder, "/" + folder + "/", "/" + folder + "/missing.js", "/../secret", "/" + folder + "/../../secret",
		"/..", "//secret", "/link", "/.fenghui-1/new/app.js", "/" + folder + "/.hidden", `/..\secret`, "/index.html/", "/index.html/x", "/\x00", "secret", "",
	} {
		t.Run(path, func(t *testing.T) {
			w := ask(h, "GET", path)
			if w.Code != 404 || strings.Contains(w.Body.String(), "secret") {
				t.Errorf("got %d %q", w.Code, w.Body)
			}
			if got := w.Header().Get("Cache-Control"); got != "no-cache" {
				t.Errorf("kept as %q", got)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	h := Site{Dir: served(t)}
	for _, c := range []struct{ accept, encoding, body string }{
		{"", "", "0123456789"},
		{"br", "br", "br wasm"},
		{"gzip, deflate, br, zstd", "br", "br wasm"},
		{"gzip", "gzip", "gz wasm"},
		{"x-gzip", "gzip", "gz wasm"},
		{"GZIP;q=1", "gzip", "gz wasm"},
		{"br;q=0, gzip", "gzip", "gz wasm"},
		{"br;q=0.1, gzip;q=0.9", "gzip", "gz wasm"},
		{"br;q=0,gzip;q=0", "", "0123456789"},
		{"*", "br", "br wasm"},
		{"*;q=0", "", "0123456789"},
		{"*, br;q=0", "gzip", "gz wasm"},
		{"br;q=nonsense", "", "0123456789"},
		{"br;q=NaN", "", "0123456789"},
		{"br; q=7", "br", "br wasm"},
		{"identity", "", "0123456789"},
		{"zstd", "", "0123456789"},
		{";;,,", "", "0123456789"},
	} {
		t.Run(c.accept, func(t *testing.T) {
			w := ask(h, "GET", "/"+folder+"/fenghui.wasm", "Accept-Encoding: "+c.accept)
			if got := w.Header().Get("Content-Encoding"); got != c.encoding || w.Body.String() != c.body {
				t.Errorf("got %q %q", got, w.Body)
			}
			if got := w.Header().Get("Content-Length"); got != length(c.body) {
				t.Errorf("length %s", got)
			}
			if got := w.Header().Get("Content-Type"); got != "application/wasm" {
				t.Errorf("type %s", got)
			}
		})
	}
}

func length(s string) string { return map[int]string{7: "7", 10: "10"}[len(s)] }

func TestOnlyGetAndHead(t *testing.T) {
	h := Site{Dir: served(t)}
	w := ask(h, "HEAD", "/", "Accept-Encoding: br")
	if w.Code != 200 || w.Body.Len() != 0 || w.Header().Get("Content-Length") != "7" || w.Header().Get("Content-Encoding") != "br" {
		t.Errorf("HEAD: got %d %q %v", w.Code, w.Body, w.Header())
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS"} {
		if w := ask(h, method, "/"); w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: got %d, Allow %q", method, w.Code, w.Header().Get("Allow"))
		}
	}
}

func TestRangesAreOfTheFileItself(t *testing.T) {
	h := Site{Dir: served(t)}
	path := "/" + folder + "/fenghui.wasm"
	tag := ask(h, "GET", path).Header().Get("ETag")
	compressed := ask(h, "GET", path, "Accept-Encoding: br").Header().Get("ETag")
	if tag == "" || compressed == "" || tag == compressed {
		t.Errorf("tags %s and %s: each form needs its own", tag, compressed)
	}
	for _, c := range []struct {
		name    string
		headers []string
		code    int
		body    string
	}{
		{"the middle", []string{"Range: bytes=2-4"}, 206, "234"},
		{"the end", []string{"Range: bytes=-3"}, 206, "789"},
		{"encodings are not for ranges", []string{"Range: bytes=2-4", "Accept-Encoding: br"}, 206, "234"},
		{"beyond the end", []string{"Range: bytes=20-"}, 416, "invalid range: failed to overlap\n"},
		{"of the same file", []string{"Range: bytes=2-4", "If-Range: " + tag}, 206, "234"},
		{"of a file that has changed", []string{"Range: bytes=2-4", `If-Range: "old"`}, 200, "0123456789"},
		{"of another form", []string{"Range: bytes=2-4", "If-Range: " + compressed}, 200, "0123456789"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := ask(h, "GET", path, c.headers...)
			if w.Code != c.code || w.Body.String() != c.body || w.Header().Get("Content-Encoding") != "" {
				t.Errorf("got %d %q %q", w.Code, w.Body, w.Header().Get("Content-Encoding"))
			}
		})
	}
}

func TestWhatIsKnownIsNotSentAgain(t *testing.T) {
	dir := served(t)
	h := Site{Dir: dir}
	tag := ask(h, "GET", "/", "Accept-Encoding: br").Header().Get("ETag")
	w := ask(h, "GET", "/", "Accept-Encoding: br", "If-None-Match: "+tag)
	if w.Code != 304 || w.Body.Len() != 0 || w.Header().Get("Content-Length") != "" {
		t.Errorf("got %d %q %v", w.Code, w.Body, w.Header())
	}
	if w := ask(h, "GET", "/", "If-None-Match: "+tag); w.Code != 200 {
		t.Errorf("another form of it: got %d", w.Code)
	}
	filetest.Write(t, dir, "index.html.br", "br of a new page")
	if w := ask(h, "GET", "/", "Accept-Encoding: br", "If-None-Match: "+tag); w.Code != 200 {
		t.Errorf("changed: got %d", w.Code)
	}
}

func TestUnderAPath(t *testing.T) {
	dir := served(t)
	for _, prefix := range []string{"/portal/fenghui/", "portal/fenghui"} {
		h := Site{Dir: dir, Prefix: prefix}
		for _, c := range []struct {
			path     string
			code     int
			location string
		}{
			{"/portal/fenghui/", 200, ""},
			{"/portal/fenghui/" + folder + "/app.js", 200, ""},
			{"/portal/fenghui", 301, "/portal/fenghui/"},
			{"/portal/fenghui?lang=en", 301, "/portal/fenghui/?lang=en"},
			{"/", 404, ""}, {"/portal/", 404, ""}, {"/portal/fenghuix", 404, ""}, {"/portal/fenghui/../secret", 404, ""},
		} {
			w := ask(h, "GET", c.path)
			if w.Code != c.code || w.Header().Get("Location") != c.location {
				t.Errorf("prefix %s: %s: got %d %q", prefix, c.path, w.Code, w.Header().Get("Location"))
			}
		}
	}
}

func TestNoSite(t *testing.T) {
	if w := ask(Site{Dir: filepath.Join(t.TempDir(), "none")}, "GET", "/"); w.Code != 404 {
		t.Errorf("got %d", w.Code)
	}
}
