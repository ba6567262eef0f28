package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fenghui/build/filetest"
)

func exported(t *testing.T, dir, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestExport(t *testing.T) {
	dated, _ := fishery(t)
	one, two := t.TempDir(), t.TempDir()
	filetest.Write(t, one, "opensearch-bulk-007.ndjson", "old")
	for _, dir := range []string{one, two} {
		stdout, stderr, code := call(t, "export", "-format", "ndjson,opensearch", "-records=false", "-corpus", filepath.Dir(dated), "-out", dir)
		if code != 0 || !strings.HasSuffix(stdout, ": 2 documents, 4 passages, 3 figures\n") {
			t.Fatalf("exit %d, %q, %s", code, stdout, stderr)
		}
	}
	entries, err := os.ReadDir(one)
	if err != nil || len(entries) != 4 {
		t.Errorf("%d files, %v", len(entries), err)
	}
	for _, file := range []string{"passages.ndjson", "figures.ndjson", "opensearch-index.json", "opensearch-bulk-001.ndjson"} {
		if !bytes.Equal(exported(t, one, file), exported(t, two, file)) {
			t.Errorf("%s is not the same when written again", file)
		}
	}
	if n := bytes.Count(exported(t, one, "figures.ndjson"), []byte("\n")); n != 3 {
		t.Errorf("%d lines of figures", n)
	}
}

// A library in packs comes to the same rows, in the order of the packs.
func TestExportOfPacks(t *testing.T) {
	dated, _ := fishery(t)
	plain, packs, out := t.TempDir(), t.TempDir(), t.TempDir()
	for _, args := range [][]string{
		{"export", "-format", "ndjson,opensearch", "-records=false", "-corpus", filepath.Dir(dated), "-out", plain},
		{"packs", "-records=false", "-corpus", filepath.Dir(dated), "-out", packs},
		{"export", "-format", "ndjson,opensearch", "-packs", packs, "-out", out},
	} {
		if stdout, stderr, code := call(t, args...); code != 0 || !strings.Contains(stdout, " 4 passages, 3 figures") {
			t.Fatalf("%v: exit %d, %q, %s", args, code, stdout, stderr)
		}
	}
	for _, file := range []string{"passages.ndjson", "figures.ndjson", "opensearch-index.json", "opensearch-bulk-001.ndjson"} {
		if !bytes.Equal(exported(t, plain, file), exported(t, out, file)) {
			t.Errorf("%s is another", file)
		}
	}
}

func TestPacksNameWhatTheyLeaveOut(t *testing.T) {
	dated, _ := fishery(t)
	dir := filepath.Dir(dated)
	filetest.Write(t, dir, "photo.txt", "\x89PNG\r\n\x1a\n\x00\xff")
	out := t.TempDir()
	stdout, stderr, code := call(t, "packs", "-records=false", "-corpus", dir, "-out", out)
	if code != 0 || !strings.Contains(stdout, "2 packs, 2 documents, 4 passages, 3 figures, 1 files refused") {
		t.Errorf("exit %d, %q", code, stdout)
	}
	if !strings.Contains(stderr, "photo.txt") || !bytes.Contains(exported(t, out, "contents.json"), []byte(`"file": "photo.txt"`)) {
		t.Errorf("photo.txt is not named: %s", stderr)
	}
}
