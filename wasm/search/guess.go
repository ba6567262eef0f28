package search

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/text"
)

// What is typed with letters may be half typed (tokay), or wrong by a letter
// (Tokaiev). Then it is looked up among the names of the glossary that are
// written with letters, and at last among the words of the library.
const (
	leastHalf   = 3 // letters of a half-typed word
	leastFuzzy  = 5 // letters of a word that may be wrong by one
	mostGuesses = 8 // terms
)

// spelt is a name in letters, also folded.
type spelt struct {
	original, folded string
	term             *corpus.Term
}

var speltNames = sync.OnceValue(func() (list []spelt) {
	terms := corpus.Names().Terms()
	for i := range terms {
		for _, names := range [][]string{terms[i].En, terms[i].Ru, terms[i].Kk} {
			for _, n := range names {
				list = append(list, spelt{n, text.Fold(n), &terms[i]})
			}
		}
	}
	return list
})

// speltWord is a word of names, with their places in speltNames.
type speltWord struct {
	word  string
	names []int
}

// speltWords are the words of the names, in order.
var speltWords = sync.OnceValue(func() (list []speltWord) {
	places := map[string][]int{}
	for n, name := range speltNames() {
		original := strings.Fields(name.original)
		for i, w := range strings.Fields(name.folded) {
			if i > 0 && utf8.RuneCountInString(w) <= leastHalf && w == original[i] {
				continue // the and, for, of of a name ask for nothing
			}
			places[w] = append(places[w], n)
		}
	}
	for _, w := range slices.Sorted(maps.Keys(places)) {
		list = append(list, speltWord{w, places[w]})
	}
	return list
})

// withWord are the names, in the order of the glossary, that have a word that
// begins with this one.
func withWord(beginning string) (names []int) {
	words := speltWords()
	at, _ := slices.BinarySearchFunc(words, beginning, func(w speltWord, s string) int { return strings.Compare(w.word, s) })
	for ; at < len(words) && strings.HasPrefix(words[at].word, beginning); at++ {
		names = append(names, words[at].names...)
	}
	return inGlossary(names)
}

// withNearWord are those that have a word that is nearly this one.
func withNearWord(folded string) (names []int) {
	for _, w := range speltWords() {
		if nearly(w.word, folded) {
			names = append(names, w.names...)
		}
	}
	return inGlossary(names)
}

func inGlossary(names []int) []int {
	slices.Sort(names)
	return slices.Compact(names)
}

// guesses are the names of terms that the folded word may mean: those with a
// word that begins with it, else those with a word that is nearly it.
func guesses(folded string) []string {
	if !isSpelt(folded) || utf8.RuneCountInString(folded) < leastHalf {
		return nil
	}
	names := withWord(folded)
	if len(names) == 0 {
		names = withNearWord(folded)
	}
	var others []string
	var terms []*corpus.Term
	for _, n := range names {
		if name := speltNames()[n]; !slices.Contains(terms, name.term) && len(terms) < mostGuesses {
			terms = append(terms, name.term)
			others = append(others, namesBut(folded, name.term)...)
		}
	}
	return others
}

// isSpelt: one word of an alphabet.
func isSpelt(folded string) bool {
	for _, r := range folded {
		if text.IsIdeograph(r) || !unicode.IsLetter(r) && r != '-' && r != '\'' {
			return false
		}
	}
	return folded != ""
}

// nearly reports whether two words differ by one letter: another, one more, one
// less, or two that have changed places.
func nearly(a, b string) bool {
	if max(len(a)-len(b), len(b)-len(a)) > utf8.UTFMax {
		return false
	}
	same := 0 // bytes at the beginning, whole letters
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	for same > 0 && (same < len(a) && !utf8.RuneStart(a[same]) || same < len(b) && !utf8.RuneStart(b[same])) {
		same--
	}
	if max(len(a), len(b))-same > 2*utf8.UTFMax && a[len(a)-1] != b[len(b)-1] {
		return false // most words end here
	}
	if utf8.RuneCountInString(a) < leastFuzzy || utf8.RuneCountInString(b) < leastFuzzy {
		return false
	}
	x, y := []rune(a[same:]), []rune(b[same:])
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return len(x) <= 1 && len(y) <= 1 || len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}

// nearWords of the library, for a word that is neither in it nor a name.
func (f finder) nearWords(folded string) (near []string, err error) {
	if !isSpelt(folded) || utf8.RuneCountInString(folded) < leastFuzzy {
		return nil, nil
	}
	words, err := f.snapshot.Words()
	if err != nil {
		return nil, err
	}
	for _, w := range words.All {
		if nearly(w, folded) && isSpelt(w) {
			near = append(near, w)
		}
	}
	return near[:min(len(near), mostGuesses)], nil
}
