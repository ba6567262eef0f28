package budget

import (
	"bytes"
	"context"
	"testing"

	"fenghui/build/cache"
	"fenghui/build/repository"
	"fenghui/build/site/program"
	"fenghui/build/site/squeeze"
)

// What a first visit may cost, in bytes. Uncompressed, lighten adds zeros,
// which cost nothing on the way. Not to pass 1.9 MB compressed is the aim, and
// the limit only keeps the distance from growing; it leaves room for chance, as
// the same program with other names in it has come out 9 kB larger. The
// encoder begins its tables anew after two million literals or matches: a
// program that just gets there is 14 kB larger at once.
const (
	maxRaw    = 14_800_000
	maxBrotli = 1_955_000
)

func TestProgramIsSmall(t *testing.T) {
	wasm, err := program.Compile(t.Context(), root(t))
	if err != nil {
		t.Fatal(err)
	}
	compressed, err := squeeze.Squeezer{Cache: cache.Default(), Quality: squeeze.Best}.Brotli(context.Background(), wasm)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("fenghui.wasm: %d bytes, %d with brotli", len(wasm), len(compressed))
	if len(wasm) > maxRaw {
		t.Errorf("%d bytes, at most %d: is it built with -tags ne?", len(wasm), maxRaw)
	}
	if len(compressed) > maxBrotli {
		t.Errorf("%d bytes with brotli, at most %d", len(compressed), maxBrotli)
	}
}

// What readers have fetched stays theirs as long as nothing has changed.
func TestTheSameSourcesGiveTheSameProgram(t *testing.T) {
	first, err := program.Compile(t.Context(), root(t))
	if err != nil {
		t.Fatal(err)
	}
	second, err := program.Compile(t.Context(), root(t))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Errorf("compiled twice, the program is %d and %d bytes, and not the same", len(first), len(second))
	}
}

// keptOut is what must not get into the program, nor what it imports.
var keptOut = map[string]string{
	"net":     "18 kB; bleve_index_api imports it, but see program/modules.go",
	"regexp":  "60 kB; gse imports it, but see program/modules.go",
	"net/url": "with net/netip 50 kB, to know a link and to write an address; corpus and scene do with little",
	"github.com/blevesearch/bleve/v2/search/searcher": "110 kB, shapes on maps and automata; wasm/search reads postings itself",
	"github.com/blevesearch/vellum/regexp":            "brings regexp/syntax for automata that nothing asks for",
	"github.com/blevesearch/vellum/levenshtein":       "tables of a fuzzy automaton that nothing asks for",
	"net/http":                        "the browser's own fetch is there already; 2 MB",
	"crypto/tls":                      "comes with net/http, and no connection is ours to secure",
	"expvar":                          "brings net/http",
	"text/template":                   "keeps every method of every type alive, as the linker cannot know which are called",
	"html/template":                   "text/template and more; the page parses no HTML",
	"go.etcd.io/bbolt":                "cannot be compiled for the browser",
	"github.com/blevesearch/bleve/v2": "the top package brings scorch and bbolt",
	"github.com/blevesearch/bleve/v2/index/scorch": "an index on a file system; ours is segments from bytes",
}

func TestProgramLeavesOut(t *testing.T) {
	imports, err := program.Imports(t.Context(), root(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(imports) < 50 {
		t.Fatalf("only %d packages listed: %v", len(imports), imports)
	}
	for _, imported := range imports {
		if reason, ok := keptOut[imported]; ok {
			t.Errorf("the program imports %s: %s", imported, reason)
		}
	}
}

func root(t *testing.T) string {
	t.Helper()
	dir, err := repository.Root()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}
