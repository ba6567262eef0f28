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
	if p := r.Pool; p.Passages > 0 {
		fmt.Fprintf(&b, "\nThe large library: %s passages in %s documents, %.1f MB of text: %s. %d questions are asked for the ranking, %d of them timed. Each value is the median of the runs.\n",
			thousands(p.Passages), thousands(p.Documents), float64(p.Bytes)/1e6, p.Source, p.Questions, timed)
	}
	r.bars(&b)
	r.engines(&b)
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

// engines is the table of all engines.
func (r *results) engines(b *strings.Builder) {
	fmt.Fprintf(b, "\n## The engines side by side\n\n| engine | loading, ms | p50, ms | p95, ms | index, MB | with brotli, MB | JavaScript, MB | wasm, MB | MRR@10 | against MiniSearch (95 %%) |\n|---|---|---|---|---|---|---|---|---|---|\n")
	for _, e := range engineNames {
		if _, ok := r.get("query-p50", e.id); !ok {
			continue
		}
		cell := func(name, format string, divide float64) string {
			v, ok := r.get(name, e.id)
			if !ok {
				return "–"
			}
			return fmt.Sprintf(format, v/divide)
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", e.name,
			cell("load", "%.0f", 1), cell("query-p50", "%.1f", 1), cell("query-p95", "%.1f", 1),
			cell("index-bytes", "%.1f", 1e6), cell("index-brotli", "%.1f", 1e6), cell("heap", "%.0f", 1e6), cell("wasm-memory", "%.0f", 1e6),
			cell("mrr", "%.4f", 1), r.interval(e.id))
	}
	b.WriteString("\nFenghui answers through its worker, with passages marked, figures and facets; the others give names of documents, on the page's own thread.\n")
}

func (r *results) interval(engine string) string {
	v := r.values("mrr-difference", engine)
	if len(v) != 3 || engine == "minisearch-words" {
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
