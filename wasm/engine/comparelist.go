package engine

import (
	"cmp"
	"context"
	"slices"

	"fenghui/wasm/figurelist"
	"fenghui/wasm/period"
	"fenghui/wasm/search"
)

// Limits of a list.
const (
	comparisonsUsual = 50
	comparisonsMost  = 1000
	partiesListed    = 60
)

// facetNumber numbers the filters of the list.
type facetNumber int

const (
	byKind facetNumber = iota
	byMeasure
	byParty
	bySummit
	byVerdict
	facetsCounted
)

// listing goes through all findings once.
type listing struct {
	*findings
	args   CompareArgs
	counts [facetsCounted]map[string]int
	passed []int
}

func listComparisons(_ context.Context, f *findings, args CompareArgs) (CompareAnswer, error) {
	l := listing{findings: f, args: args}
	for k := range l.counts {
		l.counts[k] = map[string]int{}
	}
	for k := range f.all {
		l.see(k)
	}
	l.overLast()
	answer := CompareAnswer{Total: len(l.passed), Items: []ComparisonHead{}, Facets: l.facets(), Compared: f.compared, LeftOut: f.leftOut}
	limit := min(cmp.Or(max(args.Limit, 0), comparisonsUsual), comparisonsMost)
	from := min(max(args.Offset, 0), len(l.passed))
	for _, k := range l.passed[from:min(from+limit, len(l.passed))] {
		answer.Items = append(answer.Items, f.head(&f.all[k], args.Language))
	}
	return answer, nil
}

// overLast moves the dates that are over by the reader's calendar to the end,
// the latest first. Calendar entries already stand behind everything else.
func (l *listing) overLast() {
	today, ok := period.Parse(l.args.Today)
	if !ok {
		return
	}
	over := func(k int) bool {
		when, dated := period.Parse(l.all[k].when)
		return l.all[k].kind == KindCalendar && dated && when.Last.Compare(today.First) < 0
	}
	var past []int
	l.passed = slices.DeleteFunc(l.passed, func(k int) bool {
		if over(k) {
			past = append(past, k)
		}
		return over(k)
	})
	slices.Reverse(past)
	l.passed = append(l.passed, past...)
}

// see counts a finding in every facet whose other filters it passes, and takes
// it when it passes all.
func (l *listing) see(k int) {
	n := &l.all[k]
	if !l.restsOn(n) {
		return
	}
	failed, only := 0, facetNumber(0)
	for facet := range facetsCounted {
		if !passes(l.wanted(facet), n.values(facet)) {
			failed, only = failed+1, facet
		}
	}
	for facet := range facetsCounted {
		if failed == 0 && !(facet != byKind && l.hidden(n)) || failed == 1 && only == facet {
			for _, v := range n.values(facet) {
				l.counts[facet][v]++
			}
		}
	}
	if failed == 0 && !l.hidden(n) {
		l.passed = append(l.passed, k)
	}
}

// restsOn reports whether it rests on the document asked for.
func (l *listing) restsOn(n *finding) bool {
	return l.args.Document == "" || slices.ContainsFunc(n.documents, func(d int) bool { return l.documents[d].ID == l.args.Document })
}

// hidden leaves the calendar out of a list for which no kinds were chosen; it
// is counted all the same.
func (l *listing) hidden(n *finding) bool { return len(l.args.Kinds) == 0 && n.kind == KindCalendar }

func (l *listing) wanted(f facetNumber) []string {
	return [...][]string{l.args.Kinds, l.args.Measure, l.args.Party, l.args.Summit, l.args.Verdict}[f]
}

func (n *finding) values(f facetNumber) []string {
	switch f {
	case byKind:
		return []string{n.kind}
	case byMeasure:
		return single(n.measure)
	case byParty:
		return n.parties
	case bySummit:
		return n.summits
	}
	return single(n.verdict)
}

func single(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// passes: one of the values is wanted, or nothing is.
func passes(wanted, values []string) bool {
	return len(wanted) == 0 || slices.ContainsFunc(values, func(v string) bool { return slices.Contains(wanted, v) })
}

func (l *listing) facets() CompareFacets {
	measures, parties, summits := l.ranked(byMeasure), l.ranked(byParty), l.ranked(bySummit)
	parties = parties[:min(len(parties), partiesListed)]
	for k := range measures {
		measures[k].Label = figurelist.MeasureName(measures[k].Value, l.args.Language)
	}
	for _, list := range [][]FacetCount{parties, summits} {
		for k := range list {
			list[k].Label = nameIn(list[k].Value, l.args.Language)
		}
	}
	return CompareFacets{Kinds: l.ranked(byKind), Measures: measures, Parties: parties, Summits: summits, Verdicts: l.ranked(byVerdict)}
}

func (l *listing) ranked(f facetNumber) []FacetCount { return facetCounts(search.Ranked(l.counts[f])) }

// head is a finding as lists show it.
func (f *findings) head(n *finding, language string) ComparisonHead {
	return ComparisonHead{Kind: n.kind, Key: n.key, Title: n.title.In(language), Verdict: n.verdict, Measure: n.measure,
		MeasureName: measureIn(n, language), Parties: n.parties,
		Documents: len(n.documents), Figures: n.figures, When: n.when, What: n.what.In(language), Status: n.status}
}

// measureIn names what is measured, as far as there are words for it.
func measureIn(n *finding, language string) string {
	if language == "ru" || language == "kk" {
		return figurelist.MeasureName(n.measure, language)
	}
	return cmp.Or(n.measureName.In(language), figurelist.MeasureName(n.measure, language))
}
