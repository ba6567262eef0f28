package e2e_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/filetest"
	"fenghui/build/hosting"
	"fenghui/build/site"
	"fenghui/corpus/goldtest"
)

// article is one of our own making.
func article(n int) file {
	return file{name: fmt.Sprintf("ocean-%d.txt", n), text: fmt.Sprintf(" date 2024-03-%02d 海洋国家联盟渔业峰会第%d天\n\n去年各成员国捕捞量为%d万吨。\n\n蓝色走廊的港口名单已经公布。\n", n%28+1, n, n+1000)}
}

func TestImportedArticlesAreSearchedKeptAndRemoved(t *testing.T) {
	t.Parallel()
	x := explore(t)
	if got := strings.Join(x.drop(article(1), article(2), article(1)), ", "); got != "added ocean-1.txt, added ocean-2.txt, duplicate ocean-1.txt" {
		t.Errorf("files: %s", got)
	}
	if n := len(x.search("蓝色走廊")); n != 2 {
		t.Errorf("%d passages found at once, want 2", n)
	}
	x.Reload()
	x.ready()
	if n := len(x.search("蓝色走廊")); n != 2 {
		t.Errorf("%d passages found after a reload, want 2", n)
	}
	x.visit("#/library")
	before := len(x.listed())
	id := e2e.Eval[string](x.Page, `[...document.querySelectorAll("fenghui-documents tr[data-id^='a-']")][0].dataset.id`)
	remove := fmt.Sprintf(`document.querySelector("tr[data-id='%s'] td.action button:last-of-type").click()`, id)
	there := fmt.Sprintf(`document.querySelector("tr[data-id='%s']")`, id)
	x.Do(remove)
	x.Until("!" + there)
	x.Do(`document.querySelector("fenghui-library .said button").click()`)
	x.Until(there)
	x.Do(remove)
	x.Until("!" + there)
	if after := len(x.listed()); after != before-1 {
		t.Errorf("%d documents, then %d", before, after)
	}
	x.Reload()
	x.ready()
	if n := len(x.search("蓝色走廊")); n != 1 {
		t.Errorf("%d passages found after the removal, want 1", n)
	}
}

func TestAnUnknownDateIsShownAndCanBeFilledIn(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(file{name: "undated.txt", text: "港口笔记\n\n码头已经扩建，泊位增加一倍。\n"})
	x.Do(`(() => { const form = document.querySelector("fenghui-documents fenghui-amend");
		form.querySelector("input[type=date]").value = "2024-05-06";
		form.querySelector("form").requestSubmit(); })()`)
	x.Until(`[...document.querySelectorAll("fenghui-documents time")].some((time) => time.dateTime === "2024-05-06")`)
	x.Reload()
	x.ready()
	x.visit("#/library")
	if !slices.ContainsFunc(x.listed(), func(h head) bool { return h.Date == "2024-05-06" && h.DateFrom == "reader" }) {
		t.Errorf("after a reload: %+v", x.listed())
	}
}

// Each file is told apart, and the others are not affected.
func TestBadFilesAreRefusedByName(t *testing.T) {
	t.Parallel()
	x := explore(t)
	got := x.drop(
		article(1),
		file{name: "empty.txt", text: " "},
		file{name: "huge.txt", bytes: `new Uint8Array(50 << 20)`},
		file{name: "photo.txt", bytes: `new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13])`},
		file{name: "gb18030.txt", bytes: gb18030},
		file{name: "no-encoding.txt", bytes: `new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x80, 0x81])`},
		file{name: "record.md", text: "---\nid: x\nevent: y\nnonsense\n---\n\n## 题\n"},
		article(2),
	)
	want := []string{"added ocean-1.txt", "refused empty.txt", "refused huge.txt", "refused photo.txt", "added gb18030.txt",
		"refused no-encoding.txt", "refused record.md", "added ocean-2.txt"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if text := x.Text(".import-results"); !strings.Contains(text, "record.md:4") {
		t.Errorf("the error in the front matter has no line:\n%s", text)
	}
	if hits := x.search(`"港口扩建按期进行"`); len(hits) != 1 {
		t.Errorf("the GB18030 article is found %d times, want once", len(hits))
	}
}

// "港口扩建按期进行，新泊位已经启用。" as GB18030.
const gb18030 = `new Uint8Array([0xb8,0xdb,0xbf,0xda,0xc0,0xa9,0xbd,0xa8,0xb0,0xb4,0xc6,0xda,0xbd,0xf8,0xd0,0xd0,0xa3,0xac,0xd0,0xc2,0xb2,0xb4,0xce,0xbb,0xd2,0xd1,0xbe,0xad,0xc6,0xf4,0xd3,0xc3,0xa1,0xa3])`

// The five articles that the records report, as they came.
func TestArticlesOfAnAgency(t *testing.T) {
	t.Parallel()
	files := agencyFiles(t)
	x := explore(t)
	for _, status := range x.drop(files...) {
		if !strings.HasPrefix(status, "added ") {
			t.Errorf("%s", status)
		}
	}
	checkAgencyArticles(t, x)
	x.Reload()
	x.ready()
	checkAgencyArticles(t, x)
}

func checkAgencyArticles(t *testing.T, x *explorer) {
	t.Helper()
	x.visit("#/library")
	imported := slices.DeleteFunc(x.listed(), func(h head) bool { return h.BuiltIn })
	if len(imported) != 5 {
		t.Fatalf("%d articles are listed, want 5", len(imported))
	}
	fromText, dated := 0, 0
	for _, h := range imported {
		t.Logf("%s (%s) %s (%s) %s", h.Title, h.TitleFrom, h.Date, h.DateFrom, h.Organisation)
		if h.TitleFrom == "text" {
			fromText++
		}
		if h.Date != "" {
			dated++
		}
	}
	if fromText != 4 || dated != 4 {
		t.Errorf("%d titles from the text and %d dates, want 4 and 4", fromText, dated)
	}
	if hits := x.search(`"里海水资源保护"`); len(hits) < 2 {
		t.Errorf("%d passages on the Caspian, want two at least", len(hits))
	}
}

func agencyFiles(t *testing.T) []file {
	t.Helper()
	var files []file
	for _, x := range goldtest.Articles(t) {
		files = append(files, file{name: x.Name, text: x.Text})
	}
	return files
}

func TestASiteOfOtherArticles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for n := range 3 {
		a := article(n)
		filetest.Write(t, dir, a.name, a.text)
	}
	out, err := build("other", site.Options{Corpus: []string{dir}})
	if err != nil {
		t.Fatal(err)
	}
	server := e2e.ServeHandler(t, hosting.Site{Dir: out})
	x := &explorer{t: t, browser: e2e.Launch(t), server: server}
	x.Page = x.browser.Open(x.server.URL)
	if l := x.ready(); len(l.Documents) != 3 || l.Origin != "pack" {
		t.Errorf("%d documents from %s", len(l.Documents), l.Origin)
	}
	if n := len(x.search("蓝色走廊")); n != 3 {
		t.Errorf("%d passages found, want 3", n)
	}
	x.Reload()
	if l := x.ready(); len(l.Documents) != 3 || l.Origin != "store" {
		t.Errorf("after a reload: %d documents from %s", len(l.Documents), l.Origin)
	}
	if n := x.requested("/documents-"); n != 1 {
		t.Errorf("the texts were asked for %d times, want once", n)
	}
}

