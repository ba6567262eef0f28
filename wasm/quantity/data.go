package quantity

import (
	"embed"
	"math/big"
	"strconv"
	"strings"
)

//go:embed data/*.tsv
var files embed.FS

// rows returns the lines of a data file, cut at tabs; comments and the line of
// headings are left out, missing cells at the end are empty.
func rows(name string) [][]string {
	b, err := files.ReadFile("data/" + name)
	if err != nil {
		panic("quantity: " + err.Error())
	}
	var list [][]string
	columns := 0
	for _, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' && !strings.HasPrefix(line, "#|") {
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

// number reads a whole number of a data file.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("quantity: data: " + err.Error())
	}
	return n
}

// rational reads a decimal number of a data file.
func rational(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("quantity: data: no number: " + s)
	}
	return r
}
