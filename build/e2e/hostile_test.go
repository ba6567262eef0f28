package e2e_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"fenghui/build/e2e"
)

// hostile are strings that try to become code, markup, formulas or layout.
func hostile(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/hostile.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		if strings.Contains(line, `\x`) || strings.Contains(line, `\u`) {
			if line, err = strconv.Unquote(`"` + strings.ReplaceAll(line, `"`, `\"`) + `"`); err != nil {
				t.Fatal(err)
			}
		}
		list = append(list, line)
	}
	return list
}

// hostileArticles have a hostile title each, hostile figures and hostile names.
func hostileArticles(list []string) []file {
	var files []file
	for n, bad := range list {
		if strings.ContainsRune(bad, 0) {
			continue // a file with zero bytes is refused as no text
		}
		files = append(files, file{name: bad + ".txt", text: fmt.Sprintf("title: %s\ndate: 2024-05-%02d\nsource: %s\nurl: javascript:pwned()\n\n灯塔%d号写着：%s\n\n去年%s国与乙国贸易额为%d亿美元，%s。\n",
			bad, n%28+1, bad, n, bad, bad, n+20, bad)})
	}
	return files
}

// alarm has whatever runs be heard, which fails the test.
const alarm = `window.pwned = window.alert = () => console.error("pwned")`

// madeOfText is what no text may ever become.
const madeOfText = `:is(script:not([type=module]), img, iframe, object, embed, video, audio, marquee, style, link, base, meta, math, [onerror], [onload], [onclick], [srcdoc], [style*=fixed], a[href^='javascript' i], a[href^='data' i], a[href^='vbscript' i])`

const harmless = `(window.stains = 0, window.pwned = () => { stains++; }, true)`

// wantUnstained wants that nothing has run, that nothing is wider than the
// window, and that no element came out of a text.
func (x *explorer) wantUnstained(where string) {
	x.t.Helper()
	type state struct {
		Stains, Wide, Made int
		Polluted           bool
	}
	got := e2e.Eval[state](x.Page, `({
		stains: window.stains, wide: document.documentElement.scrollWidth - innerWidth, polluted: ({}).polluted !== undefined,
		made: document.querySelectorAll("fenghui-app " + "`+madeOfText+`").length,
	})`)
	if got != (state{}) {
		x.t.Errorf("%s: %+v", where, got)
	}
}

// Through import, list, search, reading, figures, comparison, draft and files.
func TestHostileTextsAreOnlyText(t *testing.T) {
	t.Parallel()
	x := serve(t)
	x.Page = x.browser.NewPage()
	x.BeforeScripts(harmless)
	x.Run(chromedp.EmulateViewport(390, 800))
	x.Go(x.server.URL)
	x.ready()
	list := hostile(t)
	for _, status := range x.drop(hostileArticles(list)...) {
		if !strings.HasPrefix(status, "added ") {
			t.Errorf("%.80q", status)
		}
	}
	x.wantUnstained("the results of the import")
	x.visit("#/library")
	x.wantUnstained("the library")
	ids := e2e.Eval[[]string](x.Page, `[...document.querySelectorAll("fenghui-documents tr[data-id^='a-']")].map((tr) => tr.dataset.id)`)
	for _, id := range ids {
		x.visit("#/read/" + id + "?q=%E7%81%AF%E5%A1%94")
		x.wantUnstained("read " + id)
	}
	for n, bad := range list {
		x.search(bad)
		x.wantUnstained(fmt.Sprintf("a search for %q", bad))
		if n%9 == 0 && !strings.ContainsRune(bad, 0) && !slices.ContainsFunc(x.search(fmt.Sprintf(`"灯塔%d号"`, n)), func(h hit) bool { return strings.Contains(h.Text, fmt.Sprintf("灯塔%d号", n)) }) {
			t.Errorf("the article of %q is not found", bad)
		}
	}
	for _, fragment := range []string{"#/figures?kind=money", "#/compare", "#/"} {
		x.visit(fragment)
		x.wantUnstained(fragment)
	}
	x.hostilePlaces(list)
	x.hostileFiles()
}

// hostilePlaces asks for hostile strings in every part of an address, and
// judges a hostile draft.
func (x *explorer) hostilePlaces(list []string) {
	x.t.Helper()
	for _, bad := range list {
		q := e2e.Eval[string](x.Page, fmt.Sprintf("encodeURIComponent(%s)", quoted(strings.ToValidUTF8(bad, ""))))
		for _, fragment := range []string{"#/read/" + q, "#/compare/series/" + q, "#/figures?text=" + q + "&measure=" + q + "&cols=" + q, "#/search?summit=" + q + "&country=" + q} {
			x.visit(fragment)
			x.wantUnstained(fragment)
		}
	}
	x.open("#/help?lang=__proto__")
	x.judge(strings.ReplaceAll(strings.Join(list, "\n去年甲国与乙国贸易额为20亿美元。\n"), "\x00", ""), "2025-12-21")
	x.wantUnstained("a draft")
}

// hostileFiles takes along what is shown; no cell begins a formula.
func (x *explorer) hostileFiles() {
	x.t.Helper()
	x.visit("#/figures?kind=money&text=%E5%9B%BD")
	for _, row := range x.savedSheet() {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && !isNumber(cell) {
				x.t.Errorf("a cell begins a formula: %q", cell)
			}
		}
	}
}

func isNumber(cell string) bool {
	_, err := strconv.ParseFloat(cell, 64)
	return err == nil
}
