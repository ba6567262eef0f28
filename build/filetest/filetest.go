// Package filetest writes the files that a test works on, with the folders they
// lie in.
//
//	file := filetest.Write(t, t.TempDir(), "web/app.js", "start();\n")
//	filetest.WriteAll(t, dir, map[string]string{"index.html": "<p>", "v-1/app.js": "start();\n"})
package filetest

import (
	"os"
	"path/filepath"
	"testing"
)

// Write writes a file whose name, with slashes, counts from dir, and returns its
// path. A file that is there already is replaced.
func Write(t testing.TB, dir, name, text string) (path string) {
	t.Helper()
	path = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// WriteAll writes files, given as texts by their names.
func WriteAll(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		Write(t, dir, name, text)
	}
}
