// Package tsv reads the data files that packages carry along: one row a line,
// cells cut at tabs, a line of headings first, remarks behind #.
//
//	//go:embed data/*.tsv
//	var files embed.FS
//
//	for _, row := range tsv.Rows(files, "data/units.tsv") { … row[0] … }
package tsv

import (
	"fmt"
	"io/fs"
	"strings"
)

// Rows returns the rows of a file without remarks and headings; cells missing
// at the end of a row are empty. The files are the program's own, compiled in:
// one that cannot be read is a mistake of whoever built it, so Rows panics.
func Rows(files fs.FS, name string) [][]string {
	b, err := fs.ReadFile(files, name)
	if err != nil {
		panic(fmt.Sprintf("tsv: %v", err))
	}
	var list [][]string
	columns := 0
	for line := range strings.SplitSeq(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if columns == 0 {
			columns = len(cells)
			continue
		}
		for len(cells) < columns {
			cells = append(cells, "")
		}
		list = append(list, cells)
	}
	return list
}

// Words cuts a cell at its bars; an empty cell holds none.
func Words(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