func TestATitleLineIsShownOnceAndCanBeChosen(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.drop(article(1))
	id := e2e.Eval[string](x.Page, `document.querySelector("fenghui-documents tr[data-id^='a-']").dataset.id`)
	x.visit("#/read/" + id + "?p=1&q=%E6%B8%94%E4%B8%9A")
	if text := x.Text("fenghui-read article"); strings.Count(text, "海洋国家联盟渔业峰会第1天") != 1 {
		t.Errorf("the title is not shown once:\n%s", text)
	}
	if mark := x.Text("fenghui-read #p1[aria-current] mark"); mark != "渔业" {
		t.Errorf("marked in the title: %q", mark)
	}
}

// Three hundred at once: the page stays the reader's. How long its tasks take
// is for reading; that the work is done elsewhere and in slices is wanted.
func TestManyArticlesAreImportedWhileThePageIsUsed(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/library")
	var files []string
	for n := range 300 {
		a := long(1, n)
		files = append(files, fmt.Sprintf("new File([%q], %q)", a.text, a.name))
	}
	x.Do(fmt.Sprintf(`(() => { window.carried = new DataTransfer(); for (const file of [%s]) carried.items.add(file); })()`, strings.Join(files, ", ")))
	took := e2e.Eval[float64](x.Page, `await (async () => {
		await new Promise((idle) => setTimeout(idle));
		window.tasks = [];
		window.turns = 0;
		new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({duration}) => Math.round(duration)))).observe({type: "longtask"});
		setInterval(() => turns++, 50);
		const start = performance.now();
		const told = new Promise((done) => new MutationObserver(() => document.querySelector(".import-results li") && done()).observe(document.querySelector(".import-results"), {childList: true, subtree: true}));
		document.querySelector("fenghui-import").dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
		await told;
		return performance.now() - start; })()`)
	x.Do(`new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))`)
	tasks := e2e.Eval[[]int](x.Page, "tasks")
	if turns := e2e.Eval[int](x.Page, "turns"); turns < 5 {
		t.Errorf("the page had its turn %d times", turns)
	}
	if e2e.Eval[bool](x.Page, `"fenghuiEngine" in globalThis`) {
		t.Error("the program runs in the page")
	}
	if n := len(x.listed()); n != records()+300 {
		t.Errorf("%d documents, want 300 more than the records", n)
	}
	if l := e2e.Eval[library](x.Page, `document.querySelector("fenghui-library").context.session.library`); l.Segments > 8 {
		t.Errorf("%d segments, at most 8", l.Segments)
	}
	t.Logf("300 articles of 2 kB imported in %.1f s; tasks of the page over 50 ms: %d, in ms %v", took/1000, len(tasks), tasks)
}

// A segment for each would be 300; they are merged as they come.
func TestArticlesImportedOneByOneLeaveFewSegments(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/library")
	var files []string
	for n := range 300 {
		a := article(n)
		files = append(files, fmt.Sprintf("{name: %q, text: %q}", a.name, a.text))
	}
	segments := e2e.Eval[[]int](x.Page, fmt.Sprintf(`await (async () => { const { session } = document.querySelector("fenghui-library").context, most = [];
		for (const file of [%s]) most.push((await session.request("import", {files: [file]})).library.segments);
		return most; })()`, strings.Join(files, ", ")))
	if most := slices.Max(segments); len(segments) != 300 || most > 8 {
		t.Errorf("%d imports left up to %d segments, at most 8", len(segments), most)
	}
	t.Logf("%d imports one by one: at most %d segments on the way, %d in the end", len(segments), slices.Max(segments), segments[len(segments)-1])
}
