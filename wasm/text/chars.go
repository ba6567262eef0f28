package text

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"fenghui/corpus/sha256"
)

// The table is text so that a person can read and a diff can show it. Read
// lazily into a sorted slice: a map of its 5,600 entries would cost each start
// of the page more than all the look-ups that follow, which pages remembers.
//
//go:embed chars.tsv
var charsTable string

// foldingRules changes when FoldRune changes in anything but the table.
//
//	1: first version
const foldingRules = 1

// FoldingHash names the way of folding: whatever was folded, cut or indexed
// before it changed has to be made anew.
func FoldingHash() string {
	sum := sha256.Sum256([]byte(charsTable))
	return fmt.Sprintf("%d-%x", foldingRules, sum[:8])
}

type char struct{ from, to rune }

var chars = sync.OnceValue(readChars)

func readChars() []char {
	list := make([]char, 0, 6000)
	for line := range strings.Lines(charsTable) {
		from, size := utf8.DecodeRuneInString(line)
		if from == '#' || len(line) <= size {
			continue
		}
		to, _ := utf8.DecodeRuneInString(line[size+1:])
		list = append(list, char{from, to})
	}
	return list
}

// listed returns what the table says of r, else r.
func listed(r rune) rune {
	list := chars()
	at, ok := slices.BinarySearchFunc(list, r, func(c char, r rune) int { return int(c.from) - int(r) })
	if !ok {
		return r
	}
	return list[at].to
}
