package bench

import (
	"context"
	"fmt"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"fenghui/build/dictionary"
	"fenghui/build/e2e"
	"fenghui/build/packs"
	"fenghui/build/site/program"
	"fenghui/corpus"
	"fenghui/wasm/index"
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// BenchmarkBuilding builds the index of the large library natively, as a site
// is built: by year, on all processors. Its size is that of one segment.
func BenchmarkBuilding(b *testing.B) {
	p := newPool(b, *articles)
	full, err := fullDictionary()
	if err != nil {
		b.Fatal(err)
	}
	for range *runs {
		found.add("building", ourName, "passages/s", float64(p.passages)/buildYears(b, p, full))
	}
	segment, err := buildIndex(b.Context(), p.documents, full)
	if err != nil {
		b.Fatal(err)
	}
	found.add("index-bytes", ourName, "B", float64(len(segment)))
	found.add("index-brotli", ourName, "B", float64(brotli(b, segment)))
	found.add("text-bytes", "", "B", float64(p.bytes))
}

func buildYears(b *testing.B, p *pool, full []byte) (seconds float64) {
	start := time.Now()
	work, ctx := errgroup.WithContext(b.Context())
	work.SetLimit(runtime.GOMAXPROCS(0))
	for _, year := range packs.Years(p.documents) {
		work.Go(func() error {
			_, err := buildIndex(ctx, year.Documents, full)
			return err
		})
	}
	if err := work.Wait(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start).Seconds()
}

func buildIndex(ctx context.Context, docs []*corpus.Document, full []byte) ([]byte, error) {
	d, err := text.OpenDictionary(full)
	if err != nil {
		return nil, err
	}
	var entries []index.Entry
	for _, doc := range docs {
		for n, passage := range doc.Passages {
			entries = append(entries, index.Entry{ID: fmt.Sprintf("%s/%d", doc.ID, n), Title: doc.Title, Text: passage.Text})
		}
	}
	return index.Build(ctx, entries, text.NewSegmenter(d))
}

// BenchmarkFigures reads the figures of our records, over and over: natively
// and in Chromium, by the same benchmark of package figure.
func BenchmarkFigures(b *testing.B) {
	wasm := e2e.CompileTest(b, "./wasm/figure")
	for range *runs {
		page := e2e.Launch(b).NewPage()
		page.Patience = building
		page.Go(wasm.URL)
		r := wasm.Run(page, e2e.InWorker, "-test.run=^$", "-test.bench=Extract/prose", "-test.benchtime=2x")
		found.add("figures-wasm", ourName, "MB/s", speed(b, r.Output))
		page.Quit()
		cmd := exec.Command("go", "test", "-tags", program.Tags, "-run", "^$", "-bench", "Extract/prose", "-benchtime", "2x", "./wasm/figure")
		cmd.Dir = root()
		out, err := cmd.Output()
		if err != nil {
			b.Fatal(err)
		}
		found.add("figures-native", ourName, "MB/s", speed(b, string(out)))
	}
}

var speedLine = regexp.MustCompile(`([0-9.]+) MB/s`)

func speed(b *testing.B, output string) float64 {
	b.Helper()
	m := speedLine.FindStringSubmatch(output)
	if m == nil {
		b.Fatalf("no speed in %s", output)
	}
	v, err := strconv.ParseFloat(m[1], 64)
	if err != nil {
		b.Fatal(err)
	}
	return v
}

// BenchmarkGrowth takes an eighth, a quarter, half and all of the articles.
func BenchmarkGrowth(b *testing.B) {
	var sizes []float64
	taken := map[string][]float64{}
	note := func(what, unit string, values ...float64) {
		taken[what] = append(taken[what], median(values))
		found.add("growth-"+what, fmt.Sprintf("%s/%d", ourName, len(sizes)), unit, values...)
	}
	for part := 8; part >= 1; part /= 2 {
		p := newPool(b, *articles/part)
		sizes = append(sizes, float64(p.passages))
		note("building", "s", seconds(b, p))
		f := newField(b, build(b, fmt.Sprintf("part-%d", part), false, p.documents), p)
		var loads, queries, bytes []float64
		for range *runs {
			page := f.open(ourName)
			loads = append(loads, e2e.Eval[float64](page, "bench.load()"))
			queries = append(queries, median(ask(b, page, p.texts(timed)).Times))
			bytes = append(bytes, e2e.Eval[float64](page, "bench.indexBytes()"))
			page.Quit()
		}
		note("opening", "ms", loads...)
		note("query-p50", "ms", queries...)
		note("size", "B", bytes...)
	}
	for what, values := range taken {
		found.add("exponent-"+what, ourName, "", exponent(sizes, values))
	}
}

// smallDictionary is the dictionary of the words in the pool's texts.
func smallDictionary(b *testing.B, p *pool) []byte {
	b.Helper()
	full, err := fullDictionary()
	if err != nil {
		b.Fatal(err)
	}
	small, err := dictionary.Small(full, dictionary.Texts(p.documents))
	if err != nil {
		b.Fatal(err)
	}
	return small
}

// seconds of preparing a library: index and figures.
func seconds(b *testing.B, p *pool) float64 {
	small := smallDictionary(b, p)
	start := time.Now()
	if _, _, err := library.Pack(b.Context(), p.documents, small); err != nil {
		b.Fatal(err)
	}
	return time.Since(start).Seconds()
}
