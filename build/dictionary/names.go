package dictionary

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/text"
)

// nameFrequency is what a name of the glossary has at least. A word of this
// frequency costs a cut 16 bits, two common words together cost 20 or more: so
// a name is preferred to its parts, and to no word that is common itself.
const nameFrequency = 1000

// glossaryWords returns the Chinese names of the glossary, folded and sorted.
// A name with dots, dashes or Latin letters in it (卡西姆-若马尔特·托卡耶夫,
// C5+1峰会) counts by its Chinese parts, which is how it is asked for.
func glossaryWords(g *corpus.Glossary) []string {
	words := map[string]bool{}
	for _, term := range g.Terms() {
		for _, name := range term.Zh {
			for _, part := range strings.FieldsFunc(text.Fold(name), notIdeograph) {
				if utf8.RuneCountInString(part) > 1 {
					words[part] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(words))
}

func notIdeograph(r rune) bool { return !text.IsIdeograph(r) }

// addNames gives names that are rare or missing in words the frequency they
// should have.
func addNames(words []text.Word, names []string) []text.Word {
	known := make(map[string]uint64, len(words))
	for _, word := range words {
		known[text.Fold(word.Text)] += word.Frequency
	}
	for _, name := range names {
		if known[name] < nameFrequency {
			words = append(words, text.Word{Text: name, Frequency: nameFrequency - known[name]})
		}
	}
	return words
}
