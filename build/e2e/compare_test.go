package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"fenghui/build/e2e"
)

// found is one finding as the list shows it.
type found struct{ Kind, Title, Verdict, Address string }

func (x *explorer) findings() []found {
	x.t.Helper()
	return e2e.Eval[[]found](x.Page, `[...document.querySelectorAll(".finding")].map((li) => ({kind: li.dataset.kind,
		title: li.querySelector("a").textContent, verdict: li.querySelector(".verdict")?.innerText ?? "", address: li.querySelector("a").hash}))`)
}

// drawn opens the first comparison that is drawn, and tells how many rows it has.
func (x *explorer) drawn() (address string, rows int) {
	x.t.Helper()
	x.visit("#/compare?kind=board")
	list := x.findings()
	if len(list) == 0 {
		x.t.Fatal("no boards")
	}
	x.visit(list[0].Address)
	return list[0].Address, e2e.Eval[int](x.Page, `document.querySelectorAll(".compared:not(.derived) tbody tr").length`)
}

func TestFindingsAreListedByKindWithTheirVerdicts(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/compare")
	list := x.findings()
	kinds := map[string]int{}
	for _, f := range list {
		kinds[f.Kind]++
		if f.Title == "" || strings.Contains(f.Title+f.Verdict, "⟦") {
			t.Errorf("a finding says %+v", f)
		}
		if (f.Kind == "series" || f.Kind == "check") && f.Verdict == "" {
			t.Errorf("%s has no verdict", f.Title)
		}
	}
	for _, kind := range []string{"series", "board", "check", "initiative", "calendar"} {
		if kinds[kind] == 0 {
			t.Errorf("nothing of kind %s", kind)
		}
	}
	x.after(`document.querySelector("[data-list=verdict] input[value=suspect]").click()`)
	if got := x.findings(); len(got) == 0 || len(got) >= len(list) || x.hash() != "#/compare?verdict=suspect" {
		t.Errorf("%d of %d at %s", len(got), len(list), x.hash())
	}
	x.visit("#/compare?kind=board&verdict=suspect")
	if n := len(x.findings()); n != 0 || x.Text(".drops") == "" {
		t.Errorf("%d findings of what cannot be, and %q is told", n, x.Text(".drops"))
	}
	x.after(`document.querySelector(".drops button").click()`)
	if n := len(x.findings()); n == 0 {
		t.Errorf("nothing at %s either", x.hash())
	}
}

func TestAChartAndItsTableSayTheSame(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/compare?kind=board")
	for _, f := range x.findings() {
		x.visit(f.Address)
		rows := e2e.Eval[[]string](x.Page, `[...document.querySelectorAll(".compared:not(.derived) td.told")].map((cell) => cell.textContent)`)
		sources := e2e.Eval[int](x.Page, `document.querySelectorAll(".sources .source mark").length`)
		text := e2e.Eval[string](x.Page, `[...document.querySelectorAll(".chart-drawing desc")].map((text) => text.textContent).join()`)
		if len(rows) == 0 || sources < len(rows) || x.Text("h1") != f.Title {
			t.Errorf("%s: %d rows, %d sentences, title %s", f.Title, len(rows), sources, x.Text("h1"))
		}
		for _, told := range rows {
			if !strings.Contains(text, told) {
				t.Errorf("%s: %s is not drawn", f.Title, told)
			}
		}
	}
	shown := `document.querySelector(".comparison").dataset.show + " " + (document.querySelector(".tables").getBoundingClientRect().height > 20)`
	if got := e2e.Eval[string](x.Page, shown); got != "chart false" {
		t.Errorf("at first: %s", got)
	}
	x.Run(chromedp.KeyEvent("t"))
	x.Until(`document.querySelector(".comparison").dataset.show === "table"`)
	if got := e2e.Eval[string](x.Page, shown); got != "table true" || !strings.Contains(x.hash(), "show=table") {
		t.Errorf("turned: %s at %s", got, x.hash())
	}
}

