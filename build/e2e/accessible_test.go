package e2e_test

import (
	"fmt"
	"maps"
	"strings"
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

// Every view in light and dark, in both languages, wide and narrow.
func TestNoViewBreaksARuleOfAccessibility(t *testing.T) {
	x := explore(t)
	views := x.everyView()
	x.drop(article(1), file{name: "undated.txt", text: "港口笔记\n\n码头已经扩建，泊位增加一倍。\n"}, file{name: "empty.txt", text: " "})
	x.WantAccessible() // with the results of an import
	x.judge("2024年哈萨克斯坦与上合组织成员国贸易额接近700亿美元，与日本贸易额达到90亿美元，港口12个。", "2025-12-21")
	for _, width := range []int64{1280, 320} {
		x.Resize(width, 800)
		for scheme, rules := range map[string][]string{"light": nil, "dark": e2e.Colours} {
			x.Media("prefers-color-scheme", scheme)
			for name, fragment := range views {
				for _, lang := range []string{"zh", "en"} {
					t.Run(fmt.Sprintf("%s %s %s %d", name, lang, scheme, width), func(t *testing.T) {
						x.visit(fragment + "lang=" + lang)
						x.Do(`document.getAnimations().forEach((a) => a.finish())`) // a colour half-way is none
						for _, v := range x.Axe(rules...) {
							t.Errorf("not accessible: %s", v)
						}
						if n := e2e.Eval[int](x.Page, `document.documentElement.scrollWidth - innerWidth`); n > 0 {
							t.Errorf("%d px wider than the window", n)
						}
					})
				}
			}
		}
	}
}
