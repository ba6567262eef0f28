package bench

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
)

// field serves a site, and under /bench/ the page the engines are measured in,
// with their text and their finished indexes.
type field struct {
	*e2e.Server
	tb      testing.TB
	dir     string // of the site
	docs    []byte // the passages as JSON
	indexes string // folder of finished indexes
}

func newField(tb testing.TB, siteDir string, p *pool) *field {
	tb.Helper()
	docs, err := json.Marshal(p.flat())
	if err != nil {
		tb.Fatal(err)
	}
	f := &field{tb: tb, dir: siteDir, docs: docs, indexes: indexFolder(tb, docs)}
	mux := http.NewServeMux()
	mux.Handle("/", withProtocol(beside(hosting.Site{Dir: siteDir})))
	mux.HandleFunc("GET /bench/", f.file)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("GET /bench/docs.json", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(f.docs) })
	mux.HandleFunc("GET /bench/index/{name}", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, f.index(r.PathValue("name")))
	})
	mux.HandleFunc("POST /bench/index/{name}", f.keep)
	f.Server = e2e.ServeHandler(tb, mux)
	return f
}

// withProtocol serves a site, and among its scripts the one that tells the
// version of the protocol, which the site has within another.
func withProtocol(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path.Base(r.URL.Path) != "protocol.js" {
			site.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		http.ServeFile(w, r, "../../web/engine/protocol.js")
	})
}

// indexFolder is kept between runs: building some of the indexes takes minutes.
// It is of these documents and these engines.
func indexFolder(tb testing.TB, docs []byte) string {
	tb.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		tb.Fatal(err)
	}
	sum := sha256.New()
	sum.Write(docs)
	files, err := filepath.Glob("engines/*.js")
	if err != nil {
		tb.Fatal(err)
	}
	for _, file := range append(files, "package-lock.json") {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		sum.Write(data)
	}
	dir := filepath.Join(cache, "fenghui", "bench", fmt.Sprintf("%x", sum.Sum(nil)[:8]))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		tb.Fatal(err)
	}
	return dir
}

func (f *field) index(name string) string { return filepath.Join(f.indexes, path.Base(name)) }

func (f *field) keep(w http.ResponseWriter, r *http.Request) {
	data, err := io.ReadAll(r.Body)
	if err == nil {
		err = os.WriteFile(f.index(r.PathValue("name")), data, 0o644)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// file serves the bench's own modules; one that imports a package is bundled.
func (f *field) file(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/bench/")
	switch {
	case name == "sqlite3.wasm":
		w.Header().Set("Content-Type", "application/wasm")
		http.ServeFile(w, r, "node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm")
	case strings.HasPrefix(name, "pagefind/"):
		http.ServeFile(w, r, filepath.Join(f.indexes, filepath.FromSlash(path.Clean("/"+name))))
	case path.Ext(name) == ".js":
		f.module(w, path.Base(name))
	default:
		http.ServeFile(w, r, filepath.Join("engines", path.Base(name)))
	}
}

func (f *field) module(w http.ResponseWriter, name string) {
	options := api.BuildOptions{
		EntryPoints: []string{filepath.Join("engines", name)}, Bundle: name != "page.js" && name != "fenghui.js" && name != "worker.js",
		Format: api.FormatESModule, Target: api.ES2022, MinifyWhitespace: true, LogLevel: api.LogLevelSilent,
	}
	result := api.Build(options)
	if len(result.Errors) > 0 {
		http.Error(w, result.Errors[0].Text, http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	_, _ = w.Write(result.OutputFiles[0].Contents)
}

// open opens the page of an engine in a browser of its own.
func (f *field) open(engine string) *e2e.Page {
	f.tb.Helper()
	p := e2e.Launch(f.tb, "enable-precise-memory-info", "js-flags=--expose-gc --max-old-space-size=4096").NewPage()
	p.Patience = building
	p.Go(f.URL + "bench/page.html?engine=" + engine)
	p.Do("bench.ready")
	return p
}
