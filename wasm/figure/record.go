package figure

import (
	"encoding/json"
	"math/big"

	"fenghui/wasm/quantity"
)

// Record is a figure as it is handed on: the fields of the specification, with
// numbers as JSON numbers and nothing left out.
type Record struct {
	Quote      string       `json:"quote"`
	Kind       string       `json:"kind"`
	Value      any          `json:"value"` // json.Number, or the ISO text of a date
	ValueMax   *json.Number `json:"value_max"`
	Unit       *string      `json:"unit"`
	Said       *string      `json:"said"`
	Counted    *string      `json:"counted"`
	Per        *string      `json:"per"`
	Bound      string       `json:"bound"`
	Direction  *string      `json:"direction"`
	Reading    *string      `json:"reading"`
	FactorBy   *json.Number `json:"factor_by"`
	FactorTo   *json.Number `json:"factor_to"`
	Indicator  string       `json:"indicator"`
	Measure    *string      `json:"measure"`
	Parties    []string     `json:"parties"`
	Scope      *string      `json:"scope"`
	Period     *string      `json:"period"`
	PeriodFrom *string      `json:"period_from"`
	Inferred   bool         `json:"inferred"`
	Open       bool         `json:"open"`
	Status     string       `json:"status"`
	Speaker    *string      `json:"speaker"`
	Speech     string       `json:"speech"`
	Passage    int          `json:"passage"`
	Ordinal    int          `json:"ordinal"`
	Sentence   string       `json:"sentence"`
	Why        []string     `json:"why"`
}

// Record returns the figure with its steps in a language, "zh" or "en".
func (f *Figure) Record(language string) Record {
	r := Record{
		Quote: f.Quote, Kind: f.Kind, Value: f.value(), ValueMax: numberOf(f.Max), Unit: orNull(f.Unit), Said: orNull(f.Said),
		Counted: orNull(f.Counted), Per: orNull(f.Per), Bound: string(f.Bound), Direction: orNull(f.Direction),
		Reading: orNull(f.Reading), FactorBy: numberOf(f.By), FactorTo: numberOf(f.To), Indicator: f.Indicator,
		Measure: orNull(f.Measure), Parties: f.Parties, Scope: orNull(f.Scope), Period: orNull(f.Period),
		PeriodFrom: orNull(f.PeriodFrom), Inferred: f.Inferred, Open: f.Open, Status: f.Status, Speaker: orNull(f.Speaker),
		Speech: f.Speech, Passage: f.Passage, Ordinal: f.Ordinal, Sentence: f.Sentence, Why: make([]string, 0, len(f.Why)),
	}
	if r.Parties == nil {
		r.Parties = []string{}
	}
	for _, s := range f.Why {
		r.Why = append(r.Why, s.In(language))
	}
	return r
}

func (f *Figure) value() any {
	switch {
	case f.Date != "":
		return f.Date
	case f.Value == nil:
		return nil
	}
	return *numberOf(f.Value)
}

func numberOf(r *big.Rat) *json.Number {
	if r == nil {
		return nil
	}
	n := json.Number(quantity.Decimal(r))
	if _, ends := r.FloatPrec(); !ends {
		n = json.Number(r.FloatString(5)) // 33.33333, nearer than a millionth; Figure.Value is exact
	}
	return &n
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
