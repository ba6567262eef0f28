// Package index turns passages into immutable segments and reads any number
// of segments as one bleve index.
//
// A segment is a file of bytes: postings and dictionaries as zapx version 16
// lays them out (bleve's own tools can open them), then the length of every
// passage, then a short tail; write.go has all of the layout. Texts are not in
// it; a passage is known by its place among the entries the segment was built
// from.
//
//	data, err := index.Build(ctx, entries, cutter)
//	segment, err := index.Open(data)
//	reader := index.NewReader([]*index.Segment{segment}, nil) // for bleve's query.Searcher
//
// Build collects the terms of entries (tokens.go, collect.go) and writes them
// (write.go, record.go, bitmap.go, tail.go); segment.go opens what was written.
// What bleve asks of an index is in reader.go, termreader.go, optimize.go, dict.go
// and docid.go, what package search asks besides in postings.go and candidates.go.
package index

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"

	"fenghui/corpus/sha256"
	"fenghui/wasm/text"
)

// Format changes whenever the same input would give a segment of other
// contents or other layout. A kept segment of another format is built anew.
//
//	1: words, bigrams and titles; postings shared, frequency 1 left out, lengths in a column
const Format = 1

// The fields of a passage.
const (
	FieldWords   = "words"   // words of the text, as the segmenter cuts it
	FieldBigrams = "bigrams" // neighbouring pairs of Han, kana or hangul letters of the text
	FieldTitle   = "title"   // words and bigrams of the title
)

// fields in the order of their numbers inside this package.
var fields = [...]string{FieldWords, FieldBigrams, FieldTitle}

// ErrDamaged is returned for bytes that are not a whole, unchanged segment of
// this format, and by a Reader that stumbles over them.
var ErrDamaged = errors.New("index: damaged segment")

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrDamaged}, args...)...)
}

// catch turns a panic over damaged bytes into ErrDamaged. zapx, vellum and
// roaring trust what they read; everything here that reads bytes defers it.
func catch(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %v", ErrDamaged, r)
	}
}

// Entry is one passage as it is to be found: its original text, and the title
// of the document it belongs to.
type Entry struct {
	ID          string // the caller's; not kept in the segment
	Title, Text string
}

// Cutter cuts folded text into words; text.Segmenter is one.
type Cutter interface {
	Cut(folded string) []text.Span
}

// InputHash names the segment Build would make of entries with the dictionary
// of that hash. Segments are known by what went into them: it covers the
// folded texts, so a change in the folding tables changes it too.
func InputHash(entries []Entry, dictionaryHash string) string {
	h := sha256.New()
	writeNumber(h, Format)
	writeString(h, dictionaryHash)
	writeNumber(h, len(entries))
	for _, e := range entries {
		writeString(h, e.ID)
		writeString(h, text.Fold(e.Title))
		writeString(h, text.Fold(e.Text))
	}
	return hex.EncodeToString(h.Sum(nil))
}

func writeString(h *sha256.Hash, s string) {
	writeNumber(h, len(s))
	h.WriteString(s)
}

func writeNumber(h *sha256.Hash, n int) {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(n))
	h.Write(b[:])
}

func fieldNumber(name string) (int, bool) {
	for i, f := range fields {
		if f == name {
			return i, true
		}
	}
	return 0, false
}
