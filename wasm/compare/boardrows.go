package compare

import (
	"math"
	"slices"
	"sort"
	"strings"
)

// yearsBeside is how many years the figures of one board may be apart: boards of
// partners give the year of each, other boards do not.
func yearsBeside(form string) int {
	if form == Hub || form == Toward || form == From {
		return 3
	}
	return 1
}

// comparable keeps one row for every label, the latest, and of these the largest
// set whose years are near each other. Years do not matter where all rows are
// aims without a time.
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

// timeless reports whether all rows are aims or possibilities without a time.
func timeless(rows []row) bool {
	return !slices.ContainsFunc(rows, func(r row) bool { return !r.ahead || r.when.known })
}

// anchored leaves out rows of unrelated reports whose time is unknown: on boards
// of single parties or of groups a row needs a time, another row of the same
// report, or a summit at which it was said.
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

// related reports whether the rows make a comparison. On boards of single parties
// or of groups they must be many, or come from one report, or be for one time:
// two figures of unrelated reports are no comparison.
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

// manyRows is the most rows that may have come together by chance.
const manyRows = 2

// identity returns a key that is equal for boards with the same figures.
func identity(rows []row) string {
	var ids []string
	for _, r := range rows {
		ids = append(ids, r.ref.id())
	}
	slices.Sort(ids)
	return strings.Join(ids, border)
}
