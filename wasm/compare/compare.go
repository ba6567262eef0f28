// Package compare lines up the figures of many documents by what they mean:
// one indicator given more than once, one measure of different parties side by
// side, what a careful reader would doubt, proposals made at several summits
// and what lies ahead. Every result comes with a sentence that says it.
//
//	result := compare.Run([]compare.Input{{Document: doc, Figures: figure.Extract(doc, names)}}, names)
//	for _, s := range result.Series {
//		fmt.Println(s.Verdict, s.Title.Zh) // differ 哈萨克斯坦与日本贸易额：…
//	}
//
// Every figure becomes an item (item.go), and items about one thing become a
// cluster (cluster.go; topic.go decides whether two wordings mean one thing).
// Series, boards (board*.go) and checks (*check.go) are made of the clusters;
// proposals are found in the sentences themselves (telling.go, initiative.go).
// A draft's figures are compared with the library's (draft*.go). The sentences
// come from data/templates.tsv; explain.go and tell.go fill them in.
package compare

import (
	"math/big"
	"slices"

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

// In returns the words in a language: Chinese for "zh" and "", English for all
// others.
func (w Words) In(language string) string {
	if language == "" || language == "zh" {
		return w.Zh
	}
	return w.En
}

// AllIn returns every one of a list in a language.
func AllIn(list []Words, language string) []string {
	var all []string
	for _, w := range list {
		all = append(all, w.In(language))
	}
	return all
}

// Member is a figure inside a result, with all that a drawing needs.
type Member struct {
	Ref
	Place      text.Span // in the file: the figure, or of a derived value the sentence it follows from
	Value, Max *big.Rat  // signed: a decrease is negative; nil for dates
	Interval   Interval
	Bound      string
	Derived    bool   // calculated from figures of the texts: drawn hatched
	Ahead      bool   // target, plan, forecast or proposal: drawn hollow
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
	Single      []Initiative // proposals with a name in only one document; no finding by themselves
	Calendar    []Entry

	library *library
	index   lazyIndex // for Check, made when it is first asked for
}

// Run compares the figures of all documents. It depends on nothing but its
// arguments, never fails, and takes time in proportion to the figures but for
// sorting. Documents that are nil are passed over.
func Run(docs []Input, names *corpus.Glossary) *Result {
	return run(docs, names, Watch{})
}

// Watch is for callers that must let other work run while comparing goes on, and
// want to know how far it has come.
type Watch struct {
	Pause func() error          // called in every loop; its error ends comparing
	Step  func(done, total int) // called before each part of the work
}

// RunWith is Run under watch; the error is that of w.Pause.
func RunWith(w Watch, docs []Input, names *corpus.Glossary) (r *Result, err error) {
	err = interruptible(func() { r = run(docs, names, w) })
	return r, err
}

// steps are the parts of the work.
const steps = 6

func run(docs []Input, names *corpus.Glossary, w Watch) *Result {
	w.step(0)
	l := newLibrary(docs, names, w.Pause, false)
	r := &Result{library: l}
	clusters := l.clusters()
	w.step(1)
	series := l.series(clusters)
	r.Series = slices.DeleteFunc(slices.Clone(series), func(s Series) bool { return s.echo })
	w.step(2)
	r.Boards = l.boards(clusters)
	w.step(3)
	r.Checks = l.checks(clusters)
	w.step(4)
	r.Initiatives, r.Single = l.initiatives()
	w.step(5)
	r.Calendar = l.calendar(series)
	l.nameKeys(r)
	l.done, l.pause = true, nil
	return r
}

func (w Watch) step(done int) {
	if w.Step != nil {
		w.Step(done, steps)
	}
}
