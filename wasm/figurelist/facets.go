package figurelist

import (
	"fenghui/wasm/figure/table"
	"fenghui/wasm/search"
)

// maxParties that are listed in a facet.
const maxParties = 60

// facets adds up what was counted in the tables.
func (sc *scan) facets() Facets {
	seen := map[*preparedTable]bool{}
	for i := range sc.documents {
		if t := sc.documents[i].table; !seen[t] {
			seen[t] = true
			sc.add(t)
		}
	}
	measures := search.Ranked(sc.counts[byMeasure])
	for _, asked := range sc.request.Measures { // whose name is wanted though none of them passes
		if sc.counts[byMeasure][asked] == 0 && MeasureName(asked, sc.request.Language) != "" {
			measures = append(measures, search.Count{Value: asked})
		}
	}
	for i := range measures {
		measures[i].Label = MeasureName(measures[i].Value, sc.request.Language)
	}
	parties := search.Ranked(sc.counts[byParty])
	return Facets{
		Kinds: search.Ranked(sc.counts[byKind]), Measures: measures, Parties: parties[:min(len(parties), maxParties)], Statuses: search.Ranked(sc.counts[byStatus]),
		Bounds: search.Ranked(sc.counts[byBound]), Units: search.Ranked(sc.counts[byUnit]), Speeches: search.Ranked(sc.counts[bySpeech]), Summits: search.Ranked(sc.counts[bySummit]),
	}
}

func (sc *scan) add(t *preparedTable) {
	for f := range bySummit {
		for value, count := range t.counted[f] {
			switch {
			case count == 0:
			case f == byParty:
				for _, name := range t.Members(table.Set(value)) {
					sc.counts[f][name] += count
				}
			default:
				sc.counts[f][t.Label(table.Label(value))] += count
			}
		}
	}
}
