// Package text prepares Chinese text, and what stands between it, for
// searching and reading: folding of writing variants with offsets kept,
// sentences, words of a dictionary, character pairs, and marked runs.
//
// All positions are half-open byte spans, on rune borders. Search happens in
// folded text: fold once, cut the folded text, and lead a span back to the
// original with Folding.Original. No function fails or panics on bytes that
// are not UTF-8; each such byte counts as one U+FFFD.
//
//	f := text.NewFolding("貿易額超過７００億")  // f.Text: 贸易额超过700亿
//	words := text.NewSegmenter(d).Cut(f.Text)  // 贸易额 超过 700 亿
//	start, end := f.Original(words[0].Start, words[0].End)
package text

import "unicode/utf8"

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Of returns the part of s that the span covers.
func (p Span) Of(s string) string { return s[p.Start:p.End] }

// First returns the first n characters of s, or all of it.
func First(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// Last returns the last n characters of s, or all of it.
func Last(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}
