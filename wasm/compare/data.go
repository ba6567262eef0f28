package compare

import (
	"embed"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"fenghui/wasm/figure"
	"fenghui/wasm/tsv"
)

//go:embed data/*.tsv
var files embed.FS

// rows are the lines of a data file, cut at tabs.
func rows(name string) [][]string { return tsv.Rows(files, "data/"+name) }

// traits are a row of data/measures.tsv: how two tellings of a measure are known to
// be of one thing, and how it lies to other measures.
type traits struct{ how, family, stock, part, through, short, years string }

var allTraits = sync.OnceValue(func() map[string]traits {
	m := map[string]traits{}
	for _, r := range rows("measures.tsv") {
		m[r[0]] = traits{how: r[1], family: r[2], stock: r[3], part: r[4], through: r[5], short: r[6], years: r[7]}
	}
	return m
})

// traitsOf gives measures that are not listed the traits of most.
func traitsOf(id string) traits {
	if m, ok := allTraits()[id]; ok {
		return m
	}
	return traits{how: "phrase", family: id}
}

// rateWords say that an indicator is told per head, per household and the like.
var rateWords = sync.OnceValue(func() []Words {
	var list []Words
	for _, r := range rows("rates.tsv") {
		list = append(list, Words{r[0], r[1]})
	}
	return list
})

// leadWord leads to the later value of a change, up or down or either way.
type leadWord struct{ word, way string }

var leadWords = sync.OnceValue(func() []leadWord {
	var list []leadWord
	for _, r := range rows("leads.tsv") {
		list = append(list, leadWord{r[0], r[1]})
	}
	return list
})

// lists are the words of data/lists.tsv by the name of their list.
var lists = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, r := range rows("lists.tsv") {
		m[r[1]] = tsv.Words(r[0])
	}
	return m
})

// wordsOf are the words of a list.
func wordsOf(list string) []string {
	words, ok := lists()[list]
	if !ok {
		panic("compare: no list " + list)
	}
	return words
}

// apartWord is a word that makes an indicator another one, but for where it
// stands in one of its guards: 中资 is not in 其中资金.
type apartWord struct {
	word, kind string
	guards     []string
}

// isIn reports whether a text has the word, guards apart.
func (a *apartWord) isIn(s string) bool {
	if !strings.Contains(s, a.word) {
		return false
	}
	for _, g := range a.guards {
		s = strings.ReplaceAll(s, g, border)
	}
	return strings.Contains(s, a.word)
}

var apartList = sync.OnceValue(func() []apartWord {
	var list []apartWord
	for _, r := range rows("apart.tsv") {
		for _, w := range tsv.Words(r[1]) {
			list = append(list, apartWord{w, r[0], tsv.Words(r[2])})
		}
	}
	return list
})

// field is the first part of a measure's id: investment.
func field(id string) string {
	id, _, _ = strings.Cut(id, ".")
	return id
}

// fieldCues are the words that name the measures of a field.
var fieldCues = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	list := figure.Measures()
	for i := range list {
		m[field(list[i].ID)] = append(m[field(list[i].ID)], list[i].Cues()...)
	}
	return m
})

// fillers takes the words that say nothing out, and leaves a border.
var fillers = sync.OnceValue(func() *strings.Replacer {
	becomes := map[string]string{}
	for _, r := range rows("fillers.tsv") {
		for _, w := range tsv.Words(r[0]) {
			becomes[w] = border
		}
		for _, w := range tsv.Words(r[1]) {
			becomes[w] = w
		}
	}
	words := slices.Sorted(maps.Keys(becomes))
	sort.SliceStable(words, func(a, b int) bool { return len(words[a]) > len(words[b]) })
	pairs := make([]string, 0, 2*len(words))
	for _, w := range words {
		pairs = append(pairs, w, becomes[w])
	}
	return strings.NewReplacer(pairs...)
})

const border = "|"
