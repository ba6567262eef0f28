package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// maxQuery is how much may be asked for, in bytes without quotation marks and
// operators. Nobody types more; a pasted article is a case for checking a draft.
const maxQuery = 2000

// maxTyped is how much of what was typed is looked at. The canonical form of a
// query is never longer, so it is never cut.
const maxTyped = 8 * maxQuery

// What is ignored is told, but not without end.
const (
	maxIgnored = 20  // parts
	maxPart    = 120 // bytes of a part
)

// Parse reads a query. Nothing is an error: what cannot be used is listed in
// Ignored, and the rest stands.
func Parse(s string) Query {
	typed, more := cut(strings.ToValidUTF8(s, " "), maxTyped)
	p := parser{lexer: lexer{typed}, budget: maxQuery}
	p.advance()
	for _, c := range p.list() {
		p.query.Clauses = append(p.query.Clauses, c.spliced()...)
	}
	p.tooLong(more)
	return p.query
}

// cut divides a string after at most n bytes, between characters.
func cut(s string, n int) (head, tail string) {
	if len(s) <= n {
		return s, ""
	}
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n], s[n:]
}

// parser makes clauses of tokens.
type parser struct {
	lexer
	token  token // that comes next
	query  Query
	budget int  // bytes that may still be asked for
	full   bool // more was asked for

	depth   int  // brackets that are open
	negated bool // within -( )
}

// advance goes on to the token after the next.
func (p *parser) advance() { p.token = p.next() }

// afford gives a clause as far as the budget goes.
func (p *parser) afford(c Clause) []Clause {
	head, tail := cut(c.Text, p.budget)
	p.tooLong(tail)
	if tail != "" && !c.Phrase { // a bracket or quotation that is cut is no longer part of a word
		head = head[:wordEnd(head)]
	}
	if c.Text = head; strings.TrimSpace(text.Fold(head)) == "" {
		return nil
	}
	p.budget -= len(head)
	return []Clause{c}
}

// charge takes from the budget what a sign of its own needs in the canonical form.
func (p *parser) charge(n int) { p.budget = max(p.budget-n, 0) }

// tooLong ignores what is beyond the budget, and whatever comes after it.
func (p *parser) tooLong(rest string) {
	if rest != "" && !p.full {
		p.full = true
		p.ignore(rest, TooLong)
	}
}

func (p *parser) ignore(part, reason string) {
	if len(p.query.Ignored) == maxIgnored {
		return
	}
	if head, tail := cut(part, maxPart); tail != "" {
		part = head + ellipsis
	}
	if i := (Ignored{part, reason}); !slices.Contains(p.query.Ignored, i) {
		p.query.Ignored = append(p.query.Ignored, i)
	}
}
