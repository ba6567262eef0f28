package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// arrows is who may import whom among our packages under corpus/ and wasm/.
// Everything may import corpus. A package without a row may not exist.
var arrows = []struct {
	from   string
	to     []string
	reason string
}{
	{"corpus", []string{"corpus/sha256", "wasm/tsv"}, "documents and names know nothing about searching them; their words are a data file like others"},
	{"corpus/sha256", nil, "names texts and proves copies; everything may need it, so it needs nobody"},
	{"corpus/goldtest", nil, "what tests are held against, of every package: so it knows none of them"},
	{"wasm", []string{"wasm/engine", "wasm/promise", "wasm/store", "wasm/store/idb"}, "the only wiring: everything else is behind the engine's one door"},
	{"wasm/pace", nil, "the one way a long loop gives way; any loop may need it, so it needs nobody"},
	{"wasm/promise", nil, "waits for the browser, whatever it is asked; the edges share it"},
	{"wasm/scene", nil, "trees of elements, whatever they show; the page and the builder draw them alike"},
	{"wasm/text", []string{"corpus/sha256"}, "folding, sentences and words come before all else, and see characters only"},
	{"wasm/tsv", nil, "reads the data files of whoever carries some, and knows nothing of what they say"},
	{"wasm/period", nil, "times of the calendar, of whatever; so it knows nothing of texts"},
	{"wasm/quantity", []string{"wasm/period", "wasm/text", "wasm/tsv"}, "a quantity is read out of text, whatever it measures"},
	{"wasm/quantity/entity", []string{"wasm/quantity"}, "quantities in the flat form that public test suites ask for"},
	{"wasm/figure", []string{"wasm/period", "wasm/quantity", "wasm/text", "wasm/tsv"}, "a figure is a quantity with what the sentence says of it"},
	{"wasm/amount", []string{"wasm/quantity", "wasm/text", "wasm/tsv"}, "a value as a reader types it, whatever it is compared with"},
	{"wasm/figure/table", []string{"wasm/figure", "wasm/period", "wasm/text", "corpus/sha256"}, "figures as bytes, for going through many at once"},
	{"wasm/figure/filter", []string{"wasm/figure/table", "wasm/amount", "wasm/quantity"}, "chooses rows of tables; searching passages and listing figures both do"},
	{"wasm/compare", []string{"wasm/figure", "wasm/period", "wasm/quantity", "wasm/text", "wasm/tsv"}, "comparing needs figures with their exact numbers; proposals are told in sentences"},
	{"wasm/chart", []string{"wasm/compare", "wasm/period", "wasm/scene"}, "a chart draws a comparison, and decides nothing"},
	{"wasm/overview", []string{"wasm/compare", "wasm/chart", "wasm/figure", "wasm/period", "wasm/scene"}, "the first view shows what comparing found, drawn; it is made without an index, so that the builder can write it into the page"},
	{"wasm/index", []string{"wasm/text", "wasm/pace", "corpus/sha256"}, "segments know passages and words, not documents or where they are kept"},
	{"wasm/store", nil, "keeps bytes; what they mean is the library's affair"},
	{"wasm/store/idb", []string{"wasm/store", "wasm/promise", "corpus/sha256"}, "one way of keeping bytes; nobody but the wiring knows which one it is"},
	{"wasm/store/storetest", []string{"wasm/store"}, "what every store must do, whichever it is"},
	{"wasm/library/sitefile", []string{"corpus/sha256"}, "the files a site carries, as bytes: what is in them their makers know, and the builder reads and writes them too"},
	{"wasm/library/mentions", nil, "what passages name, found in them or packed; names and texts are all it needs"},
	{"wasm/library/correction", []string{"wasm/figure"}, "what readers say of figures, whoever keeps it; it is said of figures as they are read"},
	{"wasm/library/exportfile", []string{"wasm/store", "wasm/pace", "corpus/sha256"}, "records of a store as a file; what a record says it need not know"},
	{"wasm/library/similar", []string{"wasm/text"}, "texts alike, wherever they are kept"},
	{"wasm/library", []string{"wasm/library/correction", "wasm/library/exportfile", "wasm/library/mentions", "wasm/library/similar", "wasm/library/sitefile", "wasm/index", "wasm/figure", "wasm/figure/table", "wasm/store", "wasm/pace", "wasm/text", "corpus/sha256"}, "documents, index and figures as one versioned thing, put into any store"},
	{"wasm/library/librarytest", []string{"wasm/library", "wasm/library/sitefile", "wasm/store"}, "small libraries for the tests of whoever reads one"},
	{"wasm/stable", nil, "sorts whatever there is, and knows nothing of it"},
	{"wasm/search", []string{"wasm/library", "wasm/index", "wasm/figure/filter", "wasm/figure/table", "wasm/amount", "wasm/period", "wasm/stable", "wasm/text", "wasm/tsv", "wasm/pace"}, "finds passages: reads a library and never changes it"},
	{"wasm/figurelist", []string{"wasm/search", "wasm/library", "wasm/figure", "wasm/figure/filter", "wasm/figure/table", "wasm/amount", "wasm/stable", "wasm/text", "wasm/pace"}, "lists figures of a library; words and dates of a request are read as those of a search"},
	{"wasm/edition", []string{"wasm/compare", "wasm/figure", "wasm/period"}, "holds two summits of one format against each other: what is compared comes from compare, what is there or comes in from figure's measures"},
	{"wasm/engine", []string{"wasm/library", "wasm/library/correction", "wasm/search", "wasm/figurelist", "wasm/figure", "wasm/quantity", "wasm/compare", "wasm/period", "wasm/edition", "wasm/chart", "wasm/overview", "wasm/scene", "wasm/store", "wasm/pace", "wasm/text"}, "the one door: turns requests into calls, and names the store's errors for the page"},
}

