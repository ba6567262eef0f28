package search

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// snippetLength is how many characters of a long passage are shown, at least;
// whole sentences are shown, so it is more as a rule.
const snippetLength = 160

const ellipsis = "…"

// snippet is a passage with its hits marked; of a long passage, the sentences
// with the hits, and what stands around the first of them.
func (h *highlighter) snippet(original string, figures passageFigures) []text.Run {
	hits := h.marks(original, figures)
	marks := append(slices.Clone(hits), figures.marks()...)
	if utf8.RuneCountInString(original) <= 2*snippetLength {
		return text.Runs(original, marks)
	}
	stretches := readable(original)
	return excerpt(original, marks, stretches, chooseStretches(original, hits, stretches))
}

// endsClause: what sentences too long to be shown whole are parted after.
const endsClause = "，、；：,; "

// readable stretches are the sentences, and pieces of those that are too long
// to be shown whole.
func readable(original string) (stretches []text.Span) {
	for _, s := range text.Sentences(original) {
		start, clause, length := s.Start, s.Start, 0
		ended := false
		for i, r := range s.Of(original) {
			at := s.Start + i
			if ended {
				clause = at
			}
			if length == 2*snippetLength {
				if clause == start {
					clause = at
				}
				stretches = append(stretches, text.Span{Start: start, End: clause})
				start, length = clause, utf8.RuneCountInString(original[clause:at])
			}
			length++
			ended = strings.ContainsRune(endsClause, r)
		}
		stretches = append(stretches, text.Span{Start: start, End: s.End})
	}
	return stretches
}

// chooseStretches picks stretches: those with hits first, then their neighbours until
// there is enough to read.
func chooseStretches(original string, marks []text.Mark, stretches []text.Span) []bool {
	chosen := make([]bool, len(stretches))
	length, first := 0, -1
	take := func(i int) {
		if i >= 0 && i < len(stretches) && !chosen[i] && length < snippetLength {
			chosen[i] = true
			length += utf8.RuneCountInString(stretches[i].Of(original))
		}
	}
	for i, hit := range withMarks(stretches, marks) {
		if hit {
			if first < 0 {
				first = i
			}
			take(i)
		}
	}
	first = max(first, 0)
	for d := 0; d <= len(stretches) && length < snippetLength; d++ {
		take(first + d)
		take(first - d)
	}
	return chosen
}

// withMarks tells which stretches, which are in order, overlap a mark.
func withMarks(stretches []text.Span, marks []text.Mark) []bool {
	overlap := make([]bool, len(stretches))
	for _, m := range marks {
		i := sort.Search(len(stretches), func(i int) bool { return stretches[i].End > m.Start })
		for ; i < len(stretches) && stretches[i].Start < m.End; i++ {
			overlap[i] = true
		}
	}
	return overlap
}

// excerpt puts the chosen stretches together, with an ellipsis for each gap.
func excerpt(original string, marks []text.Mark, stretches []text.Span, chosen []bool) []text.Run {
	var runs []text.Run
	gap := false
	for i, s := range stretches {
		if !chosen[i] {
			gap = true
			continue
		}
		if gap {
			runs = append(runs, text.Run{Text: ellipsis})
		}
		gap = false
		runs = append(runs, text.Runs(s.Of(original), within(s, marks))...)
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
			inside = append(inside, text.Mark{Span: text.Span{Start: start - s.Start, End: end - s.Start}, Kind: m.Kind, Number: m.Number})
		}
	}
	return inside
}
