// Package entity tells quantities the way recognisers of other makers do, for
// the public suites of cases: flat records, one for each way to look at the
// same words. 5元 is money and holds a number; 三年前 is a duration and a time.
//
//	for _, e := range entity.Of("三斤半", "2025-10-09") {
//		fmt.Println(e.Kind, *e.Num, e.Unit) // number 3, then dimension 1.75 千克
//	}
package entity

import (
	"math/big"
	"unicode/utf8"

	"fenghui/wasm/quantity"
)

// Entity is one way to look at a quantity: Start and End count Unicode code
// points; From and To are days, To is the first one after.
type Entity struct {
	Start int      `json:"start"`
	End   int      `json:"end"`
	Kind  string   `json:"kind"`
	Num   *float64 `json:"num,omitempty"`
	Unit  string   `json:"unit,omitempty"`
	ISO   string   `json:"iso,omitempty"`
	Low   *float64 `json:"lo,omitempty"`
	High  *float64 `json:"hi,omitempty"`
	From  string   `json:"from,omitempty"`
	To    string   `json:"to,omitempty"`
	Timex string   `json:"timex,omitempty"`
}

// Of returns the entities of a text told on the day ref (YYYY-MM-DD, or empty).
func Of(text, ref string) []Entity {
	day, _ := quantity.ParseDate(ref)
	list := []Entity{}
	at := pointCounter{text: text}
	for _, q := range quantity.Read(text, day) {
		for _, e := range withMega(appendEntities(nil, &q), &q, text) {
			e.Start, e.End = at.points(e.Start), at.points(e.End)
			list = append(list, e)
		}
	}
	return list
}

// pointCounter turns bytes into code points. Calls go mostly forward.
type pointCounter struct {
	text          string
	bytes, counts int
}

func (c *pointCounter) points(offset int) int {
	if offset < c.bytes {
		return c.counts - utf8.RuneCountInString(c.text[offset:c.bytes])
	}
	c.counts += utf8.RuneCountInString(c.text[c.bytes:offset])
	c.bytes = offset
	return c.counts
}

// appendEntities adds all that a quantity is and holds.
func appendEntities(list []Entity, q *quantity.Quantity) []Entity {
	if q.NotFigure != "word" {
		list = appendNumbers(list, q)
	}
	core := coreOf(q)
	switch q.Kind {
	case quantity.Number, quantity.Count:
		list = appendRange(list, q)
		if len(q.Parts) == 0 {
			core.Kind = "number"
			list = append(list, core)
		}
	case quantity.Fraction:
		if len(q.Parts) == 0 {
			core.Kind = "fraction"
			core.tell(q, hundredth)
			list = append(list, core)
		}
	case quantity.Percent, quantity.Multiple, quantity.Ordinal, quantity.Temperature:
		core.Kind = string(q.Kind)
		list = append(list, core)
	case quantity.Money:
		list = append(list, currency(q, core))
	case quantity.Duration:
		list = append(list, Entity{Start: q.Core.Start, End: q.Core.End, Kind: "duration", Timex: q.ISODuration()})
	default:
		if q.UnitName() != "" && q.Time == nil {
			list = append(list, dimension(q, core))
		}
	}
	if q.Time != nil {
		list = append(list, timeEntity(q))
	}
	if q.Else != nil && q.Else.Kind != q.Kind {
		list = appendElse(list, q.Else)
	}
	return list
}

// coreOf is a quantity as its unit tells it, with the words that bound it.
func coreOf(q *quantity.Quantity) Entity {
	core := Entity{Start: q.Core.Start, End: q.Core.End}
	if q.Bound == quantity.AtLeast || q.Bound == quantity.AtMost {
		core.Start, core.End = q.Span.Start, q.Span.End
	}
	core.tell(q, one)
	return core
}

// withMega lets the number of 3M be three million, while the measure stays three
// metres: both are written so.
func withMega(list []Entity, q *quantity.Quantity, text string) []Entity {
	if q.Kind != quantity.Length || q.Said != "m" || text[q.Core.End-1] != 'M' {
		return list
	}
	for k := range list {
		if e := &list[k]; e.Kind == "number" {
			e.End = q.Core.End
			*e.Num *= 1e6
		}
	}
	return list
}

