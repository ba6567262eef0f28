package figure

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// wordList is a set of words, found by what a text begins or ends with.
type wordList struct {
	byFirst, byLast map[rune][]string
}

func newWordList(list []string) wordList {
	w := wordList{map[rune][]string{}, map[rune][]string{}}
	for _, s := range list {
		first, _ := utf8.DecodeRuneInString(s)
		last, _ := utf8.DecodeLastRuneInString(s)
		w.byFirst[first] = append(w.byFirst[first], s)
		w.byLast[last] = append(w.byLast[last], s)
	}
	return w
}

// prefix is the longest word that s begins with.
func (w wordList) prefix(s string) string {
	first, _ := utf8.DecodeRuneInString(s)
	return longestPrefix(s, w.byFirst[first])
}

// suffix is the longest word that s ends with.
func (w wordList) suffix(s string) string {
	last, _ := utf8.DecodeLastRuneInString(s)
	best := ""
	for _, x := range w.byLast[last] {
		if len(x) > len(best) && strings.HasSuffix(s, x) {
			best = x
		}
	}
	return best
}

// boundaries are the words at which noun phrases begin and end.
type boundaries struct{ head, tail, drop, stop, keep, whole wordList }

// theBoundaries reads data/boundaries.tsv.
var theBoundaries = sync.OnceValue(func() *boundaries {
	m := map[string][]string{}
	for _, row := range rows("boundaries.tsv") {
		m[row[1]] = append(m[row[1]], words(row[0])...)
	}
	return &boundaries{newWordList(m["head"]), newWordList(m["tail"]), newWordList(m["drop"]), newWordList(m["stop"]), newWordList(m["keep"]),
		newWordList(append(m["keep"], m["whole"]...))}
})
