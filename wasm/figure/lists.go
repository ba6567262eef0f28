package figure

import (
	"slices"
	"strings"
	"sync"
)

// lists reads data/roles.tsv, words by what they tell of the name beside them,
// data/boundwords.tsv, words that bound a number, and data/lists.tsv, the words
// that other rules look for.
var lists = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, name := range []string{"roles.tsv", "boundwords.tsv", "lists.tsv"} {
		for _, row := range rows(name) {
			m[row[1]] = append(m[row[1]], words(row[0])...)
		}
	}
	return m
})

// listed are the words of a class.
func listed(class string) []string {
	list, ok := lists()[class]
	if !ok {
		panic("figure: no words of class " + class)
	}
	return list
}

func setOf(list []string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, w := range list {
		set[w] = true
	}
	return set
}

// cueWords are the words of a class of cues, of one of its values where one is
// given, for rules that look for them in places of their own.
func cueWords(class, value string) []string {
	var list []string
	for _, name := range cueFiles {
		for _, row := range rows(name) {
			if row[1] == class && (value == "" || row[2] == value) {
				list = append(list, words(row[0])...)
			}
		}
	}
	return list
}

// sayVerbs are the verbs by which somebody says something.
var sayVerbs = sync.OnceValue(func() []string { return cueWords("speech", "say") })

// reachVerbs are the verbs that end at a level and say so: 增至, 提高到.
var reachVerbs = sync.OnceValue(func() []string {
	return slices.DeleteFunc(cueWords("level", ""), func(w string) bool {
		_, to := hasSuffix(w, "到", "至", "为")
		return !to || w == "达到" || w == "占到"
	})
})

// hasPrefix is the first of the list that s begins with.
func hasPrefix(s string, list ...string) (string, bool) {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return w, true
		}
	}
	return "", false
}

// hasSuffix is the first of the list that s ends with.
func hasSuffix(s string, list ...string) (string, bool) {
	for _, w := range list {
		if strings.HasSuffix(s, w) {
			return w, true
		}
	}
	return "", false
}

// containsAny is the first of the list that stands in s.
func containsAny(s string, list ...string) (string, bool) {
	for _, w := range list {
		if strings.Contains(s, w) {
			return w, true
		}
	}
	return "", false
}

// firstWord is where the first of some words stands in s, and which; -1 without any.
func firstWord(s string, words []string) (at int, word string) {
	at = -1
	for _, w := range words {
		if k := strings.Index(s, w); k >= 0 && (at < 0 || k < at) {
			at, word = k, w
		}
	}
	return at, word
}

// lastWord is where the last of some words stands in s, and which; -1 without
// any. It looks from the end on, as words are near where one is looked for.
func lastWord(s string, words ...string) (at int, word string) {
	for at = len(s) - 1; at >= 0; at-- {
		for _, w := range words {
			if s[at] == w[0] && strings.HasPrefix(s[at:], w) {
				return at, w
			}
		}
	}
	return -1, ""
}

// longestPrefix is the longest of the list that s begins with.
func longestPrefix(s string, list []string) string {
	best := ""
	for _, w := range list {
		if len(w) > len(best) && strings.HasPrefix(s, w) {
			best = w
		}
	}
	return best
}
