package e2e_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
	"fenghui/corpus"
	"fenghui/wasm/figure"
)

// times are kinds the table shows only when asked for.
var times = []string{"year", "date", "duration", "century", "anniversary", "ordinal"}

// told counts the figures of our records by their words.
func told(t *testing.T) map[string]int {
	t.Helper()
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	quotes := map[string]int{}
	for _, d := range docs {
		for _, f := range figure.Extract(d, corpus.Names()) {
			if !slices.Contains(times, f.Kind) {
				quotes[f.Quote]++
			}
		}
	}
	return quotes
}

// after does something in the page and waits until it has drawn what came of it.
func (x *explorer) after(js string) {
	x.t.Helper()
	x.Do(`await new Promise((drawn) => {
		document.querySelector("fenghui-app").addEventListener("fenghui-state", drawn, {once: true});
		` + js + `
	})`)
}

// column is what one column of the table shows.
func (x *explorer) column(name string) []string {
	x.t.Helper()
	return e2e.Eval[[]string](x.Page, fmt.Sprintf(`[...document.querySelectorAll("fenghui-figure-table tbody .%s")].map((cell) => (cell.querySelector("a") ?? cell).textContent)`, name))
}

func (x *explorer) hash() string {
	x.t.Helper()
	return e2e.Eval[string](x.Page, `location.hash`)
}

func TestTheTableShowsEveryFigureOfTheRecords(t *testing.T) {
	t.Parallel()
	x := explore(t)
	want := told(t)
	x.visit("#/figures?n=1000")
	got := map[string]int{}
	for _, quote := range x.column("quote") {
		got[quote]++
	}
	if !maps.Equal(got, want) {
		t.Errorf("the table shows\n%v\nwant\n%v", got, want)
	}
	shown := len(x.column("quote"))
	x.visit("#/figures?n=1000&times=1")
	if n := len(x.column("quote")); n <= shown {
		t.Errorf("with times there are %d figures, without them %d", n, shown)
	}
}

func TestFiltersAndOrderAreInTheAddress(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/figures?n=1000")
	every := len(x.column("quote"))
	x.visit("#/figures")
	all := len(x.column("quote"))
	x.after(`document.querySelector("[data-list=kind] input[value=share]").click()`)
	shares := x.column("value")
	if len(shares) == 0 || len(shares) >= every || slices.ContainsFunc(shares, func(v string) bool { return !strings.HasSuffix(v, "%") }) {
		t.Errorf("of %d figures these are shares: %q", every, shares)
	}
	x.after(`document.querySelector("th.value button").click()`)
	if got := x.hash(); got != "#/figures?kind=share&sort=value" {
		t.Errorf("the address is %s", got)
	}
	if way := e2e.Eval[string](x.Page, `document.querySelector("th.value").ariaSort`); way != "ascending" {
		t.Errorf("the column is sorted %s", way)
	}
	upward := x.column("quote")
	x.after(`document.querySelector("th.value button").click()`)
	downward := x.column("quote")
	if slices.Equal(upward, downward) || len(upward) != len(downward) {
		t.Errorf("up %q, down %q", upward, downward)
	}
	x.Reload()
	x.ready()
	x.Until(`document.querySelector("th.value[aria-sort=descending]")`)
	if got := x.column("quote"); !slices.Equal(got, downward) {
		t.Errorf("after a reload %q", got)
	}
	x.after(`document.querySelector(".set .chip").click()`)
	if n := len(x.column("quote")); n != all || strings.Contains(x.hash(), "kind") {
		t.Errorf("without the filter %d figures at %s, want %d", n, x.hash(), all)
	}
	x.after(`history.back()`)
	if got := x.column("quote"); !slices.Equal(got, downward) {
		t.Errorf("after one step back %q", got)
	}
}

