package search

import (
	"cmp"

	"fenghui/wasm/index"
	"fenghui/wasm/library"
	"fenghui/wasm/stable"
	"fenghui/wasm/text"
)

// mostNear is how many of the best passages are looked at for how close
// together they have what is asked for.
const mostNear = 200

// nearness tells, of passages with all the clauses, how close together they
// stand: 1 side by side, less and less the farther apart. Of a single clause
// that may stand there in pieces, those that have it whole come first.
func nearness(s *library.Snapshot, list []expanded, m *matches) map[uint32]float64 {
	var clauses []expanded
	for _, w := range list {
		if positive(w) {
			clauses = append(clauses, w)
		}
	}
	if len(clauses) == 0 || len(clauses) == 1 && !clauses[0].inPieces(s) {
		return nil
	}
	first := topN[hit]{most: mostNear, order: better}
	for numbers := m.hits.Iterator(); numbers.HasNext(); {
		if number := numbers.Next(); int(m.satisfied[number]) == len(clauses) {
			first.add(hit{number, m.score(number)})
		}
	}
	near := map[uint32]float64{}
	for _, h := range first.sorted() {
		if span, ok := narrowest(text.Fold(s.Passage(uint64(h.number)).Text()), clauses); ok {
			near[h.number] = nearBy / (nearBy + float64(span))
		}
	}
	return near
}

// inPieces reports whether the clause is also met by its words apart, anywhere
// in the passage.
func (w *expanded) inPieces(cutter index.Cutter) bool {
	return w.any == nil && !w.Phrase && !w.whole() && !w.sentence && len(index.Tokens(index.FieldWords, w.folded, cutter)) > 1
}

// nearBy is how many bytes in between halve the nearness: a short sentence.
const nearBy = 90

// spot is where a clause stands.
type spot struct {
	text.Span
	clause int
}

// narrowest is how many bytes beside them the closest occurrences of all
// clauses have in between; not ok when one does not stand there literally.
func narrowest(folded string, clauses []expanded) (between int, ok bool) {
	var all []spot
	for n := range clauses {
		for _, w := range leaves(clauses[n : n+1]) {
			places := occurrences(folded, w.folded)
			for _, name := range w.found {
				places = append(places, namesIn(folded, name)...)
			}
			for _, at := range places {
				all = append(all, spot{at, n})
			}
		}
	}
	all = stable.Sorted(all, func(a, b *spot) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	latest := make([]text.Span, len(clauses)) // of each clause; empty: not yet
	for _, f := range all {
		latest[f.clause] = f.Span
		if span, whole := gapWithin(latest); whole && (!ok || span < between) {
			between, ok = span, true
		}
	}
	return between, ok
}

// gapWithin is how many bytes lie between spans, from the first to the last; not
// whole when one is missing.
func gapWithin(spans []text.Span) (between int, whole bool) {
	start, end, covered := spans[0].Start, 0, 0
	for _, s := range spans {
		if s.End == 0 {
			return 0, false
		}
		start, end, covered = min(start, s.Start), max(end, s.End), covered+s.End-s.Start
	}
	return max(end-start-covered, 0), true
}
