package e2e_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"fenghui/build/e2e"
)

// stumbling answers questions for figures in their order by these: "" as the
// program does, "fail" with an error, "more" as if there were one figure more,
// "hold" not at all until it is cancelled.
const stumbling = `
	const turns = %s, asked = new Map();
	let held = 0;
	const post = self.postMessage.bind(self);
	const refuse = (id, code) => post({text: JSON.stringify({id, error: {code, message: code}})});
	addEventListener("message", ({data}) => {
		if (typeof data !== "string") return;
		const {id, op, args} = JSON.parse(data);
		if (op === "figures") asked.set(id, turns.shift() ?? "");
		if (op === "cancel" && args.id === held) refuse(held, "cancelled");
	});
	self.postMessage = (message) => {
		const answer = message.text ? JSON.parse(message.text) : {};
		const turn = answer.result && asked.get(answer.id);
		if (turn === "fail") return refuse(answer.id, "internal");
		if (turn === "hold") return void (held = answer.id);
		if (turn === "more") answer.result.total++;
		post(turn === "more" ? {text: JSON.stringify(answer)} : message);
	};`

// stumble opens the site with a program that answers so.
func stumble(t *testing.T, turns string) *explorer {
	x := serve(t)
	x.inWorker(fmt.Sprintf(stumbling, turns))
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	return x
}

func TestFiguresThatCannotBeReadCanBeAskedForAgain(t *testing.T) {
	x := stumble(t, `["fail"]`)
	x.browser.Expect("internal")
	x.Do(`void (location.hash = "#/figures")`)
	x.Until(`document.querySelector(".figure-notes button")`)
	if text := x.Text(".figure-notes"); !strings.Contains(text, word(t, "zh", "figures.failed")) || len(x.column("quote")) > 0 {
		t.Errorf("the reader is told %s, of %d figures", text, len(x.column("quote")))
	}
	x.Do(`document.querySelector(".figure-notes button").click()`)
	x.Until(`document.querySelector("fenghui-figure-table tbody .quote")`)
	if text := e2e.Eval[string](x.Page, `document.querySelector(".figure-notes").textContent`); text != "" {
		t.Errorf("afterwards the reader is still told %s", text)
	}
}

// csv is the button that takes the table along.
const csvButton = `document.querySelector(".downloads button")`

func TestADownloadThatFailsHalfWayLeavesTheTable(t *testing.T) {
	x := stumble(t, `["", "more", "fail"]`)
	x.browser.Expect("internal")
	x.visit("#/figures")
	shown := len(x.column("quote"))
	x.Do(csvButton + `.click()`)
	x.Until(`document.querySelector("fenghui-error-banner")?.innerText.trim()`)
	if said := x.Text(".said"); said != "" || len(x.column("quote")) != shown || shown == 0 {
		t.Errorf("the reader is told %q, %d of %d figures are left", said, len(x.column("quote")), shown)
	}
}

func TestADownloadCanBeStoppedHalfWay(t *testing.T) {
	x := stumble(t, `["", "more", "hold"]`)
	x.visit("#/figures")
	shown := len(x.column("quote"))
	x.Do(csvButton + `.click()`)
	x.Until(`document.querySelector("fenghui-figures fenghui-progress:not([hidden]) button:not([hidden])")`)
	x.Do(`document.querySelector("fenghui-figures fenghui-progress button").click()`)
	x.Until(`document.querySelector("fenghui-figures .said").textContent`)
	if said := x.Text(".said"); said != word(t, "zh", "error.cancelled") || len(x.column("quote")) != shown {
		t.Errorf("the reader is told %q, %d of %d figures are left", said, len(x.column("quote")), shown)
	}
	if saved := x.save("CSV"); strings.Count(saved.Text, "\r\n") <= shown/2 {
		t.Errorf("afterwards the file has %d lines", strings.Count(saved.Text, "\r\n"))
	}
}

func TestTouchingAFigureOpensItsCard(t *testing.T) {
	x := explore(t)
	for _, size := range [][2]int64{{1280, 800}, {390, 844}} {
		x.Run(chromedp.EmulateViewport(size[0], size[1], chromedp.EmulateTouch))
		x.visit(russia)
		x.tap("#p16 .figure")
		x.Until(open)
		if got, want := x.Text(".card-quote"), x.Text("#p16 .figure"); got != want {
			t.Errorf("at %v the card is of %s, want %s", size, got, want)
		}
		x.tap("#p14 .number")
		x.Until(closed)
	}
}

// tap touches the first match of a selector with a finger.
func (x *explorer) tap(selector string) {
	x.t.Helper()
	at := e2e.Eval[struct{ X, Y float64 }](x.Page, fmt.Sprintf(`(() => { const mark = document.querySelector(%q);
		if (mark.getBoundingClientRect().top < 100 || mark.getBoundingClientRect().bottom > innerHeight) mark.scrollIntoView({block: "center"});
		const {left, top, width, height} = mark.getClientRects()[0];
		return {x: left + width / 2, y: top + height / 2}; })()`, selector))
	x.Run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.SynthesizeTapGesture, input.SynthesizeTapGestureParams{X: at.X, Y: at.Y, GestureSourceType: input.GestureSourceTypeTouch})
		return err
	}))
}

func TestALinkToWhatIsNotThereSaysSo(t *testing.T) {
	x := explore(t)
	for query, key := range map[string]string{
		"?p=99999&f=1": "read.noPassage", "?p=0": "read.noPassage", "?p=0&f=1": "read.noPassage", "?f=1": "read.noPassage",
		"?p=16&f=999": "read.noFigure", "?p=16&f=0": "read.noFigure",
	} {
		x.visit(russia + query)
		x.Until(`document.querySelector(".absent")?.textContent`)
		if said := x.Text(".absent"); said != word(t, "zh", key) {
			t.Errorf("%s: %s", query, said)
		}
		if n := e2e.Eval[int](x.Page, `document.querySelectorAll(".absent").length`); n != 1 || !e2e.Eval[bool](x.Page, `document.querySelectorAll(".passage").length > 10`) {
			t.Errorf("%s: said %d times, or the document is not there", query, n)
		}
	}
	x.visit(russia + "?p=16")
	if e2e.Eval[bool](x.Page, `document.querySelector(".absent") !== null`) {
		t.Error("something is said to be missing of a paragraph that is there")
	}
}
