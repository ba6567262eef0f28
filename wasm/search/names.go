package search

import (
	"embed"
	"slices"
	"sync"

	"fenghui/wasm/text"
	"fenghui/wasm/tsv"
)

//go:embed data/names.tsv
var files embed.FS

// filterNames is data/names.tsv: the key that a folded name means, by filter.
var filterNames = sync.OnceValue(func() map[string]map[string]string {
	names := map[string]map[string]string{}
	for _, cells := range tsv.Rows(files, "data/names.tsv") {
		if names[cells[0]] == nil {
			names[cells[0]] = map[string]string{}
		}
		for _, name := range append(tsv.Words(cells[2]), cells[1]) {
			names[cells[0]][text.Fold(name)] = cells[1]
		}
	}
	return names
})

// timeKinds are kinds of figures that tell a time, or a place in a row, and
// nothing else.
var timeKinds = []string{"year", "date", "duration", "century", "anniversary", "ordinal"}

func isTime(kind string) bool { return slices.Contains(timeKinds, kind) }
