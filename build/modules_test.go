package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

// moduleArrows is which folder of web/ may import which. "." is web/ itself; a
// folder without a row may not exist. What comments say of types is no import.
var moduleArrows = []struct {
	folder string
	to     []string
	reason string
}{
	{".", []string{"address", "engine", "parts", "search", "page", "explorer"}, "what has an address of its own: it puts the page together, and nobody imports it but the page as one file"},
	{"address", nil, "an address says what is shown before anything is there to show it"},
	{"lang", []string{"address"}, "words are the same whoever asks for them; all it needs is where they lie"},
	{"engine", []string{"address"}, "asks the program and hands on what it answers, to be shown by others"},
	{"parts", []string{"lang", "engine"}, "what several views are made of, so it knows none of them"},
	{"import", []string{"address", "lang", "engine", "parts"}, "files become texts and are handed in; what is done with them is no matter of its"},
	{"figures", []string{"address", "lang", "engine", "parts"}, "a figure in words and in a table, by itself: comparing builds on it"},
	{"compare", []string{"address", "lang", "engine", "parts", "figures"}, "what is compared is figures"},
	{"claims", []string{"address", "lang", "engine", "parts", "figures", "compare"}, "its sentences rest on comparisons"},
	{"draft", []string{"address", "lang", "engine", "parts", "figures", "compare", "import"}, "a draft is read like a file and judged by comparisons"},
	{"read", []string{"address", "lang", "engine", "parts", "figures", "compare"}, "a figure in a text opens a card, which tells what it compares with"},
	{"search", []string{"address", "lang", "engine", "parts", "read"}, "hits are pieces of documents, and figures in them open the same cards"},
	{"library", []string{"address", "lang", "engine", "parts", "figures", "import"}, "takes imported texts in, and lists what readers said of figures"},
	{"page", []string{"lang", "engine", "parts", "search", "read", "figures", "compare", "claims", "draft", "library"}, "stands around the views, and brings them when they are asked for"},
	{"explorer", []string{"address", "lang", "engine", "parts"}, "the page within another: it frames the page, whatever that shows"},
	{"single", []string{".", "engine"}, "the page as one file: what it has others for, and the page"},
}

func TestModuleArrows(t *testing.T) {
	imports := moduleImports(t, "../web")
	if len(imports) < 100 {
		t.Fatalf("only %d modules import others", len(imports))
	}
	for module, list := range imports {
		for _, imported := range list {
			if fault := judgeModule(module, imported); fault != "" {
				t.Error(fault)
			}
		}
	}
}

// moduleImports is what each module of the page imports, at once or in time,
// by their paths in web/. wasm_exec.js is Go's.
func moduleImports(t *testing.T, web string) map[string][]string {
	t.Helper()
	web, err := filepath.Abs(web)
	if err != nil {
		t.Fatal(err)
	}
	result := api.Build(api.BuildOptions{
		AbsWorkingDir: web, EntryPoints: modulesOf(t, web), Outdir: web, // nothing is written
		Bundle: true, Metafile: true, Format: api.FormatESModule, External: []string{"*/wasm_exec.js", "./{{base}}*"},
	})
	if len(result.Errors) > 0 {
		t.Fatal(result.Errors[0].Text)
	}
	var told struct {
		Inputs map[string]struct {
			Imports []struct {
				Path     string
				External bool
			}
		}
	}
	if err := json.Unmarshal([]byte(result.Metafile), &told); err != nil {
		t.Fatal(err)
	}
	imports := map[string][]string{}
	for module, input := range told.Inputs {
		for _, i := range input.Imports {
			if !i.External {
				imports[module] = append(imports[module], i.Path)
			}
		}
	}
	return imports
}

// modulesOf are all modules but tests.
func modulesOf(t *testing.T, web string) (modules []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(web), ".", func(name string, _ fs.DirEntry, err error) error {
		if name == "test" {
			return fs.SkipDir
		}
		if path.Ext(name) == ".js" {
			modules = append(modules, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return modules
}

// judgeModule tells what is wrong with an import, with the reason of the rule.
func judgeModule(module, imported string) string {
	from, to := path.Dir(module), path.Dir(imported)
	for _, a := range moduleArrows {
		if a.folder != from {
			continue
		}
		if from == to || slices.Contains(a.to, to) {
			return ""
		}
		return fmt.Sprintf("web/%s imports web/%s, but %s -> %s: %s", module, imported, from, list(a.to), a.reason)
	}
	return fmt.Sprintf("web/%s: folder %s has no row among the arrows of build/modules_test.go: say there what it may import, and why", module, from)
}

// An arrow leads to folders that have rows above, so none leads back.
func TestModuleArrowsLeadOneWay(t *testing.T) {
	known := map[string]bool{}
	for _, a := range moduleArrows[1:] { // the page itself comes first, and imports any
		for _, to := range a.to {
			if to != "." && !known[to] {
				t.Errorf("%s -> %s: %[2]s has no row above", a.folder, to)
			}
		}
		known[a.folder] = true
	}
}

// A folder or an arrow that is no more must not be allowed for ever.
func TestModuleArrowsAreUsed(t *testing.T) {
	used := map[string]bool{}
	for module, list := range moduleImports(t, "../web") {
		used[path.Dir(module)] = true
		for _, imported := range list {
			used[path.Dir(module)+" -> "+path.Dir(imported)] = true
		}
	}
	for _, a := range moduleArrows {
		if !used[a.folder] {
			t.Errorf("%s: the table has a row for it, and it is no more", a.folder)
		}
		for _, to := range a.to {
			if !used[a.folder+" -> "+to] {
				t.Errorf("%s -> %s: the table allows it, and it is no more", a.folder, to)
			}
		}
	}
}

func TestModuleArrowsAreGuarded(t *testing.T) {
	for _, c := range []struct{ name, module, imported, want string }{
		{"within a folder", "read/read.js", "read/passage.js", ""},
		{"an arrow of the table", "search/search.js", "read/marks.js", ""},
		{"an arrow backwards", "parts/dom.js", "read/read.js", "parts -> lang, engine: what several views"},
		{"the page itself", "read/read.js", "app.js", "read -> address"},
		{"a folder nobody knows", "util/all.js", "parts/dom.js", "util has no row"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := judgeModule(c.module, c.imported); c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
