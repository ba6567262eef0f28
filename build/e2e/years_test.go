package e2e_test

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
	"fenghui/build/site"
	"fenghui/corpus"
	"fenghui/wasm/library/sitefile"
)

// yearsSite is a site divided by year: one article each of 2025, 2024, 2023
// and of no known date, each with 海洋走廊 in it.
var yearsSite = sync.OnceValues(func() (string, error) {
	var docs []*corpus.Document
	for _, year := range []string{"2023", "2024", "", "2025"} {
		d, err := corpus.ReadArticle("sea-"+year+".txt", fmt.Sprintf("渔业年报%s\n\n海洋走廊%s经过的港口有%d个。\n", year, year, len(docs)+7))
		if err != nil {
			return "", err
		}
		if d.Summit.Date = ""; year != "" {
			d.Summit.Date = year + "-05-01"
		}
		docs = append(docs, d)
	}
	return build("years", site.Options{Add: docs, Undivided: 1})
})

// years serves the site divided by year, no page opened yet, and tells the
// paths of the files of each year.
func years(t *testing.T) (x *explorer, files map[string]sitefile.Year) {
	t.Helper()
	dir, err := yearsSite()
	if err != nil {
		t.Fatal(err)
	}
	server := e2e.ServeHandler(t, hosting.Site{Dir: dir})
	x = &explorer{t: t, browser: e2e.Launch(t), server: server}
	lists, err := filepath.Glob(filepath.Join(dir, "v-*", "documents-*.bin"))
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]sitefile.Year{}
	for _, list := range lists {
		data, err := os.ReadFile(list)
		if err != nil {
			t.Fatal(err)
		}
		file, err := sitefile.ReadDocuments(data)
		if err != nil {
			t.Fatalf("%s: %v", list, err)
		}
		folder := "/" + filepath.Base(filepath.Dir(list)) + "/"
		for _, y := range file.Years {
			y.Documents, y.Pack = folder+y.Documents, folder+y.Pack
			files[y.Name] = y
		}
	}
	if len(files) != 3 {
		t.Fatalf("%d years in the list", len(files))
	}
	return x, files
}

// whole waits until every year has been searched.
func (x *explorer) whole() {
	x.Until(`document.querySelector(".hit") && document.querySelector(".partial:empty")`)
}

// wantArticles wants hits in so many articles.
func (x *explorer) wantArticles(n int) {
	x.t.Helper()
	if got := e2e.Eval[[]string](x.Page, `[...document.querySelectorAll(".group")].map((group) => group.dataset.document)`); len(got) != n {
		x.t.Errorf("hits in %d articles, want %d: %q", len(got), n, got)
	}
}

func TestALargeLibraryComesByYear(t *testing.T) {
	t.Parallel()
	x, _ := years(t)
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	if n := x.requested("/pack-"); n != 1 {
		t.Errorf("%d packs were fetched for the overview, want the newest year's", n)
	}
	x.visit("#/search?q=%E6%B5%B7%E6%B4%8B%E8%B5%B0%E5%BB%8A&from=2025-01-01")
	x.whole()
	x.wantArticles(1)
	if n := x.requested("/pack-"); n != 1 {
		t.Errorf("%d packs were fetched for 2025 alone", n)
	}
	x.search("海洋走廊")
	x.whole()
	x.wantArticles(4)
	x.Do(`await navigator.serviceWorker.ready`)
	x.server.Stop()
	x.Reload()
	x.ready()
	x.search("海洋走廊")
	x.whole()
	x.wantArticles(4)
	x.wantUntroubled()
}

func TestADocumentOfAYearStillToComeCanBeRead(t *testing.T) {
	t.Parallel()
	x, _ := years(t)
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	x.search("海洋走廊")
	x.whole()
	id := x.hits()[3].Document
	other := x.browser.Open(x.server.URL + "#/read/" + id)
	other.Until(`document.querySelector("fenghui-read .passage")`)
	if text := other.Text("fenghui-read"); !strings.Contains(text, "海洋走廊") {
		t.Errorf("the page shows %.200s", text)
	}
}

// cut sends half of a file and drops the connection, the first so many times.
func cut(dir, path string, times int) http.HandlerFunc {
	files := hosting.Site{Dir: dir}
	return func(w http.ResponseWriter, r *http.Request) {
		if times--; times < 0 {
			files.ServeHTTP(w, r)
			return
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
		if err != nil {
			panic(err)
		}
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Header().Set("Content-Length", fmt.Sprint(len(data)))
		_, _ = w.Write(data[:len(data)/2])
		panic(http.ErrAbortHandler)
	}
}

func TestAPackThatStopsHalfWayIsFetchedAgain(t *testing.T) {
	t.Parallel()
	x, files := years(t)
	dir, _ := yearsSite()
	x.browser.Expect("ERR_")
	x.server.Answer(files["2024"].Pack, cut(dir, files["2024"].Pack, 1))
	x.server.Answer(files["2023"].Documents, cut(dir, files["2023"].Documents, 1))
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	x.search("海洋走廊")
	x.whole()
	x.wantArticles(4)
	x.wantUntroubled()
}

func TestAYearThatCannotBeHadIsNamedAndAskedForAgain(t *testing.T) {
	t.Parallel()
	x, files := years(t)
	x.browser.Expect("404")
	x.server.Answer(files["2024"].Documents, http.NotFound)
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	x.search("海洋走廊")
	x.Until(`document.querySelector(".partial button")`)
	if text := x.Text(".partial"); !strings.Contains(text, "2024") {
		t.Errorf("the reader is told %s", text)
	}
	x.wantArticles(1)
	x.server.Answer(files["2024"].Documents, nil)
	x.Do(`document.querySelector(".partial button").click()`)
	x.whole()
	x.wantArticles(4)
}

func TestALibraryLargerThanTheQuotaIsSearchedAllTheSame(t *testing.T) {
	t.Parallel()
	x, _ := years(t)
	x.Page = x.browser.Open(x.server.URL + "manifest.webmanifest")
	x.Quota(1_000)
	x.Go(x.server.URL)
	x.ready()
	x.search("海洋走廊")
	x.whole()
	x.wantArticles(4)
	x.Until(`document.querySelector('.notice[data-code="too-large"]')`)
}

// A tab in the background gets no time from timers; what is built there is
// finished all the same.
func TestATabInTheBackgroundGoesOnBuilding(t *testing.T) {
	t.Parallel()
	x, files := years(t)
	x.browser.Expect("404")
	for _, y := range files {
		x.server.Answer(y.Pack, http.NotFound)
	}
	x.Page = x.browser.Open(x.server.URL)
	x.ready()
	x.Hide()
	x.search("海洋走廊")
	x.whole()
	x.wantArticles(4)
}
