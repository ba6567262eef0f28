package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
	"fenghui/wasm/stable"
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

	// Among is how many passages, from the first of the library on, names and
	// figures were counted in; 0: in all. An answer reads only as many as it can
	// without delay; the next one need not read these again.
	Among int
}

const (
	mostCounts = 24   // values of a facet
	mostMonths = 18   // beyond, years are counted
	mostRead   = 300  // passages that are read for names or figures by one answer
	mostAmong  = 5000 // passages whose names or figures are counted by one answer
)

// counts are the facets of the hits.
func (s *filterSets) counts(ctx context.Context, hits *roaring.Bitmap, r Request) (f HitFacets, err error) {
	c := &counter{filterSets: s, budget: mostRead}
	f.Dates = byMonth(s.finder.snapshot, s.allBut(onDate, hits))
	f.Summits = countBy(s.finder.snapshot, s.allBut(onSummit, hits), func(d *library.Document) string { return d.Summit.Organisation }, r.Summits...)
	for i := range f.Summits {
		if t, ok := corpus.Names().LookupKind(f.Summits[i].Value, "organisation", "format"); ok {
			f.Summits[i].Label = t.In(r.Language)
		}
	}
	q := s.query
	for _, names := range []struct {
		list         *[]Count
		except       filterGroup
		kinds, asked []string
	}{{&f.Places, onPlace, placeKinds, q.Places}, {&f.Persons, onPerson, personKinds, q.Persons}, {&f.Topics, onTopic, topicKinds, q.Topics}} {
		counts, err := c.names(ctx, hits, names.except)
		if err != nil {
			return f, err
		}
		*names.list = ofKinds(counts, names.kinds, names.asked, r.Language)
	}
	if f.Kinds, f.Speeches, err = c.figures(ctx, hits); err != nil {
		return f, err
	}
	f.Among = c.among
	return f, nil
}

// eachDocument visits the documents of passages, with their own.
func eachDocument(s *library.Snapshot, passages *roaring.Bitmap, visit func(d *library.Document, own []uint32) bool) {
	numbers := passages.ToArray()
	for len(numbers) > 0 {
		d := s.Passage(uint64(numbers[0])).Document
		n := 1
		for n < len(numbers) && s.Passage(uint64(numbers[n])).Document == d {
			n++
		}
		if !visit(d, numbers[:n]) {
			return
		}
		numbers = numbers[n:]
	}
}

// countBy counts passages by something that a document is one of.
func countBy(s *library.Snapshot, hits *roaring.Bitmap, value func(*library.Document) string, asked ...string) []Count {
	counts := map[string]int{}
	last, of := "", 0 // neighbours mostly have the same value
	eachDocument(s, hits, func(d *library.Document, own []uint32) bool {
		v := value(d)
		if v != last {
			counts[last] += of
			last, of = v, 0
		}
		of += len(own)
		return true
	})
	counts[last] += of
	return counted(counts, asked...)
}

// Ranked lists counts, the most frequent values first; "" is no value.
func Ranked(counts map[string]int) []Count {
	list := make([]Count, 0, len(counts))
	for value, count := range counts {
		if value != "" {
			list = append(list, Count{Value: value, Count: count})
		}
	}
	return stable.Sorted(list, func(a, b *Count) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Value, b.Value)) })
}

// counted lists the most frequent values, and those that are asked for.
func counted(counts map[string]int, asked ...string) []Count {
	list := Ranked(counts)
	few := list[:min(len(list), mostCounts)]
	for _, c := range list[len(few):] {
		if slices.Contains(asked, c.Value) {
			few = append(few, c)
		}
	}
	return few
}

func byMonth(s *library.Snapshot, hits *roaring.Bitmap) []Count {
	for _, length := range []int{len("2006-01"), len("2006")} {
		list := countBy(s, hits, func(d *library.Document) string { return d.Summit.Date[:min(length, len(d.Summit.Date))] })
		if len(list) <= mostMonths || length == len("2006") {
			return stable.Sorted(list, func(a, b *Count) int { return strings.Compare(b.Value, a.Value) })
		}
	}
	return nil
}

// counter counts what passages name and tell. What no filter sets apart is
// counted once for all facets.
type counter struct {
	*filterSets
	budget int // passages that may still be read
	among  int
	plain  map[*corpus.Term]int // of the passages that pass all filters
}

// stop notes that the rest of the passages is not read.
func (c *counter) stop(counted int) {
	if c.among == 0 || counted < c.among {
		c.among = counted
	}
}

// names counts the terms of passages, without the filters of one group.
func (c *counter) names(ctx context.Context, hits *roaring.Bitmap, except filterGroup) (counts map[*corpus.Term]int, err error) {
	isPlain := c.passing[except] == nil
	if isPlain && c.plain != nil {
		return c.plain, nil
	}
	counts = map[*corpus.Term]int{}
	done := 0
	eachDocument(c.finder.snapshot, c.allBut(except, hits), func(d *library.Document, own []uint32) bool {
		if err = pace.Yield(ctx); err != nil {
			return false
		}
		for _, number := range own {
			ordinal := c.finder.snapshot.Passage(uint64(number)).Ordinal
			known := d.Mentioned(ordinal)
			if done == mostAmong || !known && c.budget == 0 {
				c.stop(done)
				return false
			}
			if !known {
				c.budget--
			}
			for _, t := range termsOf(d, ordinal) {
				counts[t]++
			}
			done++
		}
		return true
	})
	if isPlain {
		c.plain = counts
	}
	return counts, err
}

// ofKinds are the counts of names of some kinds.
func ofKinds(counts map[*corpus.Term]int, kinds, asked []string, language string) []Count {
	named, terms := map[string]int{}, map[string]*corpus.Term{}
	for t, n := range counts {
		if slices.Contains(kinds, t.Kind) {
			named[t.Name()] += n
			terms[t.Name()] = t
		}
	}
	asked = slices.Clone(asked)
	for i := range asked {
		if t, ok := corpus.Names().LookupKind(asked[i], kinds...); ok {
			asked[i] = t.Name()
		}
	}
	list := counted(named, asked...)
	for i := range list {
		if t := terms[list[i].Value]; t != nil {
			list[i].Label = t.In(language)
		}
	}
	return list
}
