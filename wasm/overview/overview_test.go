package overview

import (
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/scene"
)

var words = map[string]string{
	"overview.title": "概览", "overview.lead": "…", "overview.empty": "空", "overview.examples": "例", "overview.timeline": "峰会",
	"overview.documents": "{count} 篇", "overview.passages": "{count} 段", "overview.unknownDate": "日期不详", "overview.earlier": "{count} 场", "overview.draft": "核对文稿",
}

func html(t *testing.T, docs ...*corpus.Document) string {
	t.Helper()
	var b strings.Builder
	if err := scene.Write(&b, Build(docs, nil, "zh"), words); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func doc(id, date, organisation, title string, passages ...string) *corpus.Document {
	d := &corpus.Document{ID: id, Title: title, Summit: corpus.Summit{Date: date, Organisation: organisation}}
	for _, p := range passages {
		d.Passages = append(d.Passages, corpus.Passage{Text: p})
	}
	return d
}

func TestAnEmptyLibrarySaysSo(t *testing.T) {
	if got := html(t); !strings.Contains(got, "空") {
		t.Errorf("got %s", got)
	}
}

func TestTimelineRunsFromNewToOldWithUnknownDatesLast(t *testing.T) {
	got := html(t, doc("a", "2024-01-01", "甲", "早"), doc("b", "", "乙", "不知何时"), doc("c", "2025-01-01", "丙", "晚"))
	late, early, unknown := strings.Index(got, "晚"), strings.Index(got, "早"), strings.Index(got, "不知何时")
	if !(late < early && early < unknown) {
		t.Errorf("order is wrong: %s", got)
	}
	if !strings.Contains(got, "日期不详") {
		t.Error("an unknown date is not called unknown")
	}
}

func TestDocumentsOfOneSummitShareAnItem(t *testing.T) {
	got := html(t, doc("a", "2024-01-01", "甲", "讲话"), doc("b", "2024-01-01", "甲", "报道"), doc("c", "", "", "别的"), doc("d", "", "", "又一篇"))
	if n := strings.Count(got, "timeline-item"); n != 3 {
		t.Errorf("%d items, want 3: %s", n, got)
	}
}

func TestExamplesAreQuestionsTheLibraryCanAnswer(t *testing.T) {
	got := html(t, doc("a", "", "", "题", "去年贸易额增长", "水资源"))
	if !strings.Contains(got, "贸易额</a>") || !strings.Contains(got, "水资源</a>") || strings.Contains(got, "Tokayev") {
		t.Errorf("got %s", got)
	}
}

func TestIDsCannotBreakOutOfTheAddress(t *testing.T) {
	if got := html(t, doc(`"><script>`, "", "", "题")); strings.Contains(got, "<script>") {
		t.Errorf("got %s", got)
	}
}

func TestManySummitsAreFoldedByYear(t *testing.T) {
	var docs []*corpus.Document
	for k := range summitsMost {
		docs = append(docs, doc("new"+string(rune('a'+k)), "2025-06-01", "组织"+string(rune('a'+k)), "新"))
	}
	if got := html(t, docs...); strings.Contains(got, "<details") {
		t.Errorf("folded though few: %s", got)
	}
	docs = append(docs, doc("old", "2023-01-01", "甲", "旧一"), doc("old2", "2023-02-01", "甲", "旧二"), doc("when", "", "", "不知何时"))
	got := html(t, docs...)
	open, rest, _ := strings.Cut(got, "<details")
	if n := strings.Count(open, "timeline-item"); n != summitsOpen {
		t.Errorf("%d in sight, want %d", n, summitsOpen)
	}
	var folds []string
	for _, part := range strings.Split(rest, "<details") {
		_, part, _ = strings.Cut(part, "<summary>")
		summary, _, _ := strings.Cut(part, "</summary>")
		folds = append(folds, summary)
	}
	want := `2025 <span class="counts">4 场</span>|2023 <span class="counts">2 场</span>|日期不详 <span class="counts">1 场</span>`
	if got := strings.Join(folds, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
