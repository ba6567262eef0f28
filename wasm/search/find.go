package search

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/wasm/index"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
	"fenghui/wasm/text"
)

// finder finds the passages that satisfy a clause.
type finder struct {
	snapshot *library.Snapshot
}

// satisfying passages: those that hold the clause literally, or hold all its
// words, or hold another name of it; the names found are noted.
func (f finder) satisfying(ctx context.Context, w *wanted) (*roaring.Bitmap, error) {
	found, err := f.containing(ctx, w.folded)
	if err != nil || w.Phrase {
		return found, err
	}
	if utf8.RuneCountInString(w.folded) > 1 {
		words, err := f.allWords(w.folded)
		if err != nil {
			return nil, err
		}
		found.Or(words)
	}
	for _, other := range w.others {
		more, err := f.containing(ctx, other)
		if err != nil {
			return nil, err
		}
		if !more.IsEmpty() {
			w.found = append(w.found, other)
			found.Or(more)
		}
	}
	return found, nil
}

func (f finder) allWords(folded string) (*roaring.Bitmap, error) {
	var terms []string
	for _, t := range index.Tokens(index.FieldWords, folded, f.snapshot) {
		terms = append(terms, t.Term)
	}
	if len(terms) == 0 {
		return roaring.New(), nil
	}
	return f.snapshot.Reader.DocsWithAll(index.FieldWords, terms)
}

// containing passages hold the folded string as it is, in their text; a
// document whose title holds it is represented by its first passage. Pairs of
// characters narrow the choice, the text decides.
func (f finder) containing(ctx context.Context, folded string) (*roaring.Bitmap, error) {
	found := roaring.New()
	candidates, err := f.candidates(folded)
	if err != nil {
		return nil, err
	}
	for numbers := candidates.Iterator(); numbers.HasNext(); {
		number := numbers.Next()
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
		p := f.snapshot.Passage(uint64(number))
		if p.Document == nil {
			continue
		}
		if strings.Contains(text.Fold(p.Text()), folded) || p.Ordinal == 0 && strings.Contains(text.Fold(p.Document.Title), folded) {
			found.Add(number)
		}
	}
	return found, nil
}

// candidates for a literal search: the passages with all pairs of characters
// of the string, and the first passage of every document for its title; all
// passages when the string has no pair.
func (f finder) candidates(folded string) (*roaring.Bitmap, error) {
	var pairs []string
	for _, s := range text.Bigrams(folded) {
		if pair := folded[s.Start:s.End]; utf8.RuneCountInString(pair) == 2 {
			pairs = append(pairs, pair)
		}
	}
	if len(pairs) == 0 {
		all := roaring.New()
		all.AddRange(0, uint64(f.snapshot.Len()))
		return all, nil
	}
	narrowed, err := f.snapshot.Reader.DocsWithAll(index.FieldBigrams, pairs)
	if err != nil {
		return nil, err
	}
	narrowed.Or(f.matching(func(p library.Passage) bool { return p.Ordinal == 0 }))
	return narrowed, nil
}

// matching are the numbers of the live passages that accept accepts.
func (f finder) matching(accepts func(library.Passage) bool) *roaring.Bitmap {
	found := roaring.New()
	for number := range f.snapshot.Len() {
		if p := f.snapshot.Passage(uint64(number)); p.Document != nil && accepts(p) {
			found.Add(uint32(number))
		}
	}
	return found
}
