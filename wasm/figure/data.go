package figure

import (
	"embed"

	"fenghui/wasm/tsv"
)

//go:embed data/*.tsv
var files embed.FS

// rows returns the rows of a data file.
func rows(name string) [][]string { return tsv.Rows(files, "data/"+name) }

// words cuts a cell at its bars.
func words(cell string) []string { return tsv.Words(cell) }
