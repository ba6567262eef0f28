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

// gathered is a document with its hits, which stand together in the library.
type gathered struct {
	document *library.Document
	hits     []hit
	best     hit
}

// group puts the hits together by document, best first, and keeps the groups
// asked for.
func (a *Answer) group(m *matches, r Request) {
	limit := cmp.Or(max(r.Limit, 0), defaultLimit)
	first := firstOf[gathered]{most: max(r.Offset, 0) + limit, order: r.order()}
	hits := make([]hit, 0, m.hits.GetCardinality())
	m.hits.Iterate(func(number uint32) bool {
		hits = append(hits, hit{number, m.score(number)})
		return true
	})
	a.Passages = len(hits)
	for len(hits) > 0 {
		one := gathered{document: m.snapshot.Passage(uint64(hits[0].number)).Document, best: hits[0]}
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

func (f gathered) group(s *library.Snapshot, r Request) Group {
	g := Group{Document: f.document, Total: len(f.hits)}
	f.hits = stable.Sorted(f.hits, func(a, b *hit) int { return better(*a, *b) })
	if r.Document == "" {
		f.hits = f.hits[:min(len(f.hits), hitsShown)]
	}
	for _, h := range f.hits {
		g.Hits = append(g.Hits, Hit{Ordinal: s.Passage(uint64(h.number)).Ordinal, Score: h.score})
	}
	return g
}

// order of documents: by their best hits, or by date; those without one come
// last, and equals by their best hits.
func (r Request) order() func(a, b gathered) int {
	name, oldest := strings.CutPrefix(r.Sort, "-")
	if name != "date" {
		return func(a, b gathered) int { return better(a.best, b.best) }
	}
	return func(a, b gathered) int {
		x, y := a.document.Summit.Date, b.document.Summit.Date
		if oldest && x != "" && y != "" {
			x, y = y, x
		}
		return cmp.Or(strings.Compare(y, x), better(a.best, b.best))
	}
}

// firstOf keeps the first of many in some order, without sorting them all.
type firstOf[T any] struct {
	most  int
	order func(a, b T) int
	kept  []T
	full  bool // kept begins with the first so far; what comes after the last of these is none
}

func (f *firstOf[T]) add(x T) {
	if f.full && f.order(x, f.kept[f.most-1]) > 0 {
		return
	}
	if f.kept = append(f.kept, x); len(f.kept) >= 2*f.most+64 {
		f.kept, f.full = f.sorted(), f.most > 0
	}
}

func (f *firstOf[T]) sorted() []T {
	f.kept = stable.Sorted(f.kept, func(a, b *T) int { return f.order(*a, *b) })
	return f.kept[:min(len(f.kept), f.most)]
}
