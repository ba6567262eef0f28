package library

import (
	"bytes"
	"fmt"

	"fenghui/corpus"
	"fenghui/wasm/text"
)

// In the browser every byte of the program is a byte of the first visit, so
// it carries few of the records, and for words the names of the glossary. A
// site brings the rest beside it.

// carriedRecords are the records that a library has without any site.
func carriedRecords() ([]*corpus.Document, error) { return corpus.Carried() }

// carriedWords is the dictionary that a library has without any site.
func carriedWords() ([]byte, error) {
	var words []text.Word
	for _, term := range corpus.Names().Terms() {
		for _, name := range term.Zh {
			words = append(words, text.Word{Text: name, Frequency: 1})
		}
	}
	var b bytes.Buffer
	if err := text.WriteDictionary(&b, words); err != nil {
		return nil, fmt.Errorf("dictionary of names: %w", err)
	}
	return b.Bytes(), nil
}
