package search

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/wasm/figure/filter"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
)

// figures counts passages by the kinds of their figures and by how they are
// told, each without its own filter. Mere times are of no kind.
func (c *counter) figures(ctx context.Context, hits *roaring.Bitmap) (kinds, speeches []Count, err error) {
	left := c.allBut(onFigures, hits)
	byKind, byTelling := c.query, c.query
	byKind.Kinds, byTelling.Speeches = nil, nil
	of := []func(*table.Table, int) table.Label{(*table.Table).Kind, (*table.Table).Speech}
	if len(c.query.Kinds)+len(c.query.Speeches) == 0 { // the same figures
		counts, err := c.labels(ctx, left, byKind.figureFilter(), of...)
		return counted(counts[0]), counted(counts[1]), err
	}
	first, err := c.labels(ctx, left, byKind.figureFilter(), of[0])
	if err != nil {
		return nil, nil, err
	}
	second, err := c.labels(ctx, left, byTelling.figureFilter(), of[1])
	return counted(first[0]), counted(second[0]), err
}

// labels counts passages by the labels of their figures that pass a test (nil:
// of all), as one and the same figure must pass all filters.
func (c *counter) labels(ctx context.Context, hits *roaring.Bitmap, test *filter.Filter, of ...func(*table.Table, int) table.Label) (_ []map[string]int, err error) {
	tallies := map[*table.Table]*tally{}
	budget, done := mostRead, 0
	eachDocument(c.finder.snapshot, hits, func(d *library.Document, own []uint32) bool {
		if err = pace.Yield(ctx); err != nil {
			return false
		}
		if c.among > 0 { // as many as were read for names
			if own = own[:min(len(own), c.among-done)]; len(own) == 0 {
				return false
			}
		}
		t, n := c.finder.snapshot.TableOf(ctx, d)
		if t.Documents() == 1 { // perhaps read just now
			if budget -= len(own); budget < 0 {
				c.stop(done)
				return false
			}
		}
		if tallies[t] == nil {
			tallies[t] = newTally(t, test, of)
		}
		for _, number := range own {
			tallies[t].add(n, c.finder.snapshot.Passage(uint64(number)).Ordinal)
		}
		done += len(own)
		return true
	})
	return inAll(tallies, len(of)), err
}

// inAll adds up the tallies of all tables.
func inAll(tallies map[*table.Table]*tally, of int) []map[string]int {
	counts := make([]map[string]int, of)
	for i := range counts {
		counts[i] = map[string]int{}
		for t, tally := range tallies {
			for l, n := range tally.counts[i] {
				if n > 0 {
					counts[i][t.Label(table.Label(l))] += n
				}
			}
		}
	}
	return counts
}

// tally counts passages by the labels of their figures in one table, each label
// once a passage.
type tally struct {
	table    *table.Table
	of       []func(*table.Table, int) table.Label
	passes   func(row int) bool // nil: all do
	isTime   []bool             // by label
	counts   [][]int            // by what is counted and label
	last     [][]int            // passage, from 1, that a label was last counted in
	passages int
}

func newTally(t *table.Table, test *filter.Filter, of []func(*table.Table, int) table.Label) *tally {
	y := &tally{table: t, of: of, isTime: make([]bool, t.Labels())}
	if test != nil {
		y.passes = test.On(t)
	}
	for l := range y.isTime {
		y.isTime[l] = filter.IsTime(t.Label(table.Label(l)))
	}
	for range of {
		y.counts, y.last = append(y.counts, make([]int, t.Labels())), append(y.last, make([]int, t.Labels()))
	}
	return y
}

// add counts a passage of a document.
func (y *tally) add(document, passage int) {
	y.passages++
	first, end := y.table.InPassage(document, passage)
	for row := first; row < end; row++ {
		if y.passes != nil && !y.passes(row) {
			continue
		}
		for i, label := range y.of {
			if l := label(y.table, row); !y.isTime[l] && y.last[i][l] != y.passages {
				y.last[i][l] = y.passages
				y.counts[i][l]++
			}
		}
	}
}
