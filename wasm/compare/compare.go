// Package compare lines up the figures of many documents by what they mean:
// one indicator told more than once, one measure of different parties side by
// side, what a careful reader would doubt, proposals told at several summits
// and what lies ahead. Every result says itself in a sentence.
//
//	result := compare.Run([]compare.Input{{Document: doc, Figures: figure.Extract(doc, names)}}, names)
//	for _, s := range result.Series {
//		fmt.Println(s.Verdict, s.Title.Zh) // differ 哈萨克斯坦与日本贸易额：…
//	}
package compare

import (
	"math/big"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/text"
)

// Input is a document with its figures, as figure.Extract gives them.
type Input struct {
	Document *corpus.Document
	Figures  []figure.Figure
}

// Ref points at a figure of the inputs: the Figure-th of the Document-th.
type Ref struct{ Document, Figure int }

// Words says one thing in two languages.
type Words struct{ Zh, En string }

// Member is a figure inside a result, with all that a drawing needs.
type Member struct {
	Ref
	Place      text.Span // in the file: the figure, or of a derived value the sentence it follows from
	Value, Max *big.Rat  // signed: a decrease is negative; nil for dates
	Interval   Interval
	Bound      string
	Derived    bool   // follows from what is told, is not told itself: hatched
	Ahead      bool   // target, plan, forecast or proposal: hollow
	Status     string // as in figure.Figure
	Period     string // ISO, "" when not told
	Label      Words  // what tells it from the others: the partner, the origin, the document
	Told       Words  // the value as told
}

// Result is everything that comparing found, in a fixed order.
type Result struct {
	Series      []Series
	Boards      []Board
	Checks      []Check
	Initiatives []Initiative
	Calendar    []Entry

	library *library
	desks   desks // for Check, laid out when it is first asked for
}

// Run compares the figures of all documents. It depends on nothing but its
// arguments, never fails, and takes time in proportion to the figures but for
// sorting. Documents that are nil are passed over.
func Run(docs []Input, names *corpus.Glossary) *Result {
	return run(newLibrary(docs, names, nil))
}

// RunWith is Run for who must give way now and then: it calls pause in every
// loop and ends with its error, if it has one.
func RunWith(pause func() error, docs []Input, names *corpus.Glossary) (r *Result, err error) {
	err = interruptible(func() { r = run(newLibrary(docs, names, pause)) })
	return r, err
}

func run(l *library) *Result {
	r := &Result{library: l}
	clusters := l.clusters()
	r.Series = l.series(clusters)
	r.Boards = l.boards(clusters)
	r.Checks = l.checks(clusters)
	r.Initiatives = l.initiatives()
	r.Calendar = l.calendar(r.Series)
	l.nameKeys(r)
	l.done, l.pause = true, nil
	return r
}