func TestUnitsAreSwitched(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/figures?kind=money&sort=-value")
	ways := map[string]string{"full": ",000,000,000", "en": "tn", "zh": "万亿"}
	for _, way := range []string{"full", "en", "zh"} {
		x.after(fmt.Sprintf(`document.querySelector("input[name=figure-units][value=%s]").click()`, way))
		if top := x.column("value")[0]; !strings.Contains(top, ways[way]) {
			t.Errorf("%s: %s", way, top)
		}
		if inAddress := strings.Contains(x.hash(), "units="+way); inAddress == (way == "zh") {
			t.Errorf("%s at %s", way, x.hash())
		}
	}
}

func TestAnEmptyTableSaysWhichFilterToDrop(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/figures?kind=share&text=%E6%B2%A1%E6%9C%89%E4%BA%BA%E8%AF%B4%E8%BF%87")
	if n := len(x.column("quote")); n != 0 {
		t.Fatalf("%d figures of what nobody said", n)
	}
	x.after(`document.querySelector(".drops button").click()`)
	if n := len(x.column("quote")); n == 0 || x.hash() != "#/figures?kind=share" {
		t.Errorf("without it %d figures at %s", n, x.hash())
	}
	x.visit("#/figures?value=viel&period=bald")
	if text := x.Text(".ignored"); !strings.Contains(text, "viel") || !strings.Contains(text, "bald") {
		t.Errorf("told of what could not be read: %s", text)
	}
}

func TestSortedByValueFiguresStandInGroups(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/figures?kind=money&kind=share&sort=-value&n=1000")
	groups := e2e.Eval[[]string](x.Page, `[...document.querySelectorAll("tr.group th")].map((th) => th.textContent)`)
	isOther := func(g string) bool {
		return !strings.HasPrefix(g, "金额 · ") && !strings.HasPrefix(g, "占比 · %")
	}
	if len(groups) < 2 || len(slices.Compact(groups)) != len(groups) || slices.ContainsFunc(groups, isOther) || !strings.Contains(groups[0], "美元") {
		t.Errorf("the groups are %q", groups)
	}
	quotes := x.column("quote")
	text := x.save("CSV").Text
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil || len(rows) != len(quotes)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for n, quote := range quotes {
		if got := strings.TrimPrefix(rows[n+1][0], "'"); got != quote {
			t.Fatalf("row %d of the file is %s, the table's %s", n, got, quote)
		}
	}
	x.after(`document.querySelector("[data-list=kind] input[value=share]").click()`)
	if said := x.Text(".said"); said != "" {
		t.Errorf("after another question the page still says %s", said)
	}
}

func TestFiltersThatNothingCanPassAreCalledUnknown(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/figures?kind=nonsense&measure=x.y&unit=zz")
	chips := e2e.Eval[[]string](x.Page, `[...document.querySelectorAll(".set .chip")].map((chip) => chip.textContent)`)
	if len(chips) != 3 || slices.ContainsFunc(chips, func(c string) bool { return !strings.Contains(c, "未知") }) {
		t.Errorf("the chips are %q", chips)
	}
	x.visit("#/figures?kind=nonsense&measure=trade.turnover")
	if chip := e2e.Eval[string](x.Page, `document.querySelectorAll(".set .chip")[1].textContent`); strings.Contains(chip, "未知") || strings.Contains(chip, "trade.turnover") {
		t.Errorf("a measure there is: %s", chip)
	}
	x.after(`document.querySelector(".set .chip").click()`)
	if x.hash() != "#/figures?measure=trade.turnover" || len(x.column("quote")) == 0 {
		t.Errorf("without it %d figures at %s", len(x.column("quote")), x.hash())
	}
}

func TestAQueryThatOnlyLeavesOutIsExplained(t *testing.T) {
	t.Parallel()
	x := explore(t)
	hits := x.search("-类型:金额")
	told := strings.Split(word(t, "zh", "search.excluding"), "{count}")[0]
	if text := x.Text("fenghui-search .ignored"); len(hits) == 0 || !strings.Contains(text, told) {
		t.Errorf("%d hits; told %s", len(hits), text)
	}
}

// saved is a file the page handed out.
type saved struct{ Name, Text string }

