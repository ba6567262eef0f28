package budget

import (
	"bytes"
	"context"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"testing"

	"fenghui/build/cache"
	"fenghui/build/site"
	"fenghui/build/site/squeeze"
	"fenghui/wasm/text"
)

// maxShell is what a first visit may fetch, in bytes with brotli, until a first
// search is answered; the program and the library come on top.
const maxShell = 40_000

// thread are the modules of the program's thread, which no page names.
var thread = []string{"worker.js", "host.js", "wasm_exec.js"}

func TestShellIsSmall(t *testing.T) {
	out := t.TempDir()
	result, err := site.Build(t.Context(), site.Options{
		Root: root(t), Out: out, Records: true, Quick: true, Dictionary: oneWord,
		Program: func(context.Context, string) ([]byte, error) { return []byte("\x00asm"), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	s := shell{t: t, out: out, weights: map[string]int{}}
	s.fetch("index.html")
	for _, name := range thread {
		s.fetch("v-" + result.Version + "/" + name)
	}
	if len(s.weights) < 10 {
		t.Errorf("only %d files are counted", len(s.weights))
	}
	t.Logf("the shell: %d files, %d bytes with brotli, at most %d", len(s.weights), s.sum, maxShell)
	if s.sum > maxShell {
		t.Errorf("the shell has %d bytes with brotli, at most %d: %v", s.sum, maxShell, s.weights)
	}
}

// oneWord is a dictionary; the shell has nothing of it.
func oneWord() ([]byte, error) {
	var b bytes.Buffer
	err := text.WriteDictionary(&b, []text.Word{{Text: "峰会", Frequency: 100}})
	return b.Bytes(), err
}

// shell adds up what a browser fetches by itself.
type shell struct {
	t       *testing.T
	out     string
	weights map[string]int
	sum     int
}

var (
	// A sheet that is disabled waits for its view, and the icons in pixels for
	// who puts the page on a screen.
	named = regexp.MustCompile(`<(?:link rel="(?:stylesheet|icon|manifest|preload|modulepreload)"|script)(?: [a-z]+(?:="[^"]*")?)*? (?:href|src)="([^"]+)"(?: media="print"| crossorigin)?>`)
	// An import that is called waits for who calls it.
	imported = regexp.MustCompile(`(?:from|import)"\./([\w-]+\.js)"`)
)

func (s *shell) fetch(name string) {
	if s.weights[name] > 0 {
		return
	}
	data, err := os.ReadFile(filepath.Join(s.out, filepath.FromSlash(name)))
	if err != nil {
		s.t.Fatal(err)
	}
	compressed, err := squeeze.Squeezer{Cache: cache.Default(), Quality: squeeze.Best}.Brotli(s.t.Context(), data)
	if err != nil {
		s.t.Fatal(err)
	}
	s.weights[name] = len(compressed)
	s.sum += len(compressed)
	for _, found := range named.FindAllSubmatch(data, -1) {
		s.fetch(string(found[1]))
	}
	if path.Ext(name) == ".js" {
		for _, found := range imported.FindAllSubmatch(data, -1) {
			s.fetch(path.Join(path.Dir(name), string(found[1])))
		}
	}
}
