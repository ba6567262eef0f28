package input

import (
	"errors"
	"fmt"

	"fenghui/corpus"
	"fenghui/wasm/library/sitefile"
)

// Library is the documents that a library is built from.
type Library struct {
	Added     []*corpus.Document // those that are not ours
	Documents []*corpus.Document // all of them, in the order of the library
	Refused   error              // files that could not be read, joined
}

// ReadLibrary puts together documents of ours, others at hand and those of
// folders; ours and others may be nil. A document of a later folder replaces
// those of the same ID that come before. A folder without any document is an
// error, and so is a library without any.
func ReadLibrary(ours, others []*corpus.Document, folders []string) (*Library, error) {
	l := &Library{Added: others}
	for _, dir := range folders {
		docs, err := Folder(dir)
		if len(docs) == 0 {
			return nil, fmt.Errorf("input: no documents in %s: %w", dir, orNoFiles(err))
		}
		l.Refused = errors.Join(l.Refused, err)
		l.Added = sitefile.Merge(l.Added, docs)
	}
	l.Documents = sitefile.Merge(ours, l.Added)
	if len(l.Documents) == 0 {
		return nil, errors.New("input: nothing to search: without our records, a folder of documents is needed")
	}
	return l, nil
}

// ReadAll is ReadLibrary of folders and, if asked for, all records of ours.
func ReadAll(records bool, folders []string) (*Library, error) {
	if !records {
		return ReadLibrary(nil, nil, folders)
	}
	ours, err := corpus.BuiltIn()
	if err != nil {
		return nil, fmt.Errorf("input: our records: %w", err)
	}
	return ReadLibrary(ours, nil, folders)
}

// Errors takes apart what Folder and ReadLibrary have joined: an error for each
// file.
func Errors(joined error) []error {
	if joined == nil {
		return nil
	}
	several, ok := joined.(interface{ Unwrap() []error })
	if !ok {
		return []error{joined}
	}
	var all []error
	for _, e := range several.Unwrap() {
		all = append(all, Errors(e)...)
	}
	return all
}

func orNoFiles(err error) error {
	if err == nil {
		return errors.New("no .md, .txt, .html or .docx files")
	}
	return err
}