// appendElse adds the other reading of the same words, without its numbers,
// which are there already.
func appendElse(list []Entity, q *quantity.Quantity) []Entity {
	for _, e := range appendEntities(nil, q) {
		if e.Kind != "number" {
			list = append(list, e)
		}
	}
	return list
}

// appendNumbers adds the bare numbers. A percentage is no number besides.
func appendNumbers(list []Entity, q *quantity.Quantity) []Entity {
	if q.Kind == quantity.Percent {
		return list
	}
	for _, p := range q.Parts {
		if p.Lone && q.Kind == quantity.Money && utf8.RuneCountInString(q.Said) > 1 {
			continue // a single digit with a currency's name is told as money only
		}
		list = append(list, Entity{Start: p.Span.Start, End: p.Span.End, Kind: "number", Num: float(p.Value)})
		if p.Everyday {
			list = append(list, Entity{Start: p.Span.Start, End: p.Span.End, Kind: "currency", Num: float(p.Value), ISO: "CNY"})
		}
	}
	return list
}

// appendRange adds what bounds a number from below or above.
func appendRange(list []Entity, q *quantity.Quantity) []Entity {
	e := Entity{Start: q.Span.Start, End: q.Span.End, Kind: "range"}
	switch q.Bound {
	case quantity.Exact:
		if q.Span.Start < q.Core.Start && q.Kind == quantity.Number {
			e.Low, e.High = float(q.Value), float(q.Value)
		}
	case quantity.Range:
		e.Low, e.High = float(q.Value), float(q.Max)
	case quantity.Over, quantity.AtLeast:
		e.Low = float(q.Value)
	case quantity.Under, quantity.AtMost:
		e.High = float(q.Value)
	}
	if e.Low == nil && e.High == nil || q.Ceiling != nil {
		return list
	}
	if q.Kind == quantity.Count && len(q.Parts) > 0 {
		e.Start, e.End = q.Parts[0].Span.Start, q.Parts[len(q.Parts)-1].Span.End
	}
	return append(list, e)
}

// timeEntity is a time. A century is told from its year 00 on, as most
// recognisers do.
func timeEntity(q *quantity.Quantity) Entity {
	e := Entity{Start: q.Core.Start, End: q.Core.End, Kind: "period", From: q.Time.From.String(), To: q.Time.To.String()}
	if q.Kind == quantity.Duration {
		e.Start, e.End = q.Span.Start, q.Span.End
	}
	if q.Time.Grain == quantity.Day && !q.Time.Ends {
		e.Kind = "date"
	}
	if q.Kind == quantity.CenturyKind {
		from, to := q.Time.From, q.Time.To
		from.Year--
		to.Year--
		e.From, e.To = from.String(), to.String()
	}
	return e
}

// one leaves a value as it is; hundredth makes a part of percent.
var one, hundredth = big.NewRat(1, 1), big.NewRat(1, 100)

// tell sets the number and the ends of its range, all times factor.
func (e *Entity) tell(q *quantity.Quantity, factor *big.Rat) {
	low, high := ends(q)
	e.Num, e.Low, e.High = scaled(q.Value, factor), scaled(low, factor), scaled(high, factor)
}

// ends are what a quantity is at least and at most; nil where it has no such end.
func ends(q *quantity.Quantity) (low, high *big.Rat) {
	if q.Max != nil || q.Ceiling != nil || q.Bound == quantity.AtLeast {
		low = q.Value
	}
	switch {
	case q.Bound == quantity.AtMost:
		high = q.Value
	case q.Max != nil:
		high = q.Max
	default:
		high = q.Ceiling
	}
	return low, high
}

// scaled is r times factor as a double, nil where there is none.
func scaled(r, factor *big.Rat) *float64 {
	if r == nil {
		return nil
	}
	return float(new(big.Rat).Mul(r, factor))
}

func float(r *big.Rat) *float64 {
	if r == nil {
		return nil
	}
	f, _ := r.Float64()
	return &f
}
