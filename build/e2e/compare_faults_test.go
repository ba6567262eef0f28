package e2e_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
	"fenghui/build/site"
)

func TestComparingThatFailsCanBeAskedForAgain(t *testing.T) {
	t.Parallel()
	x := stumble(t, `{compare: ["fail"], comparison: ["fail"]}`)
	x.browser.Expect("internal")
	x.Do(`void (location.hash = "#/compare")`)
	x.Until(`document.querySelector(".findings .empty-state button")`)
	if text := x.Text(".findings"); !strings.Contains(text, word(t, "zh", "compare.failed")) {
		t.Errorf("the reader is told %s", text)
	}
	x.Do(`document.querySelector(".findings .empty-state button").click()`)
	x.Until(`document.querySelector(".finding")`)
	x.Do(`document.querySelector(".finding a").click()`)
	x.Until(`document.querySelector(".comparison .empty-state button")`)
	x.Do(`document.querySelector(".comparison .empty-state button").click()`)
	x.Until(`document.querySelector(".comparison h1")`)
}

func TestComparingCanBeStopped(t *testing.T) {
	t.Parallel()
	x := stumble(t, `{compare: ["hold"]}`)
	x.Do(`void (location.hash = "#/compare")`)
	x.stop("fenghui-compare")
	x.Until(`document.querySelector(".findings .empty-state")`)
	if text := x.Text(".findings"); !strings.Contains(text, word(t, "zh", "compare.stopped")) {
		t.Errorf("the reader is told %s", text)
	}
	x.Do(`document.querySelector(".findings button").click()`)
	x.Until(`document.querySelector(".finding")`)
}

// An article alone: without figures, with one, and with figures of one thing in
// units that cannot be compared.
func TestThereMayBeNothingToCompare(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ text, empty string }{
		"no figures":  {"港口的工人都来了。", "compare.empty.library"},
		"one figure":  {"冰岛去年渔获量为30万吨。", "compare.empty"},
		"mixed units": {"冰岛去年渔获量为30万吨。\n\n冰岛去年渔获量为1200万箱。\n\n冰岛去年渔获量很大，价值20亿克朗。", "compare.empty"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "only.txt"), []byte(" date 2024-03-02 海洋国家联盟渔业峰会\n\n"+tt.text+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := build(strings.ReplaceAll(name, " ", "-"), site.Options{Corpus: []string{dir}})
			if err != nil {
				t.Fatal(err)
			}
			server := e2e.ServeHandler(t, hosting.Site{Dir: out})
			x := &explorer{t: t, browser: e2e.Launch(t), server: server}
			x.Page = x.browser.Open(server.URL)
			x.ready()
			x.visit("#/compare")
			if text := x.Text(".findings"); !strings.Contains(text, word(t, "zh", tt.empty)) || len(x.findings()) > 0 {
				t.Errorf("the reader is told %s", text)
			}
			x.WantAccessible()
			if got := x.judge("挪威有12个机场。", ""); !slices.Equal(got, []string{"not-found"}) {
				t.Errorf("a draft is judged %v", got)
			}
		})
	}
}