func TestASharedLinkOpensTheSameComparison(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drawn()
	title := x.Text("h1")
	x.Do(`Object.defineProperty(navigator, "clipboard", {value: {writeText: async (text) => { window.copied = text; }}, configurable: true})`)
	x.Run(chromedp.KeyEvent("l"))
	x.Until(`document.querySelector(".copy-link span").textContent === "已复制"`)
	link := e2e.Eval[string](x.Page, `window.copied`)
	x.visit("#/help")
	x.Go(link)
	x.Reload()
	x.ready()
	x.Until(`document.querySelector(".comparison h1")`)
	if got := x.Text("h1"); got != title {
		t.Errorf("%s opens %s, want %s", link, got, title)
	}
	x.visit("#/compare/series/nothing%2Fof%2Fthe%2Fkind")
	if e2e.Eval[int](x.Page, `document.querySelectorAll(".empty-state a").length`) == 0 {
		t.Error("nothing is said of a comparison that is not there")
	}
}

func TestACardTellsWhatItsFigureAppearsIn(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit(russia + "?p=9&f=1")
	x.Until(`document.querySelector(".card-comparisons a")`)
	if href := e2e.Eval[string](x.Page, `document.querySelector(".card-comparisons a").hash`); !strings.HasPrefix(href, "#/compare/") {
		t.Errorf("it links to %s", href)
	}
}

// planned is an article with a plan for each of many months.
func planned(months int) file {
	var b strings.Builder
	b.WriteString(" date 2024-03-02 海洋国家联盟渔业峰会\n")
	for n := range months {
		fmt.Fprintf(&b, "\n冰岛计划到%d年%d月建成第%d号码头。\n", 2031+n/12, n%12+1, n+1)
	}
	return file{name: "planned.txt", text: b.String()}
}

func TestComingBackTheListIsAsItWasLeft(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(planned(30))
	x.visit("#/compare?kind=calendar")
	if n := len(x.findings()); n != 50 {
		t.Fatalf("%d dates at first, want 50", n)
	}
	x.Do(`document.querySelector(".more").focus()`)
	x.Do(`(document.querySelector(".more").click(), document.querySelector(".more").click())`) // a double click is one
	x.Until(`document.querySelectorAll(".finding").length > 50`)
	all := len(x.findings())
	if n := e2e.Eval[int](x.Page, `new Set([...document.querySelectorAll(".finding a")].map((link) => link.hash)).size`); n != all {
		t.Errorf("%d dates, %d of them different", all, n)
	}
	if !e2e.Eval[bool](x.Page, `document.querySelector(".more").hidden && document.activeElement === document.querySelectorAll(".finding a")[50]`) {
		t.Error("the focus does not go on from the first of the new ones")
	}
	if got := x.hash(); got != fmt.Sprintf("#/compare?kind=calendar&n=%d", all) {
		t.Errorf("the address is %s", got)
	}
	x.Do(`document.querySelectorAll(".finding")[60].scrollIntoView({block: "center"})`)
	y := e2e.Eval[int](x.Page, `Math.round(scrollY)`)
	x.after(`document.querySelectorAll(".finding a")[60].click()`)
	x.Until(`document.querySelector(".comparison h1")`)
	x.after(`history.back()`)
	if n := len(x.findings()); n != all {
		t.Errorf("%d dates, %d before", n, all)
	}
	if got := e2e.Eval[int](x.Page, `Math.round(scrollY)`); got < y-2 || got > y+2 {
		t.Errorf("scrolled to %d, before to %d", got, y)
	}
	if !e2e.Eval[bool](x.Page, `document.activeElement === document.querySelectorAll(".finding a")[60]`) {
		t.Error("the focus is not on what was opened")
	}
}

