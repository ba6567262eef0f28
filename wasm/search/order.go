package search

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"fenghui/wasm/figure/table"
)

// sortKey orders figures: first by group, whichever the direction, then by
// number.
type sortKey struct {
	group  int64
	number float64
}

// sortings are the orders there are besides that of the texts.
var sortings = map[string]func(*sieve) func(*sieved, int) sortKey{
	"value":     (*sieve).byValue,
	"period":    (*sieve).byPeriod,
	"indicator": (*sieve).byIndicator,
	"document":  (*sieve).byDocument,
	"measure":   (*sieve).byMeasureName,
	"status":    (*sieve).byStatusOrder,
}

// last is the group of what has nothing to be ordered by; it comes last in
// both directions.
const last = math.MaxInt64

// sort orders what was found; equals stay in the order of the texts.
func (w *sieve) sort() {
	name, descending := strings.CutPrefix(w.request.Sort, "-")
	if sortings[name] == nil {
		return
	}
	key, sign := sortings[name](w), 1.0
	if descending {
		sign = -1
	}
	for i := range w.found {
		f := &w.found[i]
		f.key = key(&w.documents[f.document], int(f.row))
		f.key.number *= sign
	}
	w.found = sortedBy(w.found, func(a, b *chosen) int {
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
func inText(a, b *chosen) int {
	return cmp.Or(cmp.Compare(a.document, b.document), cmp.Compare(a.row, b.row))
}

// rank notes the place of each figure, and puts all back into the order of the
// texts, in which each document is read but once.
func (w *sieve) rank() {
	for i := range w.found {
		w.found[i].rank = int32(i + 1)
	}
	w.found = sortedBy(w.found, inText)
}

// ranks orders figures by a text that is the same wherever number is: 0 for
// the first, -1 for an empty one. Each text is made once in each table.
func (w *sieve) ranks(size func(*prepared) int, number func(*prepared, int) int, words func(*prepared, int) string) func(*prepared, int) int {
	texts := map[*prepared][]*string{}
	all := map[string]int{}
	for _, f := range w.found {
		t := w.documents[f.document].table
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
	ranks := make(map[*prepared][]int, len(texts))
	for t, list := range texts {
		ranks[t] = make([]int, len(list))
		for n, s := range list {
			if s != nil {
				ranks[t][n] = all[*s]
			}
		}
	}
	return func(t *prepared, row int) int { return ranks[t][number(t, row)] }
}

// byRank is a sorting by a rank; what has none comes last.
func byRank(rank func(*prepared, int) int) func(*sieved, int) sortKey {
	return func(d *sieved, row int) sortKey {
		n := rank(d.table, row)
		if n < 0 {
			return sortKey{group: last}
		}
		return sortKey{number: float64(n)}
	}
}

func (w *sieve) byIndicator() func(*sieved, int) sortKey {
	return byRank(w.ranks((*prepared).Phrases, func(t *prepared, row int) int { return int(t.Indicator(row)) },
		func(t *prepared, row int) string { return t.Phrase(t.Indicator(row)) }))
}

func (w *sieve) byMeasureName() func(*sieved, int) sortKey {
	return byRank(w.ranks((*prepared).Labels, func(t *prepared, row int) int { return int(t.Measure(row)) },
		func(t *prepared, row int) string { return MeasureName(t.Label(t.Measure(row)), w.request.Language) }))
}

// statusOrder: from what is to what may be.
var statusOrder = []string{"actual", "target", "plan", "forecast", "proposal", "none"}

func (w *sieve) byStatusOrder() func(*sieved, int) sortKey {
	return byRank(w.ranks((*prepared).Labels, func(t *prepared, row int) int { return int(t.Status(row)) },
		func(t *prepared, row int) string {
			return strconv.Itoa(slices.Index(statusOrder, t.Label(t.Status(row))))
		}))
}

func (w *sieve) byPeriod() func(*sieved, int) sortKey {
	return func(d *sieved, row int) sortKey {
		from, to, ok := d.table.Days(row)
		if !ok {
			return sortKey{group: last}
		}
		return sortKey{number: float64(from)*1e7 + float64(to)}
	}
}

// byDocument: by the day of the summit, oldest first; those without one last.
func (w *sieve) byDocument() func(*sieved, int) sortKey {
	return func(d *sieved, _ int) sortKey {
		day, err := time.Parse(time.DateOnly, d.Summit.Date)
		if err != nil {
			return sortKey{group: last}
		}
		return sortKey{number: float64(table.Day(day))}
	}
}
