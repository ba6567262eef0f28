package compare

import (
	"slices"
	"sort"
	"strings"
	"sync"
)

// stageWord is a word that tells how far a proposal is.
type stageWord struct {
	word, stage string
	in          Words
	noun        bool // behind a name it is its noun: “丝路”倡议
}

// stageRank is how far a stage is, by the order of the file.
func stageRank(stage string) int { return slices.Index(stageOrder(), stage) }

var stageOrder = sync.OnceValue(func() []string {
	var list []string
	for _, r := range rows("stages.tsv") {
		list = append(list, r[0])
	}
	return list
})

var stageWords = sync.OnceValue(func() []stageWord {
	var list []stageWord
	for _, r := range rows("stages.tsv") {
		for _, w := range strings.Split(r[3], "|") {
			list = append(list, stageWord{w, r[0], Words{r[1], r[2]}, slices.Contains(strings.Split(r[4], "|"), w)})
		}
	}
	sort.SliceStable(list, func(a, b int) bool { return len(list[a].word) > len(list[b].word) })
	return list
})

// stageAt is the stage that the nearest word to the proposal tells; what stands
// right before or behind it counts, not the far end of the sentence. What is
// proposed to be done is proposed: 倡议制定.
func stageAt(s string, from, to int, named bool) (string, Words) {
	best, at, found := stageReach, -1, stageWord{}
	for _, w := range stageWords() {
		if k := strings.LastIndex(s[:from], w.word); k >= 0 && from-k-len(w.word) < best {
			best, at, found = from-k-len(w.word), k, w
		}
		if k := strings.Index(s[to:], w.word); k >= 0 && k < best && (!named || k > len("”") || !w.noun) {
			best, at, found = k, -1, w
		}
		if k := strings.Index(s[from:to], w.word); !named && k >= 0 && best > 3 {
			best, at, found = 3, -1, w
		}
	}
	if at > 0 {
		for _, w := range stageWords() {
			if w.stage == "proposed" && strings.HasSuffix(s[:at], w.word) {
				found = w
			}
		}
	}
	return found.stage, found.in
}

// stageReach is how many bytes may lie between a proposal and the word.
const stageReach = 75
