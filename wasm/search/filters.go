package search

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// narrow takes away the passages that do not pass the filters on figures, and
// those that pass one of the excluded filters: from ofSummit by the summit, from
// the others by anything else.
func (f finder) narrow(ctx context.Context, q Query, others, ofSummit *roaring.Bitmap) error {
	if test := q.figureTest(); test != nil {
		told, err := f.withFigures(ctx, test)
		if err != nil {
			return err
		}
		others.And(told)
	}
	for _, w := range q.Without {
		if test := w.figureTest(); test != nil {
			told, err := f.withFigures(ctx, test)
			if err != nil {
				return err
			}
			others.AndNot(told)
			continue
		}
		names := summitNames(w)
		passing := ofDocuments(f.snapshot, func(d *library.Document) bool {
			return inPeriod(w, d) && (len(names) == 0 || named(names, d))
		})
		if len(names) > 0 {
			ofSummit.AndNot(passing)
		} else {
			others.AndNot(passing)
		}
	}
	return nil
}

// exclusive notes that a query asks for nothing but to leave out, and how many
// passages that leaves out.
func (a *Answer) exclusive(s *library.Snapshot, r Request, left uint64) {
	asked := Parse(r.Query)
	if len(asked.filters()) > 0 || slices.ContainsFunc(asked.Clauses, func(c Clause) bool { return c.Occur != MustNot }) ||
		len(asked.Clauses)+len(asked.Without) == 0 {
		return
	}
	all := ofDocuments(s, func(d *library.Document) bool { return r.inDocument(d) && r.ofSummit(d) && inPeriod(a.Query, d) })
	a.Excluding, a.Excluded = true, int(all.GetCardinality()-left)
}

// merge lets dates set beside the query narrow those within.
func (r Request) merge(q Query) Query {
	if r.From > q.From {
		q.From = r.From
	}
	if r.To != "" && (q.To == "" || r.To < q.To) {
		q.To = r.To
	}
	return q
}

// filtered: there is a filter, which by itself asks for all that passes it.
func (r Request) filtered(q Query) bool {
	return q.From != "" || q.To != "" || len(q.Summits) > 0 || len(r.Summits) > 0 || len(q.Without) > 0 || q.figureTest() != nil
}

func (r Request) inDocument(d *library.Document) bool {
	return r.Document == "" || d.ID == r.Document
}

func (r Request) ofSummit(d *library.Document) bool {
	return len(r.Summits) == 0 || slices.Contains(r.Summits, d.Summit.Organisation)
}

// inPeriod: a document without a date is in no period.
func inPeriod(q Query, d *library.Document) bool {
	date := d.Summit.Date
	return (q.From == "" || date >= q.From) && (q.To == "" || date != "" && date <= q.To)
}

// summitNames are the folded names asked for, in every language the glossary
// knows them in. A Chinese one may be part of a name: 上合 is in 上合组织, and
// so asks for 上海合作组织.
func summitNames(q Query) (names []string) {
	for _, asked := range q.Summits {
		folded := text.Fold(asked)
		names = append(append(names, folded), otherNames(asked, folded, corpus.Names())...)
		if first, _ := utf8.DecodeRuneInString(folded); text.IsIdeograph(first) {
			names = append(names, organisersWith(folded)...)
		}
	}
	return names
}

// organisersWith are the full names of the organisations and formats with
// such a string in one of their Chinese names.
func organisersWith(folded string) (names []string) {
	for _, t := range corpus.Names().Terms() {
		if t.Kind != "organisation" && t.Kind != "format" {
			continue
		}
		if slices.ContainsFunc(t.Zh, func(n string) bool { return strings.Contains(text.Fold(n), folded) }) {
			names = append(names, text.Fold(t.Zh[0]))
		}
	}
	return names
}

// named: the summit's name or organisation holds one of the names.
func named(names []string, d *library.Document) bool {
	name := text.Fold(d.Summit.Organisation + "\n" + d.Summit.Event)
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(name, n) })
}
