package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// holdings is the hash of all documents and all figures, as the program tells
// them, but for the order they came in.
const holdings = `(async () => {
	const { session } = document.querySelector("fenghui-library").context;
	const { documents } = await session.request("library");
	const told = [];
	for (const { id } of documents) told.push(await session.request("document", {id}));
	const figures = [];
	for (let offset = 0, total = 1; offset < total; offset += 1000) {
		const page = await session.request("figures", {times: true, limit: 1000, offset});
		total = page.total;
		figures.push(...page.figures);
	}
	const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify({documents, told, figures})));
	return documents.length + " documents, " + figures.length + " figures, " + Array.from(new Uint8Array(hash), (b) => b.toString(16).padStart(2, "0")).join("");
})()`

// exported is the file that the page hands out.
func (x *explorer) exported() string {
	x.t.Helper()
	x.visit("#/library")
	return x.handedOut(`document.querySelector("fenghui-transfer button").click()`)
}

// handedOut is the text of the file that js makes the page hand out.
func (x *explorer) handedOut(js string) string {
	x.t.Helper()
	return e2e.Eval[string](x.Page, fmt.Sprintf(`await new Promise((done) => {
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => { URL.createObjectURL = make; blob.text().then(done); return make.call(URL, blob); };
		%s;
	})`, js))
}

// restore gives the page a file and waits until it says what became of it.
func (x *explorer) restore(text string) string {
	x.t.Helper()
	x.visit("#/library")
	x.Do(fmt.Sprintf(`(() => { const picker = document.querySelector("#fenghui-restore"), carried = new DataTransfer();
		carried.items.add(new File([%q], "a.fenghui"));
		picker.files = carried.files;
		picker.dispatchEvent(new Event("change")); })()`, text))
	x.Until(`document.querySelector("fenghui-transfer div[role=status] p")?.textContent || document.querySelector("dialog[open]")`)
	return x.Text("fenghui-transfer div[role=status]")
}

func TestALibraryIsRestoredInAnotherBrowserAsItWas(t *testing.T) {
	t.Parallel()
	x := explore(t)
	var files []file
	for n := range 60 {
		files = append(files, article(n))
	}
	x.drop(append(files, file{name: "page.html", text: webPage}, file{name: "gb18030.txt", bytes: gb18030})...)
	id := e2e.Eval[string](x.Page, `document.querySelector("tr[data-id^='a-']").dataset.id`)
	x.Do(fmt.Sprintf(`document.querySelector("fenghui-library").context.session.request("amend", {id: %q, title: "另一个题目", speaker: "某部长"})`, id))
	x.correct(id, map[string]string{"amount": "约9万吨"})
	x.visit("#/library")
	want := e2e.Eval[string](x.Page, holdings)
	file := x.exported()

	y := &explorer{t: t, browser: e2e.Launch(t), server: x.server}
	y.Page = y.browser.Open(y.server.URL)
	y.ready()
	if said := y.restore(file); !strings.Contains(said, "63") {
		t.Errorf("the reader is told: %s", said)
	}
	if got := e2e.Eval[string](y.Page, holdings); got != want {
		t.Errorf("restored %s\nwas      %s", got, want)
	}
	y.Reload()
	y.ready()
	y.visit("#/library")
	got := e2e.Eval[string](y.Page, holdings)
	if got != want {
		t.Errorf("after a reload %s\nwas            %s", got, want)
	}
	if y.exported() != file {
		t.Error("exported from there, the file is another")
	}
	t.Logf("exported and restored in a fresh profile: %s, a file of %d bytes, identical", got, len(file))
}

func TestADamagedExportIsRefusedUnlessThePartThatCanBeReadIsWanted(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(article(1), article(2), article(3))
	file := strings.Replace(x.exported(), "捕捞", "捕鱼", 1)
	y := &explorer{t: t, browser: e2e.Launch(t), server: x.server}
	y.Page = y.browser.Open(y.server.URL)
	y.ready()
	said := y.restore(file)
	if !strings.Contains(said, word(t, "zh", "transfer.damaged")) || !strings.Contains(said, "line 2") || len(y.listed()) != records() {
		t.Errorf("the reader is told: %s; %d documents", said, len(y.listed()))
	}
	y.Do(`document.querySelector("dialog[open] button.strong").click()`)
	y.Until(`document.querySelectorAll("fenghui-documents tr[data-id^='a-']").length === 2`)
	if said := y.restore("nothing of the kind"); !strings.Contains(said, word(t, "zh", "transfer.noExport")) {
		t.Errorf("of another file the reader is told: %s", said)
	}
}
