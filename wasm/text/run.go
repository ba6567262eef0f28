package text

import (
	"maps"
	"slices"
	"strings"
)

// Mark says that a span of a text is something: a search hit, a figure.
type Mark struct {
	Span
	Kind string
}

// Run is a piece of text of one kind, "" for plain text.
type Run struct{ Text, Kind string }

// Runs divides s into runs that together are s again. Marks may come in any
// order; they are cut to s and moved outwards to rune borders. Marks of one
// kind that overlap or touch become one run. Where marks of several kinds
// overlap, the run's kind names all, sorted, with a space between.
func Runs(s string, marks []Mark) []Run {
	var runs []Run
	active := map[string]int{} // how many marks of each kind cover the place
	at := 0
	for _, b := range bordersOf(s, marks) {
		if b.at > at {
			runs = appendRun(runs, s, at, b.at, kindsOf(active))
			at = b.at
		}
		if active[b.kind] += b.step; active[b.kind] == 0 {
			delete(active, b.kind)
		}
	}
	if at < len(s) {
		runs = appendRun(runs, s, at, len(s), "")
	}
	return runs
}

// border is where a mark starts (step 1) or ends (-1).
type border struct {
	at, step int
	kind     string
}

func bordersOf(s string, marks []Mark) []border {
	borders := make([]border, 0, 2*len(marks))
	for _, m := range marks {
		if start, end := clip(s, m.Start, m.End); start < end && m.Kind != "" {
			borders = append(borders, border{start, 1, m.Kind}, border{end, -1, m.Kind})
		}
	}
	slices.SortStableFunc(borders, func(a, b border) int { return a.at - b.at })
	return borders
}

func kindsOf(active map[string]int) string {
	switch len(active) {
	case 0:
		return ""
	case 1:
		for kind := range active {
			return kind
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(active)), " ")
}

// appendRun adds s[start:end] as a run, or lengthens the last one, which ends
// at start, when it is of that kind.
func appendRun(runs []Run, s string, start, end int, kind string) []Run {
	if last := len(runs) - 1; last >= 0 && runs[last].Kind == kind {
		runs[last].Text = s[start-len(runs[last].Text) : end]
		return runs
	}
	return append(runs, Run{s[start:end], kind})
}
