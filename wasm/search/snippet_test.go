package search

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// A passage may be as long as an article may be, and have no sentences. What
// is shown of it stays readable, and showing it takes no quadratic time: this
// would be minutes, not seconds.
func TestSnippetsOfVeryLongPassages(t *testing.T) {
	h := &highlighter{clauses: []highlight{{places: occurrences, typed: "贸易"}}}
	for _, unit := range []string{"贸易额增长了很多", "贸易额增长。", "abc 贸易 ", "贸易", "。", "a"} {
		t.Run(unit, func(t *testing.T) {
			start := time.Now()
			runs := h.snippet(strings.Repeat(unit, (2<<20)/len(unit)), passageFigures{})
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
			if n := utf8.RuneCountInString(joinRuns(runs)); n > 4*snippetLength {
				t.Errorf("%d characters are shown", n)
			}
		})
	}
}

func TestSnippetsShowEveryKindOfHit(t *testing.T) {
	h := &highlighter{clauses: []highlight{{places: occurrences, typed: "港口"}, {places: occurrences, typed: "航线"}}}
	filler := strings.Repeat("这里什么也没有。", 30)
	got := joinRuns(h.snippet(filler+"新港口已建成。"+filler+"新航线已开通。"+filler, passageFigures{}))
	if !strings.Contains(got, "新港口已建成。") || !strings.Contains(got, "新航线已开通。") || !strings.HasPrefix(got, ellipsis) {
		t.Error(got)
	}
}

// A sentence too long to be shown is parted between its clauses, and no hit in
// two.
func TestSnippetsOfLongSentencesBeginAndEndWithAClause(t *testing.T) {
	h := &highlighter{clauses: []highlight{{places: occurrences, typed: "灯塔"}}}
	for before := 1; before < 12; before++ {
		sentence := strings.Repeat("船", before) + "，" + strings.Repeat("港口的船开往远方，", 34+before) + "灯塔照亮海面，" + strings.Repeat("港口的船开往远方，", 70) + "完。"
		got := strings.Trim(joinRuns(h.snippet(sentence, passageFigures{})), ellipsis)
		if !strings.Contains(got, "灯塔照亮海面，") || strings.IndexAny(got, "港灯"+sentence[:3]) != 0 || !strings.HasSuffix(got, "，") {
			t.Errorf("%s", got)
		}
	}
}

func joinRuns(runs []text.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
