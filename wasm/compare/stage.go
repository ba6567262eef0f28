package compare

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"fenghui/wasm/text"
)

// stageWord is a word that tells how far a proposal is.
type stageWord struct {
	word, stage string
	in          Words
	noun        bool // behind a name it is its noun: “丝路”倡议
}

// IsBehind reports whether one stage comes before another.
func IsBehind(stage, other string) bool { return stageRank(stage) < stageRank(other) }

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

// stageAt is the stage that the word nearest to the proposal means, if it is near
// enough. 建议各国通过 (recommend adopting) is a proposal, 将签署 (will sign) a plan;
// what is kept, 恪守章程, or was made years ago has no stage.
func stageAt(s string, from, to int, named bool) (string, Words) {
	best, at, found := stageReach, -1, stageWord{}
	for _, w := range stageWords() {
		if k := strings.LastIndex(s[:from], w.word); k >= 0 && from-k-len(w.word) < best {
			best, at, found = from-k-len(w.word), k, w
		}
		if k := strings.Index(s[to:], w.word); k >= 0 && k < best && (!named || k > len("”") || !w.noun) && !w.leads(s[to:to+k]) {
			best, at, found = k, to+k, w
		}
		if k := strings.Index(s[from:to], w.word); !named && k >= 0 && best > 3 {
			best, at, found = 3, -1, w
		}
	}
	if found.stage == "none" || containsAny(text.First(s[to:], standingReach), "周年", "框架") {
		return "", Words{}
	}
	if k := adoptedAt(s, from, to); k >= 0 {
		at, found = k, stageWord{stage: "done", in: stageName("done")}
	}
	if at > 0 {
		found = governed(s[:at], found)
	}
	return found.stage, found.in
}

// adoptedAt is where it is said that a meeting adopts what is named: 会议通过《…》,
// not 通过…加强合作; -1 where it is not.
func adoptedAt(s string, from, to int) int {
	lead := strings.TrimRight(s[:from], "《“0123456789—-至年")
	at := len(lead) - len("通过")
	behind := strings.TrimLeft(s[to:], "”》")
	if strings.HasSuffix(lead, "通过") && containsAny(s[:at], wordsOf("adopts")...) && (behind == "" || startsWith(behind, wordsOf("ends-paper")...)) {
		return at
	}
	return -1
}

func stageName(stage string) Words {
	for _, w := range stageWords() {
		if w.stage == stage {
			return w.in
		}
	}
	return Words{}
}

// standingReach is how many characters behind a name tell that there is such a
// thing: 条约签署十周年, “…”框架下.
const standingReach = 8

// leads reports whether a word says what its speaker wants next, or who
// supports it, and not what became of what stands before it: 恪守章程，主张团结;
// 倡议有百国支持.
func (w stageWord) leads(between string) bool {
	return w.stage == "proposed" && (strings.ContainsAny(between, "，；。：") || !containsAny(w.word, wordsOf("puts-forward")...))
}

// governed is the stage of a word as the words before it in its clause have it.
func governed(before string, found stageWord) stageWord {
	clause := before[strings.LastIndexAny(before, "，；。：")+1:]
	for _, w := range stageWords() {
		k := strings.LastIndex(clause, w.word)
		if w.stage == "planned" && strings.HasSuffix(clause, "将") && IsBehind(w.stage, found.stage) ||
			k >= 0 && w.stage == "proposed" && (k+len(w.word) == len(clause) || !w.noun && IsBehind(w.stage, found.stage) && !strings.HasPrefix(clause[k+len(w.word):], "的")) {
			return w
		}
	}
	return found
}

// stageReach is how many bytes may lie between a proposal and the word.
const stageReach = 75
