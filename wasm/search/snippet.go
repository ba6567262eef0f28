package search

import (
	"unicode/utf8"

	"fenghui/wasm/text"
)

// snippetLength is how many characters of a long passage are shown, at least;
// whole sentences are shown, so it is more as a rule.
const snippetLength = 160

const ellipsis = "…"

// snippet is a passage with its hits marked; of a long passage, the sentences
// with the hits, and what stands around the first of them.
func (h *highlighter) snippet(original string) []text.Run {
	marks := h.marks(original)
	if utf8.RuneCountInString(original) <= 2*snippetLength {
		return text.Runs(original, marks)
	}
	sentences := text.Sentences(original)
	return excerpt(original, marks, sentences, choose(original, marks, sentences))
}

// choose picks sentences: those with hits first, then their neighbours until
// there is enough to read.
func choose(original string, marks []text.Mark, sentences []text.Span) []bool {
	chosen := make([]bool, len(sentences))
	length, first := 0, -1
	take := func(i int) {
		if i >= 0 && i < len(sentences) && !chosen[i] && length < snippetLength {
			chosen[i] = true
			length += utf8.RuneCountInString(original[sentences[i].Start:sentences[i].End])
		}
	}
	for i, s := range sentences {
		if overlapsAny(s, marks) {
			if first < 0 {
				first = i
			}
			take(i)
		}
	}
	first = max(first, 0)
	for d := 0; d <= len(sentences) && length < snippetLength; d++ {
		take(first + d)
		take(first - d)
	}
	return chosen
}

func overlapsAny(s text.Span, marks []text.Mark) bool {
	for _, m := range marks {
		if m.Start < s.End && m.End > s.Start {
			return true
		}
	}
	return false
}

// excerpt puts the chosen sentences together, with an ellipsis for each gap.
func excerpt(original string, marks []text.Mark, sentences []text.Span, chosen []bool) []text.Run {
	var runs []text.Run
	gap := false
	for i, s := range sentences {
		if !chosen[i] {
			gap = true
			continue
		}
		if gap {
			runs = append(runs, text.Run{Text: ellipsis})
		}
		gap = false
		runs = append(runs, text.Runs(original[s.Start:s.End], within(s, marks))...)
	}
	if gap {
		runs = append(runs, text.Run{Text: ellipsis})
	}
	return runs
}

// within are the marks of a span, counted from its start.
func within(s text.Span, marks []text.Mark) []text.Mark {
	var inside []text.Mark
	for _, m := range marks {
		start, end := max(m.Start, s.Start), min(m.End, s.End)
		if start < end {
			inside = append(inside, text.Mark{Span: text.Span{Start: start - s.Start, End: end - s.Start}, Kind: m.Kind})
		}
	}
	return inside
}
