// Package mentions knows which terms of the glossary passages name. Finding names
// in a text takes longer than searching it, so they are looked for when they are
// first asked for, and then remembered; a pack brings them along, found already.
//
//	m := mentions.New(d.Passages)
//	terms := m.Terms(0)
package mentions

import (
	"sync"

	"fenghui/corpus"
)

// Mentions are those of the passages of a document. Several goroutines may ask.
type Mentions struct {
	passages []corpus.Passage
	packed   *Packed // nil: to be found in the text
	first    int     // passage of the pack

	mu    sync.Mutex
	found [][]*corpus.Term // by passage; nil: not looked for yet
}

// New are the mentions of passages, to be found in their texts.
func New(passages []corpus.Passage) *Mentions { return &Mentions{passages: passages} }

// Terms are the terms of the glossary that a passage names, each once, in the
// order of the text. The slice is not to be changed.
func (m *Mentions) Terms(passage int) []*corpus.Term {
	if terms, ok := m.inPack(passage); ok {
		return terms
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.found == nil {
		m.found = make([][]*corpus.Term, len(m.passages))
	}
	if m.found[passage] == nil {
		m.found[passage] = find(m.passages[passage].Text)
	}
	return m.found[passage]
}

// Known reports whether Terms has its answer at hand.
func (m *Mentions) Known(passage int) bool {
	if _, ok := m.inPack(passage); ok {
		return true
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.found != nil && m.found[passage] != nil
}

func (m *Mentions) inPack(passage int) (terms []*corpus.Term, ok bool) {
	if m.packed == nil {
		return nil, false
	}
	return m.packed.of(m.first + passage)
}

// find returns the terms that a text names; never nil, even if there are none.
func find(text string) []*corpus.Term {
	terms := []*corpus.Term{}
	seen := map[*corpus.Term]bool{}
	for _, m := range corpus.Names().Find(text) {
		if !seen[m.Term] {
			seen[m.Term] = true
			terms = append(terms, m.Term)
		}
	}
	return terms
}
