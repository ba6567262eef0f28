package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/amount"
	"fenghui/wasm/text"
)

// The first step of reading a query: characters to tokens. In goes what was
// typed; out come tokens, one at a time. What is a word, a quotation or the value
// of a filter is decided here, by the characters alone; whether it makes sense
// where it stands is for the next step to say (clauses.go).

// token is the least part of a query that means something.
type token struct {
	kind   tokenKind
	typed  string // as it stands in the query; a quoted value without its marks
	before string // the blanks in front of it

	text     string       // of a phrase: what is quoted; of a filter: its value, folded
	unclosed bool         // of these two: the quotation has no end
	filter   *filterField // whose value text is
}

// tokenKind says what a token is.
type tokenKind int

const (
	atEnd       tokenKind = iota // there is nothing more
	aWord                        // whatever is none of the others
	aPhrase                      // "…"
	aFilter                      // date:2025, a filter there is
	noFilter                     // author: looks like a filter, and is none
	plusSign                     // +
	minusSign                    // -
	notSign                      // NOT
	orSign                       // OR
	andSign                      // AND
	opensGroup                   // (
	closesGroup                  // )
)

// operators are words that are signs. OR binds more closely than a space, as people
// know it: a b OR c asks for a, and for b or c. The others are known from
// libraries: a AND b is +a +b, a NOT b is a -b.
var operators = map[string]tokenKind{"OR": orSign, "AND": andSign, "NOT": notSign}

// signs are single characters that mean something where a token begins, folded.
var signs = map[rune]tokenKind{'+': plusSign, '-': minusSign, '(': opensGroup, ')': closesGroup}

// lexer cuts a query into tokens.
type lexer struct{ rest string }

// next reads a token, and the blanks before it.
func (l *lexer) next() token {
	t := token{before: l.blanks()}
	if l.rest == "" {
		return t
	}
	all := l.rest
	switch first, size := l.peek(); {
	case signs[first] != 0:
		t.kind, l.rest = signs[first], all[size:]
	case first == '"' && opensQuote(all):
		t.kind = aPhrase
		t.text, t.unclosed = l.quoted()
	default:
		l.word(&t)
	}
	if t.typed == "" {
		t.typed = all[:len(all)-len(l.rest)]
	}
	return t
}

// peek is the next character after folding: all quotation marks are '"', all
// spaces ' ', full-width signs like the plain ones.
func (l *lexer) peek() (folded rune, size int) {
	r, size := utf8.DecodeRuneInString(l.rest)
	return text.FoldRune(r), size
}

// blanks reads what stands between tokens.
func (l *lexer) blanks() string { return l.take(isBlank) }

// take reads characters as long as they are such.
func (l *lexer) take(such func(folded rune) bool) string {
	all := l.rest
	for l.rest != "" {
		r, size := l.peek()
		if !such(r) {
			break
		}
		l.rest = l.rest[size:]
	}
	return all[:len(all)-len(l.rest)]
}

// isBlank: a space, or a character folding drops.
func isBlank(folded rune) bool { return folded < 0 || unicode.IsSpace(folded) }

// quoted reads a quotation, which the rest begins with. One without an end goes
// to the end of the query.
func (l *lexer) quoted() (inner string, unclosed bool) {
	inner, rest, closed := unquote(l.rest)
	l.rest = rest
	return inner, !closed
}

// word reads a word, or what is written like one.
func (l *lexer) word(t *token) {
	word := l.rest[:wordEnd(l.rest)]
	if kind, ok := operators[word]; ok {
		t.kind, l.rest = kind, l.rest[len(word):]
		return
	}
	if name, value, found := strings.Cut(text.Fold(word), ":"); found {
		if t.filter = filterNamed(name); t.filter != nil {
			t.kind, t.text, l.rest = aFilter, value, l.rest[len(word):]
			l.value(t, word)
			return
		}
	}
	t.kind = aWord
	if name := unknownField(word); name != "" {
		t.kind, word = noFilter, name
	}
	l.rest = l.rest[len(word):]
}

// value reads on where the value of a filter goes on behind its word: it is
// quoted, or an amount of several words.
func (l *lexer) value(t *token, word string) {
	switch {
	case t.filter.name != "date" && t.text == "" && opensQuote(l.rest):
		t.text, t.unclosed = l.quoted()
		t.text = strings.TrimSpace(text.Fold(t.text))
		t.typed = word + t.text
	case t.filter.name == "value" && strings.TrimSpace(t.text) != "":
		t.text = l.longestValue(t.text)
	}
}

// valueWords are how many words after the first may belong to a value:
// value:>=1.5 billion US dollars.
const valueWords = 4

// longestValue takes in the words that follow, as long as they make a value
// with it.
func (l *lexer) longestValue(value string) string {
	longest, rest := value, l.rest
	next := value
	for range valueWords {
		l.blanks()
		word := l.take(func(folded rune) bool { return !isBlank(folded) })
		if next += " " + text.Fold(word); word == "" {
			break
		}
		if _, ok := amount.Where(next); ok {
			longest, rest = next, l.rest
		}
	}
	l.rest = rest
	return longest
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
