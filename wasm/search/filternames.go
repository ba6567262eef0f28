package search

import (
	"embed"
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
