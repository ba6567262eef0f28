package compare

import (
	"strings"
	"testing"

	"fenghui/corpus"
)

// Every sentence of drafts.tsv is judged as it should be.
func TestDrafts(t *testing.T) {
	docs := append(markedByHand(t), readFolder(t, "testdata/north/*.txt")...)
	judgeAll(t, Run(docs, corpus.Names()), "testdata/drafts.tsv", "2025-12-31")
}

// judgeAll judges the sentences of a file, told on a day.
func judgeAll(t *testing.T, r *Result, file, day string) {
	for _, w := range readDrafts(t, file) {
		t.Run(w.verdict+" "+w.sentence, func(t *testing.T) {
			draft, err := ReadDraft(w.sentence, day, corpus.Names())
			if err != nil {
				t.Fatal(err)
			}
			judged := false
			for _, j := range r.Check(draft) {
				f := &draft.Figures[j.Figure]
				if !strings.Contains(f.Quote, w.words) {
					continue
				}
				judged = true
				if j.Verdict != w.verdict {
					t.Errorf("%s: %s, want %s: %s (%s %s %v %s)", f.Quote, j.Verdict, w.verdict, j.Message.Zh, f.Measure, f.Indicator, f.Parties, f.Period)
				}
				checkWords(t, j.Message)
				if (j.Verdict == NotFound) != (len(j.Members) == 0) {
					t.Errorf("%s rests on %d figures", j.Verdict, len(j.Members))
				}
			}
			if !judged {
				t.Errorf("%s is not judged among %d figures", w.words, len(draft.Figures))
			}
		})
	}
}

type draftSentence struct{ verdict, words, sentence string }

func readDrafts(t *testing.T, file string) []draftSentence {
	var list []draftSentence
	for _, w := range readWanted(t, file) {
		list = append(list, draftSentence{w.what, w.members[0], w.members[1]})
	}
	return list
}

// checkWords: a sentence is filled in, in both languages.
func checkWords(t *testing.T, w Words) {
	t.Helper()
	for _, s := range []string{w.Zh, w.En} {
		if s == "" || strings.ContainsAny(s, "{}") || strings.Contains(s, "NaN") || strings.Contains(s, "<nil>") {
			t.Errorf("not a sentence: %q / %q", w.Zh, w.En)
		}
	}
}