// fences keep an import to the places that need it.
var fences = []struct {
	path   string // the import, or what is below it
	only   func(file string) bool
	tests  bool // whether tests are held to it too
	reason string
}{
	{"syscall/js", isEdge, true, "only *_js.go files touch JavaScript; all the rest runs under plain go test"},
	{"github.com/hack-pad", isEdge, true, "only *_js.go files touch JavaScript; all the rest runs under plain go test"},
	{"github.com/hack-pad/go-indexeddb", in("wasm/store/idb"), false, "its traps are guarded once, in wasm/store/idb"},
	{"github.com/go-ego/gse", in("wasm/text", "build/dictionary"), false, "words are cut in one place; offsets of other ways of calling it are wrong"},
	{"github.com/blevesearch/zapx", in("wasm/index"), false, "the format of a segment is the index's secret"},
	{"github.com/blevesearch/vellum", in("wasm/text", "wasm/index"), false, "the format of dictionaries is their packages' secret"},
	{"crypto", in("build"), false, "with its ciphers and tests of itself a hundredth of the download; corpus/sha256 is all that is asked of it"},
	{"regexp", in("build", "corpus/goldtest"), false, "with its tables of all scripts a thirtieth of the download; a pattern is written out, and a test holds it against one"},
	{"github.com/apache/beam", in("build/pipeline"), true, "what it needs stays in a module of its own"},
	{"github.com/parquet-go", in("build/pipeline"), true, "what it needs stays in a module of its own"},
	{"fenghui/build/pipeline", in("build/pipeline"), true, "another module, which the product does not need"},
	{"fenghui/build", in("build"), false, "the program cannot depend on what builds it"},
	{"fenghui/web", in(), true, "the page is no Go package"},
}

// isEdge reports whether a file is compiled for the browser only, by its name.
func isEdge(file string) bool {
	return strings.HasSuffix(file, "_js.go") || strings.HasSuffix(file, "_js_test.go")
}

// in reports files of the folders and what is below them.
func in(folders ...string) func(file string) bool {
	return func(file string) bool {
		return slices.ContainsFunc(folders, func(f string) bool { return strings.HasPrefix(file, f+"/") })
	}
}

