package index

import (
	"sort"

	"github.com/RoaringBitmap/roaring/v2"
	bleve "github.com/blevesearch/bleve_index_api"
)

// Optimize lets bleve's searchers work out conjunctions, and disjunctions
// without scores, on bitmaps. The kinds are bleve's.
func (t *termReader) Optimize(kind string, octx bleve.OptimizableContext) (bleve.OptimizableContext, error) {
	if octx == nil {
		octx = &combination{kind: kind}
	}
	g, ok := octx.(*combination)
	if !ok || g.kind != kind || len(g.readers) > 0 && g.readers[0].r != t.r {
		return nil, nil
	}
	g.readers = append(g.readers, t)
	return g, nil
}

// combination gathers the readers of one conjunction or disjunction.
type combination struct {
	kind    string
	readers []*termReader
}

// Finish returns the reader that takes the place of all, or nil when they are
// to be used as they are.
func (g *combination) Finish() (o bleve.Optimized, err error) {
	defer catch(&err)
	if len(g.readers) < 2 {
		return nil, nil
	}
	switch g.kind {
	case "conjunction": // scores are wanted: each reader stays, none returns what others have not
		for i := range g.readers[0].parts {
			g.narrow(i)
		}
		return nil, nil
	case "conjunction:unadorned":
		return g.one(g.and), nil
	case "disjunction:unadorned":
		return g.one(g.or), nil
	}
	return nil, nil
}

func (g *combination) narrow(segment int) {
	docs := g.and(segment)
	for _, t := range g.readers {
		if p := &t.parts[segment]; docs == nil {
			p.docs = nil
		} else {
			p.show(docs)
		}
	}
}

// one makes a reader without frequencies and norms.
func (g *combination) one(docs func(segment int) *roaring.Bitmap) *termReader {
	r := g.readers[0].r
	t := &termReader{r: r, parts: make([]part, len(r.segments))}
	for i := range t.parts {
		if b := docs(i); b != nil {
			t.parts[i].show(b)
			t.count += b.GetCardinality()
		}
	}
	return t
}

// and returns the passages all readers have in a segment; nil: there are none.
func (g *combination) and(segment int) *roaring.Bitmap {
	docs := g.bitmaps(segment)
	if len(docs) < len(g.readers) {
		return nil
	}
	return intersect(docs)
}

func (g *combination) or(segment int) *roaring.Bitmap {
	docs := g.bitmaps(segment)
	if len(docs) == 0 {
		return nil
	}
	return roaring.FastOr(docs...)
}

func (g *combination) bitmaps(segment int) []*roaring.Bitmap {
	var docs []*roaring.Bitmap
	for _, t := range g.readers {
		if b := t.parts[segment].docs; b != nil {
			docs = append(docs, b)
		}
	}
	return docs
}

// intersect begins with the smallest; there must be one. It may return one of
// the bitmaps given.
func intersect(docs []*roaring.Bitmap) *roaring.Bitmap {
	sort.SliceStable(docs, func(i, j int) bool { return docs[i].GetCardinality() < docs[j].GetCardinality() })
	if len(docs) == 1 {
		return docs[0]
	}
	out := roaring.And(docs[0], docs[1])
	for _, b := range docs[2:] {
		out.And(b)
	}
	return out
}
