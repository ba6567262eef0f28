package quantity

import (
	"math/big"
	"strings"
	"sync"

	"fenghui/wasm/text"
	"fenghui/wasm/tsv"
)

// word is what one line of a data file says of one way of writing. The same
// way of writing may be several words: 分 is a minute, 内 ends a place or a time.
type word struct {
	text   string // folded
	length int    // runes
	class  class
	value  string // of terms and times
	n      int    // value as a whole number
	unless guard  // no such word when one of these follows
	unit   *Unit
	flags  string
}

// lexicon holds all words and the signs of numbers.
type lexicon struct {
	tree
	units []*Unit

	negations map[string]bool // the words of class not

	celsius, kilowattHour, fen *Unit // 度 of temperature and of electricity, 分 of money
}

// theLexicon reads the data files when it is first asked for.
var theLexicon = sync.OnceValue(func() *lexicon {
	x := &lexicon{tree: newTree(), negations: map[string]bool{}}
	x.readSigns()
	x.addUnits()
	x.addCurrencies()
	x.celsius, x.kilowattHour, x.fen = x.unitNamed("摄氏度"), x.unitNamed("千瓦时"), x.unitNamed("分钱")
	for _, row := range rows("classifiers.tsv") {
		x.addWords(row[0], func(w *word) {
			w.class, w.unless = classes("count,unit"), newGuard(row[1])
			if w.text == "个" {
				w.class = classes("count,unit,ge")
			}
		})
	}
	for _, name := range []string{"times.tsv", "terms.tsv"} {
		for _, row := range rows(name) {
			x.addTerm(row)
		}
	}
	x.addCovers()
	for r := '0'; r <= '9'; r++ {
		x.grow(r)
	}
	return x
})

// addTerm adds the words of a row: names, classes, value, unless.
func (x *lexicon) addTerm(row []string) {
	c := classes(row[1])
	x.addWords(row[0], func(w *word) {
		w.class, w.value, w.unless = c, row[2], newGuard(row[3])
		if r, ok := new(big.Rat).SetString(row[2]); ok {
			w.n, _ = small(r)
		}
		x.addNegation(w)
	})
}

// addWords calls set for every name in a cell.
func (x *lexicon) addWords(names string, set func(*word)) {
	for _, name := range tsv.Words(names) {
		if name = strings.ReplaceAll(text.Fold(name), " ", ""); name == "" {
			continue
		}
		w := &word{text: name, length: len([]rune(name))}
		set(w)
		x.add(w)
	}
}

// longest finds the longest way of writing at rune i of l that is, as its
// neighbours allow, a word of the classes want. The token has all the classes
// it can have there; its end is i when there is none.
func (x *lexicon) longest(l *line, i int, want class) token {
	best := token{start: i, end: i}
	if i >= l.len() {
		return best
	}
	at := x.at(l.folded[i]).node
	for k := i + 1; at != 0; k++ {
		n := &x.nodes[at]
		if n.words != nil {
			if c := classOf(n.words, l, i, k); c.has(want) {
				best = token{class: c, start: i, end: k, words: n.words}
			}
		}
		if k == l.len() {
			break
		}
		at = n.to(l.folded[k])
	}
	return best
}

// word is longest for the word at start:end, which there is.
func (x *lexicon) word(l *line, start, end int) token {
	at := x.at(l.folded[start]).node
	for k := start + 1; k < end; k++ {
		at = x.nodes[at].to(l.folded[k])
	}
	words := x.nodes[at].words
	return token{class: classOf(words, l, start, end), start: start, end: end, words: words}
}

// classOf joins the classes of those words that fit at start:end.
func classOf(words []*word, l *line, start, end int) class {
	var c class
	for _, w := range words {
		if w.fits(l, start, end) {
			c = c.or(w.class)
		}
	}
	return c
}

// sharesOut: the 成 of 其中三成为化肥 is a tenth, whatever 成为 may be elsewhere.
func (l *line) sharesOut(start, end int) bool {
	if l.folded[start] != '成' || end != start+1 || l.next(end) != '为' || l.next(end+1) == '了' {
		return false
	}
	at := start - 1
	for at > 0 && strings.ContainsRune("一二两三四五六七八九十几近约", l.rune(at)) {
		at--
	}
	return l.rune(at) == '中' && l.rune(at-1) == '其'
}

// fits checks what stands around the word at start:end.
func (w *word) fits(l *line, start, end int) bool {
	if w.unless.forbids(l, end) && !l.sharesOut(start, end) {
		return false
	}
	next, last := l.next(end), l.folded[end-1]
	if isLatin(last) && (isLatin(next) || isDigit(next)) || isLatin(l.folded[start]) && !l.gap[start] && isLatin(l.rune(start-1)) {
		return false
	}
	switch w.flags {
	case "small":
		return !isLatin(last) || w.length > 1 || l.raw[end-1] == last || l.raw[end-1] >= 0xFF00
	case "upper":
		return !isLatin(last) || l.raw[end-1] != last
	}
	return true
}
