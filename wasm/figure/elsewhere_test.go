package figure

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
)

const elsewhere = "testdata/elsewhere"

// TestElsewhereScores keeps the quality on thirty paragraphs of news that are
// not about summits; testdata/elsewhere/gold says how they were marked.
func TestElsewhereScores(t *testing.T) {
	files, err := filepath.Glob(elsewhere + "/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no paragraphs in %s: %v", elsewhere, err)
	}
	non := jsonLines[nonFigure](t, elsewhere+"/gold/nonfigures.jsonl")
	s := newScores()
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		of := slices.DeleteFunc(slices.Clone(non), func(n nonFigure) bool { return n.Doc != name })
		s.scoreOne(jsonLines[goldFigure](t, elsewhere+"/gold/figures/"+name+".jsonl"), of, predictionsOf(t, f))
	}
	goldenScores(t, s.tell("paragraphs from elsewhere"))
}

func predictionsOf(t *testing.T, file string) []*predicted {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := corpus.Read(filepath.Base(file), string(b))
	if err != nil {
		t.Fatal(err)
	}
	var list []*predicted
	for _, f := range Extract(doc, corpus.Names()) {
		list = append(list, &predicted{f, utf8.RuneCount(b[:f.Span.Start]), utf8.RuneCount(b[:f.Span.End]), false})
	}
	return list
}
