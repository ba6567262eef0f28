package search

import (
	"cmp"
	"strings"

	"fenghui/wasm/library"
	"fenghui/wasm/stable"
)

// hit is a passage with its score.
type hit struct {
	number uint32
	score  float64
}

// better hits come first; equals in the order of the library.
func better(a, b hit) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.number, b.number))
}

// documentHits is a document with its hits, which stand together in the library.
type documentHits struct {
	document *library.Document
	hits     []hit
	best     hit
}

// group collects the hits by document, best first, and keeps the groups that
// were asked for.
func (a *Answer) group(m *matches, r Request) {
	limit := cmp.Or(max(r.Limit, 0), defaultLimit)
	first := topN[documentHits]{most: max(r.Offset, 0) + limit, order: r.order()}
	hits := make([]hit, 0, m.hits.GetCardinality())
	m.hits.Iterate(func(number uint32) bool {
		hits = append(hits, hit{number, m.score(number)})
		return true
	})
	a.Passages = len(hits)
	for len(hits) > 0 {
		one := documentHits{document: m.snapshot.Passage(uint64(hits[0].number)).Document, best: hits[0]}
		n := 1
		for ; n < len(hits) && m.snapshot.Passage(uint64(hits[n].number)).Document == one.document; n++ {
			if better(hits[n], one.best) < 0 {
				one.best = hits[n]
			}
		}
		one.hits, hits = hits[:n], hits[n:]
		a.Documents++
		first.add(one)
	}
	list := first.sorted()
	for _, g := range list[min(max(r.Offset, 0), len(list)):] {
		a.Groups = append(a.Groups, g.group(m.snapshot, r))
	}
}

func (d documentHits) group(s *library.Snapshot, r Request) Group {
	g := Group{Document: d.document, Total: len(d.hits)}
	d.hits = stable.Sorted(d.hits, func(a, b *hit) int { return better(*a, *b) })
	if r.Document == "" {
		d.hits = d.hits[:min(len(d.hits), hitsShown)]
	}
	for _, h := range d.hits {
		g.Hits = append(g.Hits, Hit{Ordinal: s.Passage(uint64(h.number)).Ordinal, Score: h.score})
	}
	return g
}

// order of documents: by their best hits, or by date; those without one come
// last, and equals by their best hits.
func (r Request) order() func(a, b documentHits) int {
	name, oldest := strings.CutPrefix(r.Sort, "-")
	if name != "date" {
		return func(a, b documentHits) int { return better(a.best, b.best) }
	}
	return func(a, b documentHits) int {
		x, y := a.document.Summit.Date, b.document.Summit.Date
		if oldest && x != "" && y != "" {
			x, y = y, x
		}
		return cmp.Or(strings.Compare(y, x), better(a.best, b.best))
	}
}

// topN keeps the first of many in some order, without sorting them all.
type topN[T any] struct {
	most  int
	order func(a, b T) int
	kept  []T
	full  bool // kept begins with the first so far; what comes after the last of these is none
}

func (f *topN[T]) add(x T) {
	if f.full && f.order(x, f.kept[f.most-1]) > 0 {
		return
	}
	if f.kept = append(f.kept, x); len(f.kept) >= 2*f.most+64 {
		f.kept, f.full = f.sorted(), f.most > 0
	}
}

func (f *topN[T]) sorted() []T {
	f.kept = stable.Sorted(f.kept, func(a, b *T) int { return f.order(*a, *b) })
	return f.kept[:min(len(f.kept), f.most)]
}
