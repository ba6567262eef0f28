package search

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"
)

// Relaxed is a query that finds something, where the one asked finds nothing:
// the same without the filters of one kind, or without its quotation marks.
type Relaxed struct {
	Without string // a name of filterGroupNames, "filters" for all of them, or "quotes"
	Query   string
	Count   int // passages
}

// relaxed are the ways to find something after all. Taken one by one, the
// filters that stand in the way; if no single one does, all of them.
func (s *filterSets) relaxed(ctx context.Context, r Request, hits *roaring.Bitmap, list []expanded) (ways []Relaxed, err error) {
	try := func(without string, found *roaring.Bitmap, drop func(*Query)) {
		if n := int(found.GetCardinality()); n > 0 {
			q := Parse(r.Query)
			drop(&q)
			ways = append(ways, Relaxed{without, q.String(), n})
		}
	}
	for group := range onExcluded {
		if len(list) > 0 || s.others(group) {
			try(filterGroupNames[group], s.allBut(group, hits), func(q *Query) { q.drop(group) })
		}
	}
	if len(ways) == 0 && len(list) > 0 {
		try("filters", s.onlyDocument(r, hits), func(q *Query) { *q = Query{Clauses: q.Clauses} })
	}
	unquoted := Parse(r.Query)
	if !unquoted.dropQuotes() || len(ways) > 0 {
		return ways, nil
	}
	again, err := match(ctx, s.finder, r.expander(s.finder.snapshot).expand(unquoted.Clauses))
	if err != nil {
		return nil, err
	}
	defer again.release()
	try("quotes", s.allBut(filterGroups, again.hits), func(q *Query) { q.dropQuotes() })
	return ways, nil
}

// others: without the filters of one group there are filters still.
func (s *filterSets) others(except filterGroup) bool {
	for group, passing := range s.passing {
		if filterGroup(group) != except && passing != nil {
			return true
		}
	}
	return false
}

// onlyDocument are the hits without any filter but the document.
func (s *filterSets) onlyDocument(r Request, hits *roaring.Bitmap) *roaring.Bitmap {
	return roaring.And(hits, ofDocuments(s.finder.snapshot, r.inDocument))
}

// dropQuotes makes words of phrases that are demanded; false when there are none.
func (q *Query) dropQuotes() (changed bool) {
	for i := range q.Clauses {
		if c := &q.Clauses[i]; c.Phrase && c.Occur == Must {
			c.Phrase, c.Occur, changed = false, Should, true
		}
	}
	q.reread()
	return changed
}

// reread takes the clauses as their canonical form says: of what was a phrase,
// each word.
func (q *Query) reread() { q.Clauses = Parse(Query{Clauses: q.Clauses}.String()).Clauses }

// dropUnclosedQuote makes words of a quotation that was begun and never closed,
// which was read up to the end; false when there is none.
func (q *Query) dropUnclosedQuote() bool {
	begun, last := false, len(q.Clauses)-1
	for _, i := range q.Ignored {
		begun = begun || i.Reason == UnbalancedQuote
	}
	if !begun || last < 0 || !q.Clauses[last].Phrase || q.Clauses[last].Occur != Must {
		return false
	}
	q.Clauses = append([]Clause(nil), q.Clauses...) // the first answer keeps its own
	q.Clauses[last].Phrase, q.Clauses[last].Occur = false, Should
	q.reread()
	return true
}