// save has the page hand out a file, and catches it.
func (x *explorer) save(ending string) saved {
	x.t.Helper()
	return e2e.Eval[saved](x.Page, fmt.Sprintf(`await new Promise((got) => {
		const make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
		let blob;
		URL.createObjectURL = (b) => { blob = b; return make.call(URL, b); };
		HTMLAnchorElement.prototype.click = async function () {
			URL.createObjectURL = make;
			HTMLAnchorElement.prototype.click = click;
			got({name: this.download, text: new TextDecoder("utf-8", {ignoreBOM: true}).decode(await blob.arrayBuffer())});
		};
		[...document.querySelectorAll(".downloads button")].find((b) => b.textContent === %q).click();
	})`, ending))
}

// savedSheet takes the table of figures along as CSV: marked as UTF-8, lines as
// spreadsheets want them.
func (x *explorer) savedSheet() [][]string {
	x.t.Helper()
	table := x.save("CSV")
	body, marked := strings.CutPrefix(table.Text, "\ufeff")
	if !marked || strings.Count(body, "\n") != strings.Count(body, "\r\n") || !strings.HasSuffix(table.Name, ".csv") {
		x.t.Errorf("%s: mark %v, %.60q", table.Name, marked, body)
	}
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		x.t.Fatal(err)
	}
	return rows
}

func TestTheTableIsTakenAlong(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(file{name: "sum.txt", text: "title: =1+1 港口峰会\ndate: 2024-03-02\n\n去年港口货运量为3000万吨，比前年下降5%。\n"})
	x.visit("#/figures?cols=quote,value,indicator,document&units=full")
	shown := e2e.Eval[int](x.Page, `Number(document.querySelector(".count").textContent.match(/\d+/)[0])`)

	rows := x.savedSheet()
	if len(rows) != shown+1 {
		t.Errorf("%d rows, and the page counts %d", len(rows)-1, shown)
	}
	for _, field := range []string{"figures.sheet.full", "figures.sheet.full_unit", "figures.sheet.sentence", "figures.sheet.link"} {
		if !slices.Contains(rows[0], word(t, "zh", field)) {
			t.Errorf("the file has no column %s: %q", field, rows[0])
		}
	}
	guarded := slices.ContainsFunc(rows, func(row []string) bool { return slices.Contains(row, "'=1+1 港口峰会") })
	exact := slices.ContainsFunc(rows, func(row []string) bool { return slices.Contains(row, "30000000") })
	if !guarded || !exact {
		t.Errorf("guarded %v, exact %v:\n%q", guarded, exact, rows)
	}

	var list struct {
		Total   int
		Figures []struct{ Document, Quote, Link string }
	}
	if err := json.Unmarshal([]byte(x.save("JSON").Text), &list); err != nil {
		t.Fatal(err)
	}
	if list.Total != shown || len(list.Figures) != shown || !strings.Contains(list.Figures[0].Link, "#/read/") {
		t.Errorf("JSON has %d figures of %d, want %d", len(list.Figures), list.Total, shown)
	}
	x.Go(list.Figures[0].Link)
	x.Until(`document.querySelector("fenghui-figure-card .card-amount")`)
	if quote := x.Text(".card-quote"); quote != list.Figures[0].Quote {
		t.Errorf("the link opens %s, want %s", quote, list.Figures[0].Quote)
	}
}

// On a phone a figure is a few lines, the first of which ends with its value.
func TestOnAPhoneValuesStandAtTheRight(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.Resize(390, 800)
	for _, at := range []string{"#/figures?kind=money&doubtful=1&lang=kk", "#/figures?sort=-value&cols=quote,value,sentence,speaker&lang=zh"} {
		x.visit(at)
		x.Until(`document.querySelector("fenghui-figure-table td.value")`)
		inside := e2e.Eval[[]float64](x.Page, `[...document.querySelectorAll("fenghui-figure-table td.value")].map((value) =>
			value.parentElement.getBoundingClientRect().right - value.getBoundingClientRect().right)`)
		if slices.ContainsFunc(inside, func(gap float64) bool { return gap > 1 }) {
			t.Errorf("%s: values end so far from the right: %v", at, inside)
		}
	}
}
