package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/figure/filter"
	"fenghui/wasm/index"
	"fenghui/wasm/text"
)

// The third step of a query: clauses to passages. In go the clauses of a Query
// (clauses.go); here each is told what may stand for it in a text, and find.go looks
// up in the index which passages have it.

// Expansion is a part of the query and the other names it is searched under.
type Expansion struct {
	From string
	To   []string
}

// expanded is a clause with what may stand for it in a text.
type expanded struct {
	Clause
	folded   string
	value    *filter.Filter // a figure of the same value, when the clause is one
	number   bool           // a date, a time, a ratio: its parts say nothing
	others   []string       // other names of the same thing, folded
	found    []string       // those of them that occur in the library
	sentence bool           // so many words that a passage with some of them will do
	any      [][]expanded   // of a group
}

// longestName in words, when neighbouring words are looked up as one name.
const longestName = 6

// expander turns clauses into what may stand for them in a text.
type expander struct {
	names  *corpus.Glossary // nil: nothing but what was typed
	cutter index.Cutter
}

// expand looks clauses up in the glossary. Neighbouring plain words that
// together are a name or a value become one: Kassym-Jomart Tokayev, trade
// turnover, 50 billion dollars.
func (e expander) expand(clauses []Clause) (list []expanded) {
	for i := 0; i < len(clauses); {
		if clauses[i].Any != nil {
			list = append(list, e.group(clauses[i]))
			i++
			continue
		}
		clause, n := e.joined(clauses[i:])
		w := expanded{Clause: clause, folded: text.Fold(clause.Text)}
		if !clause.Phrase {
			w.others = otherNames(clause.Text, w.folded, e.names)
			if a := amountOf(clause.Text); a != nil {
				w.value = &filter.Filter{Equal: a}
			}
			w.number = w.value == nil && isNumber(w.folded)
			if date := dateInChinese(w.folded); w.number && date != w.folded && e.names != nil {
				w.others = append(w.others, date)
			}
			w.sentence = w.value == nil && len(w.others) == 0 && e.isSentence(w.folded)
		}
		list = append(list, w)
		i += n
	}
	return withoutPunctuation(list)
}

// withoutPunctuation leaves out clauses of mere punctuation that somebody has set
// apart from a question: 谁来 ？ Where there is nothing else, they stay.
func withoutPunctuation(list []expanded) []expanded {
	says := func(w expanded) bool { return w.any != nil || strings.IndexFunc(w.folded, isWordLetter) >= 0 }
	if !slices.ContainsFunc(list, func(w expanded) bool { return positive(w) && says(w) }) {
		return list
	}
	return slices.DeleteFunc(list, func(w expanded) bool { return w.Occur == Should && !w.Phrase && !says(w) })
}

func (e expander) group(c Clause) expanded {
	w := expanded{Clause: c}
	for _, all := range c.Any {
		w.any = append(w.any, e.expand(all))
	}
	return w
}

// sentenceWords is how many words running text has that is no search term.
const sentenceWords = 5

func (e expander) isSentence(folded string) bool {
	words := 0
	for _, t := range index.Tokens(index.FieldWords, folded, e.cutter) {
		if utf8.RuneCountInString(t.Term) > 1 {
			words++
		}
	}
	return words >= sentenceWords
}

// leaves are the clauses that are no groups, of all that is not excluded.
func leaves(list []expanded) (found []*expanded) {
	for i := range list {
		w := &list[i]
		switch {
		case w.Occur == MustNot:
		case w.any == nil:
			found = append(found, w)
		default:
			for _, all := range w.any {
				found = append(found, leaves(all)...)
			}
		}
	}
	return found
}

// expansions are the other names that made a difference; names that occur
// nowhere are not worth showing.
func expansions(list []expanded) (told []Expansion) {
	for _, w := range leaves(list) {
		if len(w.found) > 0 {
			told = append(told, Expansion{w.Text, w.found})
		}
	}
	return told
}

// joined is the first clause, or the longest run of plain clauses from there
// that is one name or value; and how many clauses that takes.
func (e expander) joined(clauses []Clause) (Clause, int) {
	first := clauses[0]
	most := 1
	for most < len(clauses) && most < longestName && alike(first, clauses[most]) {
		most++
	}
	for n := most; n > 1; n-- {
		name := joinedText(clauses[:n])
		if isName(name, e.names) || amountOf(name) != nil {
			return Clause{Occur: first.Occur, Text: name}, n
		}
	}
	return first, 1
}

// joinedText puts the words of clauses together as they were typed.
func joinedText(clauses []Clause) string {
	words := make([]string, 0, len(clauses))
	for _, c := range clauses {
		words = append(words, c.Text)
	}
	return strings.Join(words, " ")
}

func isName(name string, names *corpus.Glossary) bool {
	if names == nil {
		return false
	}
	_, ok := names.Lookup(name)
	return ok
}

// alike are plain words that nothing sets apart; those with a sign are apart.
// In the alternatives of a group all are demanded.
func alike(a, b Clause) bool {
	return plain(a) && plain(b) && a.Occur == b.Occur
}

func plain(c Clause) bool { return c.Occur != MustNot && !c.Phrase && c.Any == nil }

// otherNames are all names of the thing in all languages but the one asked
// for and those that contain it, which are found anyway.
func otherNames(name, folded string, names *corpus.Glossary) []string {
	if names == nil {
		return nil
	}
	term, ok := names.Lookup(name)
	if !ok {
		return nil
	}
	return namesBut(folded, term)
}

// namesBut are the folded names of a term but those that hold this string.
func namesBut(folded string, term *corpus.Term) (others []string) {
	for _, other := range slices.Concat(term.Zh, term.En, term.Ru, term.Kk) {
		f := text.Fold(other)
		if f != "" && !strings.Contains(f, folded) && !slices.Contains(others, f) {
			others = append(others, f)
		}
	}
	return others
}
