package compare

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
)

// Reports that other offices write in their own ways, with tables, brackets and
// traditional characters, make the series and doubts of titles.tsv, no more.
func TestOtherStyles(t *testing.T) {
	docs := readFolder(t, "testdata/styles/*.txt")
	docs = slices.DeleteFunc(docs, func(in Input) bool { return in.Document.Summit.Date == "" })
	r := Run(docs, corpus.Names())
	checkResult(t, docs, r)
	found := titlesOf(r.Series, func(s Series) Words { return s.Title })
	for _, c := range r.Checks {
		if c.Kind == Suspect {
			found = append(found, c.Message.Zh)
		}
	}
	b, err := os.ReadFile("testdata/styles/titles.tsv")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(b), "\n")
	wantTitles(t, found, strings.Split(strings.TrimSpace(list), "\n"))
	judgeAll(t, r, "testdata/styles/drafts.tsv", "2026-03-01")
}
