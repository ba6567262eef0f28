package e2e_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
)

var versions = regexp.MustCompile(`/v-[0-9a-f]{12}/`)

// Nothing keeps the files of a portal's explorers but the browser's cache: one
// that is left open while the site changes says what to do.
func TestAPortalLeftOpenWhileTheSiteChangesIsTold(t *testing.T) {
	t.Parallel()
	dir, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	later, err := next()
	if err != nil {
		t.Fatal(err)
	}
	d := &deployment{}
	d.put(hosting.Portal(dir, "/news/"))
	p := portalBy(t, d)
	p.allDrawn()
	d.put(hosting.Portal(later, "/news/"))
	p.browser.Expect("404|dynamically imported module")
	p.Do(`document.querySelector("#second").setAttribute("view", "figures")`)
	p.drawn("second", `fenghui-error[data-code="no-view"] p`)
	p.Reload()
	p.allDrawn()
	if of := p.versionsLoaded(); len(of) != 1 || of[0] != versionOf(t, later) {
		t.Errorf("after a reload the page has files of %q, want them of %q alone", of, versionOf(t, later))
	}
}

// versionOf is the version of the site in a folder, as addresses name it.
func versionOf(t *testing.T, dir string) string {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(dir, "v-*"))
	if err != nil || len(folders) != 1 {
		t.Fatalf("%s has the versions %q (%v)", dir, folders, err)
	}
	return "/" + filepath.Base(folders[0]) + "/"
}

// versionsLoaded are those of the files that the page and its explorers have
// loaded, as the browser took it down for each document: what the page before
// a reload still asks for in leaving is not among them.
func (p *portal) versionsLoaded() []string {
	p.t.Helper()
	files := e2e.Eval[[]string](p.Page, `[window, ...[...document.querySelectorAll("fenghui-explorer")].map((e) => e.shadowRoot.querySelector("iframe").contentWindow)]
		.flatMap((w) => w.performance.getEntriesByType("resource")).map((r) => r.name)`)
	seen := map[string]bool{}
	for _, file := range files {
		if version := versions.FindString(file); version != "" {
			seen[version] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

func TestAnExplorerRefusesAddressesThatAreNoSiteOfThisOrigin(t *testing.T) {
	t.Parallel()
	p := openPortal(t)
	p.drawn("first", ".finding")
	before := len(p.log.URLs())
	for src, key := range map[string]string{
		"javascript:alert(document.domain)//":             "explorer.bad-address",
		"data:text/html,<script>parent.alert(1)</script>": "explorer.bad-address",
		"blob:http://127.0.0.1/1":                         "explorer.bad-address",
		"file:///etc/":                                    "explorer.bad-address",
		"https://elsewhere.example/fenghui/":              "explorer.other-origin",
		"//elsewhere.example/":                            "explorer.other-origin",
		"http://[":                                        "explorer.bad-address",
	} {
		p.Do(fmt.Sprintf(`(() => { const e = document.createElement("fenghui-explorer"); e.id = "bad"; e.lang = "en"; e.setAttribute("src", %q); document.querySelector("main").append(e); })()`, src))
		p.Comes(`document.querySelector("#bad").shadowRoot.querySelector("p")`)
		if told := e2e.Eval[string](p.Page, `document.querySelector("#bad").shadowRoot.textContent`); !strings.Contains(told, word(t, "en", key)) {
			t.Errorf("%s: %s", src, told)
		}
		p.Do(`document.querySelector("#bad").remove()`)
	}
	for _, url := range p.log.URLs()[before:] {
		if !strings.HasPrefix(url, p.server.URL) {
			t.Errorf("asked for %s", url)
		}
	}
}

// Every hostile string as every attribute; one that ran would be in the console.
func TestAttributesAreOnlyText(t *testing.T) {
	t.Parallel()
	p := openPortal(t)
	p.drawn("second", ".hit mark")
	for n, bad := range hostile(t) {
		for _, name := range []string{"theme", "lang", "view", "query", "at"} {
			value := bad
			if name == "query" || name == "at" {
				value = fmt.Sprintf("#/search?q=%d %s", n, bad) // another place each time, so that one is told when it is shown
			}
			p.Do(fmt.Sprintf(`document.querySelector("#second").setAttribute(%q, %s)`, name, quoted(value)))
		}
		p.Do(`await new Promise((shown) => { const e = document.querySelector("#second"); e.addEventListener("fenghui-state", shown, { once: true }); e.removeAttribute("view"); e.removeAttribute("at"); })`)
		if made := e2e.Eval[string](p.Page, fmt.Sprintf(`[...%s.querySelectorAll(%q)].map((e) => e.outerHTML.slice(0, 80)).join()`, inside("second"), "fenghui-app "+madeOfText)); made != "" {
			t.Errorf("of %q was made %s", bad, made)
		}
	}
	if e2e.Eval[bool](p.Page, `"polluted" in {}`) {
		t.Error("every object has become polluted")
	}
}
