package e2e_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// storePage is testdata/storepage with a store open in it.
func storePage(t *testing.T, b *e2e.Browser, url string, schema int) *e2e.Page {
	t.Helper()
	p := b.Open(url)
	p.Do("ready")
	p.Do(fmt.Sprintf("store.open(%d)", schema))
	return p
}

// kept is what articles() of the page gives.
type kept struct {
	Keys    []string `json:"keys"`
	Damaged []string `json:"damaged"`
}

func articles(p *e2e.Page) kept { return e2e.Eval[kept](p, "store.articles()") }

// wantBatches fails unless exactly these batches of articles are there, whole.
func wantBatches(t *testing.T, p *e2e.Page, size int, want ...string) {
	t.Helper()
	got := articles(p)
	batches := map[string]int{}
	for _, key := range got.Keys {
		batch, _, _ := strings.Cut(key, "-")
		batches[batch]++
	}
	for _, batch := range want {
		if batches[batch] != size {
			t.Errorf("%d articles of batch %s, want %d", batches[batch], batch, size)
		}
		delete(batches, batch)
	}
	if len(batches) > 0 || len(got.Damaged) > 0 {
		t.Errorf("also there: %v, damaged: %q", batches, got.Damaged)
	}
}

func withoutIndexedDBTheStoreSaysSo(t *testing.T) {
	s := e2e.StorePage(t)
	s.Header("Access-Control-Allow-Origin", "*") // modules in a frame without an origin
	b := e2e.Launch(t)
	t.Run("removed from the browser", func(t *testing.T) {
		p := b.For(t).NewPage()
		p.BeforeScripts("delete self.indexedDB")
		p.Go(s.URL)
		p.Do("ready")
		wantCode(t, p, "store.open(1)", "unavailable")
	})
	t.Run("a sandboxed frame", func(t *testing.T) {
		p := b.For(t).Open(s.URL + "framed.html")
		if answer := e2e.Eval[string](p, "answer"); answer != "unavailable" {
			t.Errorf("the frame says %q", answer)
		}
	})
}

// wantCode runs what must be refused and looks at the code of the refusal.
func wantCode(t *testing.T, p *e2e.Page, js, code string) error {
	t.Helper()
	err := p.Try(js)
	if err == nil || !strings.Contains(err.Error(), "Error: "+code+": ") {
		t.Errorf("%s: %v, want %s", js, err, code)
	}
	return err
}

func aFullStoreKeepsWhatItHas(t *testing.T) {
	s := e2e.StorePage(t)
	p := e2e.Launch(t).Open(s.URL)
	p.Do("ready")
	p.Quota(6_000_000) // first of all: the browser goes on for a while with what it knows
	p.Do("store.open(1)")
	p.Do("store.putArticles('before', 10, 1000)")
	p.Do("store.putBlob('before', 3_000_000)")
	err := wantCode(t, p, "store.putArticles('surplus', 100, 100_000)", "quota")
	if err == nil || !regexp.MustCompile(`: 10000000 bytes more are needed, 3\d{6} are used`).MatchString(err.Error()) {
		t.Errorf("the sizes are not told: %v", err)
	}
	wantCode(t, p, "store.putBlob('surplus', 20_000_000)", "quota")
	wantCode(t, p, "store.putBlob('before', 20_000_001)", "quota")
	wantBatches(t, p, 10, "before")
	if size := e2e.Eval[int](p, "store.blob('before')"); size != 3_000_000 {
		t.Errorf("the blob has %d bytes", size)
	}
	if keys := e2e.Eval[[]string](p, "store.blobKeys()"); !slices.Equal(keys, []string{"before"}) {
		t.Errorf("blobs %q", keys)
	}
	if n := e2e.Eval[int](p, "records('fenghui-1', 'blobs')"); n != 3 {
		t.Errorf("%d records of blobs, want a head and two chunks", n)
	}
	p.Quota(0)
	p.Do("store.putArticles('after', 10, 100_000)")
	wantBatches(t, p, 10, "before", "after")
}

