package e2e

import (
	"io/fs"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"testing"
)

// Server is a web server on this machine whose files can be made to fail.
type Server struct {
	URL      string // http://127.0.0.1:PORT/, a secure origin
	Insecure string // the same server as an origin that is not secure

	t       testing.TB
	address string
	files   http.Handler
	http    *http.Server

	mu       sync.Mutex
	special  map[string]http.Handler
	header   http.Header
	requests []*Request
}

// Request is one that came, and how it was answered.
type Request struct {
	Method, Path string
	Status       int
	Bytes        int
}

// Serve serves files from a folder until the test ends.
func Serve(t testing.TB, files fs.FS) *Server {
	t.Helper()
	return ServeHandler(t, static(files))
}

// ServeHandler serves whatever a handler answers, of `build serve` for one.
func ServeHandler(t testing.TB, h http.Handler) *Server {
	t.Helper()
	s := &Server{t: t, address: "127.0.0.1:0", files: h, special: map[string]http.Handler{}, header: http.Header{}}
	s.Start()
	_, port, _ := net.SplitHostPort(s.address)
	s.URL, s.Insecure = "http://127.0.0.1:"+port+"/", "http://"+InsecureHost+":"+port+"/"
	t.Cleanup(s.Stop)
	return s
}

// Start serves again after Stop, at the same address.
func (s *Server) Start() {
	s.t.Helper()
	listener, err := net.Listen("tcp", s.address)
	if err != nil {
		s.t.Fatalf("e2e: serve: %v", err)
	}
	s.address = listener.Addr().String()
	s.http = &http.Server{Handler: s}
	go s.http.Serve(listener)
}

// Stop drops all connections and refuses new ones.
func (s *Server) Stop() { _ = s.http.Close() }

// Answer has a path answered by h instead of its file; nil puts the file back.
func (s *Server) Answer(path string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if delete(s.special, path); h != nil {
		s.special[path] = h
	}
}

// Header adds a header to all answers from now on.
func (s *Server) Header(name, value string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.header.Set(name, value)
}

// Requests returns all that came so far, in order. One that is still being
// answered has no Status.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []Request
	for _, r := range s.requests {
		all = append(all, *r)
	}
	return all
}

// Forget empties the list of requests.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = nil
}

// Requested counts the requests for paths that contain part.
func (s *Server) Requested(part string) (n int) {
	for _, r := range s.Requests() {
		if strings.Contains(r.Path, part) {
			n++
		}
	}
	return n
}

// A browser asks for the icon of a page that names none, whenever it likes:
// that is answered with nothing, whatever is served, and is not listed.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/favicon.ico" {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	request := &Request{Method: r.Method, Path: r.URL.Path}
	record := &recorder{ResponseWriter: w, status: http.StatusOK}
	s.begin(request, w.Header()).ServeHTTP(record, r)
	s.mu.Lock()
	defer s.mu.Unlock()
	request.Status, request.Bytes = record.status, record.bytes
}

// begin notes a request before it is answered: a page that has its answer can
// rely on the request being in the list.
func (s *Server) begin(r *Request, header http.Header) http.Handler {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, r)
	for name, values := range s.header {
		header[name] = values
	}
	if h, ok := s.special[r.Path]; ok {
		return h
	}
	return s.files
}

// recorder notes what an answer was.
type recorder struct {
	http.ResponseWriter
	status, bytes int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(p []byte) (int, error) {
	n, err := r.ResponseWriter.Write(p)
	r.bytes += n
	return n, err
}

// types are set here because those of the machine differ: a module or a wasm
// of the wrong type is refused by browsers.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8", ".json": "application/json", ".wasm": "application/wasm",
	".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".png": "image/png",
	".txt": "text/plain; charset=utf-8", ".md": "text/markdown; charset=utf-8",
}

// static serves files with a type that does not depend on the machine, and
// without letting the browser keep them.
func static(files fs.FS) http.Handler {
	server := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Path
		if strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		kind, ok := types[path.Ext(name)]
		if !ok {
			kind = "application/octet-stream"
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "no-store")
		server.ServeHTTP(w, r)
	})
}
