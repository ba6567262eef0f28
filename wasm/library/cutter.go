package library

import (
	"sync"

	"fenghui/wasm/text"
)

// cutter cuts texts and queries into words. There is one for each dictionary,
// shared by all parts and snapshots, because a Segmenter learns words as it
// goes: a new one has to learn them again.
type cutter struct {
	dictionary *text.Dictionary

	mu        sync.Mutex // a Segmenter serves one at a time
	segmenter *text.Segmenter
}

func newCutter(d *text.Dictionary) *cutter {
	return &cutter{dictionary: d, segmenter: text.NewSegmenter(d)}
}

// Cut cuts folded text as the index was cut.
func (c *cutter) Cut(folded string) []text.Span {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.segmenter.Cut(folded)
}
