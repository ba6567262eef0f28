package figure

import (
	"embed"
	"strings"
)

//go:embed data/*.tsv
var files embed.FS

// rows returns the lines of a data file, cut at tabs. Comments and the line of
// headings are left out; missing cells at the end are empty.
func rows(name string) [][]string {
	b, err := files.ReadFile("data/" + name)
	if err != nil {
		panic("figure: " + err.Error()) // the program's own file
	}
	var list [][]string
	columns := 0
	for _, line := range strings.Split(string(b), "\n") {
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

// words cuts a cell at its bars.
func words(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
