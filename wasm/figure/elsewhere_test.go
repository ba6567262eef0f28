package figure

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"fenghui/corpus/goldtest"
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
	non := goldtest.Lines[nonFigure](t, folder+"/gold/nonfigures.jsonl")
	s := newScores()
	for _, x := range goldtest.Texts(t, folder+"/*.txt") {
		x.Date = dates[x.Base()]
		of := slices.DeleteFunc(slices.Clone(non), func(n nonFigure) bool { return n.Doc != x.Base() })
		s.scoreOne(goldtest.Lines[goldFigure](t, folder+"/gold/figures/"+x.Base()+".jsonl"), of, predictions(t, x))
	}
	return s
}
