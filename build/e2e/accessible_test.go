package e2e_test

import (
	"flag"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"fenghui/build/e2e"
)

// allViews are the views by what they show, each with an address that more of the
// query can be put behind.
var allViews = map[string]string{
	"overview":      "#/?",
	"a search":      "#/search?q=%E8%B4%B8%E6%98%93%E9%A2%9D&",
	"a search cut":  "#/search?q=Tokayev+%E8%B4%B8%E6%98%93&country=%E6%97%A5%E6%9C%AC&from=2025-10-01&",
	"nothing found": "#/search?q=%22%E6%B2%A1%E6%9C%89%E4%BA%BA%E8%AF%B4%E8%BF%87%22&from=2025-10-01&",
	"nothing asked": "#/search?",
	"a bad query":   "#/search?q=%22%E8%B4%B8%E6%98%93+%2B&",
	"read":          "#/read/2025-10-09-ca-russia-dushanbe?p=8&q=%E8%B4%B8%E6%98%93%E9%A2%9D&",
	"no such text":  "#/read/nothing?",
	"figures":       "#/figures?kind=money&doubtful=1&",
	"all figures":   "#/figures?times=1&sort=-value&cols=quote,value,sentence,speaker&",
	"no figures":    "#/figures?kind=share&text=%E6%B2%A1%E6%9C%89%E4%BA%BA%E8%AF%B4%E8%BF%87&",
	"compare":       "#/compare?",
	"one kind":      "#/compare?kind=check&",
	"a calendar":    "#/compare?kind=calendar&",
	"no findings":   "#/compare?kind=board&verdict=suspect&",
	"no comparison": "#/compare/series/nothing%2Fsuch?",
	"since":         "#/since?",
	"since once":    "#/since/%E4%B8%AD%E5%9B%BD-%E4%B8%AD%E4%BA%9A?",
	"partner":       "#/partner/%E5%93%88%E8%90%A8%E5%85%8B%E6%96%AF%E5%9D%A6/%E4%B8%AD%E5%9B%BD?",
	"no partner":    "#/partner?",
	"a draft":       "#/draft?",
	"library":       "#/library?",
	"help":          "#/help?",
}

// everyView is allViews with one comparison of each kind and verdict.
func (x *explorer) everyView() map[string]string {
	x.t.Helper()
	views := maps.Clone(allViews)
	for _, kind := range []string{"series", "board", "check", "initiative", "calendar"} {
		x.visit("#/compare?kind=" + kind)
		for _, f := range x.findings() {
			views[strings.TrimSpace("one "+kind+" "+f.Verdict)] = f.Address + "?"
		}
		if kind == "board" || kind == "series" {
			views["table of a "+kind] = x.findings()[0].Address + "?show=table&"
		}
	}
	return views
}

// languages are those of the interface, in the order of web/lang/languages.js.
var languages = sync.OnceValue(func() (list []string) {
	table, err := os.ReadFile("../../web/lang/languages.js")
	if err != nil {
		panic(err)
	}
	for _, row := range regexp.MustCompile(`(?m)^ +(\w+): \{ name: `).FindAllSubmatch(table, -1) {
		list = append(list, string(row[1]))
	}
	if len(list) == 0 {
		panic("web/lang/languages.js has no row that reads as `zh: { name: …`")
	}
	return list
})

// everyLook asks for all looks at every page, also where a few of them are
// enough each time.
var everyLook = flag.Bool("looks", false, "every page in every language, width and scheme of colours")

// look is a language, how wide a page is, in pixels, and its scheme of colours.
type look struct {
	lang   string
	width  int64
	scheme string
}

// looks are all there are: each language at a desk and in the narrowest window,
// by day and by night, in turn.
func looks() []look {
	var all []look
	for k := range 4 {
		for i, lang := range languages() {
			all = append(all, look{lang, []int64{1280, 320}[(i+k)%2], []string{"light", "dark"}[(i+k)/2%2]})
		}
	}
	return all
}

// mainLooks are enough unless all are asked for. Dark is the same page in other
// colours; all languages but Chinese and English differ in how long their words
// are, which shows where it is narrow.
func mainLooks(int) []look {
	all := []look{{"zh", 1280, "light"}, {"zh", 320, "dark"}, {"en", 1280, "dark"}}
	for _, lang := range languages()[2:] {
		all = append(all, look{lang, 320, "light"})
	}
	return all
}

// schemes are the schemes of colours by the rules that are asked of each.
var schemes = map[string][]string{"light": nil, "dark": e2e.Colours}

// Every view in light and dark, wide and narrow.
func TestNoViewBreaksARuleOfAccessibility(t *testing.T) {
	t.Parallel()
	x := explore(t)
	views := x.everyView()
	x.drop(article(1), file{name: "undated.txt", text: "港口笔记\n\n码头已经扩建，泊位增加一倍。\n"}, file{name: "empty.txt", text: " "})
	x.WantAccessible() // with the results of an import
	x.judge("2024年哈萨克斯坦与上合组织成员国贸易额接近700亿美元，与日本贸易额达到90亿美元，港口12个。", "2025-12-21")
	x.survey(views, mainLooks)
}

// Within a frame of another page there is a bar in the place of the masthead.
func TestNoViewWithinAnotherPageBreaksARuleOfAccessibility(t *testing.T) {
	t.Parallel()
	x := serve(t)
	x.Page = x.browser.Open(x.server.URL + "?embed=1")
	x.ready()
	x.survey(allViews, inTurn)
}

// The site as one file is drawn by the same modules under another policy.
func TestNoViewOfOneFileBreaksARuleOfAccessibility(t *testing.T) {
	t.Parallel()
	x, _ := openSingle(t)
	x.survey(allViews, inTurn)
}

// inTurn gives each view one look, another than the view before.
func inTurn(view int) []look { return looks()[view%len(looks()):][:1] }

// survey has axe-core look at views, the k-th in the looks that some(k) gives,
// or in all, and wants none to be wider than the window.
func (x *explorer) survey(views map[string]string, some func(k int) []look) {
	x.t.Helper()
	looked, found := 0, 0
	for _, l := range looks() {
		x.Resize(l.width, 800)
		x.Media("prefers-color-scheme", l.scheme)
		for k, name := range slices.Sorted(maps.Keys(views)) {
			if *everyLook || slices.Contains(some(k), l) {
				looked, found = looked+1, found+x.faultsOf(name, views[name], l)
			}
		}
	}
	x.t.Logf("axe-core: %d views, %d looks, %d violations", len(views), looked, found)
}

// faultsOf reports and counts what is wrong with a view in one look.
func (x *explorer) faultsOf(name, fragment string, l look) int {
	x.t.Helper()
	x.visit(fragment + "lang=" + l.lang)
	x.Do(`document.querySelector("#view > *").classList.add("whole")`) // out of sight, sizes are guessed
	x.Do(`document.getAnimations().forEach((a) => a.finish())`)        // a colour half-way is none
	violations := x.Axe(schemes[l.scheme]...)
	for _, v := range violations {
		x.t.Errorf("%s %v: not accessible: %s", name, l, v)
	}
	if wide := e2e.Eval[string](x.Page, tooWide); wide != "" {
		x.t.Errorf("%s %v: too wide: %s", name, l, wide)
	}
	return len(violations)
}
