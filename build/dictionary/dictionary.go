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

	"fenghui/build/cache"
	"fenghui/corpus"
	"fenghui/wasm/text"
)

// Cut is the frequency from which on a word is shipped. Measured without the
// names: brotli at its highest level, and the mean MRR@10 of BM25 on four
// public sets, over the words alone and over words and bigrams:
//
//	cut     words    bytes   brotli  words only  and bigrams
//	≥ 2   352,208  2.83 MB  1.85 MB      0.9694       0.9733
//	≥ 4   152,787  1.27 MB  0.84 MB      0.9713       0.9731
//	≥ 10  108,972  0.92 MB  0.61 MB      0.9715       0.9733
//	≥ 50   52,795  0.45 MB  0.30 MB      0.9730       0.9737
//
// Rare words do not help to find things: long ones hide the words they are
// made of. Frequencies rounded to powers of two would save 4 to 9 % of the
// brotli size and rank within 0.0001 of these; they stay exact, as 55 kB on a
// file that is not part of the first visit are not worth explaining. The
// frequency of single characters stays as it is in the file; gse's own loader
// sets it to 2, which ranks no better (0.9714 at 10, words only).
const Cut = 10

// Full returns the file of the full dictionary: the words of at least that
// frequency and the names of the glossary. What was made once is kept in the
// user's cache directory under a name made of all inputs.
func Full(cut int) ([]byte, error) {
	names := glossaryWords(corpus.Names())
	name := cacheName(inputKey(cut, names, text.FoldingHash()))
	if kept, ok := cache.Default().Find(name); ok {
		return kept, nil
	}
	made, err := makeFull(cut, names)
	if err != nil {
		return nil, err
	}
	cache.Default().Keep(name, made)
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

// Texts is all text of the documents that gets into an index.
func Texts(docs []*corpus.Document) []string {
	var texts []string
	for _, d := range docs {
		texts = append(texts, d.Title)
		for _, p := range d.Passages {
			texts = append(texts, p.Text)
		}
	}
	return texts
}

func write(words []text.Word) ([]byte, error) {
	var out bytes.Buffer
	if err := text.WriteDictionary(&out, words); err != nil {
		return nil, fmt.Errorf("dictionary: %w", err)
	}
	return out.Bytes(), nil
}
