package cache

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestWhatIsKeptIsFoundUntilItIsDamaged(t *testing.T) {
	f := Folder(t.TempDir())
	if _, ok := f.Find("a.br"); ok {
		t.Fatal("found in an empty folder")
	}
	f.Keep("a.br", []byte("content"))
	if got, ok := f.Find("a.br"); !ok || string(got) != "content" {
		t.Fatalf("got %q, %t", got, ok)
	}
	f.Keep("empty.br", nil)
	if got, ok := f.Find("empty.br"); !ok || len(got) != 0 {
		t.Errorf("what is empty is kept as %q, %t", got, ok)
	}
	file := filepath.Join(string(f), "a.br")
	damaged, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	damaged[len(damaged)-1] ^= 1
	if err := os.WriteFile(file, damaged, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, ok := f.Find("a.br"); ok {
		t.Error("a damaged file was used")
	}
}

func TestAFolderThatCannotBeUsedKeepsNothing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, f := range []Folder{"", Folder(file)} {
		f.Keep("a.br", []byte("content"))
		f.Sweep(".br")
		if _, ok := f.Find("a.br"); ok {
			t.Errorf("%q: found", f)
		}
	}
}

// Files, when they were last used, and whether a sweep leaves them.
var swept = []struct {
	name string
	ago  time.Duration
	kept bool
}{
	{"0ab1-q11-w24.br", 0, true},
	{"0ab2-q11-w24.br", 30*24*time.Hour - time.Minute, true},
	{"0ab3-q11-w24.br", 30*24*time.Hour + time.Minute, false},
	{"new-123", time.Hour, true}, // somebody may be writing it
	{"new-124", 40 * 24 * time.Hour, false},
	{"dictionary-0ab4.fst", 400 * 24 * time.Hour, true}, // of another ending
}

func TestSweepKeepsWhatIsInUse(t *testing.T) {
	f := Folder(t.TempDir())
	for _, c := range swept {
		file, used := filepath.Join(string(f), c.name), time.Now().Add(-c.ago)
		if err := errors.Join(os.WriteFile(file, nil, 0o644), os.Chtimes(file, used, used)); err != nil {
			t.Fatal(err)
		}
	}
	f.Sweep(".br")
	for _, c := range swept {
		if _, err := os.Stat(filepath.Join(string(f), c.name)); c.kept != (err == nil) {
			t.Errorf("%s, last used %v ago: %v", c.name, c.ago, err)
		}
	}
}

func TestWhatIsFoundIsInUse(t *testing.T) {
	f := Folder(t.TempDir())
	f.Keep("a.br", []byte("content"))
	long := time.Now().Add(-2 * unused)
	if err := os.Chtimes(filepath.Join(string(f), "a.br"), long, long); err != nil {
		t.Fatal(err)
	}
	if _, ok := f.Find("a.br"); !ok {
		t.Fatal("it is not found")
	}
	f.Sweep(".br")
	if _, ok := f.Find("a.br"); !ok {
		t.Error("it is gone, though it was used a moment ago")
	}
}
