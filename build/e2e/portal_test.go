package e2e_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
)

// portal is a page of somebody else, under /news/, with three explorers.
type portal struct {
	*explorer
	log *e2e.NetworkLog
}

func openPortal(t *testing.T) *portal {
	t.Helper()
	dir, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	return portalBy(t, hosting.Portal(dir, "/news/"))
}

func portalBy(t *testing.T, handler http.Handler) *portal {
	t.Helper()
	x := &explorer{t: t, server: e2e.ServeHandler(t, handler)}
	x.browser = e2e.Launch(t)
	x.Page = x.browser.NewPage()
	p := &portal{x, x.Network()}
	x.AxeInFrames()
	x.BeforeScripts(alarm)
	x.Go(x.server.URL + "news/")
	return p
}

// inside is what lies in an explorer of the page.
func inside(id string) string {
	return fmt.Sprintf(`document.querySelector(%q).shadowRoot.querySelector("iframe").contentDocument`, "#"+id)
}

// drawn waits until a view of an explorer shows what a selector means.
func (p *portal) drawn(id, selector string) {
	p.t.Helper()
	p.Comes(fmt.Sprintf(`document.querySelector("#%s").shadowRoot?.querySelector("iframe")?.contentDocument?.querySelector(%q)`, id, selector))
}

// allDrawn waits until each explorer shows what the page asks it for.
func (p *portal) allDrawn() {
	p.t.Helper()
	p.drawn("first", ".finding")
	p.drawn("second", ".hit mark")
	p.drawn("third", ".passage[aria-current]")
}

func TestAPortalHasExplorersInIt(t *testing.T) {
	t.Parallel()
	p := openPortal(t)
	p.allDrawn()
	t.Run("one program and one library for all", func(t *testing.T) {
		for _, file := range []string{"/worker.js", "/fenghui.wasm", "/pack-"} {
			if n := p.requested(file); n != 1 {
				t.Errorf("%s was asked for %d times", file, n)
			}
		}
	})
	t.Run("the page is where its reader is", p.calm)
	t.Run("no request leaves the origin", p.ownOrigin)
	t.Run("its policy is as strict as can be", p.strict)
	t.Run("it is accessible, frames and all", p.accessible)
	t.Run("each speaks its language", func(t *testing.T) {
		for id, want := range map[string]string{"first": "zh", "second": "en", "third": "ru"} {
			if lang := e2e.Eval[string](p.Page, inside(id)+`.documentElement.lang`); lang != want {
				t.Errorf("%s speaks %s, want %s", id, lang, want)
			}
		}
	})
	t.Run("events", p.events)
	t.Run("looks", p.looks)
	t.Run("steps", p.steps)
	t.Run("attributes", p.attributes)
	if said := p.browser.Console(); len(said) > 0 {
		t.Errorf("the console is not empty: %q", said)
	}
	t.Logf("portal: %d requests, none outside the origin; console: %d lines; policy: %s", len(p.log.URLs()), len(p.browser.Console()), policyInFull)
}

// policyInFull must suffice for the page of a portal, word for word.
const policyInFull = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
	"worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types fenghui"

func (p *portal) calm(t *testing.T) {
	if at := e2e.Eval[string](p.Page, `scrollY + document.activeElement.localName`); at != "0body" {
		t.Errorf("the page has been scrolled, or its focus taken: %s", at)
	}
	if y := e2e.Eval[float64](p.Page, inside("third")+`.defaultView.scrollY`); y == 0 {
		t.Error("the passage asked for is not in view")
	}
}

func (p *portal) ownOrigin(t *testing.T) {
	if urls := p.log.URLs(); len(urls) < 30 {
		t.Errorf("only %d requests were logged", len(urls))
	}
	if outside := p.log.Outside(p.server.URL); len(outside) > 0 {
		t.Errorf("asked for %q", outside)
	}
}

func (p *portal) strict(t *testing.T) {
	for _, address := range []string{"", "fenghui/", "fenghui/explorer.js"} {
		if policy := e2e.Eval[string](p.Page, fmt.Sprintf(`(await fetch(%q)).headers.get("Content-Security-Policy")`, address)); policy != policyInFull {
			t.Errorf("the policy of %q is %s", address, policy)
		}
	}
	if inline := e2e.Eval[int](p.Page, `document.querySelectorAll("script:not([src]), [style], style").length`); inline > 0 {
		t.Errorf("%d scripts or styles stand in the page itself", inline)
	}
}

func (p *portal) accessible(t *testing.T) {
	if frames := e2e.Eval[int](p.Page, `[...document.querySelectorAll("fenghui-explorer")].filter((e) => e.shadowRoot.querySelector("iframe").contentWindow.axe).length`); frames != 3 {
		t.Fatalf("axe-core is in %d frames, want 3", frames)
	}
	const windows = `[window, ...[...document.querySelectorAll("fenghui-explorer")].map((e) => e.shadowRoot.querySelector("iframe").contentWindow)]`
	for scheme, rules := range schemes {
		p.Media("prefers-color-scheme", scheme)
		p.Until(fmt.Sprintf(`%s.every((w) => w.matchMedia("(prefers-color-scheme: %s)").matches)`, windows, scheme)) // frames learn of it later
		p.Do(`await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))`)              // and take over the page's colours then
		p.Do(windows + `.forEach((w) => w.document.getAnimations().forEach((a) => a.finish()))`)                     // a colour half-way is none
		for _, v := range p.Axe(rules...) {
			t.Errorf("%s: not accessible: %s", scheme, v)
		}
	}
	p.Media("prefers-color-scheme", "light")
}

