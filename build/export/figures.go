package export

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"time"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/quantity"
)

// Figure is a row: a figure, with where it is told and when. What is not known
// is null.
type Figure struct {
	ID       string  `json:"id" parquet:"id"`             // DOCUMENT/PASSAGE/ORDINAL
	Document string  `json:"document" parquet:"document"` // id
	Passage  int32   `json:"passage" parquet:"passage"`
	Title    string  `json:"title" parquet:"title"`
	Event    *string `json:"event" parquet:"event,optional"`
	Group    *string `json:"organisation" parquet:"organisation,optional"`
	Date     *string `json:"date" parquet:"date,optional"` // of the summit, YYYY-MM-DD
	Telling
}

// Telling is what a figure says. Numbers come twice: exact, as decimal text,
// and as the double next to it.
type Telling struct {
	Ordinal   int32    `json:"ordinal" parquet:"ordinal"` // counts the figures of a passage from 0
	Quote     string   `json:"quote" parquet:"quote"`
	Start     int32    `json:"quote_start" parquet:"quote_start"` // half-open, in Unicode code points of the passage's text
	End       int32    `json:"quote_end" parquet:"quote_end"`
	Kind      string   `json:"kind" parquet:"kind"`
	Value     *string  `json:"value" parquet:"value,optional"` // decimal, or the ISO text of a date
	Double    *float64 `json:"value_double" parquet:"value_double,optional"`
	Ratio     *string  `json:"value_ratio" parquet:"value_ratio,optional"` // 100/3 where the decimal has no end
	Max       *string  `json:"value_max" parquet:"value_max,optional"`
	MaxDouble *float64 `json:"value_max_double" parquet:"value_max_double,optional"`
	Unit      *string  `json:"unit" parquet:"unit,optional"`
	Said      *string  `json:"said" parquet:"said,optional"`
	Counted   *string  `json:"counted" parquet:"counted,optional"`
	Per       *string  `json:"per" parquet:"per,optional"`
	Bound     string   `json:"bound" parquet:"bound"`
	Low       *float64 `json:"low" parquet:"low,optional"` // the interval it leaves open; null: no end
	High      *float64 `json:"high" parquet:"high,optional"`
	LowOpen   bool     `json:"low_open" parquet:"low_open"` // whether the end itself is outside
	HighOpen  bool     `json:"high_open" parquet:"high_open"`
	Direction *string  `json:"direction" parquet:"direction,optional"`
	Reading   *string  `json:"reading" parquet:"reading,optional"`
	FactorBy  *string  `json:"factor_by" parquet:"factor_by,optional"`
	FactorTo  *string  `json:"factor_to" parquet:"factor_to,optional"`

	Indicator string   `json:"indicator" parquet:"indicator"`
	Measure   *string  `json:"measure" parquet:"measure,optional"`
	Parties   []string `json:"parties" parquet:"parties,list"`
	Scope     *string  `json:"scope" parquet:"scope,optional"`

	Period     *string `json:"period" parquet:"period,optional"` // ISO: 2024, 2026-04, 2020/2025
	First      *string `json:"period_start" parquet:"period_start,optional"`
	Last       *string `json:"period_end" parquet:"period_end,optional"`
	PeriodFrom *string `json:"period_from" parquet:"period_from,optional"`
	Inferred   bool    `json:"inferred" parquet:"inferred"`
	Open       bool    `json:"open" parquet:"open"`
	Status     string  `json:"status" parquet:"status"`

	Speaker  *string  `json:"speaker" parquet:"speaker,optional"`
	Speech   string   `json:"speech" parquet:"speech"`
	Sentence string   `json:"sentence" parquet:"sentence"`
	Why      []string `json:"why" parquet:"why,list"` // the rules that read it, in order
}

// figuresOf makes the rows of the figures of a document; language is that of
// Why.
func figuresOf(d *corpus.Document, figures []figure.Figure, language string) ([]Figure, error) {
	var b table.Builder
	b.Add(d, figures)
	t, err := table.Open(b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("export: %s: %w", d.ID, err)
	}
	rows := make([]Figure, len(figures))
	s := &d.Summit
	for i := range figures {
		f := &figures[i]
		rows[i] = Figure{
			ID: fmt.Sprintf("%s/%d", passageID(d, f.Passage), f.Ordinal), Document: d.ID, Passage: int32(f.Passage), Title: d.Title,
			Event: known(s.Event), Group: known(s.Organisation), Date: known(s.Date), Telling: tellingOf(d, f, language),
		}
		if first, last, ok := t.Days(i); ok {
			rows[i].First, rows[i].Last = known(day(first)), known(day(last))
		}
	}
	return rows, nil
}

func tellingOf(d *corpus.Document, f *figure.Figure, language string) Telling {
	t := Telling{
		Ordinal: int32(f.Ordinal), Quote: f.Quote, Kind: f.Kind, Unit: known(f.Unit), Said: known(f.Said), Counted: known(f.Counted),
		Per: known(f.Per), Bound: string(f.Bound), Direction: known(f.Direction), Reading: known(f.Reading),
		FactorBy: decimal(f.By), FactorTo: decimal(f.To), Indicator: f.Indicator, Measure: known(f.Measure),
		Parties: orEmpty(f.Parties), Scope: known(f.Scope), Period: known(f.Period), PeriodFrom: known(f.PeriodFrom), Inferred: f.Inferred, Open: f.Open,
		Status: f.Status, Speaker: known(f.Speaker), Speech: f.Speech, Sentence: f.Sentence, Why: make([]string, 0, len(f.Why)),
	}
	for _, step := range f.Why {
		t.Why = append(t.Why, step.In(language))
	}
	p := &d.Passages[f.Passage]
	t.Start = int32(utf8.RuneCountInString(p.Text[:f.Span.Start-p.Start]))
	t.End = t.Start + int32(utf8.RuneCountInString(f.Quote))
	t.setValue(f)
	return t
}

func (t *Telling) setValue(f *figure.Figure) {
	t.Value, t.Double, t.Ratio = decimal(f.Value), double(f.Value), ratio(f.Value)
	if f.Date != "" {
		t.Value = &f.Date
	}
	t.Max, t.MaxDouble = decimal(f.Max), double(f.Max)
	if i, ok := compare.IntervalOf(f); ok && !slices.Contains(whole, f.Kind) {
		t.Low, t.High, t.LowOpen, t.HighOpen = double(i.Low), double(i.High), i.LowOpen, i.HighOpen
	}
}

// whole are kinds that are not rounded: 2030 is no 2029.5.
var whole = []string{"anniversary", "century", "date", "ordinal", "rank", "year"}

func day(number int) string {
	return time.Unix(int64(number)*24*60*60, 0).UTC().Format(time.DateOnly)
}

func decimal(r *big.Rat) *string { return known(quantity.Decimal(r)) }

// ratio is the exact value where decimal is not.
func ratio(r *big.Rat) *string {
	if r == nil {
		return nil
	}
	if _, exact := r.FloatPrec(); exact {
		return nil
	}
	return known(r.String())
}

// double is the nearest double; null where there is none.
func double(r *big.Rat) *float64 {
	if r == nil {
		return nil
	}
	x, _ := r.Float64()
	if math.IsInf(x, 0) {
		return nil
	}
	return &x
}
