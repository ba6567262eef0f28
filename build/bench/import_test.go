package bench

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"fenghui/build/e2e"
	"fenghui/build/hosting"
)

// BenchmarkImport drops 100 articles of 4 kB on the page, from the drop until
// they are listed, saved, searchable and their figures read.
func BenchmarkImport(b *testing.B) {
	files := importedFiles(b)
	dir := build(b, "records", true, nil)
	for range *runs {
		page := e2e.Launch(b).NewPage()
		page.Patience = building
		page.BeforeScripts(longTasks)
		page.Go(e2e.ServeHandler(b, hosting.Site{Dir: dir}).URL + "#/library")
		page.Do(ready)
		page.Until(`document.querySelector("fenghui-import") && document.querySelector("fenghui-documents tr[data-id]")`)
		page.Do("longTasks.splice(0)")
		seconds := e2e.Eval[float64](page, fmt.Sprintf(`(async () => {
			const carried = new DataTransfer(), start = performance.now();
			for (const [i, text] of %s.entries()) carried.items.add(new File([text], "article-" + i + ".txt"));
			document.querySelector("fenghui-import").dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
			const list = document.querySelector(".import-results");
			await new Promise((done) => new MutationObserver(() => list.querySelector("li") && done()).observe(list, {childList: true, subtree: true}));
			return (performance.now() - start) / 1000;
		})()`, files))
		found.add("import-100", ourName, "s", seconds)
		if told := page.Text(".import-results [role=status]"); !strings.Contains(told, "100") {
			b.Errorf("of 100 articles the page says: %s", told)
		}
		(&field{}).tasks(page, "import")
		page.Quit()
	}
}

// importedFiles are texts of 4 kB as a JavaScript array.
func importedFiles(b *testing.B) string {
	p := newPool(b, 2000)
	var texts []string
	var text strings.Builder
	for _, d := range p.documents {
		if len(d.Passages) < perArticle {
			continue
		}
		for _, passage := range d.Passages {
			text.WriteString(passage.Text + "\n\n")
		}
		if text.Len() >= 4000 {
			texts = append(texts, text.String())
			text.Reset()
		}
		if len(texts) == 100 {
			break
		}
	}
	list, err := json.Marshal(texts)
	if err != nil {
		b.Fatal(err)
	}
	return string(list)
}
