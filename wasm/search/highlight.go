package search

import (
	"context"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/figure/filter"
	"fenghui/wasm/index"
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// Kinds of runs of text. The number of a figure's run is its ordinal in the
// passage plus one, for 0 is no figure.
const (
	HitKind    = "hit" // what answers a query
	FigureKind = "figure"
)

// highlighter marks in a text what answers a query.
type highlighter struct {
	clauses []highlight
	figures *filter.Filter // of the filters; nil: none
}

// highlight is what to mark for one clause: the first of its literal forms or
// its value that occurs in the text, or else its words.
type highlight struct {
	typed  string
	places func(s, typed string) []text.Span
	names  []string       // others of the same thing
	value  *filter.Filter // of the clause, which is as good as literal
	words  []string
}

func newHighlighter(list []expanded, q Query, cutter index.Cutter) *highlighter {
	h := &highlighter{figures: q.figureFilter()}
	for _, w := range leaves(list) {
		c := highlight{typed: w.folded, places: w.places(), names: w.found, value: w.value}
		if !w.Phrase && !w.whole() {
			c.words = tellingWords(w.folded, cutter)
		}
		h.clauses = append(h.clauses, c)
	}
	return h
}

// tellingWords are the words of a clause that are marked: no single characters,
// unless there is nothing else.
func tellingWords(folded string, cutter index.Cutter) []string {
	var words, short []string
	for _, t := range index.Tokens(index.FieldWords, folded, cutter) {
		if utf8.RuneCountInString(t.Term) > 1 {
			words = append(words, t.Term)
		} else {
			short = append(short, t.Term)
		}
	}
	if len(words) == 0 {
		return short
	}
	return words
}

// marks are the spans of original text to be marked.
func (h *highlighter) marks(original string, figures passageFigures) []text.Mark {
	folding := text.NewFolding(original)
	var marks []text.Mark
	mark := func(found []text.Span) bool {
		for _, at := range found {
			start, end := folding.Original(at.Start, at.End)
			marks = append(marks, text.Mark{Span: text.Span{Start: start, End: end}, Kind: HitKind})
		}
		return len(found) > 0
	}
	markFigures := func(test *filter.Filter) bool {
		passing := figures.passing(test)
		for _, span := range passing {
			marks = append(marks, text.Mark{Span: span, Kind: HitKind})
		}
		return len(passing) > 0
	}
	markFigures(h.figures)
	for _, c := range h.clauses {
		marked := markFigures(c.value)
		marked = mark(c.places(folding.Text, c.typed)) || marked
		for _, name := range c.names {
			marked = mark(namesIn(folding.Text, name)) || marked
		}
		if !marked {
			for _, word := range c.words {
				mark(wholeWords(folding.Text, word))
			}
		}
	}
	return marks
}

// Marker marks figures, and what answers a query, in whole texts.
type Marker struct {
	snapshot    *library.Snapshot
	highlighter *highlighter
}

// NewMarker makes a marker; one for an empty query marks the figures alone.
func NewMarker(s *library.Snapshot, query string) *Marker {
	q := Parse(query)
	list := expander{corpus.Names(), s}.expand(q.Clauses)
	for _, w := range leaves(list) {
		w.found = w.others // as far as it matters in one document
		if len(w.others) == 0 && w.value == nil && !w.Phrase {
			w.found = guesses(w.folded)
		}
	}
	return &Marker{s, newHighlighter(list, q, s)}
}

// Mark cuts a passage into runs.
func (m *Marker) Mark(ctx context.Context, d *library.Document, passage int) []text.Run {
	original := d.Passages[passage].Text
	figures := figuresIn(ctx, m.snapshot, d, passage)
	return text.Runs(original, append(m.highlighter.marks(original, figures), figures.marks()...))
}
