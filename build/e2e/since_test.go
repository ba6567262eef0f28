package e2e_test

import (
	"strings"
	"testing"

	"fenghui/build/e2e"
)

const (
	xianToAstana = "#/since/%E4%B8%AD%E5%9B%BD-%E4%B8%AD%E4%BA%9A?from=2023-05-19&to=2025-06-17"
	withChina    = "#/partner/%E5%93%88%E8%90%A8%E5%85%8B%E6%96%AF%E5%9D%A6/%E4%B8%AD%E5%9B%BD"
)

// sentences are what a view says of what moved.
func (x *explorer) sentences(selector string) []string {
	x.t.Helper()
	return e2e.Eval[[]string](x.Page, `[...document.querySelectorAll("`+selector+`")].map((link) => link.textContent)`)
}

func wantSaid(t *testing.T, said []string, parts ...string) {
	t.Helper()
	all := strings.Join(said, "\n")
	if len(said) == 0 || strings.Contains(all, "⟦") {
		t.Errorf("said: %s", all)
	}
	for _, p := range parts {
		if !strings.Contains(all, p) {
			t.Errorf("%s is not said in:\n%s", p, all)
		}
	}
}

func TestSinceLastTimeSaysWhatMovedAndWhere(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/since")
	wantSaid(t, x.sentences(".since-item > div > a, .since-fate summary"))
	x.visit(xianToAstana)
	wantSaid(t, x.sentences("#since-moved ~ .since-list .since-item > div > a"), "700亿美元", "升至950亿美元（2024年）", "（+35.7%）")
	wantSaid(t, x.sentences("#since-aims ~ .since-list .since-item > div > a"), "400亿美元", "已经达到")
	wantSaid(t, x.sentences(".since-fate h3"), "办成或正在实施", "没有再提")
	if n := e2e.Eval[int](x.Page, `[...document.querySelectorAll(".since-item")].filter((item) => item.querySelectorAll(".source blockquote, .source a[href^='#/read/']").length < 2).length`); n > 0 {
		t.Errorf("%d claims have no sentence", n)
	}
	x.after(`document.querySelector("#since-format").value = "中亚国家元首磋商会议"; document.querySelector("#since-format").dispatchEvent(new Event("change"))`)
	wantSaid(t, x.sentences(".since-item > div > a"), "115亿美元", "没有达到，就改为200亿美元")
	if id := e2e.Eval[string](x.Page, `document.activeElement.id`); id != "since-format" && id != "" {
		t.Errorf("the focus is on %q", id)
	}
	x.after(`document.querySelector("#since-from").value = "2022-07-21"; document.querySelector("#since-from").dispatchEvent(new Event("change"))`)
	if h := x.hash(); !strings.Contains(h, "from=2022-07-21&to=2025-11-16") {
		t.Errorf("at %s", h)
	}
	x.visit(xianToAstana + "&lang=en")
	wantSaid(t, x.sentences(".since-item > div > a"), "rose from", "is met")
	x.after(`document.querySelector(".since-item > div > a").click()`)
	if h := x.hash(); !strings.HasPrefix(h, "#/compare/series/") {
		t.Errorf("a finding leads to %s", h)
	}
}

func TestAPageForTwoPartiesTellsAllThatIsBetweenThem(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit(withChina)
	wantSaid(t, x.sentences(".partner-part > h2"), "贸易", "投资与援助", "项目", "过境与运输")
	wantSaid(t, x.sentences(".partner-card h3"), "440亿美元")
	if n := e2e.Eval[int](x.Page, `document.querySelectorAll(".partner-card svg").length`); n < 3 {
		t.Errorf("%d drawings", n)
	}
	x.after(`document.querySelector("#partner-a").value = "Japan"; document.querySelector("#partner-b").value = "kazakhstan"; document.querySelector(".choice button").click()`)
	if title := x.Text("h1"); title != "日本与哈萨克斯坦" || len(x.sentences(".partner-once summary, .partner-card h3")) == 0 {
		t.Errorf("%s", title)
	}
	for address, want := range map[string]string{
		"#/partner": "选两方", "#/partner/%E6%97%A0%E6%AD%A4%E5%90%8D/%E4%B8%AD%E5%9B%BD": "没有“无此名”",
		"#/partner/%E6%97%A5%E6%9C%AC/%E5%86%B0%E5%B2%9B": "没有日本与冰岛之间的数字", "#/partner/Japan/%E6%97%A5%E6%9C%AC": "同一个",
	} {
		x.visit(address)
		if text := x.Text(".empty-state"); !strings.Contains(text, want) || e2e.Eval[int](x.Page, `document.querySelectorAll(".empty-state a[href^='#/partner/']").length`) == 0 {
			t.Errorf("%s says %q", address, text)
		}
	}
}

func TestBothViewsAreReachedFromWhereTheyAreWanted(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/compare")
	for _, href := range []string{"#/since", "#/partner"} {
		if e2e.Eval[int](x.Page, `document.querySelectorAll(".to-others a[href='`+href+`']").length`) != 1 {
			t.Errorf("no way from Compare to %s", href)
		}
	}
	x.search("哈萨克斯坦 日本 贸易额")
	if text := x.Text(".pair"); !strings.Contains(text, "日本") {
		t.Errorf("a search for two parties offers %q", text)
	}
	x.visit("#/read/2025-12-20-ca-japan-tokyo")
	x.Do(`[...document.querySelectorAll(".figure[role]")].find((one) => one.textContent.includes("20亿美元")).click()`)
	x.Until(`document.querySelector("#figure-card a[href^='#/partner/']")`)
}
