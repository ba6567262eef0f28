// Package dictionary makes the dictionaries that texts are cut with: the full
// one, a file of the site, and small ones for the texts of a pack.
//
// The words are those of gse's simplified Chinese dictionary (in gse's module,
// Apache License 2.0; found through the go command, so a build needs the
// module and nothing else) that are frequent enough, and all Chinese names of
// the glossary. The file is the same wherever it is made.
//
//	full, err := dictionary.Full(dictionary.Cut)
//	small, err := dictionary.Small(full, texts)
package dictionary

import (
	"bytes"
	"fmt"

	"fenghui/corpus"
	"fenghui/wasm/text"
)

// Cut is the frequency from which on a word is shipped. Measured with BM25
// over the words of four public sets (mean MRR@10; words alone, then words and
// bigrams), and with brotli at its highest level:
//
//	cut    words    bytes  brotli  words only  and bigrams
//	≥ 2  352,208  3.08 MB 2.02 MB      0.9694       0.9733
//	≥ 4  152,787  1.27 MB 0.84 MB      0.9713       0.9731
//	≥ 10 108,972  0.91 MB 0.60 MB      0.9715       0.9733
//	≥ 50  57,000  0.47 MB 0.32 MB      0.9730       0.9737
//
// Rare words do not help to find things: long ones hide the words they are
// made of. Frequencies rounded to powers of two would save another 7 % and
// cut the same; they stay exact, as 40 kB are not worth explaining.
const Cut = 10

// Full returns the file of the full dictionary: the words of at least that
// frequency and the names of the glossary. What was made once is kept in the
// user's cache directory under a name made of all inputs.
func Full(cut int) ([]byte, error) {
	names := glossaryWords(corpus.Names())
	key := inputKey(cut, names)
	if kept, ok := fromCache(key); ok {
		return kept, nil
	}
	made, err := makeFull(cut, names)
	if err != nil {
		return nil, err
	}
	keep(key, made)
	return made, nil
}

func makeFull(cut int, names []string) ([]byte, error) {
	words, err := sourceWords(cut)
	if err != nil {
		return nil, err
	}
	return write(addNames(words, names))
}

// Small returns the file of the dictionary of the words in full that occur in
// texts. It cuts them, and queries for what is in them, as full does.
func Small(full []byte, texts []string) ([]byte, error) {
	d, err := text.OpenDictionary(full)
	if err != nil {
		return nil, fmt.Errorf("dictionary: %w", err)
	}
	folded := make([]string, len(texts))
	for i := range texts {
		folded[i] = text.Fold(texts[i])
	}
	return write(text.Prune(d, folded))
}

func write(words []text.Word) ([]byte, error) {
	var out bytes.Buffer
	if err := text.WriteDictionary(&out, words); err != nil {
		return nil, fmt.Errorf("dictionary: %w", err)
	}
	return out.Bytes(), nil
}
