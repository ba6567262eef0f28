package e2e_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"fenghui/build/e2e"
	"fenghui/build/filetest"
)

// zipped is a zip of names and texts, by turns.
func zipped(t *testing.T, namesAndTexts ...string) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for n := 0; n < len(namesAndTexts); n += 2 {
		w, err := archive.Create(namesAndTexts[n])
		if err == nil {
			_, err = w.Write([]byte(namesAndTexts[n+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// inBytes is a file given by its bytes.
func inBytes(name string, data []byte) file {
	list := strings.Trim(strings.ReplaceAll(fmt.Sprint(data), " ", ","), "[]")
	return file{name: name, bytes: "new Uint8Array([" + list + "])"}
}

const webPage = `<!doctype html><html><head><title>海洋公报_海洋网</title><meta name="date" content="2024-05-06">
<script>window.ran = "script"</script><style>body { display: none }</style></head><body onload="window.ran = 'onload'">
<nav>首页 频道</nav><article><h1>海洋公报</h1><p>蓝色走廊的港口已经扩建<img src=x onerror="window.ran = 'image'">，泊位增加一倍。</p>
<p style="display:none">看不见的话</p><svg onload="window.ran = 'svg'"></svg></article><script>document.body.innerHTML = "gone"</script></body></html>`

const wordDocument = `<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>渔港公报</w:t></w:r></w:p><w:p><w:r><w:t>蓝色走廊的渔港投资达到20亿美元，泊位已经启用。</w:t></w:r></w:p></w:body></w:document>`

// Every kind there is, one bad one among them; each is told by its name.
func TestFilesOfAllKindsAreBroughtIn(t *testing.T) {
	t.Parallel()
	x := explore(t)
	docx := zipped(t, "[Content_Types].xml", "<x/>", "word/document.xml", wordDocument)
	got := x.drop(
		file{name: "page.html", text: webPage},
		inBytes("paper.docx", docx),
		inBytes("all.zip", zipped(t, "一/a.txt", article(1).text, "../../b.md", article(2).text, "c.zip", "PK", "d.jpg", "x", "__MACOSX/e.txt", "x", "f.docx", string(docx))),
		file{name: "blog.md", text: "---\ntitle: 港口笔记\nlayout: post\ndate: 2024-03-05\n---\n\n码头已经扩建，泊位增加一倍。\n"},
		file{name: "saved.mhtml", text: "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n=E4"},
		file{name: "paper.pdf", text: "%PDF-1.7"},
		file{name: "wrong.txt", text: "date: 2024-02-30\n港口简报\n码头的泊位已经启用，船期不变。\n"},
	)
	want := []string{"added page.html", "added paper.docx", "added a.txt", "added b.md", "refused c.zip", "refused d.jpg", "duplicate f.docx",
		"added blog.md", "refused saved.mhtml", "refused paper.pdf", "added wrong.txt"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	told := x.Text(".import-results")
	for _, key := range []string{"refused.nested", "refused.other-format", "remark.name-cleaned", "remark.bad-date"} {
		if !strings.Contains(told, word(t, "zh", key)) {
			t.Errorf("not told: %s\n%s", word(t, "zh", key), told)
		}
	}
	if !slices.ContainsFunc(x.listed(), func(h head) bool { return h.Title == "海洋公报" && h.Date == "2024-05-06" }) {
		t.Errorf("the page's title and date are not taken: %+v", x.listed())
	}
	if hits := x.search("蓝色走廊"); len(hits) < 4 {
		t.Errorf("%d passages found, want 4 at least", len(hits))
	}
	for _, unseen := range []string{"看不见的话", "首页 频道", "window"} {
		if hits := x.search(`"` + unseen + `"`); len(hits) > 0 {
			t.Errorf("what no reader of the page sees is found: %s", hits[0].Text)
		}
	}
	if ran := e2e.Eval[string](x.Page, `String(window.ran)`); ran != "undefined" {
		t.Errorf("something ran: %s", ran)
	}
}

// folder is one on disk, with two articles and a picture in it.
func folder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "报道")
	filetest.WriteAll(t, dir, map[string]string{"a.txt": article(1).text, "deep/er/b.txt": article(2).text, "deep/c.png": "x", ".hidden/d.txt": "x"})
	return dir
}

// dropFromDisk drops files and folders as a hand would.
func (x *explorer) dropFromDisk(paths ...string) {
	x.t.Helper()
	x.Run(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		for _, kind := range []string{"dragEnter", "dragOver", "drop"} {
			params := input.DispatchDragEventParams{Type: input.DispatchDragEventType(kind), X: 200, Y: 300,
				Data: &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}}
			if _, err := cdp.Call(ctx, target, input.DispatchDragEvent, params); err != nil {
				return err
			}
		}
		return nil
	}))
}

func TestFoldersAreWalkedThrough(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/library")
	x.dropFromDisk(folder(t))
	want := []string{"added a.txt", "refused c.png", "added b.txt"}
	if got := x.results(); !slices.Equal(got, want) {
		t.Errorf("dropped: %q, want %q", got, want)
	}
	x.Do(`document.querySelector(".import-results").replaceChildren()`)
	x.choose("#fenghui-folder", folder(t))
	for _, one := range []string{"duplicate a.txt", "duplicate b.txt", "refused c.png"} {
		if got := x.results(); !slices.Contains(got, one) || len(got) != 3 {
			t.Errorf("chosen: %q, want %s among three", got, one)
		}
	}
}

// choose puts files or a folder into an input for them.
func (x *explorer) choose(selector string, paths ...string) {
	x.t.Helper()
	x.Run(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		found, err := cdp.Call(ctx, target, runtime.Evaluate, runtime.EvaluateParams{Expression: fmt.Sprintf("document.querySelector(%q)", selector)})
		if err != nil {
			return err
		}
		_, err = cdp.Call(ctx, target, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: paths, ObjectID: found.Result.ObjectID})
		return err
	}))
}

