package search

import (
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// figureKind is the kind of the runs of text that are figures. They are
// numbered by their ordinal in the passage, from 1.
const figureKind = "figure"

// figureMarks are the figures of a passage.
func figureMarks(s *library.Snapshot, d *library.Document, passage int) []text.Mark {
	var marks []text.Mark
	start := d.Passages[passage].Start
	for _, f := range s.Figures(d) {
		if f.Passage == passage {
			marks = append(marks, text.Mark{
				Span: text.Span{Start: f.Span.Start - start, End: f.Span.End - start}, Kind: figureKind, Number: f.Ordinal + 1,
			})
		}
	}
	return marks
}
