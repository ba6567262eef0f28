package quantity

import (
	"embed"
	"math/big"
	"strconv"

	"fenghui/wasm/tsv"
)

//go:embed data/*.tsv
var files embed.FS

// rows returns the rows of a data file.
func rows(name string) [][]string { return tsv.Rows(files, "data/"+name) }

// number reads a whole number of a data file.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("quantity: data: " + err.Error())
	}
	return n
}

// rational reads a decimal number or a fraction (1/15) of a data file.
func rational(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("quantity: data: no number: " + s)
	}
	return r
}
