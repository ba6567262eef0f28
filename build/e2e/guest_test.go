package e2e_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
)

// elsewhere follows links that lead out of an explorer: they open beside the
// page, which shows no frames of others, and stay links of the explorer.
func (p *portal) elsewhere(t *testing.T) {
	const click = `((link, how) => {
		const window = link.ownerDocument.defaultView;
		let at;
		window.addEventListener(how.type, (event) => { event.preventDefault(); at = link.target + " " + link.href; }, { once: true });
		link.dispatchEvent(new window.MouseEvent(how.type, { bubbles: true, cancelable: true, ...how }));
		return new Promise((later) => setTimeout(() => later(at + " " + link.getAttribute("href"))));
	})`
	source := e2e.Eval[string](p.Page, click+`(`+inside("third")+`.querySelector(".facts a[href^=http]"), { type: "click" })`)
	if !strings.HasPrefix(source, "_blank http") {
		t.Errorf("a source opens as %q", source)
	}
	for _, how := range []string{`{ type: "click", ctrlKey: true }`, `{ type: "auxclick", button: 1 }`, `{ type: "contextmenu", button: 2 }`} {
		at := e2e.Eval[string](p.Page, click+`(`+inside("second")+`.querySelector(".hit-number"), `+how+`)`)
		if opened, after, _ := strings.Cut(strings.TrimSpace(at), " "); !strings.HasPrefix(opened, p.server.URL+"news/fenghui/#/read/") || !strings.HasPrefix(after, "#/read/") {
			t.Errorf("%s: %q opens, and %q is what the link is then", how, opened, after)
		}
	}
}

// threads counts the workers of a page that have begun and not ended.
const threads = `window.threads = 0; window.Worker = class extends Worker {
	constructor(...how) { super(...how); threads++; }
	terminate() { if (!this.ended) threads--; this.ended = true; super.terminate(); }
}`

// Explorers come and go while they open, are moved, and change their minds.
func TestExplorersComeAndGoAtAnyMoment(t *testing.T) {
	t.Parallel()
	p := openPortal(t)
	p.BeforeScripts(threads)
	p.Reload()
	p.drawn("second", ".hit mark")
	p.Do(`document.querySelectorAll("fenghui-explorer").forEach((e) => e.remove())`)
	p.Do(`await (async () => { for (const wait of [0, 0, 1, 5, 20, 60, 120, 250, 500]) {
		const e = document.createElement("fenghui-explorer");
		e.id = "guest";
		const told = () => { for (const [name, value] of [["view", "compare"], ["lang", "en"], ["at", "#/figures"], ["theme", "dark"], ["lang", "kk"], ["theme", "light"]]) e.setAttribute(name, value); };
		told();
		document.querySelector("main").append(e);
		told();
		document.querySelector("main").prepend(e);
		told();
		await new Promise((later) => setTimeout(later, wait));
		told();
		document.querySelector("main").append(e);
		await new Promise((later) => setTimeout(later, wait));
		e.setAttribute("at", "#/library");
		e.remove();
	} })()`)
	p.Comes(`threads === 0`)
	p.inOddPlaces()
	if n := e2e.Eval[int](p.Page, `threads`); n != 1 {
		t.Errorf("the program runs %d times", n)
	}
	if said := p.browser.Console(); len(said) > 0 {
		t.Errorf("the console is not empty: %q", said)
	}
}

// inOddPlaces has explorers where nothing is shown at first, in a dialog, and
// in the shadow of another element.
func (p *portal) inOddPlaces() {
	p.t.Helper()
	p.Do(`(() => {
		const make = (tag, props, ...children) => { const e = Object.assign(document.createElement(tag), props); e.append(...children); return e; };
		const guest = (id, at) => { const e = make("fenghui-explorer", { id, lang: "en" }); e.setAttribute("at", at); return e; };
		const hidden = make("div", { id: "hidden", hidden: true, dir: "rtl" }, guest("veiled", "#/search?q=贸易额"));
		const dialog = make("dialog", {}, guest("asked", "#/help"));
		const host = make("div", { id: "host" });
		host.attachShadow({ mode: "open" }).append(guest("shaded", "#/library"));
		document.querySelector("main").append(hidden, dialog, host);
		dialog.showModal();
		setTimeout(() => { hidden.hidden = false; dialog.close(); }, 300);
	})()`)
	p.drawn("veiled", ".hit mark")
	p.drawn("asked", "fenghui-help h2")
	p.Comes(`document.querySelector("#host").shadowRoot.querySelector("fenghui-explorer").shadowRoot.querySelector("iframe")?.contentDocument.querySelector("fenghui-documents tr")`)
	p.Comes(`document.querySelector("#veiled").offsetHeight > 500`)
}

// Its reader finds an explorer where they left it when the page puts it elsewhere.
func TestAnExplorerThatIsMovedIsWhereItWas(t *testing.T) {
	t.Parallel()
	p := openPortal(t)
	p.drawn("second", ".hit mark")
	p.Do(inside("second") + `.querySelector(".hit-number").click()`)
	p.drawn("second", ".passage[aria-current]")
	p.Do(`document.querySelector("main").prepend(document.querySelector("#second"))`)
	p.drawn("second", ".passage[aria-current]")
	p.Do(`(() => { const e = document.querySelector("#second"); e.remove(); e.setAttribute("query", '"超级计算机"'); document.querySelector("main").append(e); })()`)
	p.drawn("second", ".hit mark")
}

// A page may have explorers of two sites of its origin, if its policy has room
// for them; else, and where there is no site, the element says so.
func TestExplorersOfTwoSites(t *testing.T) {
	t.Parallel()
	dir, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/news/", hosting.Portal(dir, "/news/"))
	mux.Handle("/news/other/", hosting.Site{Dir: dir, Prefix: "/news/other/"})
	p := portalBy(t, mux)
	p.browser.Expect("allow-duplicates|404|dynamically imported module|Failed to load")
	p.drawn("first", ".finding")
	const add = `((id, src) => { const e = document.createElement("fenghui-explorer"); Object.assign(e, { id, lang: "ru", dir: "rtl" }); e.setAttribute("src", src); document.querySelector("main").append(e); })`
	refused := func(id, src string) {
		t.Helper()
		p.Do(add + `("` + id + `", "` + src + `")`)
		p.Comes(`document.querySelector("#` + id + `").shadowRoot.querySelector("p")`)
		if told := e2e.Eval[string](p.Page, `document.querySelector("#`+id+`").shadowRoot.textContent`); !strings.Contains(told, word(t, "ru", "explorer.failed")) {
			t.Errorf("%s: %s", src, told)
		}
	}
	refused("strict", "other")
	refused("nowhere", "nowhere/")
	p.server.Answer("/news/", func(w http.ResponseWriter, r *http.Request) {
		answer := httptest.NewRecorder()
		mux.ServeHTTP(answer, r)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", strings.Replace(policyInFull, "trusted-types fenghui", "trusted-types fenghui 'allow-duplicates'", 1))
		w.Write(answer.Body.Bytes())
	})
	p.Reload()
	p.drawn("first", ".finding")
	p.Do(add + `("guest", "/news/other")`)
	p.drawn("guest", ".overview .timeline-item")
	if open := e2e.Eval[string](p.Page, inside("guest")+`.querySelector(".embed-open").href`); open != p.server.URL+"news/other/#/?lang=ru" {
		t.Errorf("the site opens at %s", open)
	}
}
