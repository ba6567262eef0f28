package figure

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
)

// TestElsewhereScores keeps the quality on thirty paragraphs of news that are
// not about summits; testdata/elsewhere/gold says how they were marked.
func TestElsewhereScores(t *testing.T) {
	goldenScores(t, scoresOf(t, "testdata/elsewhere", nil).tell("paragraphs from elsewhere"))
}

// TestAgenciesScores keeps the quality on twenty-two articles about summits and
// what goes with them, each in another hand; testdata/agencies/gold says how
// they were marked.
func TestAgenciesScores(t *testing.T) {
	b, err := os.ReadFile("testdata/agencies/dates.json")
	if err != nil {
		t.Fatal(err)
	}
	var dates map[string]string
	if err := json.Unmarshal(b, &dates); err != nil {
		t.Fatal(err)
	}
	goldenScores(t, scoresOf(t, "testdata/agencies", dates).tell("articles in the hands of agencies"))
}

// scoresOf scores the texts of a folder against the marks in its folder gold.
func scoresOf(t *testing.T, folder string, dates map[string]string) *scores {
	t.Helper()
	files, err := filepath.Glob(folder + "/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in %s: %v", folder, err)
	}
	non := jsonLines[nonFigure](t, folder+"/gold/nonfigures.jsonl")
	s := newScores()
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		of := slices.DeleteFunc(slices.Clone(non), func(n nonFigure) bool { return n.Doc != name })
		s.scoreOne(jsonLines[goldFigure](t, folder+"/gold/figures/"+name+".jsonl"), of, predictionsOf(t, f, dates[name]))
	}
	return s
}

// predictionsOf reads a text, which is of a date where it tells none itself.
func predictionsOf(t *testing.T, file, date string) []*predicted {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := corpus.Read(filepath.Base(file), string(b))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Summit.Date == "" {
		doc.Summit.Date = date
	}
	var list []*predicted
	for _, f := range Extract(doc, corpus.Names()) {
		list = append(list, &predicted{f, utf8.RuneCount(b[:f.Span.Start]), utf8.RuneCount(b[:f.Span.End]), false})
	}
	return list
}
