package e2e_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

func TestTheOverviewIsReadableBeforeTheProgramIsThere(t *testing.T) {
	t.Parallel()
	x := serve(t)
	x.server.Answer(x.address("wasm"), func(_ http.ResponseWriter, r *http.Request) {
		<-r.Context().Done() // the program is on its way, and stays there
	})
	x.Page = x.browser.Open(x.server.URL)
	text := x.Text("#view")
	for _, want := range []string{"2025-10-09", "2025-12-20", "东京", "杜尚别", "上海合作组织"} {
		if !strings.Contains(text, want) {
			t.Errorf("the overview does not show %s:\n%s", want, text)
		}
	}
	if n := e2e.Eval[int](x.Page, `document.querySelectorAll("#view .examples a").length`); n != 3 {
		t.Errorf("%d example queries, want 3", n)
	}
}

func TestSearchFindsAndMarks(t *testing.T) {
	t.Parallel()
	x := explore(t)
	tests := []struct {
		query string
		mark  string // what every hit has marked
		in    string // a document that is among them
	}{
		{"贸易额", "贸易额", "2025-10-09-ca-russia-dushanbe"},
		{`"超级计算机"`, "超级计算机", "2025-12-20-ca-japan-tokyo"},
		{"Tokayev", "托卡耶夫", "2022-10-14-ca-russia-astana"},
	}
	for _, tt := range tests {
		t.Run(tt.query, func(t *testing.T) {
			hits := x.search(tt.query)
			if !slices.ContainsFunc(hits, func(h hit) bool { return h.Document == tt.in }) {
				t.Errorf("%s is not among the %d hits", tt.in, len(hits))
			}
			for _, h := range hits {
				if strings.Contains(h.Title, tt.mark) {
					continue // stands for its document, whose title holds what was asked
				}
				if !slices.ContainsFunc(h.Marks, func(m string) bool { return strings.Contains(m, tt.mark) }) {
					t.Errorf("marked %q in %.60s…", h.Marks, h.Text)
				}
			}
		})
	}
	if n := len(x.search(`"没有人这样说过"`)); n != 0 {
		t.Errorf("%d hits for what nobody said", n)
	}
}

func TestAHitOpensTheDocumentAtItsPassage(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.search(`"超级计算机"`)
	x.Do(`document.querySelector(".hit-number").click()`)
	x.Until(`document.querySelector("fenghui-read .passage[aria-current]")`)
	if text := x.Text("fenghui-read .passage[aria-current]"); !strings.Contains(text, "超级计算机") {
		t.Errorf("the passage chosen is %.80s…", text)
	}
	if !strings.Contains(x.Text("fenghui-read"), "哈萨克国际通讯社") {
		t.Error("the source is not named")
	}
}

func TestAfterAReloadTheLibraryComesFromIndexedDB(t *testing.T) {
	t.Parallel()
	x := explore(t)
	if l := x.ready(); l.Origin != "pack" || !l.Kept {
		t.Errorf("first start: from %s, kept %v", l.Origin, l.Kept)
	}
	if n := x.requested("/pack-"); n != 1 {
		t.Errorf("the pack was asked for %d times, want once", n)
	}
	x.Reload()
	if l := x.ready(); l.Origin != "store" {
		t.Errorf("second start: from %s, want the store", l.Origin)
	}
	if n := x.requested("/pack-"); n != 1 {
		t.Errorf("after the reload the pack has been asked for %d times, want once", n)
	}
	if n := x.requested("/dictionary-"); n != 0 {
		t.Errorf("the dictionary for imports was asked for %d times", n)
	}
	if len(x.search("贸易额")) == 0 {
		t.Error("nothing is found")
	}
}

func TestWithTheServerStoppedThePageStartsAndSearches(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.search("贸易额")
	x.Do(`await navigator.serviceWorker.ready`)
	x.server.Stop()
	x.Reload()
	x.ready()
	if len(x.search("贸易额")) == 0 {
		t.Error("nothing is found")
	}
}

// What a reader waits for, printed for whoever compares; never judged here.
func TestTimesOfTheFirstStart(t *testing.T) {
	x := serve(t)
	x.Page = x.browser.Open(x.server.URL + "#/search?q=" + "%E8%B4%B8%E6%98%93%E9%A2%9D")
	x.ready()
	x.Until(`document.querySelector(".hit")`)
	marks := e2e.Eval[map[string]float64](x.Page, `Object.fromEntries(performance.getEntriesByType("mark").map((m) => [m.name, Math.round(m.startTime)]))`)
	for _, name := range []string{"fenghui:html", "fenghui:wasm", "fenghui:library", "fenghui:ready", "fenghui:first-answer"} {
		if _, ok := marks[name]; !ok {
			t.Errorf("no mark %s", name)
		}
		t.Logf("%s %4.0f ms", name, marks[name])
	}
}
