package index

import (
	"cmp"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// maxTerm is the length in bytes a term may have. What is longer (a link, a
// line of base64) is indexed in pieces, so that no dictionary path grows long.
const maxTerm = 120

// Token is one term of a folded text.
type Token struct {
	Term string // == folded[Start:End]
	text.Span
	Position int // 1 for the first token of the text, then 2, 3 …
}

// Tokens is the analysis of a folded text for a field, the same when a passage
// is indexed and when a query is read. Only FieldBigrams does without a
// Cutter. An unknown field has no tokens.
func Tokens(field, folded string, c Cutter) []Token {
	list := spans(field, folded, c)
	out := make([]Token, len(list))
	for i, s := range list {
		out[i] = Token{Term: s.Of(folded), Span: s, Position: i + 1}
	}
	return out
}

func spans(field, folded string, c Cutter) []text.Span {
	switch field {
	case FieldWords:
		return words(folded, c)
	case FieldBigrams:
		return text.Bigrams(folded)
	case FieldTitle:
		return merge(words(folded, c), text.Bigrams(folded))
	}
	return nil
}

// words leaves out what has no letter and no number in it, should a cutter
// return spaces and punctuation too.
func words(folded string, c Cutter) []text.Span {
	out := make([]text.Span, 0, len(folded)/4)
	for _, s := range c.Cut(folded) {
		if isWord(s.Of(folded)) {
			out = appendPieces(out, folded, s)
		}
	}
	return out
}

func isWord(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
	}
	return false
}

func appendPieces(out []text.Span, folded string, s text.Span) []text.Span {
	for s.End-s.Start > maxTerm {
		cut := s.Start + maxTerm
		for cut > s.Start+1 && !utf8.RuneStart(folded[cut]) {
			cut--
		}
		out = append(out, text.Span{Start: s.Start, End: cut})
		s.Start = cut
	}
	return append(out, s)
}

// merge puts two lists of spans that are each in the order of the text
// together in that order, equal spans once.
func merge(a, b []text.Span) []text.Span {
	all := make([]text.Span, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch order := cmp.Or(a[0].Start-b[0].Start, a[0].End-b[0].End); {
		case order < 0:
			all, a = append(all, a[0]), a[1:]
		case order > 0:
			all, b = append(all, b[0]), b[1:]
		default:
			a = a[1:]
		}
	}
	return append(append(all, a...), b...)
}
