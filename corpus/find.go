package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mention is a glossary name standing in a text: text[Start:End].
type Mention struct {
	Term       *Term
	Start, End int    // half-open bytes
	Lang       string // zh, en, ru or kk: the language the name was found in
}

// name is one name of one term, folded.
type name struct {
	runes []rune
	term  *Term
	lang  string
}

// index prepares the glossary for Lookup and Find.
func (g *Glossary) index() {
	g.byName = map[string][]*Term{}
	g.starts = map[[2]rune][]name{}
	for i := range g.terms {
		for _, l := range g.terms[i].byLanguage() {
			for _, n := range l.names {
				g.add(n, l.lang, &g.terms[i])
			}
		}
	}
	for _, names := range g.starts {
		slices.SortStableFunc(names, func(a, b name) int { return len(b.runes) - len(a.runes) })
	}
}

func (g *Glossary) add(n, lang string, t *Term) {
	folded := foldName(n)
	if folded == "" {
		return
	}
	if !slices.Contains(g.byName[folded], t) {
		g.byName[folded] = append(g.byName[folded], t)
	}
	runes := []rune(folded)
	key := startKey(runes)
	g.starts[key] = append(g.starts[key], name{runes, t, lang})
}

// startKey is what names are looked up by: enough to leave few candidates.
func startKey(runes []rune) [2]rune {
	key := [2]rune{runes[0]}
	if len(runes) > 1 {
		key[1] = runes[1]
	}
	return key
}

// Find finds the names in a text, in order and without overlap; where several
// begin at the same place the longest wins. Latin and Cyrillic names must
// stand as words of their own, Chinese ones may stand anywhere. The time is
// linear in the text.
func (g *Glossary) Find(text string) []Mention {
	folded, at := foldText(text)
	var found []Mention
	for i := 0; i < len(folded); {
		n, ok := g.longestAt(folded, i)
		if !ok {
			i++
			continue
		}
		found = append(found, Mention{n.term, at[i], at[i+len(n.runes)], n.lang})
		i += len(n.runes)
	}
	return found
}

func (g *Glossary) longestAt(folded []rune, i int) (name, bool) {
	candidates := [2][]name{g.starts[startKey(folded[i:])]}
	if len(folded)-i > 1 {
		candidates[1] = g.starts[startKey(folded[i:i+1])]
	}
	for _, names := range candidates {
		for _, n := range names {
			end := i + len(n.runes)
			if end <= len(folded) && slices.Equal(n.runes, folded[i:end]) &&
				wordBorder(folded, i) && wordBorder(folded, end) {
				return n, true
			}
		}
	}
	return name{}, false
}

// wordBorder reports whether a name may begin or end before folded[i].
func wordBorder(folded []rune, i int) bool {
	return i == 0 || i == len(folded) || !wordRune(folded[i-1]) || !wordRune(folded[i])
}

// wordRune reports the runes of scripts that put spaces between words.
func wordRune(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.Latin, unicode.Cyrillic) || unicode.Is(unicode.Mn, r)
}

// foldText folds a text for finding names in it. at[i] is where folded[i]
// begins in text; at has one element more, the end.
func foldText(text string) (folded []rune, at []int) {
	folded = make([]rune, 0, len(text)/2)
	at = make([]int, 0, len(text)/2+1)
	end := 0
	for i, r := range text {
		f := foldRune(r)
		if f < 0 || (f == '-' || f == ' ') && len(folded) > 0 && folded[len(folded)-1] == f {
			continue
		}
		folded = append(folded, f)
		at = append(at, i)
		end = i + runeLength(text[i:])
	}
	return folded, append(at, end)
}

func runeLength(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return size
}

func foldName(s string) string {
	folded, _ := foldText(strings.TrimFunc(s, isBlank))
	return string(folded)
}

// foldRune makes the ways of writing one name equal; -1 drops the rune. It
// does no more than names need: texts are folded for searching elsewhere.
func foldRune(r rune) rune {
	switch r {
	case '“', '”', '‘', '’', '«', '»', '「', '」', '『', '』', '\'', '＂', '＇', '〝', '〞':
		return '"'
	case '—', '–', '‐', '‑', '‒', '―', '−', '－', '─', '﹣':
		return '-'
	case '•', '‧', '・', '･', '●', '．':
		return '·'
	case 'ё', 'Ё':
		return 'е'
	case '\u00AD':
		return -1
	}
	switch {
	case r >= '！' && r <= '～':
		return unicode.ToLower(r - '！' + '!')
	case unicode.IsSpace(r):
		return ' '
	case isBlank(r):
		return -1
	}
	return unicode.ToLower(r)
}
