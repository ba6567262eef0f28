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

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Of returns the part of s that the span covers.
func (p Span) Of(s string) string { return s[p.Start:p.End] }
