package squeeze

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

var prose = bytes.Repeat([]byte("one line much like the next, "), 2000)

func TestFormsDecodeToTheFile(t *testing.T) {
	forms, err := Squeezer{Quality: Quick}.Forms(t.Context(), prose)
	if err != nil || len(forms) != 2 {
		t.Fatalf("got %d forms, %v", len(forms), err)
	}
	zipped, err := gzip.NewReader(bytes.NewReader(forms[1].Data))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		suffix string
		reader io.Reader
	}{{".br", brotli.NewReader(bytes.NewReader(forms[0].Data))}, {".gz", zipped}} {
		got, err := io.ReadAll(c.reader)
		if err != nil || !bytes.Equal(got, prose) {
			t.Errorf("%s: %d bytes, %v", c.suffix, len(got), err)
		}
	}
	if forms[0].Suffix != ".br" || forms[1].Suffix != ".gz" {
		t.Errorf("got %s and %s", forms[0].Suffix, forms[1].Suffix)
	}
}

func TestNoFormThatIsNotSmaller(t *testing.T) {
	noise := make([]byte, 3000)
	_, _ = rand.Read(noise)
	forms, err := Squeezer{Quality: Best}.Forms(t.Context(), noise)
	if err != nil || len(forms) != 0 {
		t.Errorf("got %d forms, %v", len(forms), err)
	}
}

func TestCacheIsUsedAndDamageIsNoticed(t *testing.T) {
	s := Squeezer{Cache: t.TempDir(), Quality: Quick}
	first, err := s.Brotli(t.Context(), prose)
	if err != nil {
		t.Fatal(err)
	}
	if kept, ok := s.find(prose); !ok || !bytes.Equal(kept, first) {
		t.Fatal("not kept")
	}
	if _, ok := (Squeezer{Cache: s.Cache, Quality: Best}).find(prose); ok {
		t.Error("found for another quality")
	}
	file := s.file(prose)
	damaged, _ := os.ReadFile(file)
	damaged[len(damaged)-1] ^= 1
	if err := os.WriteFile(file, damaged, 0o644); err != nil {
		t.Fatal(err)
	}
	again, err := s.Brotli(t.Context(), prose)
	if err != nil || !bytes.Equal(again, first) {
		t.Errorf("a damaged file was used: %v", err)
	}
}

func TestUnusableCacheCostsNothing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"", file} {
		if _, err := (Squeezer{Cache: dir, Quality: Quick}).Brotli(t.Context(), prose); err != nil {
			t.Errorf("cache %q: %v", dir, err)
		}
	}
}

// Files of a cache, when they were last used, and whether a sweep leaves them.
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
	{"dictionary-0ab4.fst", 400 * 24 * time.Hour, true}, // not ours
}

func TestSweepKeepsWhatIsInUse(t *testing.T) {
	s := Squeezer{Cache: t.TempDir(), Quality: Quick}
	for _, c := range swept {
		file, used := filepath.Join(s.Cache, c.name), time.Now().Add(-c.ago)
		if err := errors.Join(os.WriteFile(file, nil, 0o644), os.Chtimes(file, used, used)); err != nil {
			t.Fatal(err)
		}
	}
	s.Sweep()
	for _, c := range swept {
		if _, err := os.Stat(filepath.Join(s.Cache, c.name)); c.kept != (err == nil) {
			t.Errorf("%s, last used %v ago: %v", c.name, c.ago, err)
		}
	}
}

func TestWhatIsUsedIsKeptOn(t *testing.T) {
	s := Squeezer{Cache: t.TempDir(), Quality: Quick}
	if _, err := s.Brotli(t.Context(), prose); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-2 * keptFor)
	if err := os.Chtimes(s.file(prose), long, long); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.find(prose); !ok {
		t.Fatal("it is not found")
	}
	s.Sweep()
	if _, ok := s.find(prose); !ok {
		t.Error("it is gone, though it was used a moment ago")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := (Squeezer{Quality: Best}).Forms(ctx, prose); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestCompressible(t *testing.T) {
	for suffix, want := range map[string]bool{".wasm": true, ".js": true, ".fst": true, ".png": false, ".br": false, "": false} {
		if got := Compressible(suffix); got != want {
			t.Errorf("%q: got %t", suffix, got)
		}
	}
}
