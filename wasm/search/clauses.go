package search

import (
	"strings"

	"fenghui/wasm/text"
)

// The second step of reading a query: tokens to clauses. In go the tokens
// (token.go); out come the clauses and filters of a Query, and what of it is
// ignored. Signs belong to what follows them, OR, AND and brackets to what stands
// on both sides or between.

// maxDepth of brackets within brackets.
const maxDepth = 32

// list reads clauses up to the end, or to the bracket that closes the group
// they are in.
func (p *parser) list() []Clause {
	l := lister{parser: p}
	for p.token.kind != atEnd && !p.full && (p.token.kind != closesGroup || p.depth == 0) {
		switch p.token.kind {
		case closesGroup:
			p.ignore(p.token.typed, Unbalanced)
			p.advance()
		case orSign:
			p.advance()
			l.or()
		case andSign:
			p.advance()
			l.and()
		default:
			l.operand()
		}
	}
	l.noSecond()
	return l.found
}

// lister puts together what stands in one pair of brackets.
type lister struct {
	*parser
	found   []Clause
	last    side // what was read last
	pending side // what stood before an OR that waits for its other side
	joined  bool // an AND waits for its other side
}

// side is what stands on a side of an OR or AND: a clause, a filter, or nothing.
type side struct {
	clause bool
	filter *filterField
}

func (s side) isNothing() bool { return s == side{} }

// or waits for what comes next. Without anything before it, it is ignored.
func (l *lister) or() {
	l.noSecond()
	if l.pending = l.last; l.last.isNothing() {
		l.ignore("OR", OnlyOperator)
	}
	l.charge(len(" OR ()")) // with its spaces and brackets, before what follows uses up the budget
	l.last = side{}
}

// and demands what stands before it, and waits for what comes next.
func (l *lister) and() {
	l.noSecond()
	if l.last.isNothing() {
		l.ignore("AND", OnlyOperator)
	}
	if l.last.clause {
		l.found[len(l.found)-1].demand()
	}
	l.joined, l.last = !l.last.isNothing(), side{}
}

func (c *Clause) demand() {
	if c.Occur == Should {
		c.Occur = Must
	}
}

// noSecond gives up an OR or AND whose second side never came.
func (l *lister) noSecond() {
	if !l.pending.isNothing() {
		l.ignore("OR", OnlyOperator)
	}
	if l.joined {
		l.ignore("AND", OnlyOperator)
	}
	l.pending, l.joined = side{}, false
}

// operand reads what stands on a side of an OR or AND, or alone.
func (l *lister) operand() {
	clauses, filter := l.clause()
	if len(clauses) == 0 && filter == nil {
		return
	}
	if l.joined && len(clauses) > 0 {
		clauses[0].demand()
	}
	first, second := l.pending, side{clause: filter == nil, filter: filter}
	l.pending, l.joined, l.last = side{}, false, second
	switch {
	case first.clause && second.clause:
		before := &l.found[len(l.found)-1]
		*before = either(*before, clauses[0])
		return
	case !first.isNothing() && first != second: // values of one filter are alternatives anyway
		l.ignore("OR", OnlyOperator)
	}
	l.found = append(l.found, clauses...)
}

// clause reads one clause; a filter is added to the query and returned.
func (p *parser) clause() (found []Clause, filter *filterField) {
	signs, occur, apart := p.signs()
	t := p.token
	switch {
	case apart || t.kind == atEnd || t.kind == closesGroup || signs != "" && (t.kind == orSign || t.kind == andSign):
		p.ignore(signs, OnlyOperator)
		return nil, nil
	case t.kind == opensGroup && p.depth == maxDepth:
		p.ignore(t.typed, TooDeep)
	case t.kind == opensGroup:
		p.advance()
		return p.group(occur), nil
	case t.kind == aPhrase:
		found = p.phrase(t, occur)
	case t.kind == aFilter:
		p.filter(t, occur)
		filter = t.filter
	case t.kind == noFilter:
		p.ignore(t.typed, UnknownField)
		if occur == MustNot && p.rest != "" {
			p.rest = "-" + p.rest // the sign is then that of what stands behind the name
		}
	default:
		found = p.afford(Clause{Occur: occur, Text: t.typed})
	}
	p.advance()
	return found, filter
}

// signs reads leading + and -, and NOT; the last one counts. They are apart when
// a blank stands behind + or -.
func (p *parser) signs() (typed string, occur Occur, apart bool) {
	for !apart {
		kind := p.token.kind
		switch kind {
		case plusSign:
			occur = Must
		case minusSign, notSign:
			occur = MustNot
		default:
			return strings.TrimSpace(typed), occur, false
		}
		typed += p.token.typed
		p.advance()
		if blanks := p.token.before; kind == notSign {
			typed += blanks
		} else {
			apart = blanks != ""
		}
	}
	return strings.TrimSpace(typed), occur, true
}

func (p *parser) phrase(t token, occur Occur) []Clause {
	if t.unclosed {
		p.ignore(`"`, UnbalancedQuote)
	}
	if t.unclosed && t.text == "" {
		return nil
	}
	if strings.TrimSpace(text.Fold(t.text)) == "" {
		p.ignore(`"`+t.text+`"`, EmptyPhrase)
		return nil
	}
	if occur == Should {
		occur = Must
	}
	return p.afford(Clause{Occur: occur, Phrase: true, Text: t.text})
}

// group reads what stands in brackets, the first of which has been read.
func (p *parser) group(occur Occur) []Clause {
	outer := p.negated
	isEmpty := p.token.kind == closesGroup && strings.TrimSpace(p.token.before) == ""
	p.depth, p.negated = p.depth+1, p.negated || occur == MustNot
	list := p.list()
	p.depth, p.negated = p.depth-1, outer
	switch {
	case isEmpty:
		p.ignore("()", OnlyOperator)
	case p.token.kind != closesGroup && !p.full:
		p.ignore("(", Unbalanced)
	}
	if p.token.kind == closesGroup {
		p.advance()
	}
	if len(list) == 0 {
		return nil
	}
	if len(list) == 1 {
		return []Clause{list[0].under(occur)}
	}
	return []Clause{{Occur: occur, Any: [][]Clause{all(list)}}}
}

// under is a clause that stands alone in brackets with a sign.
func (c Clause) under(sign Occur) Clause {
	switch {
	case sign == MustNot && c.Occur == MustNot:
		c.Occur = Must
	case sign == MustNot || sign == Must && c.Occur == Should:
		c.Occur = sign
	}
	return c
}

// either is a group of two clauses, either of which will do. Groups that are
// wanted bring in their alternatives.
func either(a, b Clause) Clause {
	group := Clause{Occur: Should}
	for _, c := range []Clause{a, b} {
		if c.Occur == Must {
			group.Occur = Must
		}
		if c.Any != nil && c.Occur != MustNot {
			group.Any = append(group.Any, c.Any...)
		} else {
			group.Any = append(group.Any, all([]Clause{c}))
		}
	}
	return group
}

// all clauses of an alternative: what is not excluded is demanded.
func all(list []Clause) (clauses []Clause) {
	for _, c := range list {
		c.demand()
		clauses = append(clauses, c.spliced()...)
	}
	return clauses
}

// spliced are the clauses of a group that has but one alternative and is
// demanded, or only excludes; and any other clause itself.
func (c Clause) spliced() []Clause {
	if len(c.Any) != 1 || c.Occur == MustNot {
		return []Clause{c}
	}
	if c.Occur == Should {
		for _, inner := range c.Any[0] {
			if inner.Occur != MustNot {
				return []Clause{c}
			}
		}
	}
	return c.Any[0]
}
