package corpus

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Mention is a glossary name standing in a text: text[Start:End].
type Mention struct {
	Term       *Term
	Start, End int    // half-open bytes
	Lang       string // zh, en, ru or kk: the language the name was found in
}

// name is one name of one term. Names that are equal, and names that begin
// alike, form chains, the last of the file first; 0 ends a chain.
type name struct {
	folded    string
	term      *Term
	lang      string
	sameName  int32
	sameStart int32
}

// startKey is what names are looked up by in a text: their first two runes,
// which leave few candidates.
type startKey [2]rune

// index prepares the glossary for Lookup and Find.
func (g *Glossary) index() {
	g.names = make([]name, 1, 8*len(g.terms)+1)
	g.byName = make(map[string]int32, 8*len(g.terms))
	g.byStart = make(map[startKey]int32, 2*len(g.terms))
	var buffer []byte
	for i := range g.terms {
		for _, l := range g.terms[i].byLanguage() {
			for _, n := range l.names {
				buffer = appendFolded(buffer[:0], n)
				g.add(n, buffer, l.lang, &g.terms[i])
			}
		}
	}
}

func (g *Glossary) add(written string, folded []byte, lang string, t *Term) {
	if len(folded) == 0 {
		return
	}
	n := name{folded: written, term: t, lang: lang, sameName: g.byName[string(folded)]}
	if written != string(folded) {
		n.folded = string(folded)
	}
	key, long := startOf(n.folded)
	if long {
		n.sameStart = g.byStart[key]
		g.begins.add(key)
	}
	at := int32(len(g.names))
	g.names = append(g.names, n)
	g.byName[n.folded] = at
	if long {
		g.byStart[key] = at
	}
}

// starts are the first and the second runes of names, as bits: most places of a
// text need no look into the map. Runes beyond the first plane share a bit.
type starts [2][1<<16/64 + 1]uint64

func (s *starts) add(key startKey) {
	for n, r := range key {
		i := min(uint32(r), 1<<16)
		s[n][i/64] |= 1 << (i % 64)
	}
}

func (s *starts) may(first, second rune) bool {
	i, k := min(uint32(first), 1<<16), min(uint32(second), 1<<16)
	return s[0][i/64]&(1<<(i%64)) != 0 && s[1][k/64]&(1<<(k%64)) != 0
}

// startOf is the key of a name; one of a single rune has none.
func startOf(folded string) (startKey, bool) {
	first, size := utf8.DecodeRuneInString(folded)
	second, _ := utf8.DecodeRuneInString(folded[size:])
	return startKey{first, second}, size < len(folded)
}

// Find finds the names in a text, in order and without overlap; where several
// begin at the same place the longest wins. Latin and Cyrillic names must
// stand as words of their own, Chinese ones may stand anywhere. Names of a
// single character are not found: they mean too much else. The time is linear
// in the text.
func (g *Glossary) Find(text string) []Mention {
	f := foldings.Get().(*folding)
	defer foldings.Put(f)
	f.fold(text)
	folded, at := f.runes, f.at
	var found []Mention
	for i := 0; i < len(folded); {
		n, length := g.longestAt(folded, i)
		if n == nil {
			i++
			continue
		}
		found = append(found, Mention{n.term, int(at[i]), int(at[i+length]), n.lang})
		i += length
	}
	return found
}

// longestAt is the longest name that stands at folded[i], the first of the
// file among equals, and its length in runes.
func (g *Glossary) longestAt(folded []rune, i int) (best *name, length int) {
	if i+1 >= len(folded) || !g.begins.may(folded[i], folded[i+1]) || !wordBorder(folded, i) {
		return nil, 0
	}
	for at := g.byStart[startKey{folded[i], folded[i+1]}]; at != 0; at = g.names[at].sameStart {
		n := &g.names[at]
		if l := matchAt(n.folded, folded, i); l >= max(length, 1) && wordBorder(folded, i+l) {
			best, length = n, l
		}
	}
	return best, length
}

// matchAt is the length of name in runes if it stands at folded[i], else 0.
func matchAt(name string, folded []rune, i int) int {
	n := 0
	for _, r := range name {
		if i+n >= len(folded) || folded[i+n] != r {
			return 0
		}
		n++
	}
	return n
}

// wordBorder reports whether a name may begin or end before folded[i].
func wordBorder(folded []rune, i int) bool {
	return i == 0 || i == len(folded) || !wordRune(folded[i-1]) || !wordRune(folded[i])
}

// wordRune reports whether r belongs to a script that puts spaces between
// words.
func wordRune(r rune) bool {
	switch {
	case r < 0x80:
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	case r >= 0x2E80:
		return false
	}
	return unicode.In(r, unicode.Latin, unicode.Cyrillic) || unicode.Is(unicode.Mn, r)
}

// folding is a text folded for finding names in it. at[i] is where runes[i]
// begins in the text; at has one element more, the end.
type folding struct {
	runes []rune
	at    []int32
}

// foldings are used again: a name is looked for in every passage there is.
var foldings = sync.Pool{New: func() any { return new(folding) }}

func (f *folding) fold(text string) {
	f.runes, f.at = slices.Grow(f.runes[:0], len(text)/2), slices.Grow(f.at[:0], len(text)/2+1)
	last := rune(-1)
	for i, r := range text {
		if folded := foldRune(r); folded >= 0 && !repeated(folded, last) {
			f.runes = append(f.runes, folded)
			f.at = append(f.at, int32(i))
			last = folded
		}
	}
	f.at = append(f.at, int32(len(text)))
}

// repeated reports whether r is a dash or space after another one, which makes
// no difference between names.
func repeated(r, last rune) bool { return r == last && (r == '-' || r == ' ') }

func foldName(s string) string { return string(appendFolded(nil, s)) }

// appendFolded appends the folded name to b.
func appendFolded(b []byte, s string) []byte {
	last := rune(-1)
	for _, r := range strings.TrimFunc(s, isBlank) {
		if f := foldRune(r); f >= 0 && !repeated(f, last) {
			b = utf8.AppendRune(b, f)
			last = f
		}
	}
	return b
}

// foldRune makes the ways of writing one name equal; -1 drops the rune. It
// does no more than names need: texts are folded for searching elsewhere.
func foldRune(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= '一' && r <= '鿿', r >= 'а' && r <= 'я':
		return r
	case r >= 'A' && r <= 'Z':
		return r - 'A' + 'a'
	case r >= 'А' && r <= 'Я':
		return r - 'А' + 'а'
	}
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
