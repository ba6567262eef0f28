package compare

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// genericWord is a word that hardly tells proposals apart, with what it means
// here.
type genericWord struct{ word, same string }

// generic lists the words of data/generic.tsv, longest first.
var generic = sync.OnceValue(func() []genericWord {
	var list []genericWord
	for _, r := range rows("generic.tsv") {
		if r[1] == "" {
			r[1] = r[0]
		}
		list = append(list, genericWord{r[0], r[1]})
	}
	sort.SliceStable(list, func(a, b int) bool { return len(list[a].word) > len(list[b].word) })
	return list
})

// describe collects what is said of the proposal, by pairs of characters. Whose
// it is, and general words, hardly tell what it is.
func (l *library) describe(t *telling, s string) {
	at := 0
	for _, m := range l.names.Find(s) {
		kind := m.Term.Kind
		if kind == "place" || kind == "country" || kind == "city" || kind == "organisation" && l.members[m.Term.Name()] != nil {
			t.describe(s[at:m.Start])
			t.size += utf8.RuneCountInString(s[m.Start:m.End]) / 2
			t.pairs(s[m.Start:m.End], weak)
			at = m.End
		}
	}
	t.describe(s[at:])
}

func (t *telling) describe(s string) {
	plain := s
	for _, g := range generic() {
		if strings.Contains(s, g.word) {
			t.size += utf8.RuneCountInString(g.word) / 2
			t.pairs(g.same, weak)
			s = strings.ReplaceAll(s, g.word, border)
		}
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || strings.ContainsRune("一二两三四五六七八九十百千万亿多余几个名所项份", r) {
			return '|'
		}
		return r
	}, s)
	s = untied().Replace(fillers().Replace(s))
	for _, part := range strings.Split(s, border) {
		if n := utf8.RuneCountInString(part); n > 1 {
			t.size += n
			t.pairs(part, 1)
		}
	}
	if t.size > 0 && strings.ContainsAny(plain, "0123456789") {
		t.size += 2 // 40万学生 tells more than 学生
	}
}

// pairs adds the pairs of neighbouring characters.
func (t *telling) pairs(s string, weight float64) {
	runes := []rune(s)
	for k := 0; k+1 < len(runes); k++ {
		pair := string(runes[k : k+2])
		t.terms[pair] = max(t.terms[pair], weight)
	}
}

// further is the description behind a proposal's noun, up to the next comma.
func further(s string) string {
	for _, w := range wordsOf("covers") {
		if strings.HasPrefix(s, w) {
			if k := strings.IndexAny(s, "，。；、！"); k >= 0 {
				return s[:k]
			}
			return text.First(s, phraseReach)
		}
	}
	return ""
}

// untied takes out the words that tie a description to its noun.
var untied = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, w := range wordsOf("ties") {
		pairs = append(pairs, w, border)
	}
	return strings.NewReplacer(pairs...)
})
