package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/text"
)

// sentenceSpan is where the sentence of a figure stands in the file.
func sentenceSpan(doc *corpus.Document, f *figure.Figure) text.Span {
	if f.Passage < 0 || f.Passage >= len(doc.Passages) {
		return f.Span
	}
	p := &doc.Passages[f.Passage]
	at := f.Span.Start - p.Start
	from := max(0, at-len(f.Sentence))
	if at < 0 || at > len(p.Text) || from > len(p.Text) {
		return f.Span
	}
	k := strings.Index(p.Text[from:], f.Sentence)
	if k < 0 || f.Sentence == "" {
		return f.Span
	}
	start := p.Start + from + k
	return text.Span{Start: start, End: start + len(f.Sentence)}
}

// aroundIt is what its sentence says before and behind a figure; nothing where
// the figure does not lie inside it.
func aroundIt(doc *corpus.Document, f *figure.Figure) (before, after string) {
	start := sentenceSpan(doc, f).Start
	from, to := f.Span.Start-start, f.Span.End-start
	if from < 0 || to > len(f.Sentence) || from > to {
		return "", ""
	}
	return f.Sentence[:from], f.Sentence[to:]
}

// beforeIt is what its sentence says before a figure.
func beforeIt(i *item) string {
	before, _ := aroundIt(i.doc, i.f)
	return before
}

// between is what the sentence says between two of its figures.
func between(a, b *item) string {
	start := sentenceSpan(a.doc, a.f).Start
	from, to := a.f.Span.End-start, b.f.Span.Start-start
	if from < 0 || to > len(a.f.Sentence) || from > to {
		return ""
	}
	return a.f.Sentence[from:to]
}

// wholeClause is the part of its sentence that a figure stands in, with it.
func wholeClause(i *item) string {
	before, said, after := aroundClause(i)
	if k := strings.IndexFunc(after, isClauseEnd); k >= 0 {
		after = after[:k]
	}
	return strings.TrimSpace(before + said + after)
}

// aroundClause cuts a figure's sentence at its clause: what stands before it
// there, the figure, and the rest of the sentence.
func aroundClause(i *item) (before, said, after string) {
	before = beforeIt(i)
	if end := len(before) + i.f.Span.End - i.f.Span.Start; end <= len(i.f.Sentence) {
		said, after = i.f.Sentence[len(before):end], i.f.Sentence[end:]
	}
	return before[lastEnd(before):], said, after
}

// clauseOf is the part of its sentence that a figure stands in, or the next one
// where nothing else stands there.
func clauseOf(i *item) string {
	before, _, after := aroundClause(i)
	rest := strings.TrimLeft(after, "，, ")
	if k := strings.IndexFunc(rest, isClauseEnd); k > 0 {
		rest = rest[:k]
	}
	return clip(strings.TrimSpace(before) + strings.TrimSpace(rest))
}

// lastClause is the clause that a text ends in.
func lastClause(s string) string { return s[max(lastEnd(s), behindComma(s)):] }

// isClauseEnd reports whether a character ends a clause. An ASCII comma is
// none, as it may stand in a number.
func isClauseEnd(r rune) bool { return strings.ContainsRune("，。；：、！？;", r) }

// lastEnd is the place behind the last sign that ends a clause.
func lastEnd(s string) int {
	k := strings.LastIndexFunc(s, isClauseEnd)
	if k < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[k:])
	return k + size
}

// behindComma is the place behind the last comma of half width that is not part
// of a number.
func behindComma(s string) int {
	for k := len(s) - 1; k >= 0; k-- {
		if s[k] == ',' && (k+1 == len(s) || s[k+1] < '0' || s[k+1] > '9') {
			return k + 1
		}
	}
	return 0
}

// behindLast is the place behind the last sign, 0 when there is none.
func behindLast(s, sign string) int {
	if k := strings.LastIndex(s, sign); k >= 0 {
		return k + len(sign)
	}
	return 0
}

// withoutBrackets leaves out what stands in brackets at the start: a value
// converted.
func withoutBrackets(s string) string {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if strings.HasPrefix(s, pair[0]) {
			if _, rest, closed := strings.Cut(s, pair[1]); closed {
				return rest
			}
		}
	}
	return s
}

func startsWith(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

func endsWith(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
