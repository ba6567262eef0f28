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
	{"query of the large library, p50", "≤ 0.7 × MiniSearch", ratio("query-p50", ourName, "query-p50", mini, 0.7)},
	{"query of the large library, p95", "≤ 0.7 × MiniSearch", ratio("query-p95", ourName, "query-p95", mini, 0.7)},
	{"ranking in the large library, MRR@10", "above MiniSearch", above("mrr")},
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
