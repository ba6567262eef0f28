package figurelist

import (
	"cmp"
	"math"
	"slices"

	"fenghui/wasm/figure"
	"fenghui/wasm/stable"
)

// byValue: numbers are compared within a kind and a unit only, dollars never
// with yuan.
func (sc *scan) byValue() func(*entry, int) sortKey {
	counts := map[Group]int{}
	for _, f := range sc.found {
		counts[groupOf(sc.documents[f.document].table, int(f.row))]++
	}
	sc.groups = inGroups(counts)
	places := make(map[Group]int64, len(sc.groups))
	for n, g := range sc.groups {
		places[Group{Kind: g.Kind, Unit: g.Unit}] = int64(n)
	}
	return func(d *entry, row int) sortKey {
		key := sortKey{group: places[groupOf(d.table, row)], number: d.table.Value(row)}
		if math.IsNaN(key.number) {
			from, _, _ := d.table.Days(row)
			key.number = float64(from)
		}
		return key
	}
}

func groupOf(t *preparedTable, row int) Group {
	return Group{Kind: t.Label(t.Kind(row)), Unit: t.Label(t.Unit(row))}
}

// inGroups orders the groups: kinds as usual, of each the unit with the most
// figures first, and those without a unit last.
func inGroups(counts map[Group]int) (groups []Group) {
	for g, count := range counts {
		g.Count = count
		groups = append(groups, g)
	}
	unitless := func(g *Group) int {
		if g.Unit == "" {
			return 1
		}
		return 0
	}
	return stable.Sorted(groups, func(a, b *Group) int {
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