func (p *portal) events(t *testing.T) {
	told := p.Text("#told")
	for _, want := range []string{fmt.Sprintf("first: fenghui-ready {\"documents\":%d}", records()), "second: fenghui-state", "third: fenghui-select {\"document\":\"2025-10-09-ca-russia-dushanbe\",\"passage\":8"} {
		if !strings.Contains(told, want) {
			t.Errorf("%s is not told:\n%s", want, told)
		}
	}
	if title := e2e.Eval[string](p.Page, `document.title + location.href`); !strings.Contains(title, "portal") || strings.Contains(title, "#") {
		t.Errorf("the page around has become %s", title)
	}
}

// rude are styles none of which may reach into an explorer.
const rude = `html { font: 62.5%/1.2 monospace; } p, a, h1, h2, article { text-transform: lowercase !important; }
	a { color: magenta !important; } .notice, .hit, article { display: none !important; } main p { font-family: monospace; }`

// Custom properties and the theme get in, nothing else gets in or out.
func (p *portal) looks(t *testing.T) {
	p.server.Answer("/news/rude.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css")
		fmt.Fprint(w, rude)
	})
	p.Do(`await new Promise((loaded) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "rude.css", onload: loaded })))`)
	for what, want := range map[string]string{
		`getComputedStyle(` + inside("first") + `.querySelector("form")).marginBlockEnd`:                                      "0px",
		inside("first") + `.documentElement.style.getPropertyValue("--accent")`:                                               "#005f73",
		`getComputedStyle(` + inside("first") + `.documentElement).fontSize`:                                                  "15px",
		`getComputedStyle(` + inside("second") + `.documentElement).backgroundColor`:                                          "rgb(23, 22, 20)",
		`getComputedStyle(` + inside("third") + `.documentElement).backgroundColor`:                                           "rgb(251, 250, 246)",
		`getComputedStyle(` + inside("second") + `.querySelector(".hit")).display`:                                            "grid",
		`getComputedStyle(` + inside("third") + `.querySelector("article")).textTransform`:                                    "none",
		`getComputedStyle(` + inside("third") + `.querySelector(".passage")).display`:                                         "grid",
		`getComputedStyle(document.querySelector("main p")).fontFamily`:                                                       "monospace",
		`String(customElements.get("fenghui-app")) + typeof fenghuiEngine`:                                                    "undefinedundefined",
		`String(document.querySelector("#third").shadowRoot.querySelector("iframe").offsetHeight)`:                            "600",
		`String(` + inside("first") + `.documentElement.scrollHeight <= ` + inside("first") + `.defaultView.innerHeight + 1)`: "true",
	} {
		if got := e2e.Eval[string](p.Page, what); got != want {
			t.Errorf("%s is %s, want %s", what, got, want)
		}
	}
}

// Links are followed within, and one comes back from them.
func (p *portal) steps(t *testing.T) {
	p.Do(inside("second") + `.querySelector(".hit-number").click()`)
	p.drawn("second", "fenghui-read .passage[aria-current]")
	if open := e2e.Eval[string](p.Page, inside("second")+`.querySelector(".embed-open").href`); !strings.HasPrefix(open, p.server.URL+"news/fenghui/#/read/") {
		t.Errorf("the site opens at %s", open)
	}
	p.Do(inside("second") + `.querySelector(".embed-back").click()`)
	p.drawn("second", ".hit")
	p.elsewhere(t)
	p.Do(`document.activeElement.blur()`)
	p.Run(chromedp.KeyEvent("/")) // belongs to the page around, whose focus it is
	if focused := e2e.Eval[string](p.Page, `document.activeElement.localName`); focused != "body" {
		t.Errorf("a key of the page around went to %s", focused)
	}
}

func (p *portal) attributes(t *testing.T) {
	p.Do(`document.querySelector("#second").setAttribute("query", '"超级计算机"')`)
	p.Do(`document.querySelector("#second").setAttribute("lang", "kk")`)
	p.drawn("second", `html[lang=kk] .hit`)
	p.Do(`document.querySelector("#first").remove()`)
	p.Do(`document.querySelector("main").prepend(document.querySelector("#second"))`) // moved, it is where it was
	p.drawn("second", ".hit mark")
	p.Do(`document.querySelectorAll("fenghui-explorer").forEach((e) => e.remove())`) // the program ends with the last
	p.Do(`document.querySelector("main").append(Object.assign(document.createElement("fenghui-explorer"), { id: "fourth" }))`)
	p.drawn("fourth", ".overview .timeline-item")
	if n := p.requested("/worker.js"); n != 2 && n != 1 { // perhaps from the browser's cache
		t.Errorf("the program's thread was asked for %d times", n)
	}
}
