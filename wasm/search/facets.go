package search

import (
	"cmp"
	"sort"

	"fenghui/wasm/figure/table"
)

// mostParties that are listed in a facet.
const mostParties = 60

// facets adds up what was counted in the tables.
func (w *sieve) facets() Facets {
	seen := map[*prepared]bool{}
	for i := range w.documents {
		if t := w.documents[i].table; !seen[t] {
			seen[t] = true
			w.add(t)
		}
	}
	measures := w.ranked(byMeasure)
	for _, asked := range w.request.Measures { // whose name is wanted though none of them passes
		if w.counts[byMeasure][asked] == 0 && MeasureName(asked, w.request.Language) != "" {
			measures = append(measures, Count{Value: asked})
		}
	}
	for i := range measures {
		measures[i].Label = MeasureName(measures[i].Value, w.request.Language)
	}
	parties := w.ranked(byParty)
	return Facets{
		Kinds: w.ranked(byKind), Measures: measures, Parties: parties[:min(len(parties), mostParties)], Statuses: w.ranked(byStatus),
		Bounds: w.ranked(byBound), Units: w.ranked(byUnit), Speeches: w.ranked(bySpeech), Summits: w.ranked(bySummit),
	}
}

func (w *sieve) add(t *prepared) {
	for f := range bySummit {
		for value, count := range t.counted[f] {
			switch {
			case count == 0:
			case f == byParty:
				for _, name := range t.Members(table.Set(value)) {
					w.counts[f][name] += count
				}
			default:
				w.counts[f][t.Label(table.Label(value))] += count
			}
		}
	}
}

// ranked lists the counts of a facet; figures without a value are not in it.
func (w *sieve) ranked(f facet) []Count {
	list := make([]Count, 0, len(w.counts[f]))
	for value, count := range w.counts[f] {
		if value != "" {
			list = append(list, Count{Value: value, Count: count})
		}
	}
	sort.Slice(list, func(i, j int) bool {
		return cmp.Or(list[j].Count-list[i].Count, cmp.Compare(list[i].Value, list[j].Value)) < 0
	})
	return list
}
