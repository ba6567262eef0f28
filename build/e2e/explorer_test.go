package e2e_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
	"fenghui/build/repository"
	"fenghui/build/site"
	"fenghui/build/site/program"
	"fenghui/corpus"
)

// sites is where the tests' sites are built; TestMain removes it.
var sites string

func TestMain(m *testing.M) {
	var err error
	if sites, err = os.MkdirTemp("", "fenghui-e2e-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(sites)
	os.Exit(code)
}

// ours is a site of our records, built once for all tests.
var ours = sync.OnceValues(func() (string, error) { return build("ours", site.Options{Records: true}) })

// records is how many records our site has.
var records = sync.OnceValue(func() int {
	docs, err := corpus.BuiltIn()
	if err != nil {
		panic(err)
	}
	return len(docs)
})

// compiled is the program, the same for all sites.
var compiled = sync.OnceValues(func() ([]byte, error) {
	root, err := repository.Root()
	if err != nil {
		return nil, err
	}
	return program.Compile(context.Background(), root)
})

// build makes a site of what the options name.
func build(name string, o site.Options) (string, error) {
	root, err := repository.Root()
	if err != nil {
		return "", err
	}
	o.Root, o.Out, o.Quick, o.Log = root, filepath.Join(sites, name), true, os.Stderr
	o.Program = func(context.Context, string) ([]byte, error) { return compiled() }
	_, err = site.Build(context.Background(), o)
	return o.Out, err
}

// explorer is the page in a browser, with the server it came from.
type explorer struct {
	*e2e.Page
	t       *testing.T
	browser *e2e.Browser
	server  *e2e.Server
}

// explore opens the site of our records and waits for its library.
func explore(t *testing.T) *explorer {
	t.Helper()
	x := serve(t)
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	return x
}

// compiledOnce keeps the browser from compiling the program a second time, and
// better: that takes longer than these short visits gain by it.
const compiledOnce = "js-flags=--wasm-tiering-budget=1000000000"

// serve has a browser and a server ready, and no page yet.
func serve(t *testing.T) *explorer {
	t.Helper()
	dir, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	server := e2e.ServeHandler(t, hosting.Site{Dir: dir}) // first, so that the browser goes before it
	return &explorer{t: t, browser: e2e.Launch(t, compiledOnce), server: server}
}

// ready waits for the library and tells what the page knows of it.
func (x *explorer) ready() library {
	x.t.Helper()
	return e2e.Eval[library](x.Page, `(await customElements.whenDefined("fenghui-app"), await document.querySelector("fenghui-app").ready)`)
}

type library struct {
	Documents []head
	Kept      bool
	Origin    string
	Segments  int
}

type head struct {
	ID, Title, TitleFrom, Date, DateFrom, Organisation, Event, Speaker string
	BuiltIn                                                            bool
}

// visit goes to a place in the page and waits until it is drawn.
func (x *explorer) visit(fragment string) {
	x.t.Helper()
	x.Do(fmt.Sprintf(`await new Promise((drawn) => {
		const app = document.querySelector("fenghui-app");
		const wanted = %q;
		const here = () => [location.hash, location.hash.replace(/[?&]lang=\w+$/, "")].includes(wanted); // a language once chosen stays
		const done = () => { if (here()) { app.removeEventListener("fenghui-state", done); drawn(); } };
		app.addEventListener("fenghui-state", done);
		if (here()) location.hash = "#/help";
		location.hash = wanted;
	})`, fragment))
}

// hit is one passage as the page shows it.
type hit struct {
	Document string
	Title    string // of the document
	Text     string
	Marks    []string
}

// search asks by the address, as a link would.
func (x *explorer) search(query string) []hit {
	x.t.Helper()
	x.visit("#/search?q=" + e2e.Eval[string](x.Page, fmt.Sprintf("encodeURIComponent(%q)", query)))
	return x.hits()
}

func (x *explorer) hits() []hit {
	x.t.Helper()
	return e2e.Eval[[]hit](x.Page, `[...document.querySelectorAll(".hit")].map((hit) => ({
		document: hit.closest(".group").dataset.document,
		title: hit.closest(".group").querySelector("h2").textContent,
		text: hit.querySelector(".hit-text").textContent,
		marks: [...hit.querySelectorAll("mark")].map((mark) => mark.textContent),
	}))`)
}

// requested counts the requests for paths that hold a string.
func (x *explorer) requested(part string) int {
	n := 0
	for _, r := range x.server.Requests() {
		if strings.Contains(r.Path, part) {
			n++
		}
	}
	return n
}

// file is one to be dropped: text, or bytes given as JavaScript.
type file struct{ name, text, bytes string }

// drop drops files on the Library view and tells what became of them, in
// order, as "status name".
func (x *explorer) drop(files ...file) []string {
	x.t.Helper()
	x.visit("#/library")
	var parts []string
	for _, f := range files {
		content := f.bytes
		if content == "" {
			quoted, err := json.Marshal(f.text)
			if err != nil {
				x.t.Fatal(err)
			}
			content = string(quoted)
		}
		parts = append(parts, fmt.Sprintf("new File([%s], %q)", content, f.name))
	}
	x.Do(fmt.Sprintf(`(() => { const carried = new DataTransfer();
		for (const file of [%s]) carried.items.add(file);
		document.querySelector(".import-results").replaceChildren();
		document.querySelector("fenghui-import").dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true})); })()`,
		strings.Join(parts, ", ")))
	x.Until(`document.querySelector(".import-results li")`)
	return e2e.Eval[[]string](x.Page, `[...document.querySelectorAll(".import-results li")].map((li) => li.dataset.status + " " + li.querySelector(".result-name").textContent)`)
}

// listed are the documents the Library view shows.
func (x *explorer) listed() []head {
	x.t.Helper()
	return e2e.Eval[library](x.Page, `await document.querySelector("fenghui-app").ready.then(() => document.querySelector("fenghui-library").context.session.library)`).Documents
}
