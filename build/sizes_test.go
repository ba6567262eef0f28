package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// What can be held in mind: no file of ours, test or not, has more lines, and
// no function. Tables of cases stand beside the tests that go through them.
const (
	fileLines     = 300
	functionLines = 40
)

func TestSizes(t *testing.T) {
	found, err := oversized(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
}

// oversized names the files and functions that are too long.
func oversized(repository fs.FS) (found []string, err error) {
	err = eachFile(repository, func(file string) error {
		source, err := fs.ReadFile(repository, file)
		if err != nil {
			return err
		}
		more, err := measure(file, source)
		found = append(found, more...)
		return err
	})
	return found, err
}

func measure(file string, source []byte) (found []string, err error) {
	if n := bytes.Count(source, []byte("\n")); n > fileLines {
		found = append(found, fmt.Sprintf("%s has %d lines, at most %d: what in it is a matter of its own?", file, n, fileLines))
	}
	files := token.NewFileSet()
	parsed, err := parser.ParseFile(files, file, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, d := range parsed.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		start, end := files.Position(f.Pos()), files.Position(f.End())
		if n := end.Line - start.Line + 1; n > functionLines {
			found = append(found, fmt.Sprintf("%s:%d: %s has %d lines, at most %d", file, start.Line, f.Name.Name, n, functionLines))
		}
	}
	return found, nil
}

func TestSizesAreGuarded(t *testing.T) {
	function := func(lines int) string { return "func f() {" + strings.Repeat("\n", lines-1) + "}\n" }
	for name, c := range map[string]struct{ file, source, want string }{
		"a function as long as may be":     {"wasm/text/a.go", function(functionLines), ""},
		"a longer one":                     {"wasm/text/a.go", function(functionLines + 1), "wasm/text/a.go:2: f has 41 lines"},
		"a test is a function too":         {"build/a_test.go", function(functionLines + 1), "build/a_test.go:2: f has 41 lines"},
		"a comment above it is none":       {"corpus/a.go", "//" + strings.Repeat("\n//", 60) + "\n" + function(functionLines), ""},
		"a table is no function":           {"corpus/a.go", "var a = []int{" + strings.Repeat("\n", 80) + "}\n", ""},
		"a file longer than may be":        {"corpus/a.go", strings.Repeat("\n", fileLines), "corpus/a.go has 301 lines"},
		"what is read by tests is no code": {"wasm/testdata/a.go", strings.Repeat("\n", fileLines), ""},
	} {
		t.Run(name, func(t *testing.T) {
			repository := fstest.MapFS{"corpus/x.md": {}, "wasm/x.md": {}, "build/x.md": {}, c.file: {Data: []byte("package p\n" + c.source)}}
			found, err := oversized(repository)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(found, "\n"); c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
