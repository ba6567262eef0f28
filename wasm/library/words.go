package library

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/index"
)

// Words are the different words of all texts, in order. They are gathered when
// first asked for.
type Words struct {
	All []string // not to be changed

	joined  string // all words, each ending its line
	letters string // those with a letter or digit of one or two bytes: Latin, Cyrillic and the like
	long    []string
}

// longWord: the index may have divided a word that long (in bytes), so that no
// piece of it holds what stands across the cut.
const longWord = 100

func newWords(r *index.Reader) (*Words, error) {
	var all, letters strings.Builder
	w := &Words{}
	err := r.Terms(index.FieldWords, func(word string) bool {
		w.All = append(w.All, word)
		all.WriteString(word + "\n")
		if strings.IndexFunc(word, isLetter) >= 0 {
			letters.WriteString(word + "\n")
		}
		if len(word) >= longWord {
			w.long = append(w.long, word)
		}
		return true
	})
	w.joined, w.letters = all.String(), letters.String()
	return w, err
}

func isLetter(r rune) bool { return utf8.RuneLen(r) <= 2 }

// Containing are the words that have the part in them, and the long ones, which
// the index may have divided in the middle of the part. ok is false when there
// are more than most.
func (w *Words) Containing(part string, most int) (words []string, ok bool) {
	lines, isSingle := w.joined, utf8.RuneCountInString(part) == 1
	if strings.IndexFunc(part, isLetter) >= 0 {
		lines = w.letters
	}
	if !isSingle {
		words = append(words, w.long...)
	}
	eachLine(lines, part, func(start, end int) bool {
		if word := lines[start:end]; isSingle || len(word) < longWord {
			words = append(words, word)
		}
		return len(words) <= most
	})
	return words, len(words) <= most
}

// eachLine visits the lines that have the part in them, until it is told to
// stop. Looking through many lines as one text takes a fraction of the time that
// it takes line by line.
func eachLine(lines, part string, visit func(start, end int) bool) {
	for at := 0; ; {
		found := strings.Index(lines[at:], part)
		if found < 0 {
			return
		}
		start := strings.LastIndexByte(lines[:at+found], '\n') + 1
		at += found + strings.IndexByte(lines[at+found:], '\n')
		if !visit(start, at) {
			return
		}
	}
}