func TestArrows(t *testing.T) {
	found, err := trespasses(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
}

// trespasses judges the imports of all files, whatever they are compiled for.
// Tests may import what they like, but for what is fenced off.
func trespasses(repository fs.FS) (found []string, err error) {
	err = eachImport(repository, func(file, imported string) { found = append(found, judge(file, imported)...) })
	return found, err
}

// eachImport goes through the imports of all files.
func eachImport(repository fs.FS, each func(file, imported string)) error {
	return eachFile(repository, func(file string) error {
		imports, err := importsOf(repository, file)
		for _, i := range imports {
			each(file, i)
		}
		return err
	})
}

// eachFile goes through our Go files.
func eachFile(repository fs.FS, each func(file string) error) error {
	for _, top := range []string{"corpus", "wasm", "build"} {
		err := fs.WalkDir(repository, top, func(file string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir():
				return skip(entry.Name())
			case path.Ext(file) != ".go":
				return nil
			}
			return each(file)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func skip(folder string) error {
	if slices.Contains([]string{"testdata", "node_modules", "out"}, folder) {
		return fs.SkipDir
	}
	return nil
}

func importsOf(repository fs.FS, file string) ([]string, error) {
	text, err := fs.ReadFile(repository, file)
	if err != nil {
		return nil, err
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, text, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var imports []string
	for _, i := range parsed.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return nil, err
		}
		imports = append(imports, p)
	}
	return imports, nil
}

// judge tells what is wrong with an import, with the reason of the rule.
func judge(file, imported string) []string {
	var found []string
	test := strings.HasSuffix(file, "_test.go")
	for _, f := range fences {
		below := imported == f.path || strings.HasPrefix(imported, f.path+"/")
		if below && !f.only(file) && (f.tests || !test) {
			found = append(found, fmt.Sprintf("%s imports %s: %s", file, imported, f.reason))
		}
	}
	if test || strings.HasPrefix(file, "build/") {
		return found
	}
	return append(found, judgeArrow(file, imported)...)
}

func judgeArrow(file, imported string) []string {
	from := path.Dir(file)
	to, ours := strings.CutPrefix(imported, "fenghui/")
	for _, a := range arrows {
		if a.from != from {
			continue
		}
		if ours && to != "corpus" && !slices.Contains(a.to, to) {
			return []string{fmt.Sprintf("%s imports %s, but %s -> %s: %s", file, imported, from, list(a.to), a.reason)}
		}
		if from == "corpus" && strings.Contains(strings.Split(imported, "/")[0], ".") {
			return []string{fmt.Sprintf("%s imports %s, but corpus needs the standard library only: %s", file, imported, a.reason)}
		}
		return nil
	}
	return []string{fmt.Sprintf("%s: package %s has no row among the arrows of build/arrows_test.go: say there what it may import, and why", file, from)}
}

func list(packages []string) string {
	if len(packages) == 0 {
		return "nothing"
	}
	return strings.Join(packages, ", ")
}

// TestArrowsAreUsed: a package or an arrow that is no more must not be allowed
// for ever.
func TestArrowsAreUsed(t *testing.T) {
	unused := map[string]bool{}
	for _, a := range arrows {
		unused[a.from] = true
		for _, to := range a.to {
			unused[a.from+" -> "+to] = true
		}
	}
	err := eachImport(os.DirFS(".."), func(file, imported string) {
		if from := path.Dir(file); !strings.HasSuffix(file, "_test.go") {
			delete(unused, from)
			delete(unused, from+" -> "+strings.TrimPrefix(imported, "fenghui/"))
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for a := range unused {
		t.Errorf("%s: the table allows it, and it is no more", a)
	}
}

func TestArrowsAreGuarded(t *testing.T) {
	for _, c := range []struct{ name, file, imported, want string }{
		{"an arrow of the table", "wasm/index/a.go", "fenghui/wasm/text", ""},
		{"everything may import corpus", "wasm/text/a.go", "fenghui/corpus", ""},
		{"an arrow backwards", "wasm/text/a.go", "fenghui/wasm/index", "wasm/text -> corpus/sha256: folding"},
		{"an arrow too many", "wasm/search/a.go", "fenghui/wasm/store", "wasm/search -> wasm/library, wasm/index"},
		{"a file for the browser counts too", "wasm/store/idb/a_js.go", "fenghui/wasm/library", "wasm/store/idb -> wasm/store, wasm/promise, corpus/sha256: "},
		{"a scene of its own", "wasm/scene/a.go", "fenghui/wasm/text", "wasm/scene -> nothing"},
		{"the program imports what builds it", "wasm/engine/a.go", "fenghui/build/input", "cannot depend on what builds it"},
		{"corpus imports the program", "corpus/a.go", "fenghui/wasm/text", "corpus -> corpus/sha256"},
		{"corpus imports a module", "corpus/a.go", "golang.org/x/text/width", "the standard library only"},
		{"JavaScript at an edge", "wasm/pace/pace_js.go", "syscall/js", ""},
		{"JavaScript in a test at an edge", "wasm/pace/pace_js_test.go", "syscall/js", ""},
		{"JavaScript elsewhere", "wasm/engine/a.go", "syscall/js", "only *_js.go"},
		{"JavaScript in any other test", "wasm/engine/a_test.go", "syscall/js", "only *_js.go"},
		{"JavaScript in the builder", "build/site/a.go", "syscall/js", "only *_js.go"},
		{"IndexedDB in its place", "wasm/store/idb/a_js.go", "github.com/hack-pad/go-indexeddb/idb", ""},
		{"IndexedDB at another edge", "wasm/fetch_js.go", "github.com/hack-pad/go-indexeddb/idb", "guarded once"},
		{"the segmenter in search", "wasm/search/a.go", "github.com/go-ego/gse", "cut in one place"},
		{"the segmenter in a test", "wasm/search/a_test.go", "github.com/go-ego/gse", ""},
		{"segments in search", "wasm/search/a.go", "github.com/blevesearch/zapx/v16", "the index's secret"},
		{"Beam in the builder", "build/site/a.go", "github.com/apache/beam/sdks/v2/go/pkg/beam", "a module of its own"},
		{"the other module in the builder", "build/a_test.go", "fenghui/build/pipeline/sample", "another module"},
		{"a package nobody knows", "wasm/util/a.go", "strings", "wasm/util has no row"},
		{"the builder may import all", "build/site/a.go", "fenghui/wasm/library", ""},
		{"test data is no code", "wasm/text/testdata/a.go", "fenghui/wasm/index", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := fmt.Sprintf("package p\n\nimport _ %q\n", c.imported)
			repository := fstest.MapFS{"corpus/x.md": {}, "wasm/x.md": {}, "build/x.md": {}, c.file: {Data: []byte(source)}}
			found, err := trespasses(repository)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(found, "\n"); c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
