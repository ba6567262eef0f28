package text

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/vellum"
)

// WriteDictionary writes the file of a dictionary. Words are folded, those
// that then are the same become one with the sum of their frequencies, and all
// are sorted, so the same words always give the same bytes. A word with the
// text "" stands for the frequency of words left out (see Prune): it counts in
// the total and nowhere else. Refused are words of frequency 0 and words that
// fold to nothing, hold punctuation that ends a clause, or pass a frequency of
// 32 bits.
func WriteDictionary(w io.Writer, words []Word) error {
	merged, total, err := merge(words)
	if err != nil {
		return err
	}
	if total == 0 {
		return errors.New("text: dictionary: no words")
	}
	merged[""] = total
	b, err := vellum.New(w, builderOptions(len(merged)))
	if err != nil {
		return fmt.Errorf("text: dictionary: %w", err)
	}
	for _, word := range slices.Sorted(maps.Keys(merged)) {
		if err := b.Insert([]byte(word), merged[word]); err != nil {
			return fmt.Errorf("text: dictionary: %q: %w", word, err)
		}
	}
	if err := b.Close(); err != nil {
		return fmt.Errorf("text: dictionary: %w", err)
	}
	return nil
}

// merge folds words and adds up the frequencies of those that are the same.
func merge(words []Word) (merged map[string]uint64, total uint64, err error) {
	merged = make(map[string]uint64, len(words)+1)
	for _, word := range words {
		total += word.Frequency
		if word.Text == "" {
			continue
		}
		folded := Fold(word.Text)
		merged[folded] += word.Frequency
		if folded == "" || strings.ContainsFunc(folded, isBreak) || word.Frequency == 0 || merged[folded] > math.MaxUint32 {
			return nil, 0, fmt.Errorf("text: dictionary: word %q with frequency %d", word.Text, word.Frequency)
		}
	}
	return merged, total, nil
}

// builderOptions lets the builder remember enough states to share nearly all
// common endings: 5 % smaller than by default, with a table of 100 places for
// a small dictionary and not of 10,000.
func builderOptions(words int) *vellum.BuilderOpts {
	return &vellum.BuilderOpts{Encoder: 1, RegistryTableSize: max(100, words), RegistryMRUSize: 4}
}

// Prune returns the words of d that occur in texts, which must be folded, in
// the order of their bytes. The first, with the text "", carries the frequency
// of all others: a dictionary of these words cuts these texts, and any part of
// them, exactly as d does.
func Prune(d *Dictionary, texts []string) []Word {
	kept := map[string]uint64{}
	words := newWalker(d, largeMemory)
	for _, folded := range texts {
		words.visit(folded, func(span Span, frequency uint64) { kept[span.Of(folded)] = frequency })
	}
	list := make([]Word, 1, len(kept)+1)
	rest := d.total
	for _, word := range slices.Sorted(maps.Keys(kept)) {
		list = append(list, Word{word, kept[word]})
		rest -= kept[word]
	}
	list[0].Frequency = rest
	return list
}
