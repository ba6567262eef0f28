package search

import (
	"slices"
	"strings"
	"unicode"
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
	p := parser{budget: maxQuery}
	s = strings.ToValidUTF8(s, " ")
	typed, more := cut(s, maxTyped)
	p.rest = typed
	for _, c := range p.list() {
		p.query.Clauses = append(p.query.Clauses, c.spliced()...)
	}
	p.tooLong(p.rest + more)
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

type parser struct {
	rest   string
	query  Query
	budget int  // bytes that may still be asked for
	full   bool // more was asked for

	depth   int  // brackets that are open
	negated bool // within -( )
}

// take is a clause as far as the budget goes.
func (p *parser) take(c Clause) []Clause {
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

// peek is the next character after folding: all quotation marks are '"', all
// spaces ' ', full-width signs like the plain ones.
func (p *parser) peek() (folded rune, size int) {
	r, size := utf8.DecodeRuneInString(p.rest)
	return text.FoldRune(r), size
}

func (p *parser) skipSpace() {
	for p.rest != "" {
		r, size := p.peek()
		if !isBlank(r) {
			return
		}
		p.rest = p.rest[size:]
	}
}

// isBlank: a space, or a character folding drops.
func isBlank(folded rune) bool { return folded < 0 || unicode.IsSpace(folded) }

// sign reads leading + and -, and NOT; the last one counts.
func (p *parser) sign() Occur {
	occur := Should
	for p.rest != "" {
		r, size := p.peek()
		switch {
		case r == '+':
			occur = Must
		case r == '-':
			occur = MustNot
		case p.at(notSign):
			p.rest = p.rest[len(notSign):]
			p.skipSpace()
			occur, size = MustNot, 0
		default:
			return occur
		}
		p.rest = p.rest[size:]
	}
	return occur
}

func (p *parser) phrase(occur Occur) []Clause {
	if occur == Should {
		occur = Must
	}
	inner, closed := p.quoted()
	if !closed && inner == "" {
		return nil
	}
	if strings.TrimSpace(text.Fold(inner)) == "" {
		p.ignore(`"`+inner+`"`, EmptyPhrase)
		return nil
	}
	return p.take(Clause{Occur: occur, Phrase: true, Text: inner})
}

// quoted reads a quoted string, which p.rest begins with. One without an end
// goes to the end of the query, and that is told.
func (p *parser) quoted() (inner string, closed bool) {
	inner, rest, closed := unquote(p.rest)
	if !closed {
		p.ignore(`"`, UnbalancedQuote)
	}
	p.rest = rest
	return inner, closed
}

// word reads a word or a filter. The name of the filter is told, if it is one.
func (p *parser) word(occur Occur) (found []Clause, field string) {
	all := p.rest
	word := all[:wordEnd(all)]
	p.rest = all[len(word):]
	if field = p.field(word, occur); field != "" {
		return nil, field
	}
	if name := unknownField(word); name != "" {
		p.ignore(name, UnknownField)
		if p.rest = all[len(name):]; occur == MustNot && len(name) < len(all) {
			p.rest = "-" + p.rest
		}
		return nil, ""
	}
	return p.take(Clause{Occur: occur, Text: word}), ""
}
