package engine

import (
	"context"
	"slices"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/search"
)

// partner gathers what is told between two parties.
func partner(_ context.Context, f *findings, args PartnerArgs) (PartnerAnswer, error) {
	a := PartnerAnswer{A: partyName(args.A, args.Language), B: partyName(args.B, args.Language), Series: []SharedSeries{}, Figures: []FigureRow{}}
	both := func(parties []string) bool {
		return a.A.Name != a.B.Name && slices.Contains(parties, a.A.Name) && slices.Contains(parties, a.B.Name)
	}
	told, drawn := map[figureName]bool{}, f.drawing(args.Language, args.Width)
	for k := range f.result.Series {
		s := &f.result.Series[k]
		if s.Kind == "date" || s.Kind == "anniversary" || !both(s.Parties) {
			continue
		}
		n := &f.all[f.byName[findingName{KindSeries, s.Key}]]
		shared := SharedSeries{Head: f.head(n, args.Language), Notes: compare.AllIn(s.Notes, args.Language), Rows: f.rows(s.Members, args.Language)}
		shared.Chart = seriesChart(s, drawn)
		a.Series = append(a.Series, shared)
		for _, m := range s.Members {
			told[f.name(m.Ref)] = true
		}
	}
	counts := map[string]int{}
	for d := range f.inputs {
		for k := range f.inputs[d].Figures {
			x := &f.inputs[d].Figures[k]
			if x.Measure == "event" || x.Value == nil {
				continue
			}
			if both(x.Parties) && !told[figureName{f.documents[d].ID, x.Passage, x.Ordinal}] && x.Status != figure.NotClaimed {
				a.Figures = append(a.Figures, figureRow(f.documents[d], x, args.Language))
			}
			countWith(counts, x.Parties, a.A)
		}
	}
	a.Parties = partners(counts, args.Language)
	return a, nil
}

// countWith counts whom a figure names beside a party, or beside anybody.
func countWith(counts map[string]int, parties []string, with PartyName) {
	if len(parties) < 2 || with.Known && !slices.Contains(parties, with.Name) {
		return
	}
	for _, p := range parties {
		if p != with.Name {
			counts[p]++
		}
	}
}

func partners(counts map[string]int, language string) []FacetCount {
	list := facetCounts(search.Ranked(counts))
	list = list[:min(len(list), partiesListed)]
	for k := range list {
		list[k].Label = nameIn(list[k].Value, language)
	}
	return list
}

// partyName finds a party by any of its names.
func partyName(said, language string) PartyName {
	said = strings.TrimSpace(said)
	t, ok := corpus.Names().LookupKind(said, "country", "organisation", "place", "format", "city", "corridor")
	if !ok {
		return PartyName{Name: said, Label: said}
	}
	return PartyName{Name: t.Name(), Label: nameIn(t.Name(), language), Known: true}
}
