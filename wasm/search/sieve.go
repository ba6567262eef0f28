package search

import (
	"context"
	"slices"

	"fenghui/wasm/figure/table"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
)

// sieve goes through all figures once. A figure that passes all filters is
// found, and counts for all facets; one that fails a single filter counts for
// that filter's facet.
type sieve struct {
	request   *FiguresRequest
	words     *wordTest
	test      *figureTest
	documents []sieved // in the order of the library, newest summit first
	counts    [facets]map[string]int
	found     []chosen
	groups    []FigureGroup // when sorted by value
	all       int
}

// facet is a filter that has its figures counted by value.
type facet int

const (
	byKind facet = iota
	byMeasure
	byParty
	byStatus
	byBound
	byUnit
	bySpeech
	bySummit
	facets
)

// sieved is a document with its place in a table.
type sieved struct {
	*library.Document
	table  *prepared
	number int // in the table
	first  int // number of its first passage in the index
}

// chosen is a figure that passes.
type chosen struct {
	document, row int32
	rank          int32 // place in the order asked for, from 1, where that is wanted
	key           sortKey
}

// prepared is a table with what the filters say of its labels, which is worked
// out once and not for each figure.
type prepared struct {
	*table.Table
	allow   [facets][]bool // by label; by set of parties
	told    []bool         // by phrase, indicators that are asked for; nil: all
	hidden  []bool         // kinds that are mere times, when they are not asked for
	passes  func(row int) bool
	counted [facets][]int // by label; by set
}

func newSieve(s *library.Snapshot, tables []library.Table, r *FiguresRequest, test *figureTest, words *wordTest) *sieve {
	w := &sieve{request: r, words: words, test: test}
	for f := range w.counts {
		w.counts[f] = map[string]int{}
	}
	places := make(map[*library.Document]sieved, len(s.Documents))
	for _, t := range tables {
		p := w.prepare(t.Table)
		for n, d := range t.Documents {
			places[d] = sieved{d, p, n, t.First[n]}
		}
	}
	for _, d := range s.Documents {
		w.documents = append(w.documents, places[d])
	}
	return w
}

func (w *sieve) prepare(t *table.Table) *prepared {
	r := w.request
	p := &prepared{Table: t, passes: w.test.on(t), hidden: make([]bool, t.Labels())}
	for f, names := range map[facet][]string{
		byKind: r.Kinds, byMeasure: r.Measures, byStatus: r.Statuses, byBound: r.Bounds, byUnit: r.Units, bySpeech: r.Speeches,
	} {
		p.allow[f], p.counted[f] = allowed(t, names), make([]int, t.Labels())
	}
	p.allow[byParty], p.counted[byParty] = make([]bool, t.Sets()), make([]int, t.Sets())
	for set := range p.allow[byParty] {
		p.allow[byParty][set] = len(r.Parties) == 0 || slices.ContainsFunc(t.Members(table.Set(set)), func(m string) bool { return slices.Contains(r.Parties, m) })
	}
	if len(r.Indicators) > 0 {
		p.told = make([]bool, t.Phrases())
	}
	for n := range p.told {
		p.told[n] = slices.Contains(r.Indicators, t.Phrase(table.Phrase(n)))
	}
	for l := range p.hidden {
		name := t.Label(table.Label(l))
		p.hidden[l] = isTime(name) && !r.Times && !slices.Contains(r.Kinds, name)
	}
	return p
}

func (w *sieve) run(ctx context.Context) error {
	for n := range w.documents {
		d := &w.documents[n]
		first, end := d.table.Rows(d.number)
		w.all += end - first
		if w.request.Document != "" && d.ID != w.request.Document {
			continue
		}
		if err := pace.Yield(ctx); err != nil {
			return err
		}
		w.document(n, first, end)
	}
	return nil
}

// document goes through the figures of one.
func (w *sieve) document(n, first, end int) {
	d := &w.documents[n]
	t := d.table
	organisation := d.Summit.Organisation
	ofSummit := len(w.request.Summits) == 0 || slices.Contains(w.request.Summits, organisation)
	counted := 0
	for row := first; row < end; row++ {
		if t.hidden[t.Kind(row)] || w.request.Doubtful && t.Flags(row) == 0 || t.told != nil && !t.told[t.Indicator(row)] || !t.passes(row) {
			continue
		}
		values := t.values(row)
		failed, failures := facet(-1), 0
		for f := range bySummit {
			if !t.allow[f][values[f]] {
				failed, failures = f, failures+1
			}
		}
		if !ofSummit {
			failed, failures = bySummit, failures+1
		}
		if failures > 1 || !w.words.holds(d, row) {
			continue
		}
		if failures == 0 {
			w.found = append(w.found, chosen{document: int32(n), row: int32(row)})
		}
		for f := range bySummit {
			if failures == 0 || failed == f {
				t.counted[f][values[f]]++
			}
		}
		if failures == 0 || failed == bySummit {
			counted++
		}
	}
	if counted > 0 && organisation != "" {
		w.counts[bySummit][organisation] += counted
	}
}

// values of a figure by facet, as numbers in its table.
func (p *prepared) values(row int) [bySummit]int {
	return [bySummit]int{
		byKind: int(p.Kind(row)), byMeasure: int(p.Measure(row)), byParty: int(p.Parties(row)),
		byStatus: int(p.Status(row)), byBound: int(p.Bound(row)), byUnit: int(p.Unit(row)),
		bySpeech: int(p.Speech(row)),
	}
}
