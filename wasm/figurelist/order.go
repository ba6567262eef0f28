package figurelist

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"fenghui/wasm/figure/table"
	"fenghui/wasm/stable"
)

// sortKey orders figures: first by group, whichever the direction, then by
// number.
type sortKey struct {
	group  int64
	number float64
}

// sortings are the orders there are besides that of the texts.
var sortings = map[string]func(*scan) func(*entry, int) sortKey{
	"value":     (*scan).byValue,
	"period":    (*scan).byPeriod,
	"indicator": (*scan).byIndicator,
	"document":  (*scan).byDocument,
	"measure":   (*scan).byMeasureName,
	"status":    (*scan).byStatusOrder,
}

// last is the group of what has nothing to be ordered by; it comes last in
// both directions.
const last = math.MaxInt64

// sort orders what was found; equals stay in the order of the texts.
func (sc *scan) sort() {
	name, descending := strings.CutPrefix(sc.request.Sort, "-")
	if sortings[name] == nil {
		return
	}
	key, sign := sortings[name](sc), 1.0
	if descending {
		sign = -1
	}
	for i := range sc.found {
		f := &sc.found[i]
		f.key = key(&sc.documents[f.document], int(f.row))
		f.key.number *= sign
	}
	sc.found = stable.Sorted(sc.found, func(a, b *match) int {
		switch {
		case a.key.group != b.key.group:
			return cmp.Compare(a.key.group, b.key.group)
		case a.key.number != b.key.number:
			return cmp.Compare(a.key.number, b.key.number)
		}
		return inText(a, b)
	})
}

// inText is the order of the texts.
func inText(a, b *match) int {
	return cmp.Or(cmp.Compare(a.document, b.document), cmp.Compare(a.row, b.row))
}

// rank notes the place of each figure, and puts all back into the order of the
// texts, in which each document is read but once.
func (sc *scan) rank() {
	for i := range sc.found {
		sc.found[i].rank = int32(i + 1)
	}
	sc.found = stable.Sorted(sc.found, inText)
}

// ranks orders figures by a text that is the same wherever number is: 0 for
// the first, -1 for an empty one. Each text is made once in each table.
func (sc *scan) ranks(size func(*preparedTable) int, number func(*preparedTable, int) int, words func(*preparedTable, int) string) func(*preparedTable, int) int {
	texts := map[*preparedTable][]*string{}
	all := map[string]int{}
	for _, f := range sc.found {
		t := sc.documents[f.document].table
		if texts[t] == nil {
			texts[t] = make([]*string, size(t))
		}
		if at := &texts[t][number(t, int(f.row))]; *at == nil {
			s := words(t, int(f.row))
			*at, all[s] = &s, 0
		}
	}
	for n, s := range slices.Sorted(maps.Keys(all)) {
		all[s] = n
	}
	all[""] = -1
	ranks := make(map[*preparedTable][]int, len(texts))
	for t, list := range texts {
		ranks[t] = make([]int, len(list))
		for n, s := range list {
			if s != nil {
				ranks[t][n] = all[*s]
			}
		}
	}
	return func(t *preparedTable, row int) int { return ranks[t][number(t, row)] }
}

// byRank is a sorting by a rank; what has none comes last.
func byRank(rank func(*preparedTable, int) int) func(*entry, int) sortKey {
	return func(d *entry, row int) sortKey {
		n := rank(d.table, row)
		if n < 0 {
			return sortKey{group: last}
		}
		return sortKey{number: float64(n)}
	}
}

func (sc *scan) byIndicator() func(*entry, int) sortKey {
	return byRank(sc.ranks((*preparedTable).Phrases, func(t *preparedTable, row int) int { return int(t.Indicator(row)) },
		func(t *preparedTable, row int) string { return t.Phrase(t.Indicator(row)) }))
}

func (sc *scan) byMeasureName() func(*entry, int) sortKey {
	return byRank(sc.ranks((*preparedTable).Labels, func(t *preparedTable, row int) int { return int(t.Measure(row)) },
		func(t *preparedTable, row int) string {
			return MeasureName(t.Label(t.Measure(row)), sc.request.Language)
		}))
}

// statusOrder: from what is to what may be.
var statusOrder = []string{"actual", "target", "plan", "forecast", "proposal", "none"}

func (sc *scan) byStatusOrder() func(*entry, int) sortKey {
	return byRank(sc.ranks((*preparedTable).Labels, func(t *preparedTable, row int) int { return int(t.Status(row)) },
		func(t *preparedTable, row int) string {
			return strconv.Itoa(slices.Index(statusOrder, t.Label(t.Status(row))))
		}))
}

func (sc *scan) byPeriod() func(*entry, int) sortKey {
	return func(d *entry, row int) sortKey {
		from, to, ok := d.table.Days(row)
		if !ok {
			return sortKey{group: last}
		}
		return sortKey{number: float64(from)*1e7 + float64(to)}
	}
}

// byDocument: by the day of the summit, oldest first; those without one last.
func (sc *scan) byDocument() func(*entry, int) sortKey {
	return func(d *entry, _ int) sortKey {
		day, err := time.Parse(time.DateOnly, d.Summit.Date)
		if err != nil {
			return sortKey{group: last}
		}
		return sortKey{number: float64(table.Day(day))}
	}
}
