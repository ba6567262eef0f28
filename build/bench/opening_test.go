package bench

import (
	"testing"

	"fenghui/build/e2e"
)

// longTasks keeps account of what held the page's own thread for more than
// 50 ms, as Chromium records it.
const longTasks = `globalThis.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((e) => e.duration))).observe({type: "longtask", buffered: true});`

// BenchmarkOpening visits the site of the large library for the first time, and
// again when IndexedDB has it; beside it MiniSearch loads its index of the same.
func BenchmarkOpening(b *testing.B) {
	p := newPool(b, *articles)
	f := newField(b, build(b, "large", false, p.documents), p)
	f.prepare(b, mini)
	for range *runs {
		browser := e2e.Launch(b, "enable-precise-memory-info", "js-flags=--expose-gc")
		f.visit(browser, "first-visit")
		browser.Restart()
		page := f.visit(browser, "opening")
		drawn(b, page, p.texts(timed))
		f.tasks(page, "queries")
		memory := e2e.Eval[float64](page, "(gc(), performance.memory.usedJSHeapSize)")
		found.add("page-heap", ourName, "B", memory)
		page.Quit()
		page = f.open(mini)
		found.add("opening", mini, "ms", e2e.Eval[float64](page, "bench.load()"))
		page.Quit()
		found.save(b)
	}
}

// whole waits until the search has been asked of all years, which come one after
// another, and tells the time from the navigation, in milliseconds.
const whole = `await (async () => {
	const {session} = document.querySelector("fenghui-search").context;
	const {pending = []} = await session.request("library", {});
	for (const year of pending) await session.request("load", {year});
	const {missing} = await session.request("search", {query: "贸易额", limit: 10});
	if (missing) throw new Error(missing + " did not come");
	return performance.now();
})()`

// visit goes to a search and waits for its first answer, which of a large
// library is that of its newest year, and for that of all years.
func (f *field) visit(browser *e2e.Browser, what string) *e2e.Page {
	page := browser.NewPage()
	page.Patience = building
	page.BeforeScripts(longTasks + listening)
	page.Go(f.URL + firstSearch)
	found.add(what, ourName, "ms", e2e.Eval[float64](page, mark))
	found.add(what+"-whole", ourName, "ms", e2e.Eval[float64](page, whole))
	f.tasks(page, what)
	return page
}

// tasks tells the long tasks since it was called last.
func (f *field) tasks(page *e2e.Page, during string) {
	tasks := e2e.Eval[[]float64](page, "longTasks.splice(0)")
	longest := 0.0
	for _, t := range tasks {
		longest = max(longest, t)
	}
	found.add("long-tasks-"+during, ourName, "", float64(len(tasks)))
	found.add("longest-task-"+during, ourName, "ms", longest)
}
