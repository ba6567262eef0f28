package e2e_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

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
	t.Parallel()
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
	x.Do(`document.querySelector(".draft-summary > button").click()`)
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
	t.Parallel()
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

func TestVerdictsOfADraftCanBeLookedAtAlone(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.judge("2024年哈萨克斯坦与上合组织成员国贸易额接近700亿美元。\n哈萨克斯坦与日本贸易额达到90亿美元。", "2025-12-21")
	shown := `[...document.querySelectorAll(".judgement")].map((li) => li.dataset.verdict).join()`
	x.Do(`document.querySelector(".draft-counts [data-verdict=differs]").click()`)
	if got := e2e.Eval[string](x.Page, shown); got != "differs" {
		t.Errorf("alone: %s", got)
	}
	x.Do(`document.querySelector(".judged[data-verdict=agrees] .judged-mark").click()`)
	if got := e2e.Eval[string](x.Page, shown+` + " " + document.activeElement.id + " " + document.querySelectorAll(".draft-counts [aria-pressed=true]").length`); got != "agrees,differs judgement-0 0" {
		t.Errorf("a mark of another verdict: %s", got)
	}
}

func TestALongDraftIsJudgedSomeAtATime(t *testing.T) {
	t.Parallel()
	x := explore(t)
	var b strings.Builder
	for n := range 1500 {
		fmt.Fprintf(&b, "挪威第%d号港口去年货运量为%d万吨。\n", n+1, n+100)
	}
	if got := x.judge(b.String(), "2025-12-21"); len(got) != 100 {
		t.Fatalf("%d judgements at first", len(got))
	}
	x.Do(`document.querySelector(".draft-result .more").click()`)
	if n := e2e.Eval[int](x.Page, `document.querySelectorAll(".judgement").length`); n != 200 {
		t.Errorf("%d after asking for more", n)
	}
	x.Do(`[...document.querySelectorAll(".judged-mark")].at(-1).click()`)
	if !e2e.Eval[bool](x.Page, `document.activeElement === [...document.querySelectorAll(".judgement")].at(-1) && document.querySelector(".draft-result .more").hidden`) {
		t.Error("the last mark does not lead to the last judgement")
	}
}

func TestAFileDroppedOnADraftIsItsText(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/draft")
	drop := `(() => { const carried = new DataTransfer();
		carried.items.add(new File([%s], "draft.txt"));
		document.querySelector("#draft-text").dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true})); })()`
	x.Do(fmt.Sprintf(drop, `"港口有12个泊位。"`))
	x.Until(`document.activeElement.id === "draft-text"`)
	if got := e2e.Eval[string](x.Page, `document.querySelector("#draft-text").value`); got != "港口有12个泊位。" {
		t.Errorf("the draft is %s", got)
	}
	x.Do(fmt.Sprintf(drop, `new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0])`))
	x.Until(`document.querySelector(".draft-result .empty-state")`)
	if got := x.Text(".draft-result"); got != word(t, "zh", "draft.unreadable") {
		t.Errorf("of a picture the reader is told %s", got)
	}
}

func TestADraftIsNotSentOffWhileItIsComposed(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/draft")
	x.Do(`(() => { const field = document.querySelector("#draft-text"); field.focus(); field.value = "港口有12个泊位。";
		field.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true}));
		field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", ctrlKey: true, isComposing: true, bubbles: true, cancelable: true}));
		document.querySelector(".draft-form").requestSubmit(); })()`)
	if e2e.Eval[bool](x.Page, `document.querySelector(".draft-result").firstChild !== null || document.querySelector(".draft-form").parentElement.querySelector("fenghui-progress:not([hidden])") !== null`) {
		t.Error("it is judged in the middle of a word")
	}
	x.Do(`(() => { const field = document.querySelector("#draft-text");
		field.dispatchEvent(new CompositionEvent("compositionend", {bubbles: true}));
		field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", ctrlKey: true, bubbles: true, cancelable: true})); })()`)
	x.Until(`document.querySelector(".judgement")`)
}
