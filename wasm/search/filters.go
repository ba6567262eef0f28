package search

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// filterGroup is a filter, or several that have one facet. What it lets pass is said
// by documentTest, or by passing where it looks at single passages.
type filterGroup int

const (
	onDate filterGroup = iota
	onSummit
	onFigures
	onPlace
	onPerson
	onTopic
	onExcluded // what is left out, by whatever filter: never left aside, for no facet and no relaxed query
	filterGroups
)

// filterGroupNames are what answers call the groups that a query may be without:
// search.relaxed.NAME in web/lang.
var filterGroupNames = [onExcluded]string{
	onDate: "date", onSummit: "summit", onFigures: "figures", onPlace: "country", onPerson: "person", onTopic: "topic",
}

// filterSets are the passages that pass each of the filters; nil: all of them.
type filterSets struct {
	finder  finder
	query   Query
	passing [filterGroups]*roaring.Bitmap
}

// filterSets works out what the filters of a query let pass.
func (f finder) filterSets(ctx context.Context, r Request, q Query) (*filterSets, error) {
	s := &filterSets{finder: f, query: q}
	for group := range onExcluded {
		passing, err := f.passing(ctx, group, r, q)
		if err != nil {
			return nil, err
		}
		s.passing[group] = passing
	}
	for _, w := range q.Without {
		if err := s.exclude(ctx, w); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// documentTest is what the filters of a group ask of a document, those in the
// query and those beside it; nil when there are none.
func (r Request) documentTest(group filterGroup, q Query) func(*library.Document) bool {
	switch {
	case group == onDate && (r.Document != "" || q.From != "" || q.To != ""):
		return func(d *library.Document) bool { return r.inDocument(d) && inPeriod(q, d) }
	case group == onSummit && len(q.Summits)+len(r.Summits) > 0:
		names := summitNames(q)
		return func(d *library.Document) bool { return r.ofSummit(d) && (len(names) == 0 || named(names, d)) }
	}
	return nil
}

// passing are the passages that pass the filters of a group; nil when there are
// none.
func (f finder) passing(ctx context.Context, group filterGroup, r Request, q Query) (*roaring.Bitmap, error) {
	if test := r.documentTest(group, q); test != nil {
		return ofDocuments(f.snapshot, test), nil
	}
	switch group {
	case onFigures:
		if test := q.figureFilter(); test != nil {
			return f.withFigures(ctx, test)
		}
	case onPlace:
		return f.naming(ctx, q.Places, placeKinds)
	case onPerson:
		return f.naming(ctx, q.Persons, personKinds)
	case onTopic:
		return f.naming(ctx, q.Topics, topicKinds)
	}
	return nil, nil
}

// exclude takes away what passes a filter that is excluded.
func (s *filterSets) exclude(ctx context.Context, w Query) error {
	for group := range onExcluded {
		passing, err := s.finder.passing(ctx, group, Request{}, w)
		if err != nil {
			return err
		}
		if passing != nil {
			return s.without(passing)
		}
	}
	return nil
}

func (s *filterSets) without(excluded *roaring.Bitmap) (err error) {
	if s.passing[onExcluded] == nil {
		s.passing[onExcluded], err = s.finder.everyPassage()
	}
	if err == nil {
		s.passing[onExcluded].AndNot(excluded)
	}
	return err
}

// allBut are those of the hits that pass all filters but those of one group; of
// all filters, when that is none of them.
func (s *filterSets) allBut(except filterGroup, hits *roaring.Bitmap) *roaring.Bitmap {
	left := hits.Clone()
	for group, passing := range s.passing {
		if filterGroup(group) != except && passing != nil {
			left.And(passing)
		}
	}
	return left
}

// countExcluded notes that a query asks for nothing but to leave out, and how many
// passages that leaves out.
func (a *Answer) countExcluded(s *library.Snapshot, r Request, left uint64) {
	asked := Parse(r.Query)
	if len(asked.filters()) > 0 || slices.ContainsFunc(asked.Clauses, func(c Clause) bool { return c.Occur != MustNot }) ||
		len(asked.Clauses)+len(asked.Without) == 0 {
		return
	}
	all := ofDocuments(s, func(d *library.Document) bool { return r.inDocument(d) && r.ofSummit(d) && inPeriod(a.Query, d) })
	a.Excluding, a.Excluded = true, int(all.GetCardinality()-left)
}

// merge lets dates set beside the query narrow those within, and adds what else
// is set beside it.
func (r Request) merge(q Query) Query {
	q.Kinds, q.Speeches = with(q.Kinds, r.Kinds), with(q.Speeches, r.Speeches)
	q.Places, q.Persons, q.Topics = with(q.Places, r.Places), with(q.Persons, r.Persons), with(q.Topics, r.Topics)
	if r.From > q.From {
		q.From = r.From
	}
	if r.To != "" && (q.To == "" || r.To < q.To) {
		q.To = r.To
	}
	return q
}

// with adds what is not there yet.
func with(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list[:len(list):len(list)], s)
		}
	}
	return list
}

// filtered reports whether there is a filter at all: by itself it asks for
// everything that passes it.
func (r Request) filtered(q Query) bool {
	return len(q.filters())+len(r.Summits)+len(q.Without) > 0
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
