package search

import "sync"

// scratch are lists as long as the library. They are used again and again: in a
// browser, what is thrown away is paid for while somebody waits.
type scratch struct {
	sums       []float64 // scores, by passage
	hasContent []bool    // by passage: has a term that says something
	satisfied  []uint16  // how many of the wanted clauses, by passage

	known   [cachedFrequencies][cachedLengths]float64  // scores of the term that is read; 0: not worked out
	current *[cachedFrequencies][cachedLengths]float64 // known, or nil: the term is too rare
}

var scratches sync.Pool

func newScratch(passages int) *scratch {
	s, ok := scratches.Get().(*scratch)
	if !ok || len(s.sums) != passages {
		return &scratch{sums: make([]float64, passages), hasContent: make([]bool, passages), satisfied: make([]uint16, passages)}
	}
	clear(s.sums)
	clear(s.hasContent)
	clear(s.satisfied)
	return s
}

// release hands the lists to the next query; this one must not use them any
// more.
func (s *scratch) release() { scratches.Put(s) }
