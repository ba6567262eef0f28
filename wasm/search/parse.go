package search

import (
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
	p := parser{room: maxQuery}
	s = strings.ToValidUTF8(s, " ")
	typed, more := cut(s, maxTyped)
	p.rest = typed
	for p.skipSpace(); p.rest != "" && !p.full; p.skipSpace() {
		p.clause()
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
	rest  string
	query Query
	room  int  // bytes that may still be asked for
	full  bool // more was asked for
}

// add takes in a clause as far as there is room.
func (p *parser) add(c Clause) {
	head, tail := cut(c.Text, p.room)
	p.tooLong(tail)
	if c.Text = head; strings.TrimSpace(text.Fold(head)) == "" {
		return
	}
	p.room -= len(head)
	p.query.Clauses = append(p.query.Clauses, c)
}

// tooLong ignores what there is no room for, and whatever comes after it.
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
	p.query.Ignored = append(p.query.Ignored, Ignored{part, reason})
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

func (p *parser) clause() {
	start := p.rest
	occur := p.sign()
	r, _ := p.peek()
	switch {
	case p.rest == "" || isBlank(r):
		p.ignore(strings.TrimSpace(start[:len(start)-len(p.rest)]), OnlyOperator)
	case r == '"' && opensQuote(p.rest):
		p.phrase(occur)
	default:
		p.word(occur)
	}
}

// sign reads leading + and -; the last one counts.
func (p *parser) sign() Occur {
	occur := Should
	for p.rest != "" {
		r, size := p.peek()
		switch r {
		case '+':
			occur = Must
		case '-':
			occur = MustNot
		default:
			return occur
		}
		p.rest = p.rest[size:]
	}
	return occur
}

func (p *parser) phrase(occur Occur) {
	if occur == Should {
		occur = Must
	}
	inner, closed := p.quoted()
	if !closed && inner == "" {
		return
	}
	if strings.TrimSpace(text.Fold(inner)) == "" {
		p.ignore(`"`+inner+`"`, EmptyPhrase)
		return
	}
	p.add(Clause{Occur: occur, Phrase: true, Text: inner})
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

func (p *parser) word(occur Occur) {
	all := p.rest
	for p.rest != "" {
		r, size := p.peek()
		if isBlank(r) || r == '"' && opensQuote(p.rest) && len(p.rest) < len(all) {
			break
		}
		p.rest = p.rest[size:]
	}
	word := all[:len(all)-len(p.rest)]
	if p.field(word, occur) {
		return
	}
	p.add(Clause{Occur: occur, Text: word})
}
