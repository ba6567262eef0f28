// Package hosting serves a site as any server should: right types, compressed
// forms, caching, and the policy under which the page must work. Portal shows
// it in a page of somebody else.
//
//	http.ListenAndServe("127.0.0.1:8080", hosting.Site{Dir: "build/out"})
package hosting

import (
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strings"

	"fenghui/build/site"
)

// indexFile is what a site's path itself answers with.
const indexFile = "index.html"

// Site serves the site in a folder. Addresses with a version are cached for
// ever, everything else is asked for anew.
type Site struct {
	Dir            string
	Prefix         string // path the site stands under, like "/portal/fenghui/"; empty: "/"
	FrameAncestors string // pages that may show the site in a frame, as in a policy; empty: 'self'
}

// policy is what a page may do. It is the strictest one the site works under.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
	"connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors %s; " +
	"require-trusted-types-for 'script'; trusted-types fenghui"

// Policy is the value of the header Content-Security-Policy.
func (s Site) Policy() string {
	if s.FrameAncestors == "" {
		return fmt.Sprintf(policy, "'self'")
	}
	return fmt.Sprintf(policy, s.FrameAncestors)
}

// ServeHTTP answers GET and HEAD. Nothing outside Dir is ever read, not even
// through a link.
func (s Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.setHeaders(w.Header())
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	prefix := s.Path()
	if r.URL.Path == strings.TrimSuffix(prefix, "/") && prefix != "/" {
		http.Redirect(w, r, withQuery(prefix, r), http.StatusMovedPermanently)
		return
	}
	name, ok := strings.CutPrefix(r.URL.Path, prefix)
	if name == "" {
		name = indexFile
	}
	if !ok || !fs.ValidPath(name) || hidden(name) {
		notFound(w)
		return
	}
	s.serveFile(w, r, name)
}

func (s Site) setHeaders(h http.Header) {
	h.Set("Content-Security-Policy", s.Policy())
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Access-Control-Allow-Origin", "*") // for the page in a sandboxed frame, whose scripts need it
}

// Path is the path of the page: Prefix, with a slash at both ends.
func (s Site) Path() string {
	if trimmed := strings.Trim(s.Prefix, "/"); trimmed != "" {
		return "/" + trimmed + "/"
	}
	return "/"
}

func withQuery(address string, r *http.Request) string {
	if r.URL.RawQuery != "" {
		return address + "?" + r.URL.RawQuery
	}
	return address
}

// hidden names are of folders still being written.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
}

func notFound(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-cache")
	http.Error(w, "not found", http.StatusNotFound)
}

func (s Site) serveFile(w http.ResponseWriter, r *http.Request, name string) {
	root, err := os.OpenRoot(s.Dir)
	if err != nil {
		notFound(w)
		return
	}
	defer root.Close()
	file, info, encoding, err := openForm(root, name, r)
	if err != nil {
		notFound(w)
		return
	}
	defer file.Close()
	h := w.Header()
	h.Set("Content-Type", contentType(name))
	h.Set("Cache-Control", caching(name))
	h.Set("Vary", "Accept-Encoding")
	h.Set("ETag", fmt.Sprintf(`"%x-%x%s"`, info.ModTime().UnixNano(), info.Size(), encoding))
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
		h.Set("Content-Length", fmt.Sprint(info.Size())) // ServeContent leaves it out of encoded answers
	}
	http.ServeContent(w, r, "", info.ModTime(), file)
}

// openForm opens the best form of a file that the browser takes. A range is
// always one of the file itself.
func openForm(root *os.Root, name string, r *http.Request) (io.ReadSeekCloser, fs.FileInfo, string, error) {
	var encodings []string
	if r.Header.Get("Range") == "" {
		encodings = accepted(r.Header.Values("Accept-Encoding"))
	}
	for _, encoding := range encodings {
		if file, info, err := openFile(root, name+suffixes[encoding]); err == nil {
			return file, info, encoding, nil
		}
	}
	file, info, err := openFile(root, name)
	return file, info, "", err
}

func openFile(root *os.Root, name string) (*os.File, fs.FileInfo, error) {
	file, err := root.Open(name)
	if err != nil {
		return nil, nil, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = fs.ErrNotExist
	}
	if err != nil {
		file.Close()
		return nil, nil, err
	}
	return file, info, nil
}

// caching: what stands in a version folder never changes; all else is asked
// for anew each time.
func caching(name string) string {
	if folder, _, ok := strings.Cut(name, "/"); ok && site.IsVersion(folder) {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}

// contentType does not ask the system, whose tables differ.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json"
	case ".wasm":
		return "application/wasm"
	case ".webmanifest":
		return "application/manifest+json"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	}
	return "application/octet-stream"
}
