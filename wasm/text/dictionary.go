package text

import (
	"errors"
	"fmt"
	"iter"
	"sync"

	"github.com/blevesearch/vellum"

	"fenghui/corpus/sha256"
)

// Dictionary holds words with their frequencies. It is read from the bytes of
// a file without unpacking them, so opening costs nothing to speak of, and may
// be used by several goroutines at a time.
//
// The file is a vellum FST from folded word to frequency. The empty word,
// which sorts first, holds the total: the sum of all frequencies, those of
// words left out by Prune included.
type Dictionary struct {
	fst   *vellum.FST
	total uint64
	hash  func() string // when first asked for: a browser needs 10 ms for the file's hash
}

// Word is an entry of a dictionary.
type Word struct {
	Text      string
	Frequency uint64 // how often it was seen in the text the dictionary was made from; at least 1
}

// OpenDictionary reads a file that WriteDictionary made. It keeps b, which
// must not change any more. Of a damaged file it notices what the head of the
// file gives away; callers check downloaded bytes by their hash.
func OpenDictionary(b []byte) (d *Dictionary, err error) {
	defer func() {
		if r := recover(); r != nil { // vellum trusts the offsets in a file
			d, err = nil, fmt.Errorf("text: dictionary: damaged: %v", r)
		}
	}()
	fst, err := vellum.Load(b)
	if err != nil {
		return nil, fmt.Errorf("text: dictionary: %w", err)
	}
	total, ok, err := fst.Get(nil)
	if err != nil {
		return nil, fmt.Errorf("text: dictionary: %w", err)
	}
	if !ok || total == 0 {
		return nil, errors.New("text: dictionary: no total in the file")
	}
	hash := sync.OnceValue(func() string { return sha256.Hex(b) })
	return &Dictionary{fst: fst, total: total, hash: hash}, nil
}

// Frequency returns the frequency of a folded word, 0 when it is not there.
func (d *Dictionary) Frequency(word string) uint64 {
	if word == "" {
		return 0
	}
	frequency, _, _ := d.fst.Get([]byte(word))
	return frequency
}

// Total returns the sum of all frequencies, of words left out too.
func (d *Dictionary) Total() uint64 { return d.total }

// Len returns the number of words.
func (d *Dictionary) Len() int { return d.fst.Len() - 1 }

// Hash returns the SHA-256 of the file in hexadecimal. It is part of the
// version of everything that was cut with the dictionary.
func (d *Dictionary) Hash() string { return d.hash() }

// Words goes through all words in the order of their bytes.
func (d *Dictionary) Words() iter.Seq[Word] {
	return func(yield func(Word) bool) {
		it, err := d.fst.Iterator([]byte{1}, nil) // from the first key that is not empty
		for ; err == nil; err = it.Next() {
			key, frequency := it.Current()
			if !yield(Word{string(key), frequency}) {
				return
			}
		}
	}
}
