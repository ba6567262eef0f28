package e2e_test

import (
	"strings"
	"testing"

	"fenghui/build/e2e"
)

func TestFiguresThatCannotBeReadCanBeAskedForAgain(t *testing.T) {
	t.Parallel()
	x := stumble(t, `{figures: ["fail"]}`)
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

func TestADownloadThatFailsHalfWayLeavesTheTable(t *testing.T) {
	t.Parallel()
	for _, ending := range []string{"CSV", "JSON"} {
		x := stumble(t, `{figures: ["", "more", "fail"]}`)
		x.browser.Expect("internal")
		x.visit("#/figures")
		shown := len(x.column("quote"))
		x.Do(button(ending) + `.click()`)
		x.Until(`document.querySelector("fenghui-error[data-code=internal]")`)
		if said := x.Text("fenghui-figures .said"); said != "" || len(x.column("quote")) != shown || shown == 0 {
			t.Errorf("%s: the reader is told %q, %d of %d figures are left", ending, said, len(x.column("quote")), shown)
		}
		if e2e.Eval[bool](x.Page, `!document.querySelector("fenghui-figures fenghui-progress").hidden`) {
			t.Errorf("%s: it seems to go on", ending)
		}
		if saved := x.save(ending); strings.Count(saved.Text, "\n") <= shown {
			t.Errorf("%s: asked for again, the file has %d lines", ending, strings.Count(saved.Text, "\n"))
		}
	}
}

func TestADownloadCanBeStoppedHalfWay(t *testing.T) {
	t.Parallel()
	x := stumble(t, `{figures: ["", "more", "hold"]}`)
	x.visit("#/figures")
	shown := len(x.column("quote"))
	x.Do(button("CSV") + `.click()`)
	x.stop("fenghui-figures")
	x.Until(`document.querySelector("fenghui-figures .said").textContent`)
	if said := x.Text("fenghui-figures .said"); said != word(t, "zh", "error.cancelled") || len(x.column("quote")) != shown {
		t.Errorf("the reader is told %q, %d of %d figures are left", said, len(x.column("quote")), shown)
	}
	if saved := x.save("CSV"); strings.Count(saved.Text, "\r\n") <= shown {
		t.Errorf("afterwards the file has %d lines", strings.Count(saved.Text, "\r\n"))
	}
}

func TestATextWithoutItsFiguresIsTold(t *testing.T) {
	t.Parallel()
	x := stumble(t, `{figures: ["unreadable"]}`)
	x.visit("#/figures")
	x.Until(`document.querySelector(".notice")`)
	if text := x.Text(".notice"); !strings.Contains(text, word(t, "zh", "notice.figures-unreadable")) || !strings.Contains(text, "港口.txt") {
		t.Errorf("the reader is told %s", text)
	}
	if len(x.column("quote")) == 0 {
		t.Error("the other figures are not there")
	}
	x.visit("#/figures?lang=en")
	if text := x.Text(".notice"); !strings.Contains(text, word(t, "en", "notice.figures-unreadable")) {
		t.Errorf("in English the reader is told %s", text)
	}
	x.WantAccessible()
}

func TestALinkToWhatIsNotThereSaysSo(t *testing.T) {
	t.Parallel()
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
		if e2e.Eval[bool](x.Page, `(({offsetWidth, parentElement}) => offsetWidth < parentElement.offsetWidth / 2)(document.querySelector(".absent"))`) {
			t.Errorf("%s: what is said is squeezed into a column", query)
		}
	}
	x.visit(russia + "?p=16")
	if e2e.Eval[bool](x.Page, `document.querySelector(".absent") !== null`) {
		t.Error("something is said to be missing of a paragraph that is there")
	}
	x.visit("#/read/nothing")
	if title := e2e.Eval[string](x.Page, `document.title`); x.Text("h1") != word(t, "zh", "read.missing") || !strings.HasPrefix(title, word(t, "zh", "read.missing")) {
		t.Errorf("of a document that is not there the page says %s, its title %s", x.Text("h1"), title)
	}
}
