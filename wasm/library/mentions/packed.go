package mentions

import (
	"encoding/binary"
	"sync"

	"fenghui/corpus"
)

// Packed are the mentions of all passages of a pack, found when it was made. The
// hash of the pack covers the glossary, by the version of the rules. For each
// passage there is
//
//	uvarint  count of its terms
//	uvarint  for each, its number in the glossary
type Packed struct {
	data     []byte
	passages int

	once   sync.Once
	starts []uint32 // passage i names terms[starts[i]:starts[i+1]]; nil: damaged
	terms  []*corpus.Term
}

// Encode gives the section of a pack that says what the passages of documents name.
func Encode(docs []*corpus.Document) (data []byte) {
	numbers := map[*corpus.Term]uint64{}
	terms := corpus.Names().Terms()
	for n := range terms {
		numbers[&terms[n]] = uint64(n)
	}
	for _, d := range docs {
		for _, p := range d.Passages {
			found := find(p.Text)
			data = binary.AppendUvarint(data, uint64(len(found)))
			for _, t := range found {
				data = binary.AppendUvarint(data, numbers[t])
			}
		}
	}
	return data
}

// Open reads such a section, when it is first asked, of a pack with so many
// passages. From a damaged one nothing is taken.
func Open(data []byte, passages int) *Packed { return &Packed{data: data, passages: passages} }

// Document are the mentions of the passages that stand from first on in the pack.
func (p *Packed) Document(first int, passages []corpus.Passage) *Mentions {
	return &Mentions{passages: passages, packed: p, first: first}
}

// of a passage of the pack; not ok when that cannot be told.
func (p *Packed) of(passage int) (terms []*corpus.Term, ok bool) {
	p.once.Do(p.read)
	if p.starts == nil {
		return nil, false
	}
	from, to := p.starts[passage], p.starts[passage+1]
	return p.terms[from:to:to], true
}

func (p *Packed) read() {
	known := corpus.Names().Terms()
	rest, bad := p.data, false
	next := func(below int) int {
		v, size := binary.Uvarint(rest)
		if size <= 0 || v >= uint64(below) {
			bad = true
			return 0
		}
		rest = rest[size:]
		return int(v)
	}
	starts := make([]uint32, 1, p.passages+1)
	for range p.passages {
		for range next(len(known)) {
			p.terms = append(p.terms, &known[next(len(known))])
		}
		starts = append(starts, uint32(len(p.terms)))
		if bad {
			return
		}
	}
	if len(rest) == 0 {
		p.starts = starts
	}
	p.data = nil
}
