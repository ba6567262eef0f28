package compare

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// templates are the sentences of data/templates.tsv.
var templates = sync.OnceValue(func() map[string]Words {
	m := map[string]Words{}
	for _, r := range rows("templates.tsv") {
		m[r[0]] = Words{r[1], r[2]}
	}
	return m
})

// fill is what a template's {name} stands for.
type fill struct {
	name  string
	words Words
}

// say fills a template in. {Name} is {name} with a capital.
func say(template string, fills ...fill) Words {
	w := templates()[template]
	return Words{
		fillIn(w.Zh, fills, func(w Words) string { return w.Zh }),
		fillIn(w.En, fills, func(w Words) string { return w.En }),
	}
}

func fillIn(template string, fills []fill, in func(Words) string) string {
	var b strings.Builder
	for {
		before, rest, open := strings.Cut(template, "{")
		b.WriteString(before)
		name, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			return b.String()
		}
		for _, f := range fills {
			switch name {
			case f.name:
				b.WriteString(in(f.words))
			case capital(f.name):
				b.WriteString(capital(in(f.words)))
			default:
				continue
			}
			break
		}
		template = after
	}
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// both is for what is written alike in both languages.
func both(s string) Words { return Words{s, s} }

// quoted is for words of the text that have no other language.
func quoted(s string) Words { return Words{s, "“" + s + "”"} }

// listed joins words as each language lists them.
func listed(list []Words) Words {
	n := len(list)
	if n < 2 {
		return plainList(list)
	}
	last := Words{list[n-2].Zh + "、" + list[n-1].Zh, list[n-2].En + " and " + list[n-1].En}
	return plainList(append(slices.Clone(list[:n-2]), last))
}

// plainList is of what is not all there is to list.
func plainList(list []Words) Words { return joinWords(list, "、", ", ") }

// inClauses joins what has lists in it.
func inClauses(list []Words) Words { return joinWords(list, "；", "; ") }

func joinWords(list []Words, between, betweenEn string) Words {
	var zh, en []string
	for _, w := range list {
		zh, en = append(zh, w.Zh), append(en, w.En)
	}
	return Words{strings.Join(zh, between), strings.Join(en, betweenEn)}
}

// distinct leaves repetitions out.
func distinct(list []Words) []Words {
	seen := map[Words]bool{}
	var kept []Words
	for _, w := range list {
		if !seen[w] {
			seen[w] = true
			kept = append(kept, w)
		}
	}
	return kept
}

// valuesShown is how many values a sentence lists.
const valuesShown = 5

// values lists how a value was told, without repetitions: that of the members
// at these places, or of all.
func values(members []Member, at []int) Words {
	n := len(members)
	if at != nil {
		n = len(at)
	}
	var list []Words
	for k := range n {
		if at != nil {
			k = at[k]
		}
		if slices.Contains(list, members[k].Told) {
			continue
		}
		if list = append(list, members[k].Told); len(list) > valuesShown {
			list[valuesShown] = both("…")
			break
		}
	}
	return listed(list)
}
