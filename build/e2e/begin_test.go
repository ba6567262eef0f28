package e2e_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"

	"fenghui/build/e2e"
)

// begin are the places that a page may show with the words and rules of style
// it begins with.
var begin = []string{
	"#/?", "#/search?q=贸易额&", "#/search?q=贸易额&kind=money&speech=direct&from=2020-01-01&",
	"#/search?q=\"没有人这样说过\"&", "#/search?q=作者:x+(&", "#/search?",
}

func (x *explorer) visitIn(fragment, lang string) {
	x.t.Helper()
	x.visit(e2e.Eval[string](x.Page, fmt.Sprintf("encodeURI(%q)", fragment+"lang="+lang)))
}

// Overview and search have words, in each language, before those of the other
// views are fetched.
func TestThePageBeginsWithTheWordsItNeeds(t *testing.T) {
	t.Parallel()
	x := explore(t)
	for _, lang := range languages() {
		for _, fragment := range begin {
			x.visitIn(fragment, lang)
			if missing := e2e.Eval[string](x.Page, missingWord); missing != "" {
				t.Errorf("%s in %s: no word for %s", fragment, lang, missing)
			}
		}
	}
	const rest = `performance.getEntriesByType("resource").filter(({ name }) => /-rest\.json$|later\.css$/.test(name)).length`
	if n := e2e.Eval[int](x.Page, rest); n > 0 {
		t.Errorf("%d files of words or styles that only other views need have been fetched", n)
	}
	x.Do(`new MutationObserver((_, observer) => {
		observer.disconnect();
		window.seen = getComputedStyle(document.querySelector("fenghui-help dl")).display;
	}).observe(document.querySelector("#view"), { childList: true })`)
	x.visit("#/help?lang=kk")
	if missing := e2e.Eval[string](x.Page, missingWord); missing != "" {
		t.Errorf("no word for %s in a view that came later", missing)
	}
	if seen := e2e.Eval[string](x.Page, `window.seen`); seen != "grid" {
		t.Errorf("a view that came later is first seen as %s", seen)
	}
}

// A view is not shown without its words or its looks, and can be asked for again.
func TestAViewThatDoesNotComeWholeSaysSo(t *testing.T) {
	t.Parallel()
	for _, missing := range []string{"lang/zh-rest.json", "later.css"} {
		t.Run(missing, func(t *testing.T) {
			x := serve(t)
			x.browser.Expect("Failed to load resource|Refused to apply style|no http|words of zh")
			address := x.address("base") + missing
			x.server.Answer(address, http.NotFound)
			x.Page = x.browser.Open(x.server.URL)
			x.ready()
			x.Do(`location.hash = "#/help"`)
			x.Until(`document.querySelector("fenghui-error[data-code=no-view] p")`)
			if there := e2e.Eval[bool](x.Page, `!!document.querySelector("fenghui-help")`); there {
				t.Error("it is shown all the same")
			}
			x.server.Answer(address, nil)
			x.visit("#/")
			x.visit("#/help")
			if display := e2e.Eval[string](x.Page, `getComputedStyle(document.querySelector("fenghui-help dl")).display`); display != "grid" {
				t.Errorf("then it is seen as %s", display)
			}
			if missing := e2e.Eval[string](x.Page, missingWord); missing != "" {
				t.Errorf("then there is no word for %s", missing)
			}
		})
	}
}

// missingWord is one the page shows, or tells to a screen reader.
const missingWord = `document.querySelector("fenghui-app").outerHTML.match(/⟦[^⟧]*⟧/)?.[0] ?? ""`

// What is there from the start looks the same when the other rules have come.
func TestOtherViewsLeaveTheLooksOfTheStart(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.Media("prefers-reduced-motion", "reduce")
	for turn, width := range []int64{390, 1280} {
		x.Run(chromedp.EmulateViewport(width, 900))
		for k, fragment := range begin {
			if !*everyLook && k%2 != turn {
				continue
			}
			x.visitIn(fragment, "zh")
			if changed := e2e.Eval[[]string](x.Page, changedByLater); len(changed) > 0 {
				t.Errorf("%s at %d px: %q", fragment, width, changed)
			}
		}
	}
}

// changedByLater are the properties that the rules of later views change on the
// page; sizes and places follow from others, or from where it is scrolled to.
const changedByLater = `(async () => {
	const follows = /^(--|.*(width|height|size|origin|rows|columns)$|inset|top|bottom|left|right)/;
	const looks = () => [...document.querySelectorAll("body *")].map((e) => [null, "::before", "::after"].map((part) => {
		const style = getComputedStyle(e, part);
		const properties = part && style.content === "none" ? [] : [...style].filter((p) => !follows.test(p));
		return [e.localName + "." + e.className, properties.map((p) => p + ": " + style.getPropertyValue(p))];
	})).flat();
	const sheet = document.querySelector('link[href$="later.css"]');
	const before = looks();
	await new Promise((come) => { sheet.onload = come; sheet.disabled = false; });
	const after = looks();
	sheet.disabled = true;
	return before.flatMap(([name, properties], i) => properties.filter((p, k) => p !== after[i][1][k]).map((p) => name + " " + p)).slice(0, 5);
})()`
