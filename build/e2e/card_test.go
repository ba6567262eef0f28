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

const (
	russia = "#/read/2025-10-09-ca-russia-dushanbe"
	open   = `document.querySelector("fenghui-figure-card .card-amount")`
	closed = `!document.querySelector("fenghui-figure-card")`
)

// pointAt moves the mouse onto the first match of a selector.
func (x *explorer) pointAt(selector string) {
	x.t.Helper()
	at := e2e.Eval[struct{ X, Y float64 }](x.Page, fmt.Sprintf(`(() => { const mark = document.querySelector(%q);
		mark.scrollIntoView({block: "center"});
		const {left, top, width, height} = mark.getClientRects()[0];
		return {x: left + width / 2, y: top + height / 2}; })()`, selector))
	x.Run(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at.X, at.Y))
}

func TestPointingAtAFigureShowsItsCard(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit(russia)
	x.pointAt("#p16 .figure")
	x.Until(open)
	if got, want := x.Text(".card-quote"), x.Text("#p16 .figure"); got != want {
		t.Errorf("the card is of %s, want %s", got, want)
	}
	x.Run(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, 2, 2))
	x.Until(closed)
}

func TestTouchingAFigureOpensItsCard(t *testing.T) {
	t.Parallel()
	x := explore(t)
	for _, size := range [][2]int64{{1280, 800}, {390, 844}} {
		x.Resize(size[0], size[1], chromedp.EmulateTouch)
		x.visit(russia)
		x.touch("#p16 .figure")
		x.Until(open)
		if got, want := x.Text(".card-quote"), x.Text("#p16 .figure"); got != want {
			t.Errorf("at %v the card is of %s, want %s", size, got, want)
		}
		x.touch("#p14 .number")
		x.Until(closed)
	}
}

// touch puts a finger on the first match of a selector and takes it away.
func (x *explorer) touch(selector string) {
	x.t.Helper()
	at := e2e.Eval[struct{ X, Y float64 }](x.Page, fmt.Sprintf(`(() => { const mark = document.querySelector(%q);
		const seen = mark.getClientRects()[0];
		if (seen.top < 100 || seen.bottom > innerHeight / 2) mark.scrollIntoView({block: "center"});
		const {left, top, width, height} = mark.getClientRects()[0];
		return {x: left + width / 2, y: top + height / 2}; })()`, selector))
	x.Run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		finger := []*input.TouchPoint{{X: at.X, Y: at.Y}}
		if _, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: finger}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
		return err
	}))
}

