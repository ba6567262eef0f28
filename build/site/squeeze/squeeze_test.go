package squeeze

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"testing"

	"github.com/andybalholm/brotli"

	"fenghui/build/cache"
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

func TestWhatWasCompressedIsFoundAgain(t *testing.T) {
	dir := t.TempDir()
	s := Squeezer{Cache: cache.Folder(dir), Quality: Quick}
	first, err := s.Brotli(t.Context(), prose)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadDir(dir)
	if err != nil || len(kept) != 1 {
		t.Fatalf("kept %v, %v", kept, err)
	}
	s.Cache.Keep(kept[0].Name(), []byte("as found"))
	if again, err := s.Brotli(t.Context(), prose); err != nil || string(again) != "as found" {
		t.Errorf("compressed again: %v", err)
	}
	s.Quality = Best
	if other, err := s.Brotli(t.Context(), prose); err != nil || string(other) == "as found" {
		t.Errorf("found for another quality: %v", err)
	}
	if len(first) == 0 {
		t.Error("nothing was compressed")
	}
}

func TestSmallFilesAreNotKept(t *testing.T) {
	dir := t.TempDir()
	if _, err := (Squeezer{Cache: cache.Folder(dir), Quality: Quick}).Brotli(t.Context(), prose[:small-1]); err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadDir(dir); err != nil || len(kept) != 0 {
		t.Errorf("kept %v, %v", kept, err)
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
