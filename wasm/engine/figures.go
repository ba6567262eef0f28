package engine

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"fenghui/wasm/figure"
	"fenghui/wasm/figurelist"
	"fenghui/wasm/library"
	"fenghui/wasm/search"
)

func (e *Engine) tabulate(ctx context.Context, l *library.Library, c call, args FiguresArgs) (FiguresAnswer, error) {
	if args.Document == "" {
		if err := e.complete(ctx, l, c); err != nil {
			return FiguresAnswer{}, err
		}
	}
	found, err := figurelist.Find(ctx, l.Snapshot(), figurelist.Request{
		Document: args.Document, Text: args.Text, Value: args.Value, Period: args.Period, Kinds: args.Kind, Measures: args.Measure,
		Parties: args.Party, Statuses: args.Status, Bounds: args.Bound, Units: args.Unit, Speeches: args.Speech, Indicators: args.Indicator, Summits: args.Summit,
		Times: args.Times, Doubtful: args.Doubtful, Sort: args.Sort, Ranked: args.Ranked, Offset: args.Offset, Limit: args.Limit,
		Language: args.Language, Progress: c.progress, Memo: &e.memo,
	})
	if err != nil {
		return FiguresAnswer{}, err
	}
	answer := FiguresAnswer{Total: found.Total, All: found.All, Figures: []FigureRow{}, Facets: FigureFacets{
		Kinds: facetCounts(found.Facets.Kinds), Measures: facetCounts(found.Facets.Measures), Parties: facetCounts(found.Facets.Parties),
		Statuses: facetCounts(found.Facets.Statuses), Bounds: facetCounts(found.Facets.Bounds), Units: facetCounts(found.Facets.Units),
		Speeches: facetCounts(found.Facets.Speeches), Summits: facetCounts(found.Facets.Summits),
	}}
	for _, f := range found.Figures {
		row := figureRow(f.Document, f.Figure, args.Language)
		row.Rank = f.Rank
		answer.Figures = append(answer.Figures, row)
	}
	for _, g := range found.Groups {
		answer.Groups = append(answer.Groups, FigureGroup(g))
	}
	for _, i := range found.Ignored {
		answer.Ignored = append(answer.Ignored, Ignored(i))
	}
	return answer, nil
}

func facetCounts(counts []search.Count) []FacetCount {
	list := make([]FacetCount, 0, len(counts))
	for _, c := range counts {
		list = append(list, FacetCount(c))
	}
	return list
}

func (e *Engine) readFigure(ctx context.Context, l *library.Library, c call, args FigureArgs) (FigureCard, error) {
	s := l.Snapshot()
	d, err := s.Find(args.Document)
	if err != nil {
		return FigureCard{}, err
	}
	f, err := s.Figure(d, args.Passage, args.Ordinal)
	if err != nil {
		return FigureCard{}, err
	}
	card := figureCard(d, f, args.Language)
	card.Comparisons, err = e.appearances(ctx, s, c, args)
	return card, err
}

// appearances are the comparisons that a figure is in; nil while nothing has
// been compared and the request does not wait for it.
func (e *Engine) appearances(ctx context.Context, s *library.Snapshot, c call, args FigureArgs) ([]ComparisonHead, error) {
	found := e.comparisons.cached(s)
	if found == nil && args.Comparisons {
		var err error
		if found, err = e.comparisons.findings(ctx, s, c.progress); err != nil {
			return nil, err
		}
	}
	if found == nil {
		return nil, nil
	}
	list := []ComparisonHead{}
	for _, k := range found.byFigure[figureName{args.Document, args.Passage, args.Ordinal}] {
		list = append(list, found.head(&found.all[k], args.Language))
	}
	return list, nil
}

func figureCard(d *library.Document, f *figure.Figure, language string) FigureCard {
	p := d.Passages[f.Passage]
	card := FigureCard{Figure: figureRow(d, f, language), Section: p.Section, Why: []string{}}
	if start, end := f.Core.Start-p.Start, f.Core.End-p.Start; 0 <= start && start <= end && end <= len(p.Text) {
		card.Core = p.Text[start:end]
	}
	for _, step := range f.Why {
		card.Why = append(card.Why, step.In(cmp.Or(language, "zh")))
	}
	return card
}

func figureRow(d *library.Document, f *figure.Figure, language string) FigureRow {
	numbers := f.Record("en")
	row := FigureRow{
		Document: d.ID, Title: d.Title, Date: d.Summit.Date, Organisation: d.Summit.Organisation, Passage: f.Passage, Ordinal: f.Ordinal,
		Quote: f.Quote, Kind: f.Kind, Value: valueText(numbers.Value), Max: numberText(numbers.ValueMax), Unit: f.Unit, Said: f.Said,
		Counted: f.Counted, Per: f.Per, Bound: string(f.Bound), Direction: f.Direction, Reading: f.Reading,
		By: numberText(numbers.FactorBy), To: numberText(numbers.FactorTo), Indicator: f.Indicator, Measure: f.Measure,
		MeasureName: figurelist.MeasureName(f.Measure, language), Parties: f.Parties, Scope: f.Scope, Period: f.Period, PeriodFrom: f.PeriodFrom,
		Inferred: f.Inferred, Open: f.Open, Status: f.Status, Speaker: f.Speaker, Speech: f.Speech, Sentence: sentenceRuns(d, f),
	}
	if c := f.Corrected; c != nil {
		read := figureRow(d, &c.Read, language)
		read.Sentence = []Run{}
		by := CorrectionSaid(c.By)
		row.Quote, row.Correction, row.AsRead = c.Read.Quote, &by, &read
	}
	return row
}

// valueText is a value as text: a number, or the ISO text of a date.
func valueText(value any) string {
	if value == nil {
		return ""
	}
	return fmt.Sprint(value)
}

func numberText(n *json.Number) string {
	if n == nil {
		return ""
	}
	return n.String()
}
