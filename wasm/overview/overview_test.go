package overview

import (
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/scene"
)

var words = map[string]string{
	"overview.title": "概览", "overview.lead": "…", "overview.empty": "空", "overview.examples": "例", "overview.timeline": "峰会",
	"overview.documents": "{count} 篇", "overview.passages": "{count} 段", "overview.unknownDate": "日期不详", "draft.title": "核对文稿",
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
