package e2e_test

import (
	"fmt"
	"testing"

	"fenghui/build/e2e"
)

func aDamagedArticleCanBeRemoved(t *testing.T) {
	x := explore(t)
	x.drop(article(1), article(2))
	id := e2e.Eval[string](x.Page, `document.querySelector("tr[data-id^='a-']").dataset.id`)
	x.damage("articles", fmt.Sprintf(`if (key === %q) { value.data[value.data.length - 40] ^= 1; cursor.update(value); }`, id))
	x.Reload()
	x.ready()
	x.visit("#/library")
	if name := x.Text(".damaged li span"); name != "ocean-1.txt" && name != "ocean-2.txt" {
		t.Errorf("the damaged article is called %s", name)
	}
	x.Do(`document.querySelector(".damaged button").click()`)
	x.Until(`document.querySelector("dialog[open]")`)
	x.Do(`document.querySelector("dialog[open] button.strong").click()`)
	x.Until(`!document.querySelector(".damaged")`)
	x.Reload()
	if l := x.ready(); len(l.Documents) != records()+1 {
		t.Errorf("%d documents, want one more than the records", len(l.Documents))
	}
	x.wantUntroubled()
}

// Two tabs have the same article before them; each sets what the other does not.
func twoTabsAmendTheSameArticle(t *testing.T) {
	x := explore(t)
	x.drop(article(1))
	y := &explorer{Page: x.browser.Open(x.server.URL), t: t, browser: x.browser, server: x.server}
	y.ready()
	id := e2e.Eval[string](x.Page, `document.querySelector("tr[data-id^='a-']").dataset.id`)
	for i, tab := range []*explorer{x, y} {
		tab.visit("#/library")
		change := []string{`title: "另一个题目"`, `date: "2024-05-06"`}[i]
		tab.Do(fmt.Sprintf(`void (window.sent = document.querySelector("fenghui-library").context.session.request("amend", {id: %q, %s}))`, id, change))
	}
	for _, tab := range []*explorer{x, y} {
		tab.Do("sent")
	}
	x.Reload()
	for _, h := range x.ready().Documents {
		if h.ID == id && (h.Title != "另一个题目" || h.Date != "2024-05-06") {
			t.Errorf("%+v", h)
		}
	}
}

func TestTheBrowserIsAskedToKeepWhatWasAdded(t *testing.T) {
	t.Parallel()
	x := serve(t)
	x.Page = x.browser.NewPage()
	x.BeforeScripts(`window.asked = 0; StorageManager.prototype.persisted = async () => window.asked > 0; StorageManager.prototype.persist = async () => ++window.asked > 0;`)
	x.Go(x.server.URL)
	x.ready()
	x.visit("#/library")
	x.Until(`document.querySelector(".library-room [data-persisted=false]")`)
	if n := e2e.Eval[int](x.Page, "asked"); n != 0 {
		t.Errorf("asked %d times before anything was added", n)
	}
	x.drop(file{name: "empty.txt", text: " "})
	if n := e2e.Eval[int](x.Page, "asked"); n != 0 {
		t.Errorf("asked %d times though nothing was added", n)
	}
	x.drop(article(1))
	x.drop(article(2))
	if n := e2e.Eval[int](x.Page, "asked"); n != 1 {
		t.Errorf("asked %d times, want once", n)
	}
	x.Until(`document.querySelector(".library-room [data-persisted=true]")`)
	if text := x.Text(".library-room"); text == "" {
		t.Error("used and free room are not told")
	}
}
