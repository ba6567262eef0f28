package bench

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// report is RESULTS.md.
func (r *results) report() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# What was measured\n\nWritten by `make bench`; the bare numbers are in `results.json`. Ratios count: all engines of a table ran in one run, on one machine.\n\n")
	fmt.Fprintf(&b, "Machine: %s. Versions: %s.\n", r.Machine, list(r.Versions))
	fmt.Fprintf(&b, "\nEach value is the median of the runs. Where a measure was taken with several libraries, the aims are held against the largest.\n")
	r.bars(&b)
	for _, articles := range slices.Backward(slices.Sorted(maps.Keys(r.Pools))) {
		r.engines(&b, articles)
	}
	r.ranking(&b)
	r.everything(&b)
	return b.String()
}

func list(versions map[string]string) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(versions)) {
		names = append(names, name+" "+versions[name])
	}
	return strings.Join(names, ", ")
}

func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

// engineNames are the columns, with the words for each.
var engineNames = []struct{ id, name string }{
	{ourName, "Fenghui"},
	{"minisearch-words", "MiniSearch, Intl.Segmenter"},
	{"minisearch-pairs", "MiniSearch, bigrams"},
	{"orama", "Orama, mandarin"},
	{"flexsearch", "FlexSearch, CJK"},
	{"sqlite", "SQLite FTS5, trigram"},
	{"pagefind", "Pagefind"},
}

// engines is the table of the engines with a library of so many articles.
func (r *results) engines(b *strings.Builder, articles int) {
	p := r.Pools[articles]
	fmt.Fprintf(b, "\n## The engines side by side: %s passages\n\n", thousands(p.Passages))
	fmt.Fprintf(b, "%s documents, %.1f MB of text: %s. %d questions asked for the ranking, %d of them timed.\n\n",
		thousands(p.Documents), float64(p.Bytes)/1e6, p.Source, p.Questions, min(timed, p.Questions))
	fmt.Fprintf(b, "| engine | loading, ms | p50, ms | p95, ms | index, MB | with brotli, MB | JavaScript, MB | wasm, MB | MRR@10 | against MiniSearch (95 %%) |\n|---|---|---|---|---|---|---|---|---|---|\n")
	for _, e := range engineNames {
		if r.values("query-p50", e.id, articles) != nil {
			fmt.Fprintf(b, "| %s | %s | %s |\n", e.name, strings.Join(r.cells(e.id, articles), " | "), r.interval(e.id, articles))
		}
	}
	b.WriteString("\nFenghui answers through its worker, with passages marked, figures and facets; the others give names of documents, on the page's own thread.\n")
}

// cells are the numbers of an engine, in the order of the columns.
func (r *results) cells(engine string, articles int) (cells []string) {
	for _, column := range []struct {
		name, format string
		divide       float64
	}{
		{"load", "%.0f", 1}, {"query-p50", "%.1f", 1}, {"query-p95", "%.1f", 1}, {"index-bytes", "%.1f", 1e6}, {"index-brotli", "%.1f", 1e6},
		{"heap", "%.0f", 1e6}, {"wasm-memory", "%.0f", 1e6}, {"mrr", "%.4f", 1},
	} {
		cell := "–"
		if values := r.values(column.name, engine, articles); values != nil {
			cell = fmt.Sprintf(column.format, median(values)/column.divide)
		}
		cells = append(cells, cell)
	}
	return cells
}

func (r *results) interval(engine string, articles int) string {
	v := r.values("mrr-difference", engine, articles)
	if len(v) != 3 || engine == mini {
		return ""
	}
	return fmt.Sprintf("%+.4f (%+.4f to %+.4f)", v[0], v[1], v[2])
}

// everything is the table of all measures, with the value of each run.
func (r *results) everything(b *strings.Builder) {
	b.WriteString("\n## All measures\n\n| measure | engine | median | values | articles | date |\n|---|---|---|---|---|---|\n")
	for _, m := range r.Measures {
		var values []string
		for _, v := range m.Values {
			values = append(values, short(v))
		}
		fmt.Fprintf(b, "| %s | %s | %s %s | %s | %s | %s |\n", m.Name, m.Engine, short(median(m.Values)), m.Unit, strings.Join(values, " "), thousands(m.Articles), m.Date)
	}
}

func short(v float64) string {
	if v >= 1000 {
		return thousands(int(v + 0.5))
	}
	return fmt.Sprintf("%.4g", v)
}
