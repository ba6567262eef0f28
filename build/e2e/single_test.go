package e2e_test

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/repository"
	"fenghui/build/site/single"
)

// maxSingle is what the site as one file may weigh, in bytes.
const maxSingle = 5_000_000

// openSingle opens the site as one file, as a double click does.
func openSingle(t *testing.T) (*explorer, *e2e.NetworkLog) {
	t.Helper()
	dir, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	root, err := repository.Root()
	if err != nil {
		t.Fatal(err)
	}
	page, err := single.Make(root, dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %d bytes, at most %d", single.Name, len(page), maxSingle)
	if len(page) > maxSingle {
		t.Errorf("%s has %d bytes, at most %d", single.Name, len(page), maxSingle)
	}
	file := filepath.Join(t.TempDir(), "U 盘 100% #1?", "峰会 数览 (1)#2.html") // as people name things
	if err := os.Mkdir(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, page, 0o644); err != nil {
		t.Fatal(err)
	}
	x := &explorer{t: t, browser: e2e.Launch(t)}
	x.Page = x.browser.NewPage()
	log := x.Network()
	x.Go((&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String())
	x.ready()
	return x, log
}

func TestTheSiteAsOneFile(t *testing.T) {
	t.Parallel()
	x, log := openSingle(t)
	x.wantFound("贸易额")
	x.visit("#/compare")
	if n := len(x.findings()); n < 10 {
		t.Errorf("%d comparisons", n)
	}
	if got := x.drop(article(1)); got[0] != "added ocean-1.txt" {
		t.Errorf("files: %q", got)
	}
	x.wantFound("蓝色走廊")
	x.Reload()
	if l := x.ready(); len(l.Documents) != records()+1 || !l.Kept {
		t.Errorf("after a reload %d documents, kept %v; want the records and 1, kept", len(l.Documents), l.Kept)
	}
	x.wantFound("蓝色走廊")
	for _, fragment := range []string{"#/figures?lang=ru", "#/draft?lang=kk", "#/library?lang=en", "#/help?lang=zh"} {
		x.visit(fragment)
	}
	x.wantUntroubled()
	for _, address := range log.URLs() {
		if !strings.HasPrefix(address, "file://") && !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "blob:") {
			t.Errorf("asked for %s", address)
		}
	}
}

// In slices: a timer set before the program has much to do comes due meanwhile.
func TestTheProgramGivesWayInThePagesOwnThread(t *testing.T) {
	t.Parallel()
	x, _ := openSingle(t)
	x.visit("#/library")
	x.Do(`void (window.longest = 0, window.last = performance.now(), window.beat = setInterval(() => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
	}, 10))`)
	var files []file
	for n := range 30 {
		files = append(files, article(n))
	}
	x.drop(files...)
	longest := e2e.Eval[float64](x.Page, `(clearInterval(beat), longest)`)
	t.Logf("30 articles were imported; the page stood still for %.0f ms at most", longest)
	if longest > 2000 {
		t.Errorf("the page stood still for %.0f ms", longest)
	}
}
