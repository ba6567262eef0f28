package bench

import (
	"fmt"
	"strings"
)

// bar is one line of what is aimed at.
type bar struct {
	what  string
	aim   string
	value func(r *results) (measured string, met, known bool)
}

// bars is the table of aims.
func (r *results) bars(b *strings.Builder) {
	b.WriteString("\n## What is aimed at\n\n| measure | aim | measured | met |\n|---|---|---|---|\n")
	for _, bar := range bars {
		measured, met, known := bar.value(r)
		answer := "no"
		switch {
		case !known:
			measured, answer = "not measured", "–"
		case met:
			answer = "yes"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", bar.what, bar.aim, measured, answer)
	}
}

const mini = "minisearch-words"

var bars = []bar{
	{"wire size of a first visit, all", "≤ 2.2 MB", within("wire-all", "MB", 1e6, 2.2)},
	{"the program", "≤ 1.9 MB", within("wire-program", "MB", 1e6, 1.9)},
	{"the shell", "≤ 40 kB", within("wire-shell", "kB", 1e3, 40)},
	{"the pack with its dictionary, and the texts", "≤ 450 kB", within("wire-pack", "kB", 1e3, 450)},
	{"first paint", "≤ 150 ms", within("first-paint", "ms", 1, 150)},
	{"cold start", "≤ 1.5 s", within("cold-start", "s", 1e3, 1.5)},
	{"warm start, server stopped", "≤ 0.6 × cold", ratio("warm-start", ourName, "cold-start", ourName, 0.6)},
	{"query of our records, p95, from the request to the first hits on the page", "≤ 16 ms", within("records-request-p95", "ms", 1, 16)},
	{"query of the large library, p50", "≤ 0.7 × MiniSearch", ratio("query-p50", ourName, "query-p50", mini, 0.7)},
	{"query of the large library, p95", "≤ 0.7 × MiniSearch", ratio("query-p95", ourName, "query-p95", mini, 0.7)},
	{"ranking in the large library, MRR@10", "above MiniSearch", above("mrr")},
	{"opening it from IndexedDB until the first answer", "≤ 0.2 × MiniSearch.loadJSON", ratio("opening", ourName, "opening", mini, 0.2)},
	{"the same, until all its years have answered", "", ratio("opening-whole", ourName, "opening", mini, 1)},
	{"index / text", "≤ 1.4", ratio("index-bytes", ourName, "text-bytes", "", 1.4)},
	{"index with brotli / text", "≤ 0.5", ratio("index-brotli", ourName, "text-bytes", "", 0.5)},
	{"memory of the program, large library open and asked", "≤ 3 × (index + texts)", memory},
	{"the same", "below MiniSearch's heap", ratio("wasm-memory", ourName, "heap", mini, 1)},
	{"building natively", "≥ 15,000 passages/s", atLeast("building", 15000)},
	{"importing 100 articles of 4 kB in the page", "≤ 6 s", within("import-100", "s", 1, 6)},
	{"longest task on the page's thread meanwhile", "≤ 50 ms", within("longest-task-import", "ms", 1, 50)},
	{"reading figures natively", "≥ 2 MB/s", atLeast("figures-native", 2)},
	{"reading figures in Chromium", "≥ 0.4 MB/s", atLeast("figures-wasm", 0.4)},
	{"growth of building, exponent", "≤ 1.1", within("exponent-building", "", 1, 1.1)},
	{"growth of the index, exponent", "≤ 1.1", within("exponent-size", "", 1, 1.1)},
	{"growth of opening, exponent", "≤ 1.1", within("exponent-opening", "", 1, 1.1)},
	{"growth of query p50, exponent", "≤ 0.8", within("exponent-query-p50", "", 1, 0.8)},
}

// ratio of two measures, at most so much.
func ratio(a, of, b, to string, most float64) func(*results) (string, bool, bool) {
	return func(r *results) (string, bool, bool) {
		x, okX := r.get(a, of)
		y, okY := r.get(b, to)
		if !okX || !okY {
			return "", false, false
		}
		return fmt.Sprintf("%s / %s = %.2f", short(x), short(y), x/y), x/y <= most, true
	}
}

// above: ours is more than MiniSearch's.
func above(name string) func(*results) (string, bool, bool) {
	return func(r *results) (string, bool, bool) {
		x, okX := r.get(name, ourName)
		y, okY := r.get(name, mini)
		return fmt.Sprintf("%.4f against %.4f", x, y), x > y, okX && okY
	}
}

// within: a measure of ours is at most so much; divided for the eye.
func within(name, unit string, divide, most float64) func(*results) (string, bool, bool) {
	return func(r *results) (string, bool, bool) {
		x, ok := r.get(name, ourName)
		return fmt.Sprintf("%.3g %s", x/divide, unit), x/divide <= most, ok
	}
}

// atLeast: a measure of ours is no less.
func atLeast(name string, least float64) func(*results) (string, bool, bool) {
	return func(r *results) (string, bool, bool) {
		x, ok := r.get(name, ourName)
		return short(x), x >= least, ok
	}
}

func memory(r *results) (string, bool, bool) {
	wasm, okWasm := r.get("wasm-memory", ourName)
	index, okIndex := r.get("index-bytes", ourName)
	text, okText := r.get("text-bytes", "")
	if !okWasm || !okIndex || !okText {
		return "", false, false
	}
	return fmt.Sprintf("%s / (%s + %s) MB = %.2f", short(wasm/1e6), short(index/1e6), short(text/1e6), wasm/(index+text)), wasm <= 3*(index+text), true
}
