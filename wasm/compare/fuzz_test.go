package compare

import (
	"strings"
	"testing"

	"fenghui/corpus"
)

// FuzzText: whatever is pasted, comparing it with our records and with itself
// ends in whole sentences and figures that exist.
func FuzzText(f *testing.F) {
	for _, name := range []string{"testdata/drafts.tsv", "testdata/checks.tsv"} {
		for _, w := range readWanted(f, name) {
			f.Add(w.members[len(w.members)-1])
		}
	}
	records := markedByHand(f)
	library := Run(records, corpus.Names())
	f.Fuzz(func(t *testing.T, pasted string) {
		pasted = strings.NewReplacer("{", "", "}", "").Replace(pasted) // checkWords takes them for places left open
		in, err := ReadDraft(pasted, "2026-06-01", corpus.Names())
		if err != nil {
			return
		}
		docs := append(records[:len(records):len(records)], in, in)
		docs = docs[len(records)-1:]
		checkResult(t, docs, Run(docs, corpus.Names()))
		checkJudgements(t, records, library.Check(in))
	})
}
