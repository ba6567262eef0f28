package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// stumbling answers questions for figures in their order by these: "" as the
// program does, "fail" with an error.
const stumbling = `
	const turns = %s, asked = new Map();
	const post = self.postMessage.bind(self);
	addEventListener("message", ({data}) => {
		const {id, op} = typeof data === "string" ? JSON.parse(data) : {};
		if (op === "figures") asked.set(id, turns.shift() ?? "");
	});
	self.postMessage = (message) => {
		const {id, result} = message.text ? JSON.parse(message.text) : {};
		post(result && asked.get(id) === "fail" ? {text: JSON.stringify({id, error: {code: "internal", message: "internal"}})} : message);
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
