package search

import (
	"cmp"
	"context"
	"fmt"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// Request is a query with the filters that are set beside it.
type Request struct {
	Query    string
	From, To string                 // YYYY-MM-DD, inclusive, of the summit's date
	Summits  []string               // organisations, whole names; none: all
	Document string                 // only this document, with all its hits
	Offset   int                    // groups to leave out
	Limit    int                    // groups wanted; 0: 20
	Progress func(library.Progress) // of reading figures, should they be asked for first; may be nil
}

// Answer holds the hits grouped by document, best first.
type Answer struct {
	Query      Query
	Expanded   []Expansion
	Documents  int // with at least one hit
	Passages   int // hits in all
	Groups     []Group
	Summits    []Count // hits by organisation, the filter by summit left aside
	Unfiltered int     // passages without the filters, counted when there are none with them
	Excluding  bool    // nothing is asked for but to leave out
	Excluded   int     // passages left out then
}

// Group is the hits of one document.
type Group struct {
	Document *library.Document
	Hits     []Hit // best first
	Total    int
}

// Hit is one passage.
type Hit struct {
	Ordinal int
	Runs    []text.Run
	Score   float64
}

// Count counts hits, or figures, by a value.
type Count struct {
	Value string
	Label string // its name, where it is an id
	Count int
}

const (
	defaultLimit = 20
	hitsShown    = 5 // of one document, unless it is asked for
)

// Run answers a request. It fails only when ctx ends or the index is damaged.
func Run(ctx context.Context, s *library.Snapshot, r Request) (*Answer, error) {
	q := r.merge(Parse(r.Query))
	a := &Answer{Query: q}
	list := expand(q.Clauses, corpus.Names())
	if len(list) == 0 && !r.filtered(q) {
		return a, nil
	}
	f := newFinder(s, r.Progress)
	found, err := match(ctx, f, list)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	a.Expanded = expansions(list)
	inTime := ofDocuments(s, func(d *library.Document) bool { return r.inDocument(d) && inPeriod(q, d) })
	names := summitNames(q)
	ofSummit := ofDocuments(s, func(d *library.Document) bool {
		return r.ofSummit(d) && (len(names) == 0 || named(names, d))
	})
	if err := f.narrow(ctx, q, inTime, ofSummit); err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	a.Summits = found.bySummit(s, inTime)
	all := found.hits.GetCardinality()
	found.hits.And(inTime)
	found.hits.And(ofSummit)
	a.exclusive(s, r, found.hits.GetCardinality())
	if found.hits.IsEmpty() {
		a.Unfiltered = int(all)
		return a, nil
	}
	a.group(s, found, r)
	a.show(ctx, newHighlighter(list, q, s), s)
	return a, nil
}

// group sorts the hits into documents, best first, and keeps the groups asked
// for.
func (a *Answer) group(s *library.Snapshot, found *matches, r Request) {
	byDocument := map[*library.Document]*Group{}
	var groups []*Group
	for _, h := range found.ranked() {
		p := s.Passage(uint64(h.number))
		g := byDocument[p.Document]
		if g == nil {
			g = &Group{Document: p.Document}
			byDocument[p.Document] = g
			groups = append(groups, g)
		}
		if g.Total++; g.Total <= hitsShown || r.Document != "" {
			g.Hits = append(g.Hits, Hit{Ordinal: p.Ordinal, Score: h.score})
		}
		a.Passages++
	}
	a.Documents = len(groups)
	limit := cmp.Or(max(r.Limit, 0), defaultLimit)
	first := min(max(r.Offset, 0), len(groups))
	for _, g := range groups[first:min(first+limit, len(groups))] {
		a.Groups = append(a.Groups, *g)
	}
}

// show marks the hits in the texts of the groups that are shown.
func (a *Answer) show(ctx context.Context, h *highlighter, s *library.Snapshot) {
	for g := range a.Groups {
		group := &a.Groups[g]
		for i := range group.Hits {
			hit := &group.Hits[i]
			figures := figuresIn(ctx, s, group.Document, hit.Ordinal)
			hit.Runs = h.snippet(group.Document.Passages[hit.Ordinal].Text, figures)
		}
	}
}

// bySummit counts hits by organisation.
func (m *matches) bySummit(s *library.Snapshot, among *roaring.Bitmap) []Count {
	counts := map[string]int{}
	for numbers := roaring.And(m.hits, among).Iterator(); numbers.HasNext(); {
		if organisation := s.Passage(uint64(numbers.Next())).Document.Summit.Organisation; organisation != "" {
			counts[organisation]++
		}
	}
	list := make([]Count, 0, len(counts))
	for value, count := range counts {
		list = append(list, Count{Value: value, Count: count})
	}
	sort.Slice(list, func(i, j int) bool {
		return cmp.Or(list[j].Count-list[i].Count, cmp.Compare(list[i].Value, list[j].Value)) < 0
	})
	return list
}
