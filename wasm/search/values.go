package search

import (
	"cmp"
	"math"
	"slices"

	"fenghui/wasm/figure"
)

// byValue: numbers are compared within a kind and a unit only, dollars never
// with yuan.
func (w *sieve) byValue() func(*sieved, int) sortKey {
	counts := map[FigureGroup]int{}
	for _, f := range w.found {
		counts[groupOf(w.documents[f.document].table, int(f.row))]++
	}
	w.groups = inGroups(counts)
	places := make(map[FigureGroup]int64, len(w.groups))
	for n, g := range w.groups {
		places[FigureGroup{Kind: g.Kind, Unit: g.Unit}] = int64(n)
	}
	return func(d *sieved, row int) sortKey {
		key := sortKey{group: places[groupOf(d.table, row)], number: d.table.Value(row)}
		if math.IsNaN(key.number) {
			from, _, _ := d.table.Days(row)
			key.number = float64(from)
		}
		return key
	}
}

func groupOf(t *prepared, row int) FigureGroup {
	return FigureGroup{Kind: t.Label(t.Kind(row)), Unit: t.Label(t.Unit(row))}
}

// inGroups orders the groups: kinds as usual, of each the unit with the most
// figures first, and those without a unit last.
func inGroups(counts map[FigureGroup]int) (groups []FigureGroup) {
	for g, count := range counts {
		g.Count = count
		groups = append(groups, g)
	}
	unitless := func(g *FigureGroup) int {
		if g.Unit == "" {
			return 1
		}
		return 0
	}
	return sortedBy(groups, func(a, b *FigureGroup) int {
		return cmp.Or(cmp.Compare(kindOrder(a.Kind), kindOrder(b.Kind)), cmp.Compare(a.Kind, b.Kind), unitless(a)-unitless(b),
			b.Count-a.Count, cmp.Compare(a.Unit, b.Unit))
	})
}

func kindOrder(kind string) int {
	if n := slices.Index(figure.Kinds, kind); n >= 0 {
		return n
	}
	return len(figure.Kinds)
}
