package search

import (
	"context"
	"fmt"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// Request is a query with the filters that are set beside it.
type Request struct {
	Query    string
	From, To string   // YYYY-MM-DD, inclusive, of the summit's date
	Summits  []string // organisations, whole names; none: all
	Places   []string // countries and organisations that the passage names; likewise the others
	Persons  []string
	Topics   []string
	Kinds    []string               // of a figure in the passage
	Speeches []string               // of a figure in the passage
	Document string                 // only this document, with all its hits
	Sort     string                 // "": best first; "date": newest summit first; "-date": oldest first
	Literal  bool                   // names stand for themselves, not for other names of the same thing
	Facets   bool                   // count the hits by what they can be narrowed to
	Early    int                    // groups to tell Found
	Found    func(*Answer)          // told the first groups before all else is marked and counted; may be nil, and is not called without hits
	Explain  bool                   // tell the parts of each score
	Offset   int                    // groups to leave out
	Limit    int                    // groups wanted; 0: 20
	Language string                 // of the names in facets: zh en ru kk
	Progress func(library.Progress) // of reading figures, should they be asked for first; may be nil
}

// Answer holds the hits grouped by document, best first.
type Answer struct {
	Query     Query
	Expanded  []Expansion
	Documents int // with at least one hit
	Passages  int // hits in all
	Groups    []Group
	Facets    HitFacets
	Relaxed   []Relaxed // when there are no hits: what would have some
	Excluding bool      // nothing is asked for but to leave out
	Excluded  int       // passages left out then
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
	Parts   []Part // of the score, when they are asked for
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
	for {
		a := &Answer{Query: q}
		list := r.expander(s).expand(q.Clauses)
		if len(list) == 0 && !r.filtered(q) {
			return a, nil
		}
		if err := a.find(ctx, s, r, list); err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		if a.Passages > 0 || !q.dropUnclosedQuote() { // what was to be quoted is not told: then its words
			return a, nil
		}
	}
}

func (r Request) expander(s *library.Snapshot) expander {
	if r.Literal {
		return expander{nil, s}
	}
	return expander{corpus.Names(), s}
}

func (a *Answer) find(ctx context.Context, s *library.Snapshot, r Request, list []expanded) error {
	f := newFinder(s, r.Progress)
	f.guesses = !r.Literal
	found, err := match(ctx, f, list)
	if err != nil {
		return err
	}
	defer found.release()
	a.Expanded = expansions(list)
	sets, err := f.filterSets(ctx, r, a.Query)
	if err != nil {
		return err
	}
	all := found.hits
	found.hits = sets.allBut(filterGroups, all)
	a.countExcluded(s, r, found.hits.GetCardinality())
	if found.hits.IsEmpty() {
		a.Relaxed, err = sets.relaxed(ctx, r, all, list)
	} else {
		err = a.fill(ctx, s, r, found, newHighlighter(list, a.Query, s))
	}
	if err == nil && r.Facets {
		a.Facets, err = sets.counts(ctx, all, r)
	}
	return err
}

// fill groups the hits and marks them in their texts. The groups wanted early
// are marked first, and handed to Found before the others.
func (a *Answer) fill(ctx context.Context, s *library.Snapshot, r Request, found *matches, h *highlighter) error {
	a.group(found, r)
	first := 0
	if r.Found != nil {
		first = min(max(r.Early, 0), len(a.Groups))
	}
	show(ctx, a.Groups[:first], h, s)
	if first > 0 {
		early := *a
		early.Groups = a.Groups[:first]
		r.Found(&early)
	}
	show(ctx, a.Groups[first:], h, s)
	if r.Explain {
		return a.explain(found)
	}
	return nil
}

// show marks the hits in the texts of groups.
func show(ctx context.Context, groups []Group, h *highlighter, s *library.Snapshot) {
	for g := range groups {
		group := &groups[g]
		for i := range group.Hits {
			hit := &group.Hits[i]
			figures := figuresIn(ctx, s, group.Document, hit.Ordinal)
			hit.Runs = h.snippet(group.Document.Passages[hit.Ordinal].Text, figures)
		}
	}
}
