// Package search answers questions to a library: it reads the query language,
// finds the passages that satisfy a query, ranks them, and shows where in the
// text the hits are.
//
// What Ctrl+F would find is found: a quoted phrase is verified against the
// folded text of each passage, so it finds exactly the passages that hold it.
//
//	answer, err := search.Run(ctx, snapshot, search.Request{Query: `贸易额 "跨里海"`})
//
// A query goes three steps. Characters become tokens (token.go), tokens become
// clauses and filters (parse.go, clauses.go, fields.go), and these find passages:
// other names of what a clause asks for are added (expand.go), the passages that
// satisfy it are looked up (find.go), put together and scored (match.go, rank.go,
// termscorer.go), and those that no filter holds back (filters.go) are grouped by
// document (bydocument.go) and marked (highlight.go, snippet.go). Package
// figurelist lists figures.
package search

import "strings"

// Occur says what a clause demands.
type Occur int

const (
	Should  Occur = iota // wanted: the more of them the better
	Must                 // +x, and every phrase
	MustNot              // -x
)

// Clause is one thing asked for: a string, or a group in brackets.
type Clause struct {
	Occur  Occur
	Phrase bool   // exactly this string
	Text   string // as typed, without operators and quotation marks

	// Any are the alternatives of a group, each of which asks for all that is in
	// it: (a b OR c). In them every Occur is Must or MustNot.
	Any [][]Clause
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
	Speeches []string // direct, indirect, none: how the figure is told

	// Whom or what the passage names, any of each, as typed and folded.
	Places  []string // countries and organisations
	Persons []string // also who speaks in the document
	Topics  []string // also what the passage's heading names

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
	SecondDate      = "second-date" // the first one holds
	BadValue        = "bad-value"
	BadKind         = "bad-kind"
	BadStatus       = "bad-status"
	BadYear         = "bad-year"
	BadSpeech       = "bad-speech"
	UnknownField    = "unknown-field" // what stands behind it is searched for
	Unbalanced      = "unbalanced-bracket"
	TooDeep         = "too-deep" // brackets within brackets
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
	for _, f := range filterFields {
		for _, value := range f.values(&q) {
			parts = append(parts, f.name+":"+quoteIfNeeded(value))
		}
	}
	return parts
}

// values of a filter in a query, as they are written.
func (f *filterField) values(q *Query) (list []string) {
	switch f.name {
	case "date":
		if q.From != "" || q.To != "" {
			list = append(list, q.From+".."+q.To)
		}
	case "value":
		for _, v := range q.Values {
			list = append(list, v.Text)
		}
	default:
		if f.list != nil {
			list = *f.list(q)
		}
	}
	return list
}

func (c Clause) String() string {
	sign := map[Occur]string{Must: "+", MustNot: "-"}[c.Occur]
	switch {
	case c.Any != nil:
		return sign + "(" + alternatives(c.Any) + ")"
	case c.Phrase && c.Occur == Must: // a phrase is always demanded
		return quote(c.Text)
	case c.Phrase:
		return sign + quote(c.Text)
	}
	return sign + c.Text
}

// alternatives of a group, without its brackets. What is not excluded in them
// is demanded, and needs no sign.
func alternatives(of [][]Clause) string {
	var list []string
	for _, all := range of {
		var parts []string
		for _, c := range all {
			parts = append(parts, strings.TrimPrefix(c.String(), "+"))
		}
		one := strings.Join(parts, " ")
		if len(all) > 1 && len(of) > 1 {
			one = "(" + one + ")"
		}
		list = append(list, one)
	}
	return strings.Join(list, " OR ")
}

func quoteIfNeeded(s string) string {
	if strings.ContainsAny(s, " \"\\()") {
		return quote(s)
	}
	return s
}
