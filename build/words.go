package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fenghui/build/dictionary"
	"fenghui/build/repository"
	"fenghui/corpus"
)

// wordsFile is embedded in what is compiled for this machine, tests and commands,
// which can so index our records at once. In the browser the dictionary comes
// with the site.
const wordsFile = "wasm/library/data/words.fst"

// runWords writes the dictionary of the words that occur in our records.
func runWords(_ context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("words [-check]", "Writes "+wordsFile+", the dictionary of the words in our records.", stderr)
	check := set.Bool("check", false, "write nothing, and fail when the file is not up to date")
	if err := parse(set, args); err != nil {
		return err
	}
	root, err := repository.Root()
	if err != nil {
		return err
	}
	made, err := recordWords()
	if err != nil {
		return err
	}
	file := filepath.Join(root, filepath.FromSlash(wordsFile))
	kept, err := os.ReadFile(file)
	if err == nil && bytes.Equal(kept, made) {
		return nil
	}
	if *check {
		return errors.New(wordsFile + " is not up to date: `make generate` writes it anew")
	}
	if err := os.WriteFile(file, made, 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s: %d bytes\n", wordsFile, len(made))
	return err
}

func recordWords() ([]byte, error) {
	docs, err := corpus.BuiltIn()
	if err != nil {
		return nil, err
	}
	full, err := dictionary.Full(dictionary.Cut)
	if err != nil {
		return nil, err
	}
	return dictionary.Small(full, dictionary.Texts(docs))
}
