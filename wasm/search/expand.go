package search

import (
	"slices"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/text"
)

// Expansion is a part of the query and the other names it is searched under.
type Expansion struct {
	From string
	To   []string
}

// wanted is a clause with what may stand for it in a text.
type wanted struct {
	Clause
	folded string
	value  *figureTest // a figure of the same value, when the clause is one
	others []string    // other names of the same thing, folded
	found  []string    // those of them that occur in the library
}

// longestName in words, when neighbouring words are looked up as one name.
const longestName = 6

// expand looks clauses up in the glossary. Neighbouring plain words that
// together are a name or a value become one: Kassym-Jomart Tokayev, trade
// turnover, 50 billion dollars.
func expand(clauses []Clause, names *corpus.Glossary) (list []wanted) {
	for i := 0; i < len(clauses); {
		clause, n := joined(clauses[i:], names)
		w := wanted{Clause: clause, folded: text.Fold(clause.Text)}
		if !clause.Phrase {
			w.others = otherNames(clause.Text, w.folded, names)
			if a := amountOf(clause.Text); a != nil {
				w.value = &figureTest{equal: a}
			}
		}
		list = append(list, w)
		i += n
	}
	return list
}

// expansions are the names that made a difference: a reader need not know of
// those that occur nowhere.
func expansions(list []wanted) (told []Expansion) {
	for _, w := range list {
		if len(w.found) > 0 {
			told = append(told, Expansion{w.Text, w.found})
		}
	}
	return told
}

// joined is the first clause, or the longest run of plain clauses from there
// that is one name or value; and how many clauses that takes.
func joined(clauses []Clause, names *corpus.Glossary) (Clause, int) {
	first := clauses[0]
	most := 1
	for most < len(clauses) && most < longestName && plain(clauses[most]) && plain(first) {
		most++
	}
	for n := most; n > 1; n-- {
		name := joinedText(clauses[:n])
		if _, ok := names.Lookup(name); ok || amountOf(name) != nil {
			return Clause{Occur: first.Occur, Text: name}, n
		}
	}
	return first, 1
}

func plain(c Clause) bool { return c.Occur == Should && !c.Phrase }

// otherNames are all names of the thing in all languages but the one asked
// for and those that contain it, which are found anyway.
func otherNames(name, folded string, names *corpus.Glossary) []string {
	term, ok := names.Lookup(name)
	if !ok {
		return nil
	}
	var others []string
	for _, other := range slices.Concat(term.Zh, term.En, term.Ru, term.Kk) {
		f := text.Fold(other)
		if f != "" && !strings.Contains(f, folded) && !slices.Contains(others, f) {
			others = append(others, f)
		}
	}
	return others
}