// results waits for what became of files.
func (x *explorer) results() []string {
	x.t.Helper()
	x.Until(`document.querySelector(".import-results li")`)
	return e2e.Eval[[]string](x.Page, `[...document.querySelectorAll(".import-results li")].map((li) => li.dataset.status + " " + li.querySelector(".result-name").textContent)`)
}

// What was read of a text is set right before it is added, and what is not
// wanted is left out.
func TestTextsAreLookedAtBeforeTheyAreAdded(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/library")
	x.Do(`document.querySelector(".review-first input").click()`)
	carried := fmt.Sprintf("new File([%q], 'a.txt'), new File([%q], 'b.txt'), new File([%q], 'c.txt')", article(1).text, article(2).text, " ")
	x.Do(fmt.Sprintf(`(() => { const carried = new DataTransfer(); for (const file of [%s]) carried.items.add(file);
		document.querySelector("fenghui-import").dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true})); })()`, carried))
	x.Until(`document.querySelector(".review li")`)
	if wide := e2e.Eval[float64](x.Page, `document.querySelector(".review .fields").clientWidth / document.querySelector(".review li").clientWidth`); wide < 0.9 {
		t.Errorf("the fields take %.0f %% of the width", 100*wide)
	}
	if n := len(x.listed()); n != records() {
		t.Errorf("%d documents while they are being looked at, want the records", n)
	}
	x.Do(`(() => { const [a, b] = document.querySelectorAll(".review li");
		a.querySelector("[name=title]").value = "渔业笔记";
		a.querySelector("[name=speaker]").value = "某部长";
		a.querySelector("[name=date]").value = ""; // it was read, and is not so
		b.querySelector("[type=checkbox]").click();
		document.querySelector(".review").requestSubmit(); })()`)
	if got, want := x.results(), []string{"added a.txt", "refused c.txt"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if !slices.ContainsFunc(x.listed(), func(h head) bool {
		return h.Title == "渔业笔记" && h.TitleFrom == "reader" && h.Speaker == "某部长" && h.Date == ""
	}) {
		t.Errorf("what was set right does not count: %+v", x.listed())
	}
}

// A pasted text is not thrown away before it is kept elsewhere.
func TestAPastedTextStaysUntilItIsTaken(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/library")
	paste := func(text string) {
		x.Do(fmt.Sprintf(`(() => { const form = document.querySelector("fenghui-import form");
			form.querySelector("textarea").value = %q; form.requestSubmit(); })()`, text))
		x.Until(`document.querySelector(".import-results li") && !document.querySelector("fenghui-import").busy`)
	}
	left := func() string {
		return e2e.Eval[string](x.Page, `document.querySelector("fenghui-import textarea").value`)
	}
	if paste("【】"); left() != "【】" {
		t.Errorf("refused, and %q is left of it", left())
	}
	x.Do(`document.querySelector(".import-results button.quiet").click()`)
	if paste(article(1).text); left() != "" {
		t.Errorf("taken, and still there: %q", left())
	}
}

func TestTooManyFilesAreTold(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/library")
	x.Do(`(() => { document.querySelector("fenghui-import").dispatchEvent(new CustomEvent("fenghui-import", {bubbles: true, detail: {
		given: Array.from({length: 100_000}, (_, n) => ({path: n + ".txt", chosen: true, file: async () => new Blob([n < 3 ? "第" + n + "号港口已经启用。" : ""])}))}})); })()`)
	x.Until(`document.querySelector(".import-results li")`)
	told := x.Text(".import-results")
	if rest := strings.ReplaceAll(word(t, "zh", "refused.too-many"), "{detail}", "90000"); !strings.Contains(told, rest) {
		t.Errorf("the reader is told: %.400s", told)
	}
	if n := e2e.Eval[int](x.Page, `document.querySelectorAll(".import-results li").length`); n != 20 {
		t.Errorf("%d of the results are shown at once, want 20", n)
	}
	if n := len(x.listed()); n != records()+3 {
		t.Errorf("%d documents, want three more than the records", n)
	}
}

// Stopping keeps what was added before, and names the rest.
func TestAnImportIsStoppedBetweenTwoFiles(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/library")
	x.Do(`(() => { document.querySelector("fenghui-import").dispatchEvent(new CustomEvent("fenghui-import", {bubbles: true, detail: {
		given: Array.from({length: 120}, (_, n) => ({path: n + ".txt", chosen: true, file: async () => {
			if (n === 70) document.querySelector("fenghui-library fenghui-progress button").click();
			return new Blob(["第" + n + "号港口已经启用，泊位增加一倍。"]);
		}}))}})); })()`)
	x.results()
	if text := x.Text(".import-results"); !strings.Contains(text, word(t, "zh", "refused.cancelled")) || len(x.listed()) != records()+50 {
		t.Errorf("%d documents; %.200s", len(x.listed()), text)
	}
	x.Reload()
	if l := x.ready(); len(l.Documents) != records()+50 {
		t.Errorf("after a reload %d documents, want the first 50 besides the records", len(l.Documents))
	}
}

// An import is not lost on who looks at something else meanwhile.
func TestAnImportGoesOnWhileItsReaderIsElsewhere(t *testing.T) {
	t.Parallel()
	x := explore(t)
	x.visit("#/library")
	x.Do(`(() => { const reading = new Promise((go) => (window.go = go));
		document.querySelector("fenghui-import").dispatchEvent(new CustomEvent("fenghui-import", {bubbles: true, detail: {
		given: Array.from({length: 70}, (_, n) => ({path: n + ".txt", chosen: true, file: async () => {
			if (n === 60) await reading;
			return new Blob(["第" + n + "号港口已经启用，泊位增加一倍。"]);
		}}))}})); })()`)
	x.search("贸易额")
	x.Do("go()")
	x.visit("#/library")
	if got := x.results(); len(got) != 20 || len(x.listed()) != records()+70 {
		t.Errorf("%d results are shown, %d documents; want 20 of 70, and 70 more than the records", len(got), len(x.listed()))
	}
}
