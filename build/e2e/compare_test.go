package e2e_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
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

// picked is a file the page hands out, its bytes as they are.
func (x *explorer) picked(ending string) (name, kind string, bytes []byte) {
	x.t.Helper()
	var got struct {
		Name, Kind string
		Bytes      []int
	}
	got = e2e.Eval[struct {
		Name, Kind string
		Bytes      []int
	}](x.Page, fmt.Sprintf(`await new Promise((got) => {
		const make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
		let blob;
		URL.createObjectURL = (b) => { blob = b; return make.call(URL, b); };
		HTMLAnchorElement.prototype.click = async function () {
			if (!this.download) return click.call(this);
			URL.createObjectURL = make;
			HTMLAnchorElement.prototype.click = click;
			got({name: this.download, kind: blob.type, bytes: [...new Uint8Array(await blob.arrayBuffer())]});
		};
		[...document.querySelectorAll(".downloads button")].find((b) => b.textContent === %q).click();
	})`, ending))
	for _, b := range got.Bytes {
		bytes = append(bytes, byte(b))
	}
	return got.Name, got.Kind, bytes
}

func TestAComparisonIsTakenAlong(t *testing.T) {
	x := explore(t)
	_, rows := x.drawn()
	name, kind, data := x.picked("CSV")
	table, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
	if err != nil || len(table) != rows+1 || !strings.HasPrefix(kind, "text/csv") || !strings.HasSuffix(name, ".csv") {
		t.Errorf("%s (%s) has %d rows, the page %d: %v", name, kind, len(table)-1, rows, err)
	}
	if !strings.Contains(table[1][len(table[1])-1], "#/read/") {
		t.Errorf("no link in %q", table[1])
	}
	_, kind, data = x.picked("SVG")
	if kind != "image/svg+xml" || !strings.HasPrefix(string(data), "<svg ") {
		t.Errorf("SVG is %s: %.40s", kind, data)
	}
	var width int
	if m := regexp.MustCompile(`^<svg [^>]* width="(\d+)"`).FindSubmatch(data); m != nil {
		width, _ = strconv.Atoi(string(m[1]))
	}
	_, kind, data = x.picked("PNG")
	if kind != "image/png" || len(data) < 5000 || string(data[1:4]) != "PNG" {
		t.Errorf("PNG is %s of %d bytes", kind, len(data))
	} else if got := int(data[18])<<8 | int(data[19]); got != 2*width {
		t.Errorf("the picture is %d pixels wide, the drawing %d", got, width)
	}
}

func quoted(text string) string {
	data, _ := json.Marshal(text)
	return string(data)
}

// judge checks a draft and tells the verdicts of its figures.
func (x *explorer) judge(text, date string) []string {
	x.t.Helper()
	x.visit("#/draft")
	x.Do(fmt.Sprintf(`(() => { const field = document.querySelector("#draft-text"); field.value = %s;
		document.querySelector(".draft-date input").value = %q;
		document.querySelector(".draft-result").replaceChildren();
		field.dispatchEvent(new InputEvent("input", {bubbles: true}));
		document.querySelector(".draft-form").requestSubmit(); })()`, quoted(text), date))
	x.Until(`document.querySelector(".draft-result").firstChild`)
	return e2e.Eval[[]string](x.Page, `[...document.querySelectorAll(".judgement")].map((li) => li.dataset.verdict)`)
}

func TestADraftIsJudged(t *testing.T) {
	x := explore(t)
	text := "2024年哈萨克斯坦与上合组织成员国贸易额接近700亿美元。\n哈萨克斯坦与日本贸易额达到90亿美元。"
	if got := x.judge(text, "2025-12-21"); !slices.Equal(got, []string{"agrees", "differs"}) {
		t.Errorf("judged %v", got)
	}
	if got := x.hash(); got != "#/draft" {
		t.Errorf("the address is %s", got)
	}
	shown := e2e.Eval[string](x.Page, `document.querySelector(".draft-marked").textContent.replace(/[✓≠]\d/g, "")`)
	if shown != strings.ReplaceAll(text, "\n", "") {
		t.Errorf("shown as %s", shown)
	}
	x.Do(`Object.defineProperty(navigator, "clipboard", {value: {writeText: async (text) => { window.copied = text; }}, configurable: true})`)
	x.Do(`document.querySelector(".draft-summary button").click()`)
	if copied := e2e.Eval[string](x.Page, `window.copied`); !strings.HasPrefix(copied, text) || strings.Count(copied, "#/read/") < 2 {
		t.Errorf("copied:\n%s", copied)
	}
	x.Do(`document.querySelector(".judgement .source a").click()`)
	x.Until(`document.querySelector("fenghui-read")`)
	x.after(`history.back()`)
	x.Until(`document.querySelectorAll(".judgement").length === 2`)
	if kept := e2e.Eval[string](x.Page, `JSON.stringify({...localStorage, ...sessionStorage}) + JSON.stringify(history.state)`); strings.Contains(kept, "90亿") {
		t.Errorf("kept in %s", kept)
	}
}

func TestADraftMayBeEmptyOrTooLong(t *testing.T) {
	x := explore(t)
	if got := x.judge(" \n", ""); len(got) != 0 || x.Text(".draft-result") == "" {
		t.Errorf("an empty draft is judged %v", got)
	}
	if got := x.judge("港口的工人都来了。", ""); len(got) != 0 || x.Text(".draft-result") == "" {
		t.Errorf("a draft without figures is judged %v", got)
	}
	x.Do(`(() => { const field = document.querySelector("#draft-text"); field.value = "港口".repeat(30000);
		document.querySelector(".draft-form").requestSubmit(); })()`)
	if !e2e.Eval[bool](x.Page, `document.querySelector("#draft-text").ariaInvalid === "true" && document.querySelector(".draft-length").textContent !== ""`) {
		t.Error("nothing is said of a draft that is too long")
	}
}

func TestACardTellsWhatItsFigureAppearsIn(t *testing.T) {
	x := explore(t)
	x.visit(russia + "?p=9&f=1")
	x.Until(`document.querySelector(".card-comparisons a")`)
	if href := e2e.Eval[string](x.Page, `document.querySelector(".card-comparisons a").hash`); !strings.HasPrefix(href, "#/compare/") {
		t.Errorf("it links to %s", href)
	}
}
