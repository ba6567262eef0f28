package text

import (
	"slices"
	"strings"
)

// Mark says that a span of a text is something: a search hit, a figure.
type Mark struct {
	Span
	Kind string
}

// Run is a piece of text of one kind, "" for plain text.
type Run struct{ Text, Kind string }

// Runs divides s into runs that together are s again. Marks may come in any
// order; they are cut to s and moved outwards to rune borders. Marks of one
// kind that overlap or touch become one run. Where marks of several kinds
// overlap, the run's kind names all, sorted, with a space between.
func Runs(s string, marks []Mark) []Run {
	marks = clipMarks(s, marks)
	var runs []Run
	borders := bordersOf(s, marks)
	for i := 0; i+1 < len(borders); i++ {
		piece := Span{borders[i], borders[i+1]}
		kind := kindsOver(marks, piece)
		if last := len(runs) - 1; last >= 0 && runs[last].Kind == kind {
			runs[last].Text = s[piece.Start-len(runs[last].Text) : piece.End]
			continue
		}
		runs = append(runs, Run{piece.Of(s), kind})
	}
	return runs
}

func clipMarks(s string, marks []Mark) []Mark {
	clipped := make([]Mark, 0, len(marks))
	for _, m := range marks {
		m.Start, m.End = clip(s, m.Start, m.End)
		if m.Start < m.End && m.Kind != "" {
			clipped = append(clipped, m)
		}
	}
	slices.SortFunc(clipped, func(a, b Mark) int { return a.Start - b.Start })
	return clipped
}

func bordersOf(s string, marks []Mark) []int {
	borders := []int{0, len(s)}
	for _, m := range marks {
		borders = append(borders, m.Start, m.End)
	}
	slices.Sort(borders)
	return slices.Compact(borders)
}

// kindsOver names the kinds of the marks, sorted by start, that cover piece.
func kindsOver(marks []Mark, piece Span) string {
	var kinds []string
	for _, m := range marks {
		if m.Start > piece.Start {
			break
		}
		if m.End >= piece.End {
			kinds = append(kinds, m.Kind)
		}
	}
	slices.Sort(kinds)
	return strings.Join(slices.Compact(kinds), " ")
}
