package figure

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fenghui/corpus"
)

// Figures are kept by readers' browsers under the version of the rules that
// read them. UPDATE=1 writes the version anew.
func TestWhenFiguresChangeSoDoesTheVersion(t *testing.T) {
	now := figuresHash(t)
	if now == strings.TrimSpace(version) {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatal("figures changed: UPDATE=1 go test ./wasm/figure writes figure.Version anew, so that kept ones are read again")
	}
	if err := os.WriteFile("version.txt", []byte(now+"\n"), 0o644); err != nil {
		t.Fatal(err)
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
