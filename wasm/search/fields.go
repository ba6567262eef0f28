package search

import (
	"cmp"
	"slices"
	"strings"

	"fenghui/wasm/amount"
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

// filter takes a filter: date:… summit:… value:… and so on, in Chinese too; it is
// demanded anyway, unless it is excluded. It holds for the whole query, also
// where it stands in brackets.
func (p *parser) filter(t token, occur Occur) {
	if p.negated {
		occur = MustNot
	}
	part := t.typed
	if occur == MustNot {
		part = "-" + part
	}
	if t.unclosed {
		p.ignore(`"`, UnbalancedQuote)
	}
	if strings.TrimSpace(t.text) == "" && t.filter.name != "date" {
		p.ignore(part, OnlyOperator)
		return
	}
	length := written(t.filter.name, t.text)
	if length > p.budget {
		p.tooLong(t.text)
		return
	}
	p.charge(length + fieldCost)
	if reason := p.query.add(t.filter, t.text, occur); reason != "" {
		p.ignore(part, reason)
	}
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
