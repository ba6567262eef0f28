package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/corpus"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
)

// HitFacets count the passages found by a value, each with its own filter left
// aside; most frequent first, but dates in their order.
type HitFacets struct {
	Dates    []Count // months, or years when there are many; newest first
	Summits  []Count // organisations
	Places   []Count // countries and organisations that are named
	Persons  []Count
	Topics   []Count
	Kinds    []Count // of figures
	Speeches []Count // of figures
}

const (
	mostCounts = 24  // values of a facet
	mostMonths = 18  // beyond, years are counted
	mostRead   = 300 // passages that are read for the names and figures in them
)

// counts are the facets of the hits.
func (s *screens) counts(ctx context.Context, hits *roaring.Bitmap, language string) (f HitFacets, err error) {
	library := s.finder.snapshot
	f.Dates = byMonth(library, s.but(onDate, hits))
	f.Summits = ofValues(library, s.but(onSummit, hits), func(p passageOf, add func(string)) { add(p.Document.Summit.Organisation) })
	for _, names := range []struct {
		list  *[]Count
		aside side
		kinds []string
	}{{&f.Places, onPlace, placeKinds}, {&f.Persons, onPerson, personKinds}, {&f.Topics, onTopic, topicKinds}} {
		if *names.list, err = s.byName(ctx, hits, names.aside, names.kinds, language); err != nil {
			return f, err
		}
	}
	if f.Kinds, err = s.byFigure(ctx, hits, (*table.Table).Kind, func(q *Query) { q.Kinds = nil }); err != nil {
		return f, err
	}
	f.Speeches, err = s.byFigure(ctx, hits, (*table.Table).Speech, func(q *Query) { q.Speeches = nil })
	return f, err
}

type passageOf = library.Passage

// ofValues counts passages by the values that they add.
func ofValues(s *library.Snapshot, hits *roaring.Bitmap, values func(passageOf, func(string))) []Count {
	counts := map[string]int{}
	for numbers := hits.Iterator(); numbers.HasNext(); {
		values(s.Passage(uint64(numbers.Next())), func(value string) {
			if value != "" {
				counts[value]++
			}
		})
	}
	list := make([]Count, 0, len(counts))
	for value, count := range counts {
		list = append(list, Count{Value: value, Count: count})
	}
	slices.SortFunc(list, func(a, b Count) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Value, b.Value)) })
	return list[:min(len(list), mostCounts)]
}

func byMonth(s *library.Snapshot, hits *roaring.Bitmap) []Count {
	for _, length := range []int{len("2006-01"), len("2006")} {
		list := ofValues(s, hits, func(p passageOf, add func(string)) {
			add(p.Document.Summit.Date[:min(length, len(p.Document.Summit.Date))])
		})
		if len(list) <= mostMonths || length == len("2006") {
			slices.SortFunc(list, func(a, b Count) int { return strings.Compare(b.Value, a.Value) })
			return list
		}
	}
	return nil
}

// byName counts by the names of some kinds in the passages.
func (s *screens) byName(ctx context.Context, hits *roaring.Bitmap, aside side, kinds []string, language string) ([]Count, error) {
	labels := map[string]string{}
	left, err := first(ctx, s.but(aside, hits))
	list := ofValues(s.finder.snapshot, left, func(p passageOf, add func(string)) {
		for _, t := range p.Document.Mentions(p.Ordinal) {
			if slices.Contains(kinds, t.Kind) {
				labels[t.Name()] = nameIn(t, language)
				add(t.Name())
			}
		}
	})
	for i := range list {
		list[i].Label = labels[list[i].Value]
	}
	return list, err
}

// nameIn is the name of a term in a language, where it has one.
func nameIn(t *corpus.Term, language string) string {
	for _, in := range []struct {
		language string
		names    []string
	}{{"en", t.En}, {"ru", t.Ru}, {"kk", t.Kk}} {
		if in.language == language && len(in.names) > 0 {
			return in.names[0]
		}
	}
	return t.Name()
}

// first of many passages: those that are read.
func first(ctx context.Context, hits *roaring.Bitmap) (*roaring.Bitmap, error) {
	if hits.GetCardinality() > mostRead {
		last, _ := hits.Select(mostRead)
		hits.RemoveRange(uint64(last), 1<<32)
	}
	return hits, pace.Yield(ctx)
}

// byFigure counts by a label of the figures in the passages, without one of the
// filters on figures.
func (s *screens) byFigure(ctx context.Context, hits *roaring.Bitmap, label func(*table.Table, int) table.Label, without func(*Query)) ([]Count, error) {
	left := s.but(onFigures, hits)
	q := s.query
	without(&q)
	if test := q.figureTest(); test != nil {
		passing, err := s.finder.withFigures(ctx, test)
		if err != nil {
			return nil, err
		}
		left.And(passing)
	}
	left, err := first(ctx, left)
	return ofValues(s.finder.snapshot, left, func(p passageOf, add func(string)) {
		t, n := s.finder.snapshot.TableOf(ctx, p.Document)
		seen := map[table.Label]bool{}
		from, end := t.InPassage(n, p.Ordinal)
		for row := from; row < end; row++ {
			if l := label(t, row); !seen[l] && !isTime(t.Label(t.Kind(row))) {
				seen[l] = true
				add(t.Label(l))
			}
		}
	}), err
}
