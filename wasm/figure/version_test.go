package figure

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fenghui/corpus"
)

// Figures are kept by readers' browsers under the version of the rules they
// were read by. testdata/version.golden says what version gave which figures
// of our records and of testdata/elsewhere. UPDATE=1 writes it anew, once
// Version is raised.
func TestWhenFiguresChangeSoDoesTheVersion(t *testing.T) {
	const golden = "testdata/version.golden"
	kept, err := os.ReadFile(golden)
	if err != nil && os.Getenv("UPDATE") == "" {
		t.Fatal(err)
	}
	var version int
	var hash string
	if _, err := fmt.Sscan(string(kept), &version, &hash); err != nil && len(kept) > 0 {
		t.Fatalf("%s: %v", golden, err)
	}
	now := figuresHash(t)
	switch {
	case now == hash && version == Version:
	case now != hash && version == Version:
		t.Error("figures changed: raise figure.Version, then UPDATE=1 go test ./wasm/figure")
	case os.Getenv("UPDATE") != "":
		if err := os.WriteFile(golden, fmt.Appendf(nil, "%d %s\n", Version, now), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s is of version %d, the rules are of %d: UPDATE=1 go test ./wasm/figure", golden, version, Version)
	}
}

// figuresHash is over all that is said of all figures but the reasons, which
// are never kept.
func figuresHash(t *testing.T) string {
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("testdata/elsewhere/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no texts from elsewhere: %v", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := corpus.Read(filepath.Base(name), string(data))
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	h := sha256.New()
	lines := json.NewEncoder(h)
	for _, d := range docs {
		for _, f := range Extract(d, corpus.Names()) {
			r := f.Record("en")
			r.Why = nil
			if err := lines.Encode(r); err != nil {
				t.Fatal(err)
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}
