package bench

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"fenghui/build/e2e"
)

// ourName is how Fenghui is called among the engines.
const ourName = "fenghui"

// peers are the engines a page would use instead, each as its own
// documentation sets it up for Chinese.
var peers = []string{"minisearch-words", "minisearch-pairs", "orama", "flexsearch", "sqlite"}

// building is how long an engine may take to build its index.
const building = 8 * time.Minute

// BenchmarkEngines gives every engine its finished index of the same passages
// and the same questions, each in a browser of its own, one after another in
// each run.
func BenchmarkEngines(b *testing.B) {
	p := newPool(b, *articles)
	f := newField(b, build(b, "large", false, p.documents), p)
	found.pool(p)
	engines := []string{ourName}
	for _, engine := range peers {
		if wanted(engine) {
			f.prepare(b, engine)
			engines = append(engines, engine)
		}
	}
	if wanted("pagefind") && f.pagefind(b, p) {
		engines = append(engines, "pagefind")
	}
	ranks := map[string][]float64{}
	for run := range *runs {
		for _, engine := range engines {
			f.measure(b, engine, p, run == 0, ranks)
		}
	}
	base := ranks["minisearch-words"]
	for engine, r := range ranks {
		found.add("mrr", engine, "", average(r))
		if len(base) == len(r) {
			mean, low, high := difference(r, base)
			found.add("mrr-difference", engine, "", mean, low, high)
		}
	}
}

// prepare has an engine build its index, unless it has been built before.
func (f *field) prepare(b *testing.B, engine string) {
	if _, err := os.Stat(f.index(engine)); err != nil {
		page := f.open(engine)
		ms := e2e.Eval[float64](page, "bench.build()")
		page.Quit()
		b.Logf("%s: index built in %.1f s", engine, ms/1000)
	}
	data, err := os.ReadFile(f.index(engine))
	if err != nil {
		b.Fatal(err)
	}
	found.add("index-bytes", engine, "B", float64(len(data)))
	found.add("index-brotli", engine, "B", float64(brotli(b, data)))
}

// answers are what the page of an engine tells.
type answers struct {
	Times []float64
	Found [][]string
}

// measure loads an engine and asks it. Its ranking is judged in the first run
// only, as it is the same in each.
func (f *field) measure(b *testing.B, engine string, p *pool, judge bool, ranks map[string][]float64) {
	page := f.open(engine)
	defer page.Quit()
	defer found.save(b)
	found.add("load", engine, "ms", e2e.Eval[float64](page, "bench.load()"))
	a := ask(b, page, p.texts(timed))
	found.add("query-p50", engine, "ms", median(a.Times))
	found.add("query-p95", engine, "ms", quantile(a.Times, 0.95))
	memory := e2e.Eval[struct{ Heap, Wasm float64 }](page, "bench.memory()")
	found.add("heap", engine, "B", memory.Heap)
	found.add("wasm-memory", engine, "B", memory.Wasm)
	if !judge || p.questions[0].Answer == "" {
		return
	}
	for i, documents := range ask(b, page, p.texts(*asked)).Found {
		ranks[engine] = append(ranks[engine], reciprocalRank(documents, p.questions[i].Answer))
	}
}

func ask(b *testing.B, page *e2e.Page, questions []string) answers {
	b.Helper()
	list, err := json.Marshal(questions)
	if err != nil {
		b.Fatal(err)
	}
	return e2e.Eval[answers](page, fmt.Sprintf("bench.ask(%s)", list))
}
