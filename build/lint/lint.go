// Package lint checks records for their editors: whether the front matter says
// all a reader needs, whether the glossary knows the names, and whether the
// program reads the figures as the editor means them. A record states those in
// its front matter, one a line:
//
//	figures:
//	- 贸易额｜哈萨克斯坦、中国｜超过310亿美元｜2022｜现状
//
// The value is read with the program's own reading of quantities, looked for
// among the figures of the text, and then period, parties and status are
// compared.
package lint

import (
	"fmt"
	"slices"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

// Finding is something an editor should look at.
type Finding struct {
	Name string // of the file
	Line int    // from 1; 0 when it is about the whole file
	// Class says what is wrong in a word: front, name, value, bound, sense,
	// period, inferred, parties, status; reason, where a reason is given for
	// what is read as meant; or unlisted, excepted.
	Class string
	What  string
	Hint  bool // nothing is wrong, but the editor may have forgotten it
}

func (f Finding) String() string {
	place := f.Name
	if f.Line > 0 {
		place = fmt.Sprintf("%s:%d", f.Name, f.Line)
	}
	if f.Hint {
		return place + ": hint: " + f.What
	}
	return place + ": " + f.What
}

// Result is what one record gave.
type Result struct {
	Findings []Finding // in order of lines
	Listed   int       // figures the front matter lists
	Matched  int       // of them those the program reads just so
	Excepted int       // of them those it reads otherwise for the reason given
}

// Check checks one record against the glossary and its own list of figures.
// Articles have no list and no front matter; of them only names are checked.
func Check(doc *corpus.Document, names *corpus.Glossary) Result {
	c := &checker{doc: doc, names: names, figures: figure.Extract(doc, names)}
	if doc.Kind == corpus.Record {
		c.front()
	}
	c.namesKnown()
	c.expected()
	c.unlisted()
	slices.SortStableFunc(c.result.Findings, func(a, b Finding) int { return a.Line - b.Line })
	return c.result
}

// checker is one record on its way through the checks.
type checker struct {
	doc     *corpus.Document
	names   *corpus.Glossary
	figures []figure.Figure
	told    []bool // of figures: one of those that are listed
	result  Result
}

func (c *checker) found(line int, class, format string, args ...any) {
	c.result.Findings = append(c.result.Findings, Finding{Name: c.doc.Name, Line: line, Class: class, What: fmt.Sprintf(format, args...)})
}

func (c *checker) hint(line int, class, format string, args ...any) {
	c.found(line, class, format, args...)
	c.result.Findings[len(c.result.Findings)-1].Hint = true
}
