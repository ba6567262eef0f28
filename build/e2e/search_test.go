package e2e_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"fenghui/build/e2e"
)

// typed puts a query into the search box as hands would.
func (x *explorer) typed(query string) {
	x.t.Helper()
	x.Do(fmt.Sprintf(`(() => {
		const box = document.querySelector("#fenghui-query");
		box.focus();
		box.value = %q;
		box.dispatchEvent(new InputEvent("input", {bubbles: true}));
	})()`, query))
}

const suggested = `document.querySelector("fenghui-suggestions:not([hidden]) [role=option]")`

// exploreTyping is explore with a query being typed, and suggestions for it.
func exploreTyping(t *testing.T, query string) *explorer {
	t.Helper()
	x := explore(t)
	x.Do(`document.querySelector("#fenghui-query").focus()`)
	x.Until(`document.querySelector("fenghui-suggestions")`)
	x.typed(query)
	x.Until(suggested)
	return x
}

func TestSuggestionsAreGoneThroughWithTheArrows(t *testing.T) {
	t.Parallel()
	x := exploreTyping(t, "tokay")
	x.Run(chromedp.KeyEvent(kb.ArrowDown))
	x.Until(`document.querySelector("#fenghui-query").getAttribute("aria-activedescendant") === "fenghui-suggestion-0"`)
	x.Run(chromedp.KeyEvent(kb.Enter))
	x.Until(`document.querySelector("#fenghui-query").value === "Tokayev" && document.querySelector(".hit mark")?.textContent === "托卡耶夫"`)
	x.typed("贸")
	x.Until(suggested)
	x.Run(chromedp.KeyEvent(kb.Escape))
	x.Until(`document.querySelector("fenghui-suggestions").hidden && document.activeElement.id === "fenghui-query"`)
}

func TestASuggestionIsPickedByAWholeClick(t *testing.T) {
	t.Parallel()
	x := exploreTyping(t, "tokay")
	x.Do(`["pointerdown", "mousedown"].forEach((press) => ` + suggested + `.dispatchEvent(new MouseEvent(press, {bubbles: true, cancelable: true})))`)
	if value := e2e.Eval[string](x.Page, `document.querySelector("#fenghui-query").value`); value != "tokay" {
		t.Errorf("a press that may still be taken back made it %q", value)
	}
	x.Run(chromedp.Click(`fenghui-suggestions [role=option]`))
	x.Until(`document.querySelector("#fenghui-query").value === "Tokayev" && document.querySelector("fenghui-suggestions").hidden && document.activeElement.id === "fenghui-query"`)
}

func TestTheChoiceEndsWhereTypingGoesOn(t *testing.T) {
	t.Parallel()
	x := exploreTyping(t, "tokay")
	x.Run(chromedp.KeyEvent(kb.ArrowDown))
	x.Until(`document.querySelector("#fenghui-query").hasAttribute("aria-activedescendant")`)
	// At once: what is suggested for the longer word is not there yet.
	taken := e2e.Eval[[]bool](x.Page, `(() => {
		const box = document.querySelector("#fenghui-query");
		const takes = (key, shiftKey) => !box.dispatchEvent(new KeyboardEvent("keydown", {key, shiftKey, bubbles: true, cancelable: true}));
		box.value = "tokayx";
		box.dispatchEvent(new InputEvent("input", {bubbles: true}));
		return [box.hasAttribute("aria-activedescendant"), takes("ArrowUp", true), takes("Enter", false)];
	})()`)
	if want := []bool{false, false, false}; !slices.Equal(taken, want) {
		t.Errorf("still chosen, Shift with an arrow taken, Enter taken: %v", taken)
	}
}

func TestAnEmptyResultLeadsOn(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/search?q=%E4%B8%AD%E9%97%B4%E8%B5%B0%E5%BB%8A&to=2020-01-01") // 中间走廊, before there was any summit
	if n := len(x.hits()); n != 0 {
		t.Fatalf("%d hits", n)
	}
	if chip := x.Text(".set .chip"); !strings.HasPrefix(chip, "到2020年1月1日") {
		t.Errorf("what is set is told as %s", chip)
	}
	x.Run(chromedp.Click(`.relaxed button`))
	x.Until(`document.querySelector(".hit") && !location.hash.includes("to=")`)
}

func TestHitsAreNarrowedAndSorted(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.search("核电")
	all := len(x.hits())
	x.after(`document.querySelector("[data-list=country] input[value=日本]").click()`) // folded away where there is little room
	if hits := x.hits(); len(hits) == 0 || len(hits) >= all || !strings.Contains(hits[0].Text, "日本") || !strings.Contains(x.hash(), "country=") {
		t.Errorf("%d of %d hits at %s", len(hits), all, x.hash())
	}
	x.after(`document.querySelector(".set .chip").click()`)
	if hits := x.hits(); len(hits) != all || strings.Contains(x.hash(), "country=") {
		t.Errorf("without the country %d hits of %d at %s", len(hits), all, x.hash())
	}
	x.Do(`(() => {
		const order = document.querySelector(".sorting select");
		order.value = "-date";
		order.dispatchEvent(new Event("change"));
	})()`)
	x.Until(`location.hash.includes("sort=-date") && [...document.querySelectorAll(".group time")].every((time, k, all) => !k || all[k - 1].dateTime <= time.dateTime)`)
	dates := e2e.Eval[[]string](x.Page, `[...document.querySelectorAll(".group time")].map((time) => time.dateTime)`)
	if !slices.IsSorted(dates) {
		t.Errorf("the dates are %v", dates)
	}
}

// Where there is little room a button opens the filters, and closes them again.
func TestInANarrowWindowTheFiltersOpenAndClose(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.Run(chromedp.EmulateViewport(360, 640))
	for at, panel := range map[string]string{"#/search?q=Tokayev": "filters", "#/figures": "figure-filters"} {
		x.visit(at)
		x.Until(`document.querySelector(".hit mark, fenghui-figure-table tbody tr")`)
		for i, open := range []bool{false, true, false} {
			if i > 0 {
				x.Run(chromedp.Click(`.filters-toggle`))
			}
			state := fmt.Sprintf(`document.querySelector(".filters-toggle").ariaExpanded === "%t" && document.querySelector("#%s").checkVisibility() === %[1]t`, open, panel)
			if !e2e.Eval[bool](x.Page, state) {
				t.Errorf("%s: after %d clicks the filters are not as they should be, open: %t", at, i, open)
			}
		}
	}
}

func TestOtherNamesCanBeLeftOut(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.search("Tokayev")
	x.Run(chromedp.Click(`.expanded button`))
	x.Until(`location.hash.includes("literal=1") && document.querySelectorAll(".hit").length === 0`)
	x.Run(chromedp.Click(`.expanded button`))
	x.Until(`document.querySelector(".hit")`)
}
