package library

import (
	"context"
	"sync"

	"fenghui/corpus"
	"fenghui/wasm/pace"
)

// mentions remembers what the passages of a document name: finding names in a
// text takes longer than searching it.
type mentions struct {
	packed *packedMentions // nil: to be found in the text
	first  int             // passage of the pack

	mu       sync.Mutex
	passages [][]*corpus.Term
}

// Mentions are the terms of the glossary that a passage names, each once, in
// the order of the text. They are found when they are first asked for. The
// slice is not to be changed.
func (d *Document) Mentions(passage int) []*corpus.Term {
	if d.mentions.packed != nil {
		if terms, ok := d.mentions.packed.of(d.mentions.first + passage); ok {
			return terms
		}
	}
	d.mentions.mu.Lock()
	defer d.mentions.mu.Unlock()
	if d.mentions.passages == nil {
		d.mentions.passages = make([][]*corpus.Term, len(d.Passages))
	}
	if d.mentions.passages[passage] == nil {
		d.mentions.passages[passage] = named(d.Passages[passage].Text)
	}
	return d.mentions.passages[passage]
}

// Mentioned tells whether it is known what a passage names.
func (d *Document) Mentioned(passage int) bool {
	if d.mentions.packed != nil {
		if _, ok := d.mentions.packed.of(d.mentions.first + passage); ok {
			return true
		}
	}
	d.mentions.mu.Lock()
	defer d.mentions.mu.Unlock()
	return d.mentions.passages != nil && d.mentions.passages[passage] != nil
}

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

func named(s string) []*corpus.Term {
	terms := []*corpus.Term{} // not nil: looked for, though there are none
	seen := map[*corpus.Term]bool{}
	for _, m := range corpus.Names().Find(s) {
		if !seen[m.Term] {
			seen[m.Term] = true
			terms = append(terms, m.Term)
		}
	}
	return terms
}
