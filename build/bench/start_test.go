package bench

import (
	"strings"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
)

// firstSearch is the address of a search: a first answer is waited for.
const firstSearch = "#/search?q=%E8%B4%B8%E6%98%93%E9%A2%9D"

// mark waits for a mark of the page and tells its time from the navigation, in
// milliseconds.
const mark = `await new Promise((resolve) => {
	const name = "fenghui:first-answer";
	const known = performance.getEntriesByName(name)[0];
	if (known) resolve(known.startTime);
	else new PerformanceObserver((list) => list.getEntriesByName(name).forEach((e) => resolve(e.startTime))).observe({type: "mark"});
})`

// BenchmarkStart visits the published site of our records: for the first time,
// with an empty profile, and again with the server stopped.
func BenchmarkStart(b *testing.B) {
	dir := build(b, "records", true, nil)
	for run := range *runs {
		server := e2e.ServeHandler(b, hosting.Site{Dir: dir})
		browser := e2e.Launch(b)
		page := browser.NewPage()
		page.Go(server.URL + firstSearch)
		found.add("cold-start", ourName, "ms", e2e.Eval[float64](page, mark))
		if run == 0 {
			wire(server.Requests())
		}
		page.Do("navigator.serviceWorker.ready")
		page.Close()
		server.Stop()
		page = browser.NewPage()
		page.Go(server.URL + firstSearch)
		found.add("warm-start", ourName, "ms", e2e.Eval[float64](page, mark))
		page.Quit()
		found.add("first-paint", ourName, "ms", firstPaint(b, dir))
	}
}

// wire counts what a first visit has fetched, by what it is: the program, the
// library (its pack, and the texts that the program does not carry), or the
// shell around them.
func wire(requests []e2e.Request) {
	bytes := map[string]int{}
	for _, r := range requests {
		kind := "wire-shell"
		switch {
		case strings.HasSuffix(r.Path, ".wasm"):
			kind = "wire-program"
		case strings.Contains(r.Path, "/pack-"), strings.Contains(r.Path, "/documents-"):
			kind = "wire-pack"
		}
		bytes[kind] += r.Bytes
		bytes["wire-all"] += r.Bytes
	}
	for kind, n := range bytes {
		found.add(kind, ourName, "B", float64(n))
	}
}

// firstPaint is when the overview can be read, by the browser's own account.
func firstPaint(b *testing.B, dir string) float64 {
	server := e2e.ServeHandler(b, hosting.Site{Dir: dir})
	page := e2e.Launch(b).NewPage()
	defer page.Quit()
	page.Go(server.URL)
	return e2e.Eval[float64](page, `await new Promise((resolve) => new PerformanceObserver((list) => {
		const paint = list.getEntriesByName("first-contentful-paint")[0];
		if (paint) resolve(paint.startTime);
	}).observe({type: "paint", buffered: true}))`)
}