func twoTabsDoNotLoseEachOthersWork(t *testing.T) {
	s := e2e.StorePage(t)
	b := e2e.Launch(t)
	for _, c := range []struct{ name, url string }{
		{"with locks", s.URL},
		{"on an origin that has none", s.Insecure},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := b.For(t)
			tabs := []*e2e.Page{storePage(t, b, c.url, 1), storePage(t, b, c.url, 1)}
			for i, p := range tabs {
				p.Do(fmt.Sprintf("void (window.work = Promise.all([store.count(100), store.putArticles('tab%d', 50, 4000), store.putBlob('blob', 5_000_000)]))", i))
			}
			for _, p := range tabs {
				p.Do("work")
			}
			for _, p := range tabs {
				p.Reload()
				p.Do("ready")
				p.Do("store.open(1)")
				if n := e2e.Eval[string](p, "store.manifest()"); n != "200" {
					t.Errorf("the manifest counts %s, want 200", n)
				}
				wantBatches(t, p, 50, "tab0", "tab1")
				if size := e2e.Eval[int](p, "store.blob('blob')"); size != 5_000_000 {
					t.Errorf("the blob has %d bytes", size)
				}
			}
		})
	}
}

func anEarlierVersionInAnotherTabHoldsNothingUp(t *testing.T) {
	s := e2e.StorePage(t)
	b := e2e.Launch(t)
	old := storePage(t, b, s.URL, 1)
	old.Do("store.putArticles('old', 50, 4000)")
	p := b.Open(s.URL)
	p.Do("ready")
	t.Logf("opened after %.0f ms", e2e.Eval[float64](p, "timed(() => store.open(2))"))
	wantBatches(t, p, 50, "old")
	old.Do("store.putArticles('later', 50, 4000)")
	wantBatches(t, old, 50, "later")
	old.Close()
	p.Reload()
	p.Do("ready")
	p.Do("store.open(2)")
	wantBatches(t, p, 50, "old", "later")
}

// Chromium keeps large values in files beside its database. Files get lost.
func aLostFileOfTheBrowserIsADamagedRecord(t *testing.T) {
	s := e2e.StorePage(t)
	b := e2e.Launch(t)
	p := storePage(t, b, s.URL, 1)
	p.Do("store.putArticles('small', 200, 1000)")
	p.Do("store.putArticles('large', 3, 300_000)")
	p.Do("store.putBlob('blob', 5_000_000)")
	lost := 0
	b.Offstage(func(profile string) { lost = removeBlobFiles(t, profile) })
	if lost == 0 {
		t.Fatal("this Chromium keeps its values elsewhere: nothing was tested")
	}
	p = storePage(t, b, s.URL, 1)
	got := articles(p)
	if want := []string{"large-000", "large-001", "large-002"}; len(got.Keys) != 200 || !slices.Equal(got.Damaged, want) {
		t.Errorf("%d articles, %q damaged; want 200 and %q", len(got.Keys), got.Damaged, want)
	}
	wantCode(t, p, "store.blob('blob')", "notfound")
	p.Do("store.putBlob('blob', 5_000_000)")
	if size := e2e.Eval[int](p, "store.blob('blob')"); size != 5_000_000 {
		t.Errorf("put again, the blob has %d bytes", size)
	}
}

func removeBlobFiles(t *testing.T, profile string) (removed int) {
	t.Helper()
	err := filepath.WalkDir(profile, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.Contains(path, ".indexeddb.blob") {
			return err
		}
		removed++
		return os.Remove(path)
	})
	if err != nil {
		t.Fatal(err)
	}
	return removed
}

// The figures are for reading, in the log; nothing is asserted about them.
func TestHowLongTheStoreTakes(t *testing.T) {
	s := e2e.StorePage(t)
	b := e2e.Launch(t)
	p := b.Open(s.URL)
	p.Do("ready")
	took := func(js string) float64 { return e2e.Eval[float64](p, "timed(() => "+js+")") }
	t.Logf("open a new database: %.1f ms", took("store.open(1)"))
	for _, c := range []struct{ name, js string }{
		{"put a blob of 5 MB", "store.putBlob('blob', 5_000_000)"},
		{"get a blob of 5 MB", "store.blob('blob')"},
		{"put 100 articles of 4 kB", "store.putArticles('a', 100, 4000)"},
		{"read 100 articles of 4 kB", "store.articles()"},
		{"change the manifest", "store.count(1)"},
		{"sweep", "store.sweep()"},
		{"close and open again", "store.close().then(() => store.open(1))"},
	} {
		var times []float64
		for range 5 {
			times = append(times, took(c.js))
		}
		slices.Sort(times)
		t.Logf("%s: %.1f ms (median of 5, %.1f to %.1f)", c.name, times[2], times[0], times[4])
	}
}
