package main

import (
	"fmt"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"fenghui/build/input"
	"fenghui/build/packs"
	"fenghui/corpus"
)

func init() {
	register.DoFn3x1[[]byte, func([]byte), func([]byte), error](&list{})
	register.DoFn3x1[[]byte, func(string, []byte), func([]byte), error](&read{})
	register.Function4x1(choose)
	register.Function2x3(sizeOf)
	register.Function3x1(place)
	register.Emitter1[[]byte]()
	register.Emitter2[string, []byte]()
	register.Emitter2[string, string]()
	register.Iter1[[]byte]()
	register.Iter1[string]()
}

// outcome is what the contents are made of: a pack, or a file left out.
type outcome struct {
	Pack    *packs.Summary
	Refused *packs.Refusal
}

func refusal(r packs.Refusal) []byte { return encode(outcome{Refused: &r}) }

// list names the files of the library.
type list struct {
	Folders []string
	Records bool
}

func (l *list) ProcessElement(_ []byte, emit, refuse func([]byte)) error {
	if l.Records {
		emit(encode(packs.Place{Folder: -1}))
	}
	for n, dir := range l.Folders {
		paths, err := input.Paths(dir)
		if len(paths) == 0 {
			return fmt.Errorf("pipeline: no texts in %s: %v", dir, err)
		}
		for _, r := range packs.Refused(err) {
			refuse(refusal(r))
		}
		for _, path := range paths {
			emit(encode(packs.Place{Folder: n, Path: path}))
		}
	}
	return nil
}

// found is a document with its place.
type found struct {
	packs.Place
	Document *corpus.Document
}

// read reads a file, or all records of ours, under the documents' IDs. A file
// that cannot be read is refused and stops nobody.
type read struct{ Folders []string }

func (r *read) ProcessElement(at []byte, emit func(string, []byte), refuse func([]byte)) error {
	file, err := decode[packs.Place](at)
	if err != nil {
		return err
	}
	if file.Folder < 0 {
		return readRecords(emit)
	}
	d, err := input.File(r.Folders[file.Folder], file.Path)
	if err != nil {
		refuse(refusal(packs.Refusal{File: file.Path, Reason: err.Error()}))
		return nil
	}
	emit(d.ID, encode(found{file, d}))
	return nil
}

func readRecords(emit func(string, []byte)) error {
	docs, err := corpus.BuiltIn()
	for _, d := range docs {
		emit(d.ID, encode(found{packs.Place{Folder: -1, Path: d.Name}, d}))
	}
	return err
}

// choose takes one of the documents of an ID, under its place.
func choose(_ string, next func(*[]byte) bool, emit func(string, []byte), refuse func([]byte)) error {
	all, err := collect[found](next)
	if err != nil {
		return err
	}
	places := make([]packs.Place, len(all))
	for i := range all {
		places[i] = all[i].Place
	}
	kept, refused := packs.Choose(places)
	for _, r := range refused {
		refuse(refusal(r))
	}
	emit(string(encode(places[kept])), encode(all[kept]))
	return nil
}

// collect decodes what a key stands for.
func collect[T any](next func(*[]byte) bool) (all []T, err error) {
	var data []byte
	for next(&data) {
		v, err := decode[T](data)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

// sized is all that placing a document needs to know of it.
type sized struct {
	packs.Place
	Passages int
}

// sizeOf puts a document under its year.
func sizeOf(_ string, data []byte) (year string, size []byte, err error) {
	f, err := decode[found](data)
	if err != nil {
		return "", nil, err
	}
	return packs.YearOf(f.Document), encode(sized{f.Place, len(f.Document.Passages)}), nil
}

// place tells the pack of each document of a year, under the document's place.
func place(year string, next func(*[]byte) bool, emit func(string, string)) error {
	all, err := collect[sized](next)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b sized) int { return a.Place.Compare(b.Place) })
	passages := make([]int, len(all))
	for i := range all {
		passages[i] = all[i].Passages
	}
	for i, name := range packs.Places(year, passages) {
		emit(string(encode(all[i].Place)), name)
	}
	return nil
}
