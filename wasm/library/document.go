package library

import (
	"sync"

	"fenghui/corpus"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library/correction"
	"fenghui/wasm/library/mentions"
)

// Document is a document of the library.
type Document struct {
	*corpus.Document
	BuiltIn bool
	Bytes   int // of its passages' text

	inputs   func() table.Hash // names what its figures are read from
	packed   bool              // it is as it was when the pack of its part was made
	mentions *mentions.Mentions

	corrections []correction.Correction
}

func newDocument(d *corpus.Document, builtIn bool) *Document {
	bytes := 0
	for _, p := range d.Passages {
		bytes += len(p.Text)
	}
	inputs := sync.OnceValue(func() table.Hash { return table.HashOf(d) })
	return &Document{Document: d, BuiltIn: builtIn, Bytes: bytes, inputs: inputs, mentions: mentions.New(d.Passages)}
}

// Mentions are the terms of the glossary that a passage names, each once, in
// the order of the text. They are found when they are first asked for. The
// slice is not to be changed.
func (d *Document) Mentions(passage int) []*corpus.Term { return d.mentions.Terms(passage) }

// Mentioned reports whether Mentions of a passage has its answer at hand.
func (d *Document) Mentioned(passage int) bool { return d.mentions.Known(passage) }
