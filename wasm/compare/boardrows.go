package compare

import (
	"math"
	"slices"
	"sort"
	"strings"
)

// yearsBeside is how many years what stands on one board may be apart: a board
// of partners says of each when it was told, groups must be told together.
func yearsBeside(form string) int {
	if form == Hub || form == Toward || form == From {
		return 3
	}
	return 1
}

// comparable keeps one row for every label, the latest, and of those the ones
// told for years near each other, where most are. Aims that nobody tells a time
// for are of no year.
func comparable(form string, rows []row) []row {
	best := map[string]row{}
	for _, r := range rows {
		old, taken := best[r.label]
		if !taken || old.toldYear() < r.toldYear() {
			best[r.label] = r
		}
	}
	kept := make([]row, 0, len(best))
	for _, r := range rows {
		if best[r.label].item == r.item {
			kept = append(kept, r)
		}
	}
	sort.SliceStable(kept, func(a, b int) bool { return kept[a].toldYear() < kept[b].toldYear() })
	from, to, start, beside := 0, 0, 0, yearsBeside(form)
	if timeless(kept) {
		beside = math.MaxInt
	}
	for end := range kept {
		for kept[end].toldYear()-kept[start].toldYear() > beside {
			start++
		}
		if end+1-start >= to-from {
			from, to = start, end+1
		}
	}
	kept = slices.Clone(kept[from:to])
	sort.SliceStable(kept, func(a, b int) bool { return greater(kept[a].item, kept[b].item) })
	return kept
}

// timeless reports whether all rows are aims or possibilities that nobody gives
// a time for.
func timeless(rows []row) bool {
	return !slices.ContainsFunc(rows, func(r row) bool { return !r.ahead || r.when.known })
}

// anchored leaves out what a report that has nothing to do with the others tells
// of no time: of single parties or groups only what is told for a time, beside
// another in one report, or at a summit, can stand beside others.
func anchored(form string, rows []row) []row {
	if form != Each && form != Groups {
		return rows
	}
	in := map[int]int{}
	for _, r := range rows {
		in[r.ref.Document]++
	}
	return slices.DeleteFunc(slices.Clone(rows), func(r row) bool {
		return !r.when.known && r.doc.Summit.Organisation == "" && in[r.ref.Document] < 2
	})
}

// related: what is told of single parties or of groups belongs on one board
// where one report tells it, or all for one time, or many do; two figures of
// reports that have nothing to do with each other are no comparison.
func (l *library) related(form string, rows []row) bool {
	if form != Each && form != Groups || len(rows) > manyRows {
		return true
	}
	for _, r := range rows[1:] {
		first := rows[0]
		switch {
		case r.ref.Document == first.ref.Document:
		case first.f.Kind == "count":
			return false
		case r.when.known && first.when.known && r.when.year() == first.when.year():
		case !r.flow && r.docYear == first.docYear && r.doc.Summit.Organisation != "" && first.doc.Summit.Organisation != "":
		default:
			return false
		}
	}
	return true
}

// manyRows is how many figures may be coincidence.
const manyRows = 2

// identity is equal for boards that show the same figures.
func identity(rows []row) string {
	var ids []string
	for _, r := range rows {
		ids = append(ids, r.ref.id())
	}
	slices.Sort(ids)
	return strings.Join(ids, border)
}
