package e2e_test

import (
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// Browsers, their settings and other people's pages withhold all sorts of
// things; the page works as far as it can without them and says so.

// inWorker adds js to the script of the program's thread. The service worker
// refuses to keep such a script, loudly.
func (x *explorer) inWorker(js string) {
	x.t.Helper()
	x.browser.Expect(`worker\.js.*(integrity|SRI)`)
	x.spoil(x.address("base")+"worker.js", func(r *httptest.ResponseRecorder) { r.Body.WriteString(js) })
}

func whereNothingIsKept(t *testing.T) {
	tests := map[string]string{
		"no IndexedDB":             `delete self.indexedDB; Object.defineProperty(self, "indexedDB", {value: undefined});`,
		"IndexedDB is refused":     `Object.defineProperty(self, "indexedDB", {get() { throw new DOMException("refused", "SecurityError"); }});`,
		"databases cannot be open": `indexedDB.open = () => { throw new DOMException("refused", "SecurityError"); }; IDBFactory.prototype.open = indexedDB.open;`,
	}
	for fault, js := range tests {
		t.Run(fault, func(t *testing.T) {
			x := serve(t)
			x.inWorker(js)
			x.Page = x.browser.Open(x.server.URL)
			if l := x.ready(); l.Kept || len(l.Documents) != records() {
				t.Errorf("%d documents, kept %v", len(l.Documents), l.Kept)
			}
			x.wantTold(".notice", "notice.not-kept")
			if got := x.drop(article(1)); got[0] != "added ocean-1.txt" {
				t.Errorf("files: %q", got)
			}
			x.wantTold(".library-state", "library.notKept")
			x.wantFound("蓝色走廊")
			if file := x.exported(); !strings.Contains(file, "蓝色走廊") {
				t.Errorf("the export does not hold it: %.200s", file)
			}
			x.Reload()
			if l := x.ready(); len(l.Documents) != records() {
				t.Errorf("after a reload %d documents, want the records", len(l.Documents))
			}
			x.wantFound("贸易额")
		})
	}
}

func withoutAThreadOfItsOwn(t *testing.T) {
	tests := map[string]func(*explorer){
		"no workers": func(x *explorer) { x.BeforeScripts(`delete self.Worker`) },
		"refused by policy": func(x *explorer) {
			x.browser.Expect("worker-src|Failed to construct 'Worker'|Creating a worker")
			x.policy("worker-src 'self'", "worker-src 'none'")
		},
	}
	for fault, deprive := range tests {
		t.Run(fault, func(t *testing.T) {
			x := serve(t)
			x.Page = x.browser.NewPage()
			deprive(x)
			x.Go(x.server.URL)
			x.ready()
			x.wantTold(".notice", "notice.no-worker")
			x.drop(article(1))
			x.wantFound("蓝色走廊")
			x.Reload()
			if l := x.ready(); len(l.Documents) != records()+1 || !l.Kept {
				t.Errorf("after a reload %d documents, kept %v; want one more than the records, kept", len(l.Documents), l.Kept)
			}
		})
	}
}

// policy changes the Content-Security-Policy of the page.
func (x *explorer) policy(old, new string) {
	x.t.Helper()
	x.spoil("/", func(r *httptest.ResponseRecorder) {
		const name = "Content-Security-Policy"
		before := r.Header().Get(name)
		if !strings.Contains(before, old) {
			x.t.Errorf("%s does not say %s: %s", name, old, before)
		}
		r.Header().Set(name, strings.Replace(before, old, new, 1))
	})
}

func withoutWebAssemblyTheOverviewStays(t *testing.T) {
	tests := map[string]func(*explorer){
		"no WebAssembly":    func(x *explorer) { x.BeforeScripts(`delete self.WebAssembly`) },
		"refused by policy": func(x *explorer) { x.policy(" 'wasm-unsafe-eval'", "") },
	}
	for fault, deprive := range tests {
		t.Run(fault, func(t *testing.T) {
			x := serve(t)
			x.browser.Expect("fenghui: |WebAssembly")
			x.Page = x.browser.NewPage()
			deprive(x)
			x.Go(x.server.URL)
			x.Until(`document.querySelector("fenghui-error .notice")`)
			x.wantTold("fenghui-error", "error.no-wasm")
			for _, fragment := range []string{"#/", "#/search?q=%E8%B4%B8%E6%98%93", "#/library"} {
				x.open(fragment)
				if !strings.Contains(x.Text("#view"), "杜尚别") {
					t.Errorf("%s does not show the overview", fragment)
				}
			}
			x.open("#/help") // fetched when it is asked for
			x.Until(fmt.Sprintf(`document.querySelector("#view").innerText.includes(%q)`, word(t, "zh", "help.query")))
		})
	}
}

// open goes to a place in a page whose library is not open, and so tells of
// no view that is drawn.
func (x *explorer) open(fragment string) {
	x.t.Helper()
	x.Do(fmt.Sprintf(`new Promise((drawn) => {
		location.hash = %q;
		requestAnimationFrame(() => requestAnimationFrame(drawn));
	})`, fragment))
}

func TestAProgramThatDoesNotComeCanBeTriedAgain(t *testing.T) {
	t.Parallel()
	x := serve(t)
	x.browser.Expect("404|fenghui: ")
	program := x.address("wasm")
	x.spoil(program, func(r *httptest.ResponseRecorder) { r.Code = 404 })
	x.Page = x.browser.Open(x.server.URL)
	x.Until(`document.querySelector("fenghui-error .notice")`)
	x.wantTold("fenghui-error", "error.no-program")
	x.server.Answer(program, nil)
	x.Do(`document.querySelector("fenghui-error button").click()`)
	x.Until(`document.querySelector("fenghui-error").hidden`)
	x.ready()
	x.wantFound("贸易额")
	x.wantUntroubled()
}

func aCrashIsToldAndTheProgramStartsAgain(t *testing.T) {
	x := serve(t)
	x.browser.Expect("crash")
	x.Page = x.browser.NewPage()
	x.BeforeScripts(`self.Worker = class extends Worker { constructor(...args) { super(...args); self.thread = this; } };`)
	x.Go(x.server.URL)
	x.ready()
	x.drop(article(1))
	x.Do(`thread.dispatchEvent(new MessageEvent("message", {data: {crash: "the test ends it"}}))`)
	x.Until(`document.querySelector("fenghui-error .notice")`)
	x.wantStartedAgain()
}

// wantStartedAgain: the crash is told, and the reader can go on with all there was.
func (x *explorer) wantStartedAgain() {
	x.t.Helper()
	x.wantTold("fenghui-error", "error.crashed")
	x.Do(`document.querySelector("fenghui-error button").click()`)
	x.Until(`document.querySelector("fenghui-error").hidden`)
	if l := x.ready(); len(l.Documents) != records()+1 {
		x.t.Errorf("%d documents after the restart, want the records and 1", len(l.Documents))
	}
	x.wantFound("蓝色走廊")
}

// The memory of the program is made nonsense of; whatever it is asked next, it
// traps.
func aTrapInTheProgramFailsWhatIsAsked(t *testing.T) {
	x := serve(t)
	x.inWorker(`
		const run = Go.prototype.run;
		Go.prototype.run = function (instance) {
			new BroadcastChannel("spoil").onmessage = () => new Uint8Array(instance.exports.mem.buffer).fill(255);
			return run.call(this, instance);
		};`)
	x.browser.Expect(".")
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	x.drop(article(1))
	settled := e2e.Eval[[]string](x.Page, `await (async () => {
		const { session } = document.querySelector("fenghui-library").context;
		new BroadcastChannel("spoil").postMessage("");
		return Promise.all(["search", "figures", "library", "import"].map((op) => session.request(op, {query: "港口", files: []}).then(() => "answered", () => "failed")));
	})()`)
	if !slices.Contains(settled, "failed") {
		t.Errorf("what was asked in the midst of it: %q", settled)
	}
	x.wantStartedAgain()
}

func TestOnAnOriginThatIsNotSecure(t *testing.T) {
	t.Parallel()
	x := serve(t)
	x.Page = x.browser.Open(x.server.Insecure)
	x.ready()
	x.wantUntroubled()
	x.drop(article(1))
	x.Reload()
	if l := x.ready(); len(l.Documents) != records()+1 || l.Origin != "store" {
		t.Errorf("%d documents from %s, want the records and 1 from the store", len(l.Documents), l.Origin)
	}
	x.wantFound("蓝色走廊")
}

func twoTabsImportAtOnce(t *testing.T) {
	x := explore(t)
	y := &explorer{Page: x.browser.Open(x.server.URL), t: t, browser: x.browser, server: x.server}
	y.ready()
	x.visit("#/library")
	y.visit("#/library")
	send := `void (window.sent = document.querySelector("fenghui-library").context.session.request("import", {files: %s}))`
	for i, tab := range []*explorer{x, y} {
		a := article(i + 1)
		tab.Do(fmt.Sprintf(send, e2e.Eval[string](tab.Page, fmt.Sprintf(`JSON.stringify([{name: %q, text: %q}])`, a.name, a.text))))
	}
	for _, tab := range []*explorer{x, y} {
		tab.Do(`sent`)
		tab.Reload()
		if l := tab.ready(); len(l.Documents) != records()+2 {
			t.Errorf("%d documents after a reload, want the records and 2", len(l.Documents))
		}
		if n := len(tab.search("蓝色走廊")); n != 2 {
			t.Errorf("%d passages found, want 2", n)
		}
	}
}
