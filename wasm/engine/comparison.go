package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/chart"
	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
	"fenghui/wasm/scene"
	"fenghui/wasm/search"
	"fenghui/wasm/text"
)

var errNoSuchComparison = errors.New("engine: no such comparison")

func readComparison(_ context.Context, f *findings, args ComparisonArgs) (Comparison, error) {
	k, ok := f.byName[findingName{args.Kind, args.Key}]
	if !ok {
		return Comparison{}, fmt.Errorf("%w: %s %s", errNoSuchComparison, args.Kind, args.Key)
	}
	n, drawn := &f.all[k], f.drawing(args.Language, args.Width)
	c := Comparison{Head: f.head(n, args.Language), Rows: f.rows(n.members, args.Language)}
	switch n.kind {
	case KindSeries:
		s := &f.result.Series[n.at]
		c.draw(chart.Series(*s, drawn), drawn)
		c.Notes, c.Change = compare.AllIn(s.Notes, args.Language), changeOf(s.Change)
	case KindBoard:
		c.draw(chart.Board(f.result.Boards[n.at], drawn), drawn)
		c.Warnings = compare.AllIn(f.result.Boards[n.at].Warnings, args.Language)
	case KindCheck:
		c.Derived = derivedOf(f.result.Checks[n.at].Derived, args.Language)
	case KindInitiative:
		for _, p := range f.placesOf(n) {
			c.Places = append(c.Places, f.place(&p, args.Language))
		}
	}
	c.Citation = f.citation(n, args.Language)
	return c, nil
}

// drawing says how to draw.
func (f *findings) drawing(language, width string) chart.Options {
	o := chart.Options{Language: cmp.Or(language, "zh"), Width: chart.Wide}
	if width == "narrow" {
		o.Width = chart.Narrow
	}
	for _, d := range f.documents {
		o.Documents, o.Dates = append(o.Documents, d.Title), append(o.Dates, d.Summit.Date)
	}
	return o
}

// draw takes a drawing in, unless there is nothing on it.
func (c *Comparison) draw(figure scene.Node, o chart.Options) {
	if chart.Drawn(figure) {
		c.Chart, c.SVG = &figure, chart.SVG(figure, o)
	}
}

func (f *findings) rows(members []compare.Member, language string) []ComparedFigure {
	rows := make([]ComparedFigure, 0, len(members))
	for k := range members {
		rows = append(rows, f.row(&members[k], language))
	}
	return rows
}

func (f *findings) row(m *compare.Member, language string) ComparedFigure {
	return ComparedFigure{
		Figure: figureRow(f.documents[m.Document], f.figure(m.Ref), language), Label: m.Label.In(language), Told: m.Told.In(language),
		Value: decimal(m.Value), Max: decimal(m.Max), Low: decimal(m.Interval.Low), High: decimal(m.Interval.High),
		LowOpen: m.Interval.LowOpen, HighOpen: m.Interval.HighOpen, Derived: m.Derived, Ahead: m.Ahead,
	}
}

// decimal is a number as text: exact where it ends, else of four places.
func decimal(r *big.Rat) string {
	if r == nil {
		return ""
	}
	if _, ends := r.FloatPrec(); !ends {
		return r.FloatString(4)
	}
	return quantity.Decimal(r)
}

// rounded is a rate of two places at most.
func rounded(r *big.Rat) string {
	if r == nil {
		return ""
	}
	s := r.FloatString(2)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func changeOf(c *compare.Change) *ComparedChange {
	if c == nil {
		return nil
	}
	return &ComparedChange{From: c.From, To: c.To, Value: rounded(c.Value), Unit: c.Unit, Gap: decimal(c.Gap)}
}

func derivedOf(list []compare.Derived, language string) []DerivedValue {
	var out []DerivedValue
	for _, d := range list {
		out = append(out, DerivedValue{Of: d.Of.In(language), Told: d.Told.In(language), Low: decimal(d.Interval.Low), High: decimal(d.Interval.High), Unit: d.Unit})
	}
	return out
}

// voice is who tells an initiative.
func (f *findings) voice(p *compare.Place) string {
	f.hearing.Lock()
	defer f.hearing.Unlock()
	v, ok := f.voices[p.Document]
	if !ok {
		v = figure.VoicesOf(f.documents[p.Document].Document, corpus.Names())
		f.voices[p.Document] = v
	}
	return v.Of(p.Passage, p.Sentence, p.Said)
}

// place is a sentence of an initiative, with what it is called marked.
func (f *findings) place(p *compare.Place, language string) ComparedPlace {
	d := f.documents[p.Document]
	sentence := strings.TrimSpace(p.Sentence)
	var marks []text.Mark
	if at := strings.Index(sentence, p.Said); at >= 0 && p.Said != "" {
		short, said := cutAround(sentence, text.Span{Start: at, End: at + len(p.Said)})
		sentence, marks = short, []text.Mark{{Span: said, Kind: search.HitKind}}
	}
	return ComparedPlace{
		Document: d.ID, Title: d.Title, Date: d.Summit.Date, Organisation: d.Summit.Organisation, Passage: p.Passage, Speaker: f.voice(p),
		Said: p.Said, Stage: p.Stage, StageName: p.StageIn.In(language), Sentence: runs(text.Runs(sentence, marks)),
	}
}
