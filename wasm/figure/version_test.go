package figure

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Figures are kept by readers' browsers under the version of the rules that
// read them. UPDATE=1 writes the version anew.
func TestWhenTheRulesChangeSoDoesTheVersion(t *testing.T) {
	h := sha256.New()
	h.Write(contents(t, "../../go.mod"))
	packages := ours(t, "fenghui/wasm/figure/table")
	for _, p := range packages {
		for _, name := range slices.Concat(sources(t, p), data(t, p)) {
			fmt.Fprintln(h, name)
			h.Write(meaning(name, contents(t, name)))
		}
	}
	now := hex.EncodeToString(h.Sum(nil)[:12])
	if now == Version() {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatalf("the code or the data of %s changed: UPDATE=1 go test ./wasm/figure -run Version writes figure.Version anew, so that kept figures are read again", strings.Join(packages, " "))
	}
	if err := os.WriteFile("version.txt", []byte(now+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestTheVersionIsOfCodeNotOfComments(t *testing.T) {
	code := meaning("a.go", []byte("package a\n\n// f is one.\nfunc f() int { return 1 }\n"))
	for source, same := range map[string]bool{
		"package a\n\nfunc f() int {\n\treturn 1 // still\n}\n": true,
		"package a\n\nfunc f() int { return 2 }\n":              false,
		"package a\n\nfunc f() int { return\n1 }\n":             false,
		"package a\n\nfunc f() string { return `1` }\n":         false,
	} {
		if bytes.Equal(meaning("a.go", []byte(source)), code) != same {
			t.Errorf("the same: want %v\n%s", same, source)
		}
	}
	if data := meaning("a.tsv", []byte("# remark\nname\tvalue\n亩\t1/15\n# more")); string(data) != "name\tvalue\n亩\t1/15\n" {
		t.Errorf("of the data %q is left", data)
	}
	packages := ours(t, "fenghui/wasm/figure/table")
	for _, p := range []string{"fenghui/corpus", "fenghui/wasm/figure", "fenghui/wasm/quantity", "fenghui/wasm/text", "fenghui/wasm/tsv"} {
		if !slices.Contains(packages, p) {
			t.Errorf("%s does not count", p)
		}
	}
}

// ours are a package and all of ours that it imports, in order.
func ours(t *testing.T, packages ...string) []string {
	for n := 0; n < len(packages); n++ {
		for _, name := range sources(t, packages[n]) {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range file.Imports {
				path, _ := strconv.Unquote(i.Path.Value)
				if strings.HasPrefix(path, "fenghui/") && !slices.Contains(packages, path) {
					packages = append(packages, path)
				}
			}
		}
	}
	slices.Sort(packages)
	return packages
}

// sources are the Go files of a package but its tests.
func sources(t *testing.T, path string) []string {
	names := slices.DeleteFunc(matching(t, path, "*.go"), func(name string) bool { return strings.HasSuffix(name, "_test.go") })
	if len(names) == 0 {
		t.Fatalf("no sources of %s", path)
	}
	return names
}

// data are the tables that a package embeds.
func data(t *testing.T, path string) []string {
	return slices.Concat(matching(t, path, "*.tsv"), matching(t, path, "data/*.tsv"))
}

// matching are files of a package by a pattern, in order.
func matching(t *testing.T, path, pattern string) []string {
	names, err := filepath.Glob(filepath.Join("../..", strings.TrimPrefix(path, "fenghui/"), pattern))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// meaning is a file of data without its remarks, and of a Go file its code: no
// words about it and no layout.
func meaning(name string, source []byte) []byte {
	if filepath.Ext(name) != ".go" {
		lines := slices.Collect(bytes.Lines(source))
		return bytes.Join(slices.DeleteFunc(lines, func(line []byte) bool { return line[0] == '#' }), nil)
	}
	files, code := token.NewFileSet(), bytes.Buffer{}
	var s scanner.Scanner
	s.Init(files.AddFile(name, -1, len(source)), source, nil, 0)
	ended := false
	for {
		_, tok, literal := s.Scan()
		if tok == token.EOF {
			return code.Bytes()
		}
		if ended && tok != token.RBRACE && tok != token.RPAREN { // before those the end of a line says nothing
			code.WriteString(";\n")
		}
		if ended = tok == token.SEMICOLON; !ended {
			code.WriteString(tok.String() + " " + literal + "\n")
		}
	}
}

func contents(t *testing.T, name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
