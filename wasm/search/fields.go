package search

import (
	"strings"

	"fenghui/wasm/amount"
	"fenghui/wasm/text"
)

// Value is a condition on figures as it was typed.
type Value struct {
	Text string
	amount.Condition
}

// fieldNames are the filters of a query under all their names.
var fieldNames = map[string]string{
	"date": "date", "日期": "date",
	"summit": "summit", "峰会": "summit",
	"value": "value", "值": "value", "数值": "value",
	"kind": "kind", "类型": "kind", "种类": "kind",
	"status": "status", "状态": "status",
	"year": "year", "年": "year", "年份": "year",
}

// field reads a filter: date:… summit:… value:… and so on, in Chinese too; a
// filter is demanded anyway, unless it is excluded. Other words with a colon
// are words.
func (p *parser) field(word string, occur Occur) bool {
	name, value, found := strings.Cut(text.Fold(word), ":")
	field := fieldNames[name]
	if !found || field == "" {
		return false
	}
	if occur == MustNot {
		word = "-" + word
	}
	quoted := field != "date" && value == "" && opensQuote(p.rest)
	if quoted {
		value, _ = p.quoted()
		value = strings.TrimSpace(text.Fold(value))
		word += value
	}
	if value == "" && field != "date" {
		p.ignore(word, OnlyOperator)
		return true
	}
	if field == "value" && !quoted {
		value = p.longestValue(value)
	}
	if len(value) > p.room {
		p.tooLong(value)
		return true
	}
	p.room -= len(value)
	if reason := p.query.add(field, value, occur); reason != "" {
		p.ignore(word, reason)
	}
	return true
}

// add adds a filter to those that must hold, or to those that must not.
func (q *Query) add(field, value string, occur Occur) (reason string) {
	if occur != MustNot {
		return q.filter(field, value)
	}
	var without Query
	if reason = without.filter(field, value); reason == "" {
		q.Without = append(q.Without, without)
	}
	return reason
}

// filter adds a filter to the query, or says why it cannot.
func (q *Query) filter(field, value string) (reason string) {
	switch field {
	case "date":
		from, to, ok := period(value)
		if !ok {
			return BadDate
		}
		q.From, q.To = from, to
	case "summit":
		q.Summits = append(q.Summits, value)
	case "value":
		c, ok := amount.Where(value)
		if !ok {
			return BadValue
		}
		q.Values = append(q.Values, Value{value, c})
	case "year":
		years := strings.ReplaceAll(value, "年", "")
		if _, _, ok := period(years); !ok {
			return BadYear
		}
		q.Years = append(q.Years, years)
	case "kind":
		return addKey(&q.Kinds, filterNames()[field][value], BadKind)
	case "status":
		return addKey(&q.Statuses, filterNames()[field][value], BadStatus)
	}
	return ""
}

func addKey(list *[]string, key, reason string) string {
	if key == "" {
		return reason
	}
	*list = append(*list, key)
	return ""
}

// valueWords are how many words after the first may belong to a value:
// value:>=1.5 billion US dollars.
const valueWords = 4

// longestValue takes in the words that follow, as long as they make a value
// with it.
func (p *parser) longestValue(value string) string {
	longest, rest := value, p.rest
	next := value
	for range valueWords {
		p.skipSpace()
		start := p.rest
		for p.rest != "" {
			r, size := p.peek()
			if isBlank(r) {
				break
			}
			p.rest = p.rest[size:]
		}
		if next += " " + text.Fold(start[:len(start)-len(p.rest)]); p.rest == start {
			break
		}
		if _, ok := amount.Where(next); ok {
			longest, rest = next, p.rest
		}
	}
	p.rest = rest
	return longest
}
