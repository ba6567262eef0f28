package compare

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fenghui/corpus"
)

// What offices, clubs and papers report twice, each in its own way: the groups
// wanted are found, none of the traps is, and nothing else is doubted.
func TestOffices(t *testing.T) {
	folders, err := filepath.Glob("testdata/offices/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no folders", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			docs := readFolder(t, folder+"/*.txt")
			r := Run(docs, corpus.Names())
			checkResult(t, docs, r)
			list := readWanted(t, folder+"/want.tsv")
			checkWanted(t, docs, r, list)
			noOtherDoubts(t, docs, r, list)
			if drafts := folder + "/drafts.tsv"; isThere(drafts) {
				judgeAll(t, r, drafts, "2026-03-31")
			}
		})
	}
}

func isThere(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// noOtherDoubts: nothing is suspect but what is wanted so.
func noOtherDoubts(t *testing.T, docs []Input, r *Result, list []wanted) {
	for _, c := range r.Checks {
		if c.Kind == Suspect && !slices.ContainsFunc(list, func(w wanted) bool { return w.what == "check" && holdsAll(refs(c.Members), wantedRefs(t, docs, w)) }) {
			t.Errorf("a doubt too many: %s", c.Message.Zh)
		}
	}
}
