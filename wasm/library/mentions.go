package library

import (
	"context"

	"fenghui/corpus"
	"fenghui/wasm/pace"
)

// Mentions are the terms of the glossary that a passage names, each once, in
// the order of the text. They are found when they are first asked for. The
// slice is not to be changed.
func (d *Document) Mentions(passage int) []*corpus.Term { return d.mentions.Terms(passage) }

// Mentioned tells whether it is known what a passage names.
func (d *Document) Mentioned(passage int) bool { return d.mentions.Known(passage) }

// readAhead is how many passages are read for their names before anybody asks.
const readAhead = 5000

// ReadAhead finds the names in passages, the newest summits first, so that who
// counts them need not wait. Further calls do nothing.
func (s *Snapshot) ReadAhead(ctx context.Context) {
	if s.ahead.Swap(true) {
		return
	}
	budget := readAhead
	for _, d := range s.Documents {
		for n := range d.Passages {
			if d.Mentioned(n) {
				continue
			}
			if budget--; budget < 0 || pace.Yield(ctx) != nil {
				return
			}
			d.Mentions(n)
		}
	}
}
