package search

import (
	"cmp"
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

// fieldNames are the filters of a query under all their names.
var fieldNames = map[string]string{
	"date": "date", "日期": "date",
	"summit": "summit", "峰会": "summit",
	"value": "value", "值": "value", "数值": "value",
	"kind": "kind", "类型": "kind", "种类": "kind",
	"status": "status", "状态": "status",
	"year": "year", "年": "year", "年份": "year",
	"speech": "speech", "说话": "speech", "引语": "speech",
	"country": "country", "国家": "country", "组织": "country", "organisation": "country", "organization": "country",
	"person": "person", "人物": "person",
	"topic": "topic", "主题": "topic", "话题": "topic",
}

// field reads a filter: date:… summit:… value:… and so on, in Chinese too; a
// filter is demanded anyway, unless it is excluded. Other words with a colon
// are words. A filter holds for the whole query, also where it stands in
// brackets. The name of the field is "" if it is none.
func (p *parser) field(word string, occur Occur) (field string) {
	name, value, found := strings.Cut(text.Fold(word), ":")
	field = fieldNames[name]
	if !found || field == "" {
		return ""
	}
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
	if written(field, value) > p.room {
		p.tooLong(value)
		return field
	}
	p.charge(written(field, value) + fieldRoom)
	if reason := p.query.add(field, value, occur); reason != "" {
		p.ignore(word, reason)
	}
	return field
}

// fieldRoom is what a filter takes of the room beside its value.
const fieldRoom = 8

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
		return q.during(from, to)
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
	case "speech":
		return addKey(&q.Speeches, filterNames()[field][value], BadSpeech)
	case "country":
		q.Places = append(q.Places, value)
	case "person":
		q.Persons = append(q.Persons, value)
	case "topic":
		q.Topics = append(q.Topics, value)
	}
	return ""
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
