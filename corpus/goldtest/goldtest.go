// Package goldtest reads what tests are held against: texts, marks made in
// them by hand, outputs kept as they were, and what lies in the folder ../shared
// beside the repository, which most machines do not have.
//
//	for _, a := range goldtest.Articles(t) { … a.Text … } // skips without them
//	marks := goldtest.Lines[mark](t, "testdata/marks.jsonl")
//	goldtest.Compare(t, "testdata/out.golden", got) // UPDATE=1 writes it
package goldtest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Shared is the path of something in ../shared; without it the test is skipped.
func Shared(t testing.TB, path string) string {
	t.Helper()
	found := Find(t, path)
	if found == nil {
		t.Skipf("../shared/%s is not on this machine", path)
	}
	return found[0]
}

// Find lists what in ../shared matches a pattern, for tests that can do without.
func Find(t testing.TB, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(root(t), "..", "shared", filepath.FromSlash(pattern)))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// root is the repository that the test runs in.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
	}
	t.Fatal("no go.mod above")
	return ""
}

// Text is a text in a file.
type Text struct {
	Name string // of the file, without its folders
	Text string
	Date string // YYYY-MM-DD, where the text tells none
}

// Base is the name without its ending.
func (x Text) Base() string { return strings.TrimSuffix(x.Name, filepath.Ext(x.Name)) }

// undated is the day of the one article that does not tell its own.
var undated = map[string]string{"002": "2025-10-10"}

// Articles are the five real articles; without them the test is skipped.
func Articles(t testing.TB) []Text {
	t.Helper()
	list := Texts(t, filepath.Join(Shared(t, "seeds"), "*.txt"))
	for k := range list {
		list[k].Date = undated[list[k].Name[:3]]
	}
	return list
}

// Texts reads the files that match, by their names; one at least.
func Texts(t testing.TB, pattern string) []Text {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	var list []Text
	for _, name := range names {
		list = append(list, Text{Name: filepath.Base(name), Text: string(read(t, name))})
	}
	return list
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Lines reads a file of one JSON value a line.
func Lines[T any](t testing.TB, name string) []T {
	t.Helper()
	var list []T
	number := 0
	for line := range bytes.Lines(read(t, name)) {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			t.Fatalf("%s:%d: %v", name, number, err)
		}
		list = append(list, v)
	}
	return list
}

// Compare holds got against the file name; UPDATE=1 writes it anew.
func Compare(t testing.TB, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if line, was, is := difference(string(read(t, name)), got); line > 0 {
		t.Errorf("%s:%d differs; UPDATE=1 writes it anew\nwant %s\n got %s", name, line, was, is)
	}
}

// difference is the first line that differs, from 1; 0 when none does.
func difference(want, got string) (line int, was, is string) {
	a, b := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	for k := 0; k < len(a) || k < len(b); k++ {
		was, is = at(a, k), at(b, k)
		if was != is {
			return k + 1, was, is
		}
	}
	return 0, "", ""
}

func at(lines []string, k int) string {
	if k < len(lines) {
		return lines[k]
	}
	return ""
}
