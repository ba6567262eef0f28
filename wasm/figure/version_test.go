package figure

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fenghui/corpus"
)

// Figures are kept by readers' browsers under the version of the rules that
// read them. UPDATE=1 writes the version anew.
func TestWhenTheRulesChangeSoDoesTheVersion(t *testing.T) {
	now := rulesHash(t)
	if now == Version() {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatal("the rules, their data or the glossary changed: UPDATE=1 go test ./wasm/figure writes figure.Version anew, so that kept figures are read again")
	}
	if err := os.WriteFile("version.txt", []byte(now+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// rulesHash is over the data of the rules, and over all that they say of all
// figures but the reasons, which are never kept.
func rulesHash(t *testing.T) string {
	h := sha256.New()
	for _, name := range slices.Concat(matching(t, "data/*.tsv"), matching(t, "../quantity/data/*.tsv"), matching(t, "../../corpus/glossary.tsv")) {
		h.Write(contents(t, name))
	}
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range matching(t, "testdata/elsewhere/*.txt") {
		d, err := corpus.Read(filepath.Base(name), string(contents(t, name)))
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
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

// matching are the files of a pattern, in order; there must be some.
func matching(t *testing.T, pattern string) []string {
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	return names
}

func contents(t *testing.T, name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