func TestAListIsOfTheLibraryThereIs(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(planned(70))
	x.visit("#/compare?kind=calendar&n=70")
	all := len(x.findings())
	x.Reload()
	x.ready()
	x.Until(`document.querySelector(".finding")`)
	if n := len(x.findings()); n != all || n < 70 {
		t.Errorf("after a reload %d dates, %d before", n, all)
	}
	counted := x.Text("fenghui-compare .count")
	x.drop(article(1))
	x.visit("#/compare?kind=calendar")
	if x.Text("fenghui-compare .count") == counted {
		t.Error("what was found in the library before is shown of the one there is now")
	}
}

func TestAComparisonIsDrawnForTheWindowItIsIn(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drawn()
	for _, width := range []int64{390, 1280, 390, 1280} {
		x.Resize(width, 800)
		x.Until(fmt.Sprintf(`document.querySelector("figure.chart-%s")`, map[int64]string{390: "narrow", 1280: "wide"}[width]))
	}
	x.Resize(390, 800)
	x.Resize(1280, 800) // back, perhaps before the answer came
	x.after(`document.querySelector(".comparison-tools button").click()`)
	if !e2e.Eval[bool](x.Page, `document.querySelector("figure.chart-wide") !== null`) {
		t.Error("what was asked for a phone came too late, and is shown all the same")
	}
}

// The page tells of a view that is drawn when it is, also where the window has
// changed meanwhile and another drawing was asked for.
func TestAComparisonIsThereWhenThePageSaysSo(t *testing.T) {
	t.Parallel()
	x := stumble(t, `{comparison: ["hold"]}`)
	x.visit("#/compare?kind=board")
	address := x.findings()[0].Address
	x.Do(fmt.Sprintf(`void (window.told = new Promise((told) => {
		document.querySelector("fenghui-app").addEventListener("fenghui-state", told, {once: true});
		location.hash = %q;
	}))`, address))
	x.Until(`document.querySelector("fenghui-comparison fenghui-progress:not([hidden])")`) // asked, and not answered
	x.Resize(390, 800)
	x.Do(`told`)
	if !e2e.Eval[bool](x.Page, `document.querySelector("figure.chart-narrow") !== null`) {
		t.Error("nothing is drawn yet, or not for this window")
	}
}

func TestFindingsAreReachedByKeyboard(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit(russia)
	x.Run(chromedp.KeyEvent("c"))
	x.Until(`document.querySelector(".finding")`)
	if got := x.hash(); got != "#/compare?document=2025-10-09-ca-russia-dushanbe" {
		t.Errorf("from a document to %s", got)
	}
	x.Run(chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent("k"), chromedp.KeyEvent("j"))
	second := x.findings()[1]
	if got := e2e.Eval[string](x.Page, `document.activeElement.textContent`); got != second.Title {
		t.Errorf("on %s, want %s", got, second.Title)
	}
	x.Run(chromedp.KeyEvent("o"))
	x.Until(`document.querySelector(".comparison h1")`)
	if got := x.Text("h1"); got != second.Title {
		t.Errorf("opened %s", got)
	}
	x.Run(chromedp.KeyEvent("\x1b"))
	x.Until(`document.querySelector(".finding")`)
	x.Until(fmt.Sprintf(`document.activeElement.textContent === %q`, second.Title))
}

// Where a page may not copy, the reader can.
func TestWhatCannotBeCopiedIsShownSelected(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drawn()
	x.Do(`Object.defineProperty(navigator, "clipboard", {value: {writeText: async () => { throw new DOMException("refused", "NotAllowedError"); }}, configurable: true})`)
	x.Do(`document.querySelector(".citation button").click()`)
	x.Until(`document.querySelector(".citation textarea:not([hidden])")`)
	got := e2e.Eval[string](x.Page, `getSelection().toString() || (() => { const {value, selectionStart, selectionEnd} = document.activeElement; return value?.slice(selectionStart, selectionEnd) ?? ""; })()`)
	if !strings.HasPrefix(got, x.Text("h1")) || !strings.Contains(got, "#/compare/board/") {
		t.Errorf("selected is %q", got)
	}
}
