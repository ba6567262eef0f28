package figurelist

import (
	"context"
	"slices"

	"fenghui/wasm/figure/filter"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
)

// scan goes through all figures once. A figure that passes all filters is
// found, and counts for all facets; one that fails a single filter counts for
// that filter's facet.
type scan struct {
	request   *Request
	words     *wordTest
	test      *filter.Filter
	documents []entry // in the order of the library, newest summit first
	counts    [facets]map[string]int
	found     []match
	groups    []Group // when sorted by value
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

	none facet = -1
)

// entry is a document with its place in a table.
type entry struct {
	*library.Document
	table  *preparedTable
	number int // in the table
	first  int // number of its first passage in the index
}

// match is a figure that passes.
type match struct {
	document, row int32
	rank          int32 // place in the order asked for, from 1, where that is wanted
	key           sortKey
}

// preparedTable is a table with what the filters say of its labels, which is worked
// out once and not for each figure.
type preparedTable struct {
	*table.Table
	allow   [facets][]bool // by label; by set of parties
	asked   []bool         // by phrase, indicators that are asked for; nil: all
	hidden  []bool         // kinds that are mere times, when they are not asked for
	passes  func(row int) bool
	counted [facets][]int // by label; by set
}

func newScan(s *library.Snapshot, tables []library.Table, r *Request, test *filter.Filter, words *wordTest) *scan {
	sc := &scan{request: r, words: words, test: test}
	for f := range sc.counts {
		sc.counts[f] = map[string]int{}
	}
	places := make(map[*library.Document]entry, len(s.Documents))
	for _, t := range tables {
		p := sc.prepare(t.Table)
		for n, d := range t.Documents {
			places[d] = entry{d, p, n, t.First[n]}
		}
	}
	for _, d := range s.Documents {
		sc.documents = append(sc.documents, places[d])
	}
	return sc
}

func (sc *scan) prepare(t *table.Table) *preparedTable {
	r := sc.request
	p := &preparedTable{Table: t, passes: sc.test.On(t), hidden: make([]bool, t.Labels())}
	for f, names := range map[facet][]string{
		byKind: r.Kinds, byMeasure: r.Measures, byStatus: r.Statuses, byBound: r.Bounds, byUnit: r.Units, bySpeech: r.Speeches,
	} {
		p.allow[f], p.counted[f] = filter.Allowed(t, names), make([]int, t.Labels())
	}
	p.allow[byParty], p.counted[byParty] = make([]bool, t.Sets()), make([]int, t.Sets())
	for set := range p.allow[byParty] {
		p.allow[byParty][set] = len(r.Parties) == 0 || slices.ContainsFunc(t.Members(table.Set(set)), func(m string) bool { return slices.Contains(r.Parties, m) })
	}
	if len(r.Indicators) > 0 {
		p.asked = make([]bool, t.Phrases())
	}
	for n := range p.asked {
		p.asked[n] = slices.Contains(r.Indicators, t.Phrase(table.Phrase(n)))
	}
	for l := range p.hidden {
		name := t.Label(table.Label(l))
		p.hidden[l] = filter.IsTime(name) && !r.Times && !slices.Contains(r.Kinds, name)
	}
	return p
}

func (sc *scan) run(ctx context.Context) error {
	for n := range sc.documents {
		d := &sc.documents[n]
		first, end := d.table.Rows(d.number)
		sc.all += end - first
		if sc.request.Document != "" && d.ID != sc.request.Document {
			continue
		}
		if err := pace.Yield(ctx); err != nil {
			return err
		}
		sc.document(n, first, end)
	}
	return nil
}

// document goes through the figures of one.
func (sc *scan) document(n, first, end int) {
	d := &sc.documents[n]
	t := d.table
	organisation := d.Summit.Organisation
	ofSummit := len(sc.request.Summits) == 0 || slices.Contains(sc.request.Summits, organisation)
	counted := 0
	for row := first; row < end; row++ {
		if sc.leavesOut(t, row) {
			continue
		}
		values := t.values(row)
		failed, ok := t.failed(&values, ofSummit)
		if !ok || !sc.words.holds(d, row) {
			continue
		}
		if failed == none {
			sc.found = append(sc.found, match{document: int32(n), row: int32(row)})
		}
		for f := range bySummit {
			if failed == none || failed == f {
				t.counted[f][values[f]]++
			}
		}
		if failed == none || failed == bySummit {
			counted++
		}
	}
	if counted > 0 && organisation != "" {
		sc.counts[bySummit][organisation] += counted
	}
}

// leavesOut reports whether a figure fails a filter that belongs to no facet.
func (sc *scan) leavesOut(t *preparedTable, row int) bool {
	return t.hidden[t.Kind(row)] || sc.request.Doubtful && t.Flags(row) == 0 || t.asked != nil && !t.asked[t.Indicator(row)] || !t.passes(row)
}

// failed is the one filter that values do not pass, or none; not ok when they
// fail several.
func (t *preparedTable) failed(values *[bySummit]int, ofSummit bool) (failed facet, ok bool) {
	failed = none
	for f := range bySummit {
		if t.allow[f][values[f]] {
			continue
		}
		if failed != none {
			return failed, false
		}
		failed = f
	}
	if ofSummit {
		return failed, true
	}
	return bySummit, failed == none
}

// values of a figure by facet, as numbers in its table.
func (t *preparedTable) values(row int) [bySummit]int {
	return [bySummit]int{
		byKind: int(t.Kind(row)), byMeasure: int(t.Measure(row)), byParty: int(t.Parties(row)),
		byStatus: int(t.Status(row)), byBound: int(t.Bound(row)), byUnit: int(t.Unit(row)),
		bySpeech: int(t.Speech(row)),
	}
}