func TestFiguresAreReachedByKeyboard(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit(russia)
	if n := e2e.Eval[int](x.Page, `document.querySelectorAll("article .figure[tabindex='0']").length`); n != 1 {
		t.Errorf("figures are %d stops of the Tab key, want one", n)
	}
	x.Run(chromedp.KeyEvent("f"))
	x.Until(open)
	first := x.Text(".card-quote")
	x.Run(chromedp.KeyEvent("f"))
	x.Until(open + ` && document.querySelector(".card-quote").textContent !== "` + first + `"`)
	x.Run(chromedp.KeyEvent("F"))
	x.Until(open + ` && document.querySelector(".card-quote").textContent === "` + first + `"`)
	x.Run(chromedp.KeyEvent("\t"))
	if !e2e.Eval[bool](x.Page, `document.activeElement.closest("fenghui-figure-card") !== null`) {
		t.Error("Tab does not lead into the card")
	}
	// Safari tells of an Escape that ends a composition by this code alone.
	x.Do(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", keyCode: 229, bubbles: true, cancelable: true}))`)
	if e2e.Eval[bool](x.Page, closed) {
		t.Error("an Escape of the input method closes the card")
	}
	x.Run(chromedp.KeyEvent("\x1b"))
	x.Until(closed)
	if got := e2e.Eval[string](x.Page, `document.activeElement.textContent`); got != first {
		t.Errorf("afterwards the focus is on %s, want the figure", got)
	}
	if x.hash() != russia {
		t.Errorf("closing the card led to %s", x.hash())
	}
	x.Run(chromedp.KeyEvent("\r"))
	x.Until(open)
}

func TestALinkToAFigureOpensItsCard(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit(russia + "?p=16&f=6")
	x.Until(open)
	if text := x.Text("fenghui-figure-card"); !strings.Contains(text, "×3 或 ×4") || !strings.Contains(text, "两解") {
		t.Errorf("the card does not tell both readings:\n%s", text)
	}
	inside := `(() => { const {left, top, right, bottom} = document.querySelector("fenghui-figure-card").getBoundingClientRect();
		return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight; })()`
	for _, size := range [][2]int64{{1280, 800}, {390, 844}, {320, 568}} {
		x.Resize(size[0], size[1])
		x.visit(russia + "?p=16&f=6")
		x.Until(open)
		if !e2e.Eval[bool](x.Page, inside) {
			t.Errorf("at %v the card is not inside the window", size)
		}
	}
}

func TestFiguresAreMarkedOrNot(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit(russia)
	marks := `document.querySelectorAll("article .figure").length`
	if n := e2e.Eval[int](x.Page, marks); n < 20 {
		t.Errorf("%d figures are marked", n)
	}
	x.Do(`document.querySelector(".read-tools input").click()`)
	if n := e2e.Eval[int](x.Page, marks); n > 0 {
		t.Errorf("%d figures are marked still", n)
	}
	x.Reload()
	x.ready()
	x.Until(`document.querySelector(".paragraphs")`)
	if n := e2e.Eval[int](x.Page, marks); n > 0 {
		t.Errorf("after a reload %d figures are marked", n)
	}
}

func TestHitsCarryFigures(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.search("贸易额")
	x.Do(`document.querySelector(".hit .figure[data-f]").click()`)
	x.Until(open)
	if got := x.hash(); !strings.HasPrefix(got, "#/search") {
		t.Errorf("asking about a figure led to %s", got)
	}
	x.search("值:>100亿美元")
	if n := len(x.hits()); n == 0 || e2e.Eval[bool](x.Page, `[...document.querySelectorAll(".hit")].some((hit) => !hit.querySelector(".figure mark"))`) {
		t.Errorf("of %d hits not all have the figure asked for marked", n)
	}
	for _, same := range []string{"500亿美元", "500億美元", "50 billion dollars", "$50bn"} {
		x.search(same)
		if n := e2e.Eval[int](x.Page, `document.querySelectorAll(".figure mark").length`); n == 0 {
			t.Errorf("%s is not found", same)
		}
	}
}

// The first card may have all figures compared; it stays what it is meanwhile.
func TestACardStaysWhileFiguresAreCompared(t *testing.T) {
	t.Parallel()
	x := stumble(t, `{figure: ["", "slow"]}`)
	x.visit(russia + "?p=9&f=1")
	x.Until(open)
	if got := x.Text("fenghui-figure-card"); strings.Contains(got, word(t, "zh", "figure.waiting")) {
		t.Errorf("the card says %s", got)
	}
	x.Until(`document.querySelector(".card-comparisons")`)
	if !e2e.Eval[bool](x.Page, open+` !== null`) {
		t.Error("the card is gone for what it appears in")
	}
}

func TestAnOpenCardIsAccessible(t *testing.T) {
	t.Parallel()
	x := explore(t)
	for _, scheme := range []string{"light", "dark"} {
		x.Media("prefers-color-scheme", scheme)
		for _, lang := range []string{"zh", "en"} {
			t.Run(scheme+" "+lang, func(t *testing.T) {
				x.visit(russia + "?p=16&f=6&lang=" + lang)
				x.Until(open)
				x.Do(`(document.querySelector(".why").open = true, document.getAnimations().forEach((a) => a.finish()))`)
				for _, v := range x.Axe() {
					t.Errorf("not accessible: %s", v)
				}
			})
		}
	}
}
