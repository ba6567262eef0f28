package search

import (
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

// spelt is a name in letters: its words, folded.
type spelt struct {
	original, folded string
	words            []string
	term             *corpus.Term
}

func (s spelt) hasWord(beginning string) bool {
	return slices.ContainsFunc(s.words, func(w string) bool { return strings.HasPrefix(w, beginning) })
}

var speltNames = sync.OnceValue(func() (list []spelt) {
	terms := corpus.Names().Terms()
	for i := range terms {
		for _, names := range [][]string{terms[i].En, terms[i].Ru, terms[i].Kk} {
			for _, n := range names {
				folded := text.Fold(n)
				list = append(list, spelt{n, folded, strings.Fields(folded), &terms[i]})
			}
		}
	}
	return list
})

// guesses are the names of terms that the folded word may mean: those with a
// word that begins with it, else those with a word that is nearly it.
func guesses(folded string) []string {
	if !isSpelt(folded) || utf8.RuneCountInString(folded) < leastHalf {
		return nil
	}
	if found := guessed(folded, strings.HasPrefix); len(found) > 0 {
		return found
	}
	return guessed(folded, nearly)
}

func guessed(folded string, means func(word, folded string) bool) (others []string) {
	var terms []*corpus.Term
	for _, name := range speltNames() {
		if slices.Contains(terms, name.term) || !slices.ContainsFunc(name.words, func(w string) bool { return means(w, folded) }) {
			continue
		}
		others = append(others, namesBut(folded, name.term)...)
		if terms = append(terms, name.term); len(terms) == mostGuesses {
			break
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

// nearly tells whether two words differ by one letter: another, one more, one
// less, or two that have changed places.
func nearly(a, b string) bool {
	if max(len(a)-len(b), len(b)-len(a)) > utf8.UTFMax {
		return false
	}
	x, y := []rune(a), []rune(b)
	if len(x) < leastFuzzy || len(y) < leastFuzzy || max(len(x)-len(y), len(y)-len(x)) > 1 {
		return false
	}
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
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
	for _, w := range words {
		if nearly(w, folded) && isSpelt(w) {
			near = append(near, w)
		}
	}
	return near[:min(len(near), mostGuesses)], nil
}
