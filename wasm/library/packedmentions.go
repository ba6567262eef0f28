package library

import (
	"encoding/binary"
	"sync"

	"fenghui/corpus"
)

// packedMentions are what the passages of a pack name, found when it was made. The hash
// of the pack covers the glossary, by the version of the rules. For each passage
// there is
//
//	uvarint  count of its terms
//	uvarint  for each, its number in the glossary
type packedMentions struct {
	data     []byte
	passages int

	once   sync.Once
	starts []uint32 // passage i names terms[starts[i]:starts[i+1]]; nil: damaged
	terms  []*corpus.Term
}

// packMentions is the section of a pack that says what the passages of documents name.
func packMentions(docs []*corpus.Document) (data []byte) {
	numbers := map[*corpus.Term]uint64{}
	terms := corpus.Names().Terms()
	for n := range terms {
		numbers[&terms[n]] = uint64(n)
	}
	for _, d := range docs {
		for _, p := range d.Passages {
			found := named(p.Text)
			data = binary.AppendUvarint(data, uint64(len(found)))
			for _, t := range found {
				data = binary.AppendUvarint(data, numbers[t])
			}
		}
	}
	return data
}

// of a passage of the pack; not ok when that cannot be told.
func (n *packedMentions) of(passage int) (terms []*corpus.Term, ok bool) {
	n.once.Do(n.read)
	if n.starts == nil {
		return nil, false
	}
	from, to := n.starts[passage], n.starts[passage+1]
	return n.terms[from:to:to], true
}

func (n *packedMentions) read() {
	known := corpus.Names().Terms()
	rest, bad := n.data, false
	next := func(below int) int {
		v, size := binary.Uvarint(rest)
		if size <= 0 || v >= uint64(below) {
			bad = true
			return 0
		}
		rest = rest[size:]
		return int(v)
	}
	starts := make([]uint32, 1, n.passages+1)
	for range n.passages {
		for range next(len(known)) {
			n.terms = append(n.terms, &known[next(len(known))])
		}
		starts = append(starts, uint32(len(n.terms)))
		if bad {
			return
		}
	}
	if len(rest) == 0 {
		n.starts = starts
	}
	n.data = nil
}
