package search

import (
	"math/rand/v2"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
	"fenghui/wasm/library/librarytest"
	"fenghui/wasm/text"
)

// A quoted phrase finds exactly the passages that a plain scan finds, in 2,000
// passages that nobody here has written.
func TestPhrasesOfManyPassages(t *testing.T) {
	var docs []*corpus.Document
	for _, set := range []string{"drcd-dev", "csl-title-dev"} {
		lines := goldtest.Lines[struct{ ID, Text string }](t, goldtest.Shared(t, "retrieval/"+set+"/docs.jsonl"))
		for _, l := range lines {
			docs = append(docs, librarytest.Document(set+l.ID, "", "", "", l.Text))
		}
	}
	s := librarytest.Snapshot(t, docs)
	scan := map[string]string{}
	for _, d := range docs {
		scan[d.ID+"/0"] = text.Fold(d.Passages[0].Text)
	}
	r := rand.New(rand.NewPCG(11, 12))
	asked := 0
	for range 600 {
		runes := []rune(docs[r.IntN(len(docs))].Passages[0].Text)
		from := r.IntN(len(runes))
		piece := runes[from:min(from+1+r.IntN(12), len(runes))]
		if asked%6 == 5 { // and what is hardly anywhere
			piece[0], piece[len(piece)-1] = piece[len(piece)-1], piece[0]
		}
		if sub := string(piece); strings.TrimSpace(text.Fold(sub)) != "" {
			checkPhrase(t, s, scan, sub, quote(sub))
			asked++
		}
	}
	t.Logf("%d phrases asked for in %d passages", asked, s.Len())
}
