package text

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/blevesearch/vellum"
)

// WriteDictionary writes the file of a dictionary. Words are folded, those
// that then are the same become one with the sum of their frequencies, and all
// are sorted, so the same words always give the same bytes. A word with the
// text "" stands for the frequency of words left out (see Prune): it counts in
// the total and nowhere else. Words of frequency 0 are refused.
func WriteDictionary(w io.Writer, words []Word) error {
	merged := make(map[string]uint64, len(words)+1)
	total := uint64(0)
	for _, word := range words {
		if word.Frequency == 0 && word.Text != "" {
			return fmt.Errorf("text: dictionary: word %q has frequency 0", word.Text)
		}
		merged[Fold(word.Text)] += word.Frequency
		total += word.Frequency
	}
	if total == 0 {
		return errors.New("text: dictionary: no words")
	}
	merged[""] = total
	b, err := vellum.New(w, nil)
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

// Prune returns the words of d that occur in texts, which must be folded, in
// the order of their bytes. The first, with the text "", carries the frequency
// of all others: a dictionary of these words cuts these texts, and any part of
// them, exactly as d does.
func Prune(d *Dictionary, texts []string) []Word {
	kept := map[string]uint64{}
	for _, folded := range texts {
		for span, frequency := range d.WordsIn(folded) {
			kept[span.Of(folded)] = frequency
		}
	}
	words := make([]Word, 1, len(kept)+1)
	rest := d.total
	for _, word := range slices.Sorted(maps.Keys(kept)) {
		words = append(words, Word{word, kept[word]})
		rest -= kept[word]
	}
	words[0].Frequency = rest
	return words
}
