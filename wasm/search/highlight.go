package search

import (
	"strings"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/index"
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// hitKind is the kind of the runs of text that answer a query.
const hitKind = "hit"

// highlighter marks in a text what answers a query.
type highlighter struct {
	clauses []highlight
}

// highlight is what to mark for one clause: the first that occurs in the text
// of its literal forms, and if none does, its words.
type highlight struct {
	literal []string
	words   []string
}

func newHighlighter(list []wanted, cutter index.Cutter) *highlighter {
	h := &highlighter{}
	for _, w := range list {
		if w.Occur == MustNot {
			continue
		}
		c := highlight{literal: append([]string{w.folded}, w.others...)}
		if !w.Phrase {
			c.words = telling(w.folded, cutter)
		}
		h.clauses = append(h.clauses, c)
	}
	return h
}

// telling words of a clause: not single characters, unless there is nothing
// else.
func telling(folded string, cutter index.Cutter) []string {
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
func (h *highlighter) marks(original string) []text.Mark {
	folding := text.NewFolding(original)
	var marks []text.Mark
	mark := func(needle string) bool {
		found := occurrences(folding.Text, needle)
		for _, at := range found {
			start, end := folding.Original(at, at+len(needle))
			marks = append(marks, text.Mark{Span: text.Span{Start: start, End: end}, Kind: hitKind})
		}
		return len(found) > 0
	}
	for _, c := range h.clauses {
		any := false
		for _, literal := range c.literal {
			any = mark(literal) || any
		}
		if !any {
			for _, word := range c.words {
				mark(word)
			}
		}
	}
	return marks
}

// occurrences of a needle that do not overlap, as byte offsets.
func occurrences(s, needle string) []int {
	var found []int
	if needle == "" {
		return nil
	}
	for from := 0; ; {
		at := strings.Index(s[from:], needle)
		if at < 0 {
			return found
		}
		found = append(found, from+at)
		from += at + len(needle)
	}
}

// Marker marks figures, and what answers a query, in whole texts.
type Marker struct {
	snapshot    *library.Snapshot
	highlighter *highlighter
}

// NewMarker makes a marker; one for an empty query marks the figures alone.
func NewMarker(s *library.Snapshot, query string) *Marker {
	list := expand(Parse(query).Clauses, corpus.Names())
	return &Marker{s, newHighlighter(list, s)}
}

// Mark cuts a passage into runs.
func (m *Marker) Mark(d *library.Document, passage int) []text.Run {
	original := d.Passages[passage].Text
	return text.Runs(original, append(m.highlighter.marks(original), figureMarks(m.snapshot, d, passage)...))
}
