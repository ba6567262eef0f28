// Package figure decides which quantities of a document are figures of it and
// what they say: what is measured, of whom, for which time, whether it is told
// as a fact or as an aim, and who says so. The numbers themselves are read by
// package quantity.
//
//	for _, f := range figure.Extract(doc, corpus.Names()) {
//		fmt.Println(f.Quote, f.Kind, quantity.Decimal(f.Value), f.Unit, f.Period, f.Indicator)
//	}
//
// First a document is prepared (document.go): what its passages name
// (mention*.go), the words that tell something of figures (cue.go), its times
// (moment*.go), and what holds for all of it, such as its date and whose country
// speaks (document*.go). Then each quantity is a reading (reading.go) that goes
// through the stages listed in rule.go. A stage has its rules in a file, and what
// they ask of the text in files whose names begin so: select, kind, change, bound,
// period, status, speech, party; what the rules of indicator.go make the words of
// is in phrase*.go. data/rules.tsv says each rule in words: the reasons of a
// figure, Why, lead there, and from there to the rule.
package figure

import (
	"math/big"

	"fenghui/corpus"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// Figure is one typed quantity of a document.
type Figure struct {
	Kind string // one of Kinds, or a kind of unit that quantity knows besides
	// Value is exact, in Unit: money in full, shares and changes in percent,
	// years as their number. Max is the upper end of a range. Of dates both are
	// nil and Date holds the ISO text.
	Value, Max *big.Rat
	Date       string
	Unit       string // canonical: USD, km, t, %, pp, x, year …; "" when the text names none
	Said       string // the text's own unit
	Counted    string // what is counted: 投资项目
	Per        string // year, month …, of flows told per time; 吨, 千瓦时 … of what is told per unit
	Bound      quantity.Bound
	Direction  string   // level, increase, decrease; "" for times, ranks and ordinals
	Reading    string   // by, to, ambiguous; of multiples only
	By, To     *big.Rat // what the old level is multiplied with, read either way

	Indicator string   // what is measured, of whom, as a noun phrase
	Measure   string   // id in the taxonomy, "" when it is not there
	Parties   []string // canonical names
	Scope     string   // within, with (of one with the others), toward (of the first in the second), or ""

	Period     string // ISO: 2024, 2026-04, 2020/2025; "" when the text does not say
	PeriodFrom string // stated, inherited, document; "" without a period
	Inferred   bool   // the period rests on a date of the document that was inferred
	Open       bool   // the text tells the time relative to a date that is not known
	Status     string // actual, target, plan, forecast, proposal, or NotClaimed

	Speaker string // canonical name
	Speech  string // direct, indirect, none

	Quote    string    // the words of the text
	Span     text.Span // half-open bytes in the file as read
	Core     text.Span // the number with its unit alone
	Passage  int       // index in Document.Passages
	Ordinal  int       // counts the figures of a passage from 0
	Sentence string
	Why      []Step

	Corrected *Corrected // nil unless a reader has set it right, see With
}

// Kinds are the kinds of figures. Other kinds of units (speed, temperature …)
// come as quantity names them.
var Kinds = []string{
	"money", "count", "length", "mass", "area", "volume", "energy", "power", "share", "change", "multiple",
	"rank", "ordinal", "duration", "anniversary", "century", "year", "date",
}

// Extract returns the figures of a document in order. It never fails, depends
// on nothing but its arguments, and takes time in proportion to the text.
func Extract(doc *corpus.Document, names *corpus.Glossary) []Figure {
	if doc == nil || names == nil {
		return nil
	}
	return newDocument(doc, names).figures()
}

// figures reads the passages in order.
func (d *document) figures() []Figure {
	all := 0
	for _, p := range d.passages {
		p.readFigures()
		all += len(p.read)
	}
	found := make([]Figure, 0, all)
	for _, p := range d.passages {
		for _, r := range p.read {
			found = append(found, r.Figure)
		}
	}
	return found
}
