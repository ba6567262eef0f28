package e2e_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
)

// framing is a page of another origin with the site in a frame.
func framing(src string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><link rel="icon" href="data:,"><iframe id="site" title="site" width="800" height="300" src=%q></iframe><script>
			const told = [];
			addEventListener("message", ({ data }) => told.push(data));
			const say = (message) => document.querySelector("iframe").contentWindow.postMessage(message, "*");
			const heard = (type) => new Promise((resolve) => {
				const look = () => { const at = told.find((m) => m.type === type); if (at) resolve(at); };
				addEventListener("message", look);
				look();
			});
		</script>`, src)
	})
}

func TestAFrameTellsItsHeightAndObeysThoseItTrusts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		trusted bool
	}{{"a page it trusts", true}, {"any other page", false}} {
		t.Run(c.name, func(t *testing.T) {
			dir, err := ours()
			if err != nil {
				t.Fatal(err)
			}
			framed := e2e.ServeHandler(t, hosting.Site{Dir: dir, FrameAncestors: "*"})
			around := e2e.ServeHandler(t, framing(framed.URL+"?embed=1#/search?q=%E8%B4%B8%E6%98%93%E9%A2%9D"))
			x := &explorer{t: t, browser: e2e.Launch(t), server: framed}
			if c.trusted {
				x.embedders(strings.TrimSuffix(around.URL, "/"))
			}
			x.Page = x.browser.NewPage()
			x.BeforeScripts(alarm + "\n" + insider)
			x.Go(around.URL)
			if height := e2e.Eval[int](x.Page, `(await heard("fenghui:height")).height`); height < 100 {
				t.Errorf("the height told is %d", height)
			}
			x.Do(`await heard("test:ready")`)
			x.sayHostile()
			x.Do(`say({type: "fenghui:hello"}), say({type: "fenghui:theme", theme: "dark"}), say({type: "fenghui:lang", lang: "ru"}), say({type: "fenghui:go", at: "#/read/2025-10-09-ca-russia-dushanbe?p=8"})`)
			if c.trusted {
				if at := e2e.Eval[string](x.Page, `(await heard("fenghui:select")).document`); at != "2025-10-09-ca-russia-dushanbe" {
					t.Errorf("it tells of %s", at)
				}
				return
			}
			x.Do(`(say({type: "test:echo"}), await heard("test:echoed"))`)
			types := e2e.Eval[[]string](x.Page, `[...new Set(told.map((m) => m.type))].filter((type) => type.startsWith("fenghui:"))`)
			if !slices.Equal(types, []string{"fenghui:height"}) {
				t.Errorf("a page it does not trust is told %q", types)
			}
		})
	}
}

// insider stands in the frame: it tells the page around when the library is
// there, and answers after the site had its say to all that came before.
const insider = `if (self !== top) {
	addEventListener("message", ({ data }) => { if (data?.type === "test:echo") setTimeout(() => parent.postMessage({type: "test:echoed"}, "*")); });
	addEventListener("DOMContentLoaded", async () => {
		await customElements.whenDefined("fenghui-app");
		await document.querySelector("fenghui-app").ready;
		parent.postMessage({type: "test:ready"}, "*");
	});
}`

// sayHostile has the page around say what no message should be.
func (x *explorer) sayHostile() {
	x.t.Helper()
	x.Do(`["x", null, 7, {type: "__proto__"}, {type: "constructor"}, {type: "fenghui:go"}, {type: "fenghui:go", at: 7}, {type: "fenghui:lang", lang: "__proto__"}, {type: "fenghui:theme", theme: {}}].forEach(say)`)
	for _, bad := range hostile(x.t) {
		x.Do(fmt.Sprintf(`(() => { const bad = %s; ["go", "lang", "theme", "hello", bad].forEach((type) => say({ type: "fenghui:" + type, at: bad, lang: bad, theme: bad }));
			say({ type: "fenghui:go", at: "#/search?q=" + bad }); say({ type: "fenghui:go", at: "#/read/" + encodeURIComponent(bad) }); })()`, quoted(bad)))
	}
}

// embedders has the page trust an origin, as a site built so would.
func (x *explorer) embedders(origin string) {
	x.t.Helper()
	x.spoil("/", func(r *httptest.ResponseRecorder) {
		page := strings.Replace(r.Body.String(), `embedders=""`, fmt.Sprintf(`embedders=%q`, origin), 1)
		r.Body.Reset()
		r.Body.WriteString(page)
		r.Header().Set("Content-Security-Policy", hosting.Site{FrameAncestors: "*"}.Policy())
	})
}

// What is said before the page listens to its address, and who says hello only
// when all is there.
func TestAFrameUnderstandsWhoSpeaksEarlyOrLate(t *testing.T) {
	t.Parallel()
	dir, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	framed := e2e.ServeHandler(t, hosting.Site{Dir: dir, FrameAncestors: "*"})
	around := e2e.ServeHandler(t, framing(framed.URL+"?embed=1#/search?q=%E8%B4%B8%E6%98%93%E9%A2%9D"))
	x := &explorer{t: t, browser: e2e.Launch(t), server: framed}
	x.embedders(strings.TrimSuffix(around.URL, "/"))
	x.Page = x.browser.NewPage()
	x.BeforeScripts(insider)
	x.Go(around.URL)
	x.Do(`await heard("test:ready")`)
	x.Do(`say({type: "fenghui:hello"})`)
	if n := e2e.Eval[int](x.Page, `(await heard("fenghui:ready")).documents`); n != records() {
		t.Errorf("%d documents are told", n)
	}
	if view := e2e.Eval[string](x.Page, `(await heard("fenghui:state")).route.view`); view != "search" {
		t.Errorf("it is told to show %s", view)
	}
	x.Go(around.URL + "?early")
	x.Do(`(() => { const again = setInterval(() => { say({type: "fenghui:hello"}); say({type: "fenghui:go", at: "#/read/2025-10-09-ca-russia-dushanbe?p=8"}); }, 1); heard("fenghui:select").then(() => clearInterval(again)); })()`)
	if at := e2e.Eval[string](x.Page, `(await heard("fenghui:select")).document`); at != "2025-10-09-ca-russia-dushanbe" {
		t.Errorf("it tells of %s", at)
	}
}
