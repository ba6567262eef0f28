package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// A figure is set right in its card; from then on the card, the table of
// figures and the comparison say what the reader says, and that it is theirs.
func TestAFigureIsSetRight(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(file{name: "one.txt", text: "date: 2024-03-05\n渔业公报\n海洋国家联盟去年的捕捞量为三百万吨，比前年多一成。"},
		file{name: "two.txt", text: "date: 2024-03-06\n渔业简报\n海洋国家联盟去年的捕捞量为四百万吨，港口投资达到20亿美元。"})
	id := e2e.Eval[string](x.Page, `[...document.querySelectorAll("tr[data-id^='a-']")].find((row) => row.textContent.includes("one.txt")).dataset.id`)
	x.correct(id, map[string]string{"amount": "约400万吨", "indicator": "海洋国家联盟捕捞量"})
	card := x.Text("fenghui-figure-card")
	for _, want := range []string{"约", "400万", word(t, "zh", "figure.doubt.corrected"), "300万"} {
		if !strings.Contains(card, want) {
			t.Errorf("the card does not say %s:\n%s", want, card)
		}
	}
	x.Reload()
	x.ready()
	x.visit("#/figures?document=" + id)
	x.Until(`document.querySelector("fenghui-figure-table tbody tr")`)
	if text := x.Text("fenghui-figure-table"); !strings.Contains(text, word(t, "zh", "figure.doubt.corrected")) || !strings.Contains(text, "400万") {
		t.Errorf("the table does not say so:\n%s", text)
	}
	x.visit("#/library")
	if text := x.Text("fenghui-corrections"); !strings.Contains(text, "三百万吨") || !strings.Contains(text, "400万") {
		t.Errorf("the list of corrections says\n%s", text)
	}
	if way, want := e2e.Eval[string](x.Page, `document.querySelector("fenghui-corrections a").hash`), "#/read/"+id+"?p=2&f=1"; way != want {
		t.Errorf("the way to the figure is %s, want %s", way, want)
	}
	x.Do(`document.querySelector("fenghui-corrections button").click()`)
	x.Until(`!document.querySelector("fenghui-corrections li")`)
	x.Reload()
	x.ready()
	x.visit("#/figures?document=" + id)
	if text := x.Text("fenghui-figure-table"); strings.Contains(text, "400万") {
		t.Errorf("taken back, the table still says\n%s", text)
	}
}

// Where figures are compared, drawn, cited and taken along, what the reader
// said in their place is told as theirs, and one that is none is left out.
func TestWhatIsSetRightIsComparedAsTheReaders(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(file{name: "one.txt", text: "date: 2031-03-05\n去年蒙古国与冰岛的贸易额约为20亿美元。"}, file{name: "two.txt", text: "date: 2031-03-06\n去年蒙古国与冰岛的贸易额约为35亿美元。"})
	id := e2e.Eval[string](x.Page, `[...document.querySelectorAll("tr[data-id^='a-']")].find((row) => row.textContent.includes("two.txt")).dataset.id`)
	x.correct(id, map[string]string{"amount": "超过28亿美元"})
	x.Until(`document.querySelector("fenghui-figure-card a[href*='#/compare/series']")`)
	series := e2e.Eval[string](x.Page, `document.querySelector("fenghui-figure-card a[href*='#/compare/series']").hash`)
	x.visit(series)
	x.Until(`document.querySelector("table.compared")`)
	for _, place := range []string{"table.compared", ".sources", ".citations", "figure.chart"} {
		if text := x.Text(place); !strings.Contains(text, "超过28亿美元［读者订正］") || strings.Contains(text, "约20亿美元［读者订正］") {
			t.Errorf("%s says %s", place, text)
		}
	}
	if n := e2e.Eval[int](x.Page, `document.querySelectorAll("table.compared [data-doubt=corrected]").length`); n != 1 {
		t.Errorf("%d figures of the comparison are marked, want one", n)
	}
	x.visit("#/figures?document=" + id)
	x.Until(`document.querySelector("fenghui-figure-table tbody tr")`)
	sheet := x.handedOut(`[...document.querySelectorAll("button")].find((button) => button.textContent === "CSV").click()`)
	if !strings.Contains(sheet, "35亿美元,"+word(t, "zh", "figure.doubt.corrected")) || !strings.Contains(sheet, "2800000000") || strings.Contains(sheet, "3500000000") {
		t.Errorf("the sheet says\n%s", sheet)
	}
	x.misread(id)
	x.visit(series)
	x.Until(fmt.Sprintf(`document.querySelector("#view").innerText.includes(%q)`, word(t, "zh", "compare.missing")))
}

// misread says of a document's first figure that it is none.
func (x *explorer) misread(id string) {
	x.t.Helper()
	x.openForm(id)
	x.Do(`(() => { document.querySelector(".correct-misread input").click(); document.querySelector(".correct form").requestSubmit(); })()`)
	x.Until(fmt.Sprintf(`document.querySelector("fenghui-figure-card")?.textContent.includes(%q)`, word(x.t, "zh", "figure.doubt.misread")))
}

// openForm opens the form in the card of a document's first figure.
func (x *explorer) openForm(id string) {
	x.t.Helper()
	x.visit("#/read/" + id)
	x.Do(`document.querySelector(".passage .figure[role]").click()`)
	x.Until(`document.querySelector("fenghui-figure-card .correct")`)
	x.Do(`document.querySelector("fenghui-figure-card .correct summary").click()`)
}

// correct fills in the form in the card of a document's first figure.
func (x *explorer) correct(id string, fields map[string]string) {
	x.t.Helper()
	x.openForm(id)
	for name, value := range fields {
		x.Do(fmt.Sprintf(`[...document.querySelectorAll(".correct label")].find((label) => label.textContent.includes(%q)).querySelector("input").value = %q`,
			word(x.t, "zh", "correct."+name), value))
	}
	x.Do(`document.querySelector(".correct form").requestSubmit()`)
	x.Until(fmt.Sprintf(`document.querySelector("fenghui-figure-card")?.textContent.includes(%q)`, word(x.t, "zh", "figure.doubt.corrected")))
}

func TestWhatIsNoAmountIsNotKept(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(article(1))
	id := e2e.Eval[string](x.Page, `document.querySelector("tr[data-id^='a-']").dataset.id`)
	x.openForm(id)
	x.Do(`(() => { document.querySelectorAll(".correct form label input")[1].value = "很多鱼";
		document.querySelector(".correct form").requestSubmit(); })()`)
	x.Until(fmt.Sprintf(`document.querySelector(".correct [role=alert]").textContent === %q`, word(t, "zh", "correct.failed")))
}
