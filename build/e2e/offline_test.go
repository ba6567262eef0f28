package e2e_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
	"fenghui/build/site"
)

// next is a later version of the site of our records, with one document more.
var next = sync.OnceValues(func() (string, error) {
	more := filepath.Join(sites, "more")
	if err := os.MkdirAll(more, 0o755); err != nil {
		return "", err
	}
	a := article(20)
	if err := os.WriteFile(filepath.Join(more, a.name), []byte(a.text), 0o644); err != nil {
		return "", err
	}
	return build("next", site.Options{Corpus: []string{more}, Records: true})
})

// deployment answers for the site that is deployed at the time.
type deployment struct{ handler atomic.Pointer[http.Handler] }

func (d *deployment) put(h http.Handler) { d.handler.Store(&h) }

func (d *deployment) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	(*d.handler.Load()).ServeHTTP(w, r)
}

// deployed opens our site where another version can be put in its place.
func deployed(t *testing.T) (*explorer, *deployment) {
	t.Helper()
	dir, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	d := &deployment{}
	d.put(hosting.Site{Dir: dir})
	x := &explorer{t: t, server: e2e.ServeHandler(t, d)}
	x.browser = e2e.Launch(t)
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	return x, d
}

// kept waits until the site is kept for use without a network.
func (x *explorer) kept() {
	x.t.Helper()
	x.Do(`await (async () => {
		const worker = (await navigator.serviceWorker.ready).active;
		const answer = await new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = ({ data }) => resolve(data);
			worker.postMessage("kept?", [port2]);
		});
		if (!answer.kept) throw new Error("not kept: " + JSON.stringify(answer));
	})()`)
}

// version is the one the page was built as.
func (x *explorer) version() string {
	x.t.Helper()
	return e2e.Eval[string](x.Page, `document.querySelector('meta[name="fenghui-version"]').content`)
}

// wantOneVersion wants every file of the page to be of its own version, but
// for the icon of its tab, which the browser fetches when it likes.
func (x *explorer) wantOneVersion() {
	x.t.Helper()
	folder := "/v-" + x.version() + "/"
	files := e2e.Eval[[]string](x.Page, `performance.getEntriesByType("resource").map((r) => r.name).filter((name) => /\/v-(?!.*icon)/.test(name))`)
	if len(files) < 10 {
		x.t.Errorf("the page has %d files only", len(files))
	}
	for _, file := range files {
		if !strings.Contains(file, folder) {
			x.t.Errorf("%s is of another version than %s", file, folder)
		}
	}
}

func TestTheSiteCanBeInstalledAndStartsWithoutANetwork(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.kept()
	x.WantInstallable()
	x.server.Stop()
	x.Reload()
	x.ready()
	x.wantFound("贸易额")
	for _, fragment := range []string{"#/figures", "#/compare", "#/draft", "#/library", "#/help", "#/"} {
		x.visit(fragment)
	}
	x.visit("#/help?lang=en") // words that were not asked for before
	x.wantUntroubled()
	x.wantOneVersion()
}

func TestANewVersionIsToldOfAndTakenWhole(t *testing.T) {
	t.Parallel()
	x, d := deployed(t)
	x.kept()
	x.drop(article(1), article(2))
	old := x.version()
	later, err := next()
	if err != nil {
		t.Fatal(err)
	}
	d.put(hosting.Site{Dir: later}) // and the files of the old version are gone
	x.Reload()
	if l := x.ready(); x.version() != old || len(l.Documents) != records()+2 {
		t.Errorf("before the reader agrees: version %s with %d documents, want %s with the records and 2", x.version(), len(l.Documents), old)
	}
	x.Until(`document.querySelector(".notice[data-code=new-version] button")`)
	x.visit("#/figures") // a view that comes late still is the old version's
	x.wantOneVersion()
	x.BeforeScripts(`addEventListener("load", () => console.log("loaded anew"))`)
	x.Do(`document.querySelector(".notice[data-code=new-version] button").click()`)
	x.browser.Hear("^loaded anew$")
	if l := x.ready(); x.version() == old || len(l.Documents) != records()+3 {
		t.Errorf("then version %s with %d documents, want another than %s with the records and 3", x.version(), len(l.Documents), old)
	}
	x.wantFound("蓝色走廊")
	x.wantOneVersion()
	x.wantUntroubled()
	x.kept()
	x.server.Stop()
	x.Reload()
	x.ready()
	x.wantFound("蓝色走廊")
}

// A server that answers for a missing file with some page must not spoil what
// is kept, nor one that is half-way from one version to the next.
func TestAHalfDeployedVersionIsNotTaken(t *testing.T) {
	t.Parallel()
	x, d := deployed(t)
	x.browser.Expect("integrity|digest|Failed to load resource")
	x.kept()
	later, err := next()
	if err != nil {
		t.Fatal(err)
	}
	whole := hosting.Site{Dir: later}
	d.put(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/figures.js") {
			w.Header().Set("Content-Type", "text/javascript")
			w.Write([]byte("<!doctype html><title>Not here</title>"))
			return
		}
		whole.ServeHTTP(w, r)
	}))
	old := x.version()
	for range 2 {
		x.Reload()
		x.ready()
		x.Do(`navigator.serviceWorker.getRegistration().then((r) => r.update())`)
	}
	if x.version() != old {
		t.Errorf("version %s, want %s: the next is not whole", x.version(), old)
	}
	x.wantUntroubled()
	d.put(whole)
	x.Reload()
	x.Until(`document.querySelector(".notice[data-code=new-version] button")`)
}

// nothingIsKept ends when the service worker has tried and no file of a version
// that is not whole is left. It asks again when the page's own try came between.
const nothingIsKept = `(async () => {
	const { active } = await navigator.serviceWorker.ready;
	for (let files = 1; files > 0;) {
		await new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = resolve;
			active.postMessage("kept?", [port2]);
		});
		const open = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
		files = (await Promise.all(open.map(async (cache) => (await cache.keys()).length))).reduce((a, b) => a + b, 0);
	}
})()`

// Where there is no room for the site it works from the network, without a
// word in the console, and is kept as soon as there is room.
func TestASiteThereIsNoRoomForIsNotKept(t *testing.T) {
	t.Parallel()
	x := serve(t)
	x.spoil("/sw.js", func(r *httptest.ResponseRecorder) {
		r.Body.WriteString(`
			const put = Cache.prototype.put;
			let full = 1;
			Cache.prototype.put = async function (address, response) {
				if (full && String(address).endsWith(".wasm")) throw new DOMException("full", "QuotaExceededError");
				return put.call(this, address, response);
			};
			addEventListener("message", ({ data }) => { if (data === "room") full = 0; });`)
	})
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	x.wantFound("贸易额")
	x.Do(`navigator.serviceWorker.ready`)
	x.Do(nothingIsKept)
	x.Reload()
	x.ready()
	x.wantFound("贸易额")
	x.Do(`navigator.serviceWorker.controller.postMessage("room")`)
	x.kept()
	x.server.Stop()
	x.Reload()
	x.ready()
	x.wantUntroubled()
}
