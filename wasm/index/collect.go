package index

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fenghui/wasm/pace"
	"fenghui/wasm/text"
)

// collector gathers the postings of one field, passage after passage. It keeps
// 8 bytes for each term of each passage and 8 more while they are sorted; a
// slice or a map for each term would take several times that.
type collector struct {
	numbers  map[string]uint32 // term -> its number, in order of first sight
	terms    []string
	last     []uint32 // number -> 1 + place of its newest posting
	postings []posting
	ends     []uint32 // passage -> end of its postings
	lengths  []uint32 // passage -> number of its tokens
}

type posting struct {
	term      uint32
	frequency uint32
}

func newCollector(entries int) *collector {
	return &collector{
		numbers: make(map[string]uint32),
		ends:    make([]uint32, 0, entries),
		lengths: make([]uint32, 0, entries),
	}
}

// add takes the next passage, cut into spans.
func (c *collector) add(folded string, spans []text.Span) {
	start := uint32(len(c.postings))
	for _, s := range spans {
		n := c.number(s.Of(folded))
		if at := c.last[n]; at > start {
			c.postings[at-1].frequency++
			continue
		}
		c.postings = append(c.postings, posting{n, 1})
		c.last[n] = uint32(len(c.postings))
	}
	c.ends = append(c.ends, uint32(len(c.postings)))
	c.lengths = append(c.lengths, uint32(len(spans)))
}

func (c *collector) number(term string) uint32 {
	n, ok := c.numbers[term]
	if !ok {
		n = uint32(len(c.terms))
		term = strings.Clone(term) // else the map keeps the whole text alive
		c.numbers[term] = n
		c.terms = append(c.terms, term)
		c.last = append(c.last, 0)
	}
	return n
}

// inverted is a collector turned round: the terms in order, and for each the
// passages it occurs in with its frequency there.
type inverted struct {
	terms       []string
	starts      []uint32 // term i has docs[starts[i]:starts[i+1]]
	docs        []uint32
	frequencies []uint32
}

// invert sorts by counting. The collector is of no use afterwards.
func (c *collector) invert(ctx context.Context) (*inverted, error) {
	c.numbers, c.last = nil, nil
	order := make([]uint32, len(c.terms))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(c.terms[a], c.terms[b]) })
	v := &inverted{
		terms:       make([]string, len(order)),
		docs:        make([]uint32, len(c.postings)),
		frequencies: make([]uint32, len(c.postings)),
	}
	rank := make([]uint32, len(order))
	for r, n := range order {
		v.terms[r], rank[n] = c.terms[n], uint32(r)
	}
	v.starts = c.count(rank)
	return v, c.place(ctx, v, rank)
}

// count returns where the postings of each term begin.
func (c *collector) count(rank []uint32) []uint32 {
	starts := make([]uint32, len(rank)+1)
	for _, p := range c.postings {
		starts[rank[p.term]+1]++
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	return starts
}

func (c *collector) place(ctx context.Context, v *inverted, rank []uint32) error {
	next := slices.Clone(v.starts)
	begin := uint32(0)
	for doc, end := range c.ends {
		if err := pace.Yield(ctx); err != nil {
			return err
		}
		for _, p := range c.postings[begin:end] {
			at := next[rank[p.term]]
			v.docs[at], v.frequencies[at] = uint32(doc), p.frequency
			next[rank[p.term]]++
		}
		begin = end
	}
	return nil
}

// term returns the postings of the term with number i.
func (v *inverted) term(i int) (docs, frequencies []uint32) {
	from, to := v.starts[i], v.starts[i+1]
	return v.docs[from:to], v.frequencies[from:to]
}
