package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

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
	if test := q.figureTest(); test != nil {
		told, err := f.withFigures(ctx, test)
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		inTime.And(told)
	}
	a.Summits = found.bySummit(s, inTime)
	all := found.hits.GetCardinality()
	found.hits.And(inTime)
	found.hits.And(ofSummit)
	if found.hits.IsEmpty() {
		a.Unfiltered = int(all)
		return a, nil
	}
	a.group(s, found, r)
	a.show(ctx, newHighlighter(list, q, s), s)
	return a, nil
}

// merge lets dates set beside the query narrow those within.
func (r Request) merge(q Query) Query {
	if r.From > q.From {
		q.From = r.From
	}
	if r.To != "" && (q.To == "" || r.To < q.To) {
		q.To = r.To
	}
	return q
}

// filtered: there is a filter, which by itself asks for all that passes it.
func (r Request) filtered(q Query) bool {
	return q.From != "" || q.To != "" || len(q.Summits) > 0 || len(r.Summits) > 0 || q.figureTest() != nil
}

func (r Request) inDocument(d *library.Document) bool {
	return r.Document == "" || d.ID == r.Document
}

func (r Request) ofSummit(d *library.Document) bool {
	return len(r.Summits) == 0 || slices.Contains(r.Summits, d.Summit.Organisation)
}

// inPeriod: a document without a date is in no period.
func inPeriod(q Query, d *library.Document) bool {
	date := d.Summit.Date
	return (q.From == "" || date >= q.From) && (q.To == "" || date != "" && date <= q.To)
}

// summitNames are the folded names asked for, in every language the glossary
// knows them in. A Chinese one may be part of a name: 上合 is in 上合组织, and
// so asks for 上海合作组织.
func summitNames(q Query) (names []string) {
	for _, asked := range q.Summits {
		folded := text.Fold(asked)
		names = append(append(names, folded), otherNames(asked, folded, corpus.Names())...)
		if first, _ := utf8.DecodeRuneInString(folded); text.IsIdeograph(first) {
			names = append(names, organisersWith(folded)...)
		}
	}
	return names
}

// organisersWith are the full names of the organisations and formats with
// such a string in one of their Chinese names.
func organisersWith(folded string) (names []string) {
	for _, t := range corpus.Names().Terms() {
		if t.Kind != "organisation" && t.Kind != "format" {
			continue
		}
		if slices.ContainsFunc(t.Zh, func(n string) bool { return strings.Contains(text.Fold(n), folded) }) {
			names = append(names, text.Fold(t.Zh[0]))
		}
	}
	return names
}

// named: the summit's name or organisation holds one of the names.
func named(names []string, d *library.Document) bool {
	name := text.Fold(d.Summit.Organisation + "\n" + d.Summit.Event)
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(name, n) })
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
	slices.SortFunc(list, func(a, b Count) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value)) })
	return list
}
