package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/amount"
	"fenghui/wasm/text"
)

// Value is a condition on figures as it was typed.
type Value struct {
	Text string
	amount.Condition
}

// filterField is a filter of the query language. A new one needs a list in
// Query, a row in filterFields, and in filters.go a group of its own, with its
// name and what it lets pass.
type filterField struct {
	name  string // in the canonical form
	also  string // what else it may be called, with blanks between
	group filterGroup
	bad   string                 // why a value is refused that has no key in data/names.tsv; "": any will do
	kinds []string               // of names that complete a value
	list  func(*Query) *[]string // where a query keeps its values; nil for date and value, which are no strings
}

// filterFields are all filters, in the order of the canonical form.
var filterFields = []filterField{
	{"date", "日期", onDate, "", nil, nil},
	{"summit", "峰会", onSummit, "", []string{"organisation", "format"}, func(q *Query) *[]string { return &q.Summits }},
	{"value", "值 数值", onFigures, "", nil, nil},
	{"kind", "类型 种类", onFigures, BadKind, nil, func(q *Query) *[]string { return &q.Kinds }},
	{"status", "状态", onFigures, BadStatus, nil, func(q *Query) *[]string { return &q.Statuses }},
	{"year", "年 年份", onFigures, "", nil, func(q *Query) *[]string { return &q.Years }},
	{"speech", "说话 引语", onFigures, BadSpeech, nil, func(q *Query) *[]string { return &q.Speeches }},
	{"country", "国家 组织 organisation organization", onPlace, "", placeKinds, func(q *Query) *[]string { return &q.Places }},
	{"person", "人物", onPerson, "", personKinds, func(q *Query) *[]string { return &q.Persons }},
	{"topic", "主题 话题", onTopic, "", topicKinds, func(q *Query) *[]string { return &q.Topics }},
}

// filterNamed is the filter of any of its names, folded; nil when there is none.
func filterNamed(name string) *filterField {
	for i := range filterFields {
		if f := &filterFields[i]; f.name == name || slices.Contains(strings.Fields(f.also), name) {
			return f
		}
	}
	return nil
}

// field reads a filter: date:… summit:… value:… and so on, in Chinese too; a
// filter is demanded anyway, unless it is excluded. Other words with a colon
// are words. A filter holds for the whole query, also where it stands in
// brackets. The name of the field is "" if it is none.
func (p *parser) field(word string, occur Occur) (field string) {
	name, value, found := strings.Cut(text.Fold(word), ":")
	if !found {
		return ""
	}
	of := filterNamed(name)
	if of == nil {
		return ""
	}
	field = of.name
	if p.negated {
		occur = MustNot
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
	if strings.TrimSpace(value) == "" && field != "date" {
		p.ignore(word, OnlyOperator)
		return field
	}
	if field == "value" && !quoted {
		value = p.longestValue(value)
	}
	if written(field, value) > p.budget {
		p.tooLong(value)
		return field
	}
	p.charge(written(field, value) + fieldCost)
	if reason := p.query.add(of, value, occur); reason != "" {
		p.ignore(word, reason)
	}
	return field
}

// fieldCost is what a filter takes of the budget beside its value.
const fieldCost = 8

// written is how long a value may be in the canonical form, where filters stand
// behind the words and must still find room.
func written(field, value string) int {
	canonical := filterNames()[field][value]
	if field == "date" {
		canonical = "2006-01-02..2006-01-02"
	}
	return max(len(value), len(canonical))
}

// fieldName is the longest name of a field that somebody may think there is.
const fieldName = 16

// unknownField is the beginning of a word that looks like a filter but is none
// we know: author: and 地点: are, http:// and 10:30 are not, nor is what a
// Chinese sentence says before its colon.
func unknownField(word string) string {
	name, value, found := strings.Cut(word, ":")
	if !found || name == "" || value == "" && len(name) < 2 || strings.HasPrefix(value, "//") || utf8.RuneCountInString(name) > fieldName {
		return ""
	}
	for _, r := range name {
		if !unicode.IsLetter(r) {
			return ""
		}
	}
	return name + ":"
}

// add adds a filter to those that must hold, or to those that must not.
func (q *Query) add(f *filterField, value string, occur Occur) (reason string) {
	if occur != MustNot {
		return q.filter(f, value)
	}
	var without Query
	if reason = without.filter(f, value); reason == "" {
		q.Without = append(q.Without, without)
	}
	return reason
}

// filter adds a filter to the query, or says why it cannot.
func (q *Query) filter(f *filterField, value string) (reason string) {
	switch f.name {
	case "date":
		from, to, ok := dateRange(value)
		if !ok {
			return BadDate
		}
		return q.during(from, to)
	case "value":
		c, ok := amount.Where(value)
		if !ok {
			return BadValue
		}
		q.Values = append(q.Values, Value{value, c})
		return ""
	case "year":
		value = strings.ReplaceAll(value, "年", "")
		if _, _, ok := dateRange(value); !ok {
			return BadYear
		}
	}
	if f.bad != "" {
		if value = filterNames()[f.name][value]; value == "" {
			return f.bad
		}
	}
	list := f.list(q)
	*list = append(*list, value)
	return ""
}

// drop takes the filters of a group away.
func (q *Query) drop(group filterGroup) {
	for _, f := range filterFields {
		if f.group == group && f.list != nil {
			*f.list(q) = nil
		}
	}
	switch group {
	case onDate:
		q.From, q.To = "", ""
	case onFigures:
		q.Values = nil
	}
}

// during sets the period. Two open ends make one; otherwise there is one only.
func (q *Query) during(from, to string) (reason string) {
	start, end := cmp.Or(q.From, from), cmp.Or(q.To, to)
	if q.From != "" && from != "" || q.To != "" && to != "" || end != "" && start > end {
		return SecondDate
	}
	q.From, q.To = start, end
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
