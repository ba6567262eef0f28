// Package search answers questions to a library: it reads the query language,
// finds the passages that satisfy a query, ranks them, and shows where in the
// text the hits are.
//
// What Ctrl+F would find is found: a quoted phrase is verified against the
// folded text of each passage, so it finds exactly the passages that hold it.
//
//	answer, err := search.Run(ctx, snapshot, search.Request{Query: `贸易额 "跨里海"`})
package search

import (
	"strings"
	"time"
)

// Occur says what a clause demands.
type Occur int

const (
	Should  Occur = iota // wanted: the more of them the better
	Must                 // +x, and every phrase
	MustNot              // -x
)

// Clause is one thing asked for.
type Clause struct {
	Occur  Occur
	Phrase bool   // exactly this string
	Text   string // as typed, without operators and quotation marks
}

// Query is a query as understood.
type Query struct {
	Clauses  []Clause
	From, To string   // YYYY-MM-DD, inclusive, of the summit's date; empty: open
	Summits  []string // parts of names of organisations or events, any of them

	// What one and the same figure of the passage must be: all of Values, and
	// any of Kinds, of Statuses and of Years.
	Values   []Value
	Kinds    []string // money, share …
	Statuses []string // actual, target …
	Years    []string // a year, month or day, or a range: of the figure's period

	Without []Query // each a single filter, which no passage found may pass

	Ignored []Ignored
}

// Ignored is a part of a query that could not be used, and why.
type Ignored struct {
	Part   string
	Reason string
}

// Reasons why a part is ignored.
const (
	UnbalancedQuote = "unbalanced-quote" // read up to the end
	OnlyOperator    = "only-operators"
	EmptyPhrase     = "empty-phrase"
	TooLong         = "too-long"
	BadDate         = "bad-date"
	BadValue        = "bad-value"
	BadPeriod       = "bad-period"
	BadKind         = "bad-kind"
	BadStatus       = "bad-status"
	BadYear         = "bad-year"
)

// String is the query in its canonical form; Parse gives the same query for it.
func (q Query) String() string {
	var parts []string
	for _, c := range q.Clauses {
		parts = append(parts, c.String())
	}
	parts = append(parts, q.filters()...)
	for _, w := range q.Without {
		for _, f := range w.filters() {
			parts = append(parts, "-"+f)
		}
	}
	return strings.Join(parts, " ")
}

// filters in their canonical form.
func (q Query) filters() (parts []string) {
	if q.From != "" || q.To != "" {
		parts = append(parts, "date:"+q.From+".."+q.To)
	}
	for _, s := range q.Summits {
		parts = append(parts, "summit:"+quoteIfNeeded(s))
	}
	for _, v := range q.Values {
		parts = append(parts, "value:"+quoteIfNeeded(v.Text))
	}
	for i, list := range [][]string{q.Kinds, q.Statuses, q.Years} {
		for _, s := range list {
			parts = append(parts, []string{"kind:", "status:", "year:"}[i]+quoteIfNeeded(s))
		}
	}
	return parts
}

func (c Clause) String() string {
	sign := map[Occur]string{Must: "+", MustNot: "-"}[c.Occur]
	if c.Phrase {
		if c.Occur == Must {
			sign = "" // a phrase is always demanded
		}
		return sign + quote(c.Text)
	}
	return sign + c.Text
}

func quoteIfNeeded(s string) string {
	if strings.ContainsAny(s, " \"\\") {
		return quote(s)
	}
	return s
}

// period reads a date or a range of dates: a year, a month or a day, or two of
// them with ".." between, either of which may be left out.
func period(s string) (from, to string, ok bool) {
	first, last, ranged := strings.Cut(s, "..")
	if !ranged {
		last = first
	}
	if first != "" {
		if from, _, ok = bounds(first); !ok {
			return "", "", false
		}
	}
	if last != "" {
		if _, to, ok = bounds(last); !ok {
			return "", "", false
		}
	}
	return from, to, (from != "" || to != "") && (from == "" || to == "" || from <= to)
}

// bounds gives the first and last day of a year, month or day.
func bounds(s string) (first, last string, ok bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {time.DateOnly, 0, 0, 1}} {
		if t, err := time.Parse(form.layout, s); err == nil {
			end := t.AddDate(form.years, form.months, form.days).AddDate(0, 0, -1)
			return t.Format(time.DateOnly), end.Format(time.DateOnly), true
		}
	}
	return "", "", false
}
