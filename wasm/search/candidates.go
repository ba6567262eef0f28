package search

import (
	"unicode"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/wasm/index"
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// mostWords is how many words are looked up for a piece of a word. Where more
// have the piece in them, reading the texts is quicker.
const mostWords = 2000

// candidates for a literal search: passages that have all pieces of the
// string. Where pieces tell nothing (punctuation alone, a letter that is in
// too many words) that is every passage. certain: they need not be verified.
func (f finder) candidates(folded string) (found *roaring.Bitmap, certain bool, err error) {
	pairs, parts := piecesOf(folded)
	if found, err = f.snapshot.Reader.DocsWithAll(index.FieldBigrams, pairs); err != nil {
		return nil, false, err
	}
	certain = len(pairs) == 1 && pairs[0] == folded
	for _, part := range parts {
		if found.IsEmpty() {
			break
		}
		with, ok, err := f.withPart(part)
		if err != nil {
			return nil, false, err
		}
		if ok {
			found.And(with)
			certain = part == folded && isSingle(part)
		}
	}
	return found, certain, nil
}

// piecesOf returns what the index can look up of a string: pairs of ideographs,
// and parts that lie within one word wherever the string occurs. Letters that
// are not kept together are parts of their own.
func piecesOf(folded string) (pairs, parts []string) {
	for _, s := range text.Bigrams(folded) {
		piece := s.Of(folded)
		switch r, _ := utf8.DecodeRuneInString(piece); {
		case !isSingle(piece):
			pairs = append(pairs, piece)
		case isWordLetter(r):
			parts = append(parts, piece)
		}
	}
	start := 0
	for i, r := range folded + " " {
		if keptTogether(r) {
			continue
		}
		if start < i {
			parts = append(parts, folded[start:i])
		}
		if start = i + utf8.RuneLen(r); isWordLetter(r) && !text.IsIdeograph(r) {
			parts = append(parts, string(r))
		}
	}
	return pairs, parts
}

// keptTogether: the segmenter cuts no word between two of these.
func keptTogether(r rune) bool { return isWordLetter(r) && utf8.RuneLen(r) <= 2 }

func isWordLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func isSingle(s string) bool { return utf8.RuneCountInString(s) == 1 }

// withPart are the passages with a word that has the part in it; not ok when
// there are too many such words.
func (f finder) withPart(part string) (found *roaring.Bitmap, ok bool, err error) {
	all, err := f.snapshot.Words()
	if err != nil {
		return nil, false, err
	}
	words, ok := all.Containing(part, mostWords)
	if !ok {
		return nil, false, nil
	}
	found, err = f.snapshot.Reader.DocsWithAny(index.FieldWords, words)
	return found, true, err
}

// Candidates are the passages that may hold a folded string: all that do, and
// few others.
func Candidates(s *library.Snapshot, folded string) (*roaring.Bitmap, error) {
	f := newFinder(s, nil)
	found, _, err := f.candidates(folded)
	return found, err
}
