package index

import (
	"fmt"
	"regexp/syntax"
	"sync"

	bleve "github.com/blevesearch/bleve_index_api"
	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"
	"github.com/blevesearch/vellum/regexp"
)

// The tables of the fuzzy automata take milliseconds to make, so they are made
// when the first fuzzy query comes. Two letters that changed places are one edit.
var fuzzy = [...]func() (*levenshtein.LevenshteinAutomatonBuilder, error){
	1: sync.OnceValues(func() (*levenshtein.LevenshteinAutomatonBuilder, error) {
		return levenshtein.NewLevenshteinAutomatonBuilder(1, true)
	}),
	2: sync.OnceValues(func() (*levenshtein.LevenshteinAutomatonBuilder, error) {
		return levenshtein.NewLevenshteinAutomatonBuilder(2, true)
	}),
}

// FieldDictFuzzy returns the terms within fuzziness (1 or 2) edits of term
// that begin with prefix.
func (r *Reader) FieldDictFuzzy(field, term string, fuzziness int, prefix string) (bleve.FieldDict, error) {
	d, _, err := r.FieldDictFuzzyAutomaton(field, term, fuzziness, prefix)
	return d, err
}

// FieldDictFuzzyAutomaton is FieldDictFuzzy, and what tells other terms apart.
func (r *Reader) FieldDictFuzzyAutomaton(field, term string, fuzziness int, prefix string) (bleve.FieldDict, bleve.FuzzyAutomaton, error) {
	if fuzziness < 1 || fuzziness >= len(fuzzy) {
		return nil, nil, fmt.Errorf("index: fuzziness %d is not 1 or 2", fuzziness)
	}
	b, err := fuzzy[fuzziness]()
	if err != nil {
		return nil, nil, fmt.Errorf("index: fuzzy automaton: %w", err)
	}
	a, err := b.BuildDfa(term, uint8(fuzziness))
	if err != nil {
		return nil, nil, fmt.Errorf("index: fuzzy automaton of %q: %w", term, err)
	}
	d, err := r.automaton(field, a, prefix)
	return d, a, err
}

// FieldDictRegexp returns the terms that a regular expression matches whole.
func (r *Reader) FieldDictRegexp(field, regex string) (bleve.FieldDict, error) {
	d, _, err := r.FieldDictRegexpAutomaton(field, regex)
	return d, err
}

// FieldDictRegexpAutomaton is FieldDictRegexp, and what tells other terms apart.
func (r *Reader) FieldDictRegexpAutomaton(field, regex string) (bleve.FieldDict, bleve.RegexAutomaton, error) {
	parsed, err := syntax.Parse(regex, syntax.Perl)
	if err != nil {
		return nil, nil, fmt.Errorf("index: %w", err)
	}
	a, err := regexp.NewParsedWithLimit(regex, parsed, regexp.DefaultLimit)
	if err != nil {
		return nil, nil, fmt.Errorf("index: regular expression %q: %w", regex, err)
	}
	d, err := r.automaton(field, a, literalPrefix(parsed))
	return d, a, err
}

func (r *Reader) automaton(field string, a vellum.Automaton, prefix string) (bleve.FieldDict, error) {
	if prefix == "" {
		return r.fieldDict(field, a, nil, nil)
	}
	return r.fieldDict(field, a, []byte(prefix), afterPrefix([]byte(prefix)))
}

// literalPrefix returns what everything the expression matches begins with.
func literalPrefix(e *syntax.Regexp) string {
	for e.Op == syntax.OpConcat && len(e.Sub) > 0 {
		e = e.Sub[0]
	}
	if e.Op == syntax.OpLiteral && e.Flags&syntax.FoldCase == 0 {
		return string(e.Rune)
	}
	return ""
}
