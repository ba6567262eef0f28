package search

import "strings"

// orSign stands between alternatives. It binds more closely than a space, as
// people know it: a b OR c asks for a, and for b or c.
const orSign = "OR"

// Other words for signs, as people know them from libraries: a AND b is +a +b,
// a NOT b is a -b.
const (
	andSign = "AND"
	notSign = "NOT"
)

// maxDepth of brackets within brackets.
const maxDepth = 32

// list reads clauses up to the end, or to the bracket that closes the group
// they are in.
func (p *parser) list() []Clause {
	l := lister{parser: p}
	for p.skipSpace(); p.rest != "" && !p.full; p.skipSpace() {
		r, size := p.peek()
		if r == ')' && p.depth > 0 {
			break
		}
		switch {
		case r == ')':
			p.ignore(p.rest[:size], Unbalanced)
			p.rest = p.rest[size:]
		case p.at(orSign):
			p.rest = p.rest[len(orSign):]
			l.or()
		case p.at(andSign):
			p.rest = p.rest[len(andSign):]
			l.and()
		default:
			l.operand()
		}
	}
	l.noSecond()
	return l.found
}

// at tells whether such a word comes next.
func (p *parser) at(sign string) bool {
	return strings.HasPrefix(p.rest, sign) && wordEnd(p.rest) == len(sign)
}

// lister puts together what stands in one pair of brackets.
type lister struct {
	*parser
	found   []Clause
	last    string // what was read last: "clause", the name of a filter, or ""
	pending string // what stood before an OR that waits for its other side
	joined  bool   // an AND waits for its other side
}

const aClause = "clause"

// or waits for what comes next. Without anything before it, it is ignored.
func (l *lister) or() {
	l.noSecond()
	if l.pending = l.last; l.last == "" {
		l.ignore(orSign, OnlyOperator)
	}
	l.charge(len(orSign) + 4) // with its spaces and brackets, before what follows uses up the budget
	l.last = ""
}

// and demands what stands before it, and waits for what comes next.
func (l *lister) and() {
	l.noSecond()
	if l.last == "" {
		l.ignore(andSign, OnlyOperator)
	}
	if l.last == aClause {
		l.found[len(l.found)-1].demand()
	}
	l.joined, l.last = l.last != "", ""
}

func (c *Clause) demand() {
	if c.Occur == Should {
		c.Occur = Must
	}
}

// noSecond: an OR or AND that waits waits in vain.
func (l *lister) noSecond() {
	if l.pending != "" {
		l.ignore(orSign, OnlyOperator)
	}
	if l.joined {
		l.ignore(andSign, OnlyOperator)
	}
	l.pending, l.joined = "", false
}

func (l *lister) operand() {
	clauses, field := l.clause()
	if len(clauses) == 0 && field == "" {
		return
	}
	kind := aClause
	if field != "" {
		kind = field
	}
	if l.joined && len(clauses) > 0 {
		clauses[0].demand()
	}
	joins := l.pending
	l.pending, l.joined, l.last = "", false, kind
	switch {
	case joins == aClause && kind == aClause:
		before := &l.found[len(l.found)-1]
		*before = either(*before, clauses[0])
		return
	case joins != "" && joins != kind: // values of one filter are alternatives anyway
		l.ignore(orSign, OnlyOperator)
	}
	l.found = append(l.found, clauses...)
}

// clause reads one clause, or a filter, whose name is told.
func (p *parser) clause() (found []Clause, field string) {
	start := p.rest
	occur := p.sign()
	r, size := p.peek()
	switch {
	case p.rest == "" || isBlank(r) || r == ')' || len(p.rest) < len(start) && (p.at(orSign) || p.at(andSign)):
		p.ignore(strings.TrimSpace(start[:len(start)-len(p.rest)]), OnlyOperator)
	case r == '"' && opensQuote(p.rest):
		return p.phrase(occur), ""
	case r == '(' && p.depth == maxDepth:
		p.ignore(p.rest[:size], TooDeep)
		p.rest = p.rest[size:]
	case r == '(':
		p.rest = p.rest[size:]
		return p.group(occur), ""
	default:
		return p.word(occur)
	}
	return nil, ""
}

// group reads what stands in brackets, the first of which has been read.
func (p *parser) group(occur Occur) []Clause {
	outer, start := p.negated, p.rest
	p.depth, p.negated = p.depth+1, p.negated || occur == MustNot
	list := p.list()
	p.depth, p.negated = p.depth-1, outer
	if r, size := p.peek(); p.rest != "" && r == ')' {
		if strings.TrimSpace(start[:len(start)-len(p.rest)]) == "" {
			p.ignore("()", OnlyOperator)
		}
		p.rest = p.rest[size:]
	} else if !p.full {
		p.ignore("(", Unbalanced)
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
