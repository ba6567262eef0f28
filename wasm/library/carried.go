//go:build !js

package library

import (
	_ "embed"

	"fenghui/corpus"
)

// embeddedWords is the dictionary of the words that occur in our records.
// Made by `go run ./build words`.
//
//go:embed data/words.fst
var embeddedWords []byte

// carriedRecords are the records that a library has without any site.
func carriedRecords() ([]*corpus.Document, error) { return corpus.BuiltIn() }

// carriedWords is the dictionary that a library has without any site.
func carriedWords() ([]byte, error) { return embeddedWords, nil }
