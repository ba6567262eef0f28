package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"unicode/utf8"

	"fenghui/wasm/quantity"
)

// textLine is one line of the input of quantities.
type textLine struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Ref  string `json:"ref"`
}

// entityLine is one line of its output.
type entityLine struct {
	ID       string   `json:"id"`
	Entities []entity `json:"entities"`
}

// entity is a quantity as recognisers print it: Start and End count Unicode
// code points; From and To are days, To is the first one after. The same words
// may be several entities: 5元 is money and holds a number.
type entity struct {
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

// runQuantities reads lines of {"id", "text", "ref"} and prints what
// quantities each text holds.
func runQuantities(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	set := flags("quantities", "Reads lines {\"id\", \"text\", \"ref\"} and prints lines {\"id\", \"entities\"}.", stderr)
	if err := parse(set, args); err != nil {
		return err
	}
	out := bufio.NewWriter(stdout)
	decoder, encoder := json.NewDecoder(bufio.NewReader(stdin)), json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for n := 1; ctx.Err() == nil; n++ {
		var line textLine
		if err := decoder.Decode(&line); err == io.EOF {
			break
		} else if err != nil {
			return fmt.Errorf("quantities: line %d: %w", n, err)
		}
		if err := encoder.Encode(entityLine{line.ID, entities(line.Text, line.Ref)}); err != nil {
			return fmt.Errorf("quantities: %w", err)
		}
	}
	return out.Flush()
}

// entities returns the entities of a text, told on the day ref.
func entities(text, ref string) []entity {
	day, _ := quantity.ParseDate(ref)
	list := []entity{}
	at := pointCounter{text: text}
	for _, q := range quantity.Read(text, day) {
		for _, e := range appendEntities(nil, &q) {
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
func appendEntities(list []entity, q *quantity.Quantity) []entity {
	if q.NotFigure != "word" {
		list = appendNumbers(list, q)
	}
	core := entity{Start: q.Core.Start, End: q.Core.End, Num: float(q.Value), Low: lowEnd(q), High: highEnd(q)}
	if q.Bound == quantity.AtLeast || q.Bound == quantity.AtMost {
		core.Start, core.End = q.Span.Start, q.Span.End
	}
	switch q.Kind {
	case quantity.Number, quantity.Count:
		list = appendRange(list, q)
		if len(q.Parts) == 0 {
			core.Kind = "number"
			list = append(list, core)
		}
	case quantity.Fraction:
		if len(q.Parts) == 0 {
			core.Kind, core.Num = "fraction", float(new(big.Rat).Quo(q.Value, big.NewRat(100, 1)))
			list = append(list, core)
		}
	case quantity.Percent, quantity.Multiple, quantity.Ordinal, quantity.Temperature:
		core.Kind = string(q.Kind)
		list = append(list, core)
	case quantity.Money:
		list = append(list, currency(q, core))
	case quantity.Duration:
		list = append(list, entity{Start: q.Core.Start, End: q.Core.End, Kind: "duration", Timex: q.ISODuration()})
	case quantity.Rank, quantity.Age, quantity.Anniversary, quantity.Clock:
	default:
		if q.Time == nil {
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

// appendElse adds the other reading of the same words, without its numbers,
// which are there already.
func appendElse(list []entity, q *quantity.Quantity) []entity {
	for _, e := range appendEntities(nil, q) {
		if e.Kind != "number" {
			list = append(list, e)
		}
	}
	return list
}

// appendNumbers adds the bare numbers. A percentage is no number besides.
func appendNumbers(list []entity, q *quantity.Quantity) []entity {
	if q.Kind == quantity.Percent {
		return list
	}
	for _, p := range q.Parts {
		if p.Lone && q.Kind == quantity.Money && utf8.RuneCountInString(q.Said) > 1 {
			continue // a single digit with a currency's name is told as money only
		}
		list = append(list, entity{Start: p.Span.Start, End: p.Span.End, Kind: "number", Num: float(p.Value)})
		if p.Everyday {
			list = append(list, entity{Start: p.Span.Start, End: p.Span.End, Kind: "currency", Num: float(p.Value), ISO: "CNY"})
		}
	}
	return list
}

// appendRange adds what bounds a number from below or above.
func appendRange(list []entity, q *quantity.Quantity) []entity {
	e := entity{Start: q.Span.Start, End: q.Span.End, Kind: "range"}
	switch q.Bound {
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

// coins are currencies without a country, by the names recognisers use.
var coins = map[string]string{"BTC": "Bitcoin", "ETH": "Ethereum"}

// currency is an amount of money. Of 八到九百亿 recognisers let only the last
// place go for both numbers, which is the other reading here.
func currency(q *quantity.Quantity, e entity) entity {
	if q.Else != nil && q.Else.Kind == quantity.Money && q.Bound == quantity.Range {
		e.Num, e.Low, e.High = float(q.Else.Value), lowEnd(q.Else), highEnd(q.Else)
	}
	e.Kind, e.ISO, e.Unit = "currency", q.Unit, coins[q.Unit]
	if e.Unit != "" {
		e.ISO = ""
	}
	return e
}

// dimension gives a measure in the base unit of its kind where the names of
// units differ from suite to suite, else in the text's own unit.
func dimension(q *quantity.Quantity, e entity) entity {
	e.Kind = "dimension"
	name, factor := "", big.NewRat(1, 1)
	_, toBase := quantity.Base(q.Unit)
	switch q.Kind {
	case "length":
		name, factor = "米", toBase
	case "mass":
		name, factor = "千克", toBase
	case "area":
		name, factor = "平方米", toBase
	case "volume":
		name, factor = "升", new(big.Rat).Mul(toBase, big.NewRat(1000, 1))
	case "energy", "power":
		name, factor = q.Said, new(big.Rat).Inv(q.Factor())
	default:
		name, factor = q.UnitName(), new(big.Rat).Inv(q.Factor())
	}
	e.Num = float(new(big.Rat).Mul(q.Value, factor))
	e.Unit = name
	return e
}

// timeEntity is a time. A century is told from its year 00 on, as most
// recognisers do.
func timeEntity(q *quantity.Quantity) entity {
	e := entity{Start: q.Core.Start, End: q.Core.End, Kind: "period", From: q.Time.From.String(), To: q.Time.To.String()}
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

func float(r *big.Rat) *float64 {
	if r == nil {
		return nil
	}
	f, _ := r.Float64()
	return &f
}

func lowEnd(q *quantity.Quantity) *float64 {
	if q.Max != nil || q.Ceiling != nil || q.Bound == quantity.AtLeast {
		return float(q.Value)
	}
	return nil
}

func highEnd(q *quantity.Quantity) *float64 {
	if q.Bound == quantity.AtMost {
		return float(q.Value)
	}
	if q.Max != nil {
		return float(q.Max)
	}
	return float(q.Ceiling)
}
