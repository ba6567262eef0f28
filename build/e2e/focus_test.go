package e2e_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"fenghui/build/e2e"
)

// What an input method composes is no query until it is done, and the Enter
// that picks a candidate sends nothing off.
func TestNothingIsSearchedWhileSomethingIsComposed(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/help")
	x.Do(`(() => {
		const box = document.querySelector("#fenghui-query");
		box.focus();
		box.dispatchEvent(new CompositionEvent("compositionstart"));
		box.value = "maoyi";
		box.dispatchEvent(new InputEvent("input", {isComposing: true, bubbles: true}));
		box.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", keyCode: 229, isComposing: true, bubbles: true}));
		box.form.requestSubmit();
	})()`)
	x.Do(`new Promise((later) => setTimeout(later, 400))`) // a timer set later than the box's own, and longer, comes after it
	if hash := e2e.Eval[string](x.Page, `location.hash`); hash != "#/help" {
		t.Errorf("composing led to %s", hash)
	}
	x.Do(`(() => {
		const box = document.querySelector("#fenghui-query");
		box.value = "贸易";
		box.dispatchEvent(new CompositionEvent("compositionend", {data: "贸易"}));
	})()`)
	x.Until(`document.querySelector(".hit mark")`)
}

func TestTheFocusStaysWithTheReader(t *testing.T) {
	t.Parallel()
	x := explore(t)
	focused := func(want string) {
		t.Helper()
		if !e2e.Eval[bool](x.Page, `document.activeElement.matches("`+want+`")`) {
			t.Errorf("the focus is not on %s but on %s", want, e2e.Eval[string](x.Page, `document.activeElement.outerHTML.slice(0, 80)`))
		}
	}
	x.search("贸易额")
	x.Run(chromedp.Focus(`.languages [lang=en]`), chromedp.KeyEvent("\r"))
	x.Until(`document.querySelector(".count")?.textContent.endsWith("documents")`)
	focused(".languages [lang=en]")
	x.Run(chromedp.Focus(`.hit-number`), chromedp.KeyEvent("\r"))
	x.Until(`document.querySelector(".passage[aria-current]")`)
	focused(".passage[aria-current]")
	x.Run(chromedp.Focus(`fenghui-hit-walk button:last-child`), chromedp.KeyEvent("\r"))
	x.Until(`!document.querySelector("fenghui-hit-walk") && document.activeElement !== document.body`)
	focused(".passage[aria-current]")
	x.Do(`history.back()`)
	x.Until(`document.querySelector(".hit") && document.activeElement !== document.body`)
	focused("main")
	x.drop(article(1))
	x.Run(chromedp.Focus(`.import-results header button`), chromedp.KeyEvent("\r"))
	x.Until(`!document.querySelector(".import-results li")`)
	focused(".import-results")
	x.Run(chromedp.Focus(`fenghui-documents tr[data-id^='a-'] .action button:last-child`), chromedp.KeyEvent("\r"))
	x.Until(`document.querySelector(".said button")`)
	focused(".said button")
	x.Run(chromedp.KeyEvent("\r"))
	x.Until(`document.querySelector(".said").textContent && !document.querySelector(".said button")`)
	focused(".said")
	x.Do(`document.querySelector("fenghui-notices").add({ code: "not-kept" })`)
	x.Run(chromedp.Focus(`fenghui-notices .quiet`), chromedp.KeyEvent("\r"))
	focused("main")
}

// One file is the worst of each kind; what is shown of it is text.
func TestStrangeArticlesAreOnlyText(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(
		file{name: "../../etc/passwd", text: "路径笔记\n\n灯塔一号。\n"},
		file{name: "code.txt", text: "<img src=x onerror=alert(1)>灯塔<script>alert(2)</script>\n\n灯塔二号&nbsp;。\n"},
		file{name: "turned.txt", text: "\u200f\u202e倒着写的灯塔\n\n灯塔三号。\n"},
		file{name: "utf-16.txt", bytes: `new Uint8Array(new Uint16Array([..."没有标记的笔记\n\n灯塔四号，各国代表都来了。\n"].map((c) => c.charCodeAt(0))).buffer)`},
		file{name: "long.txt", text: "title: " + strings.Repeat("长", 10_000) + "\n\n灯塔五号，贸易额为20亿美元。\n"},
		file{name: "photo.png", bytes: `new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13])`},
	)
	if told := x.Text(".import-results li:last-child"); !e2e.Eval[bool](x.Page, `document.querySelectorAll("[data-status=added]").length === 5`) {
		t.Errorf("not all five texts were added, and the picture was told %s", told)
	}
	if high := e2e.Eval[int](x.Page, `Math.max(...[...document.querySelectorAll("fenghui-documents tr")].map((row) => row.offsetHeight))`); high > 400 {
		t.Errorf("a document is listed %d pixels high", high)
	}
	if n := e2e.Eval[int](x.Page, `document.querySelectorAll("main img, main script").length`); n > 0 {
		t.Errorf("%d elements come from the text", n)
	}
	if title := e2e.Eval[string](x.Page, `[...document.querySelectorAll("th.title a")].map((a) => a.textContent).join()`); e2e.Eval[bool](x.Page, `/[\u202a-\u202e]/.test(document.querySelector("fenghui-documents").textContent)`) {
		t.Errorf("a title turns the direction of writing: %q", title)
	}
	for _, query := range []string{"灯塔一号", "灯塔二号", "灯塔三号", "灯塔四号"} {
		x.wantFound(`"` + query + `"`)
	}
	x.wantUntroubled()
}
