package quantity

import "strings"

// guard tells what may not follow a word: the 头 behind 码 makes 码头 of it. In
// the data files it is written as those characters, then, each behind a space,
// words of several, and words behind a minus that are let through all the same:
// "员人 -员工 -人口" keeps the 成 of 三成员工 and drops that of 成员国.
type guard struct {
	runes         []rune
	words, except [][]rune
}

func newGuard(cell string) guard {
	var g guard
	for k, field := range strings.Fields(cell) {
		word, except := strings.CutPrefix(field, "-")
		switch {
		case except:
			g.except = append(g.except, []rune(word))
		case k == 0:
			g.runes = []rune(word)
		default:
			g.words = append(g.words, []rune(word))
		}
	}
	return g
}

// forbids reports whether the word may not end before rune i of l.
func (g *guard) forbids(l *line, i int) bool {
	next := l.next(i)
	if next == 0 {
		return false
	}
	for _, r := range g.runes {
		if r == next {
			return !l.hasOne(g.except, i)
		}
	}
	return l.hasOne(g.words, i)
}

// hasOne reports whether one of words stands at rune i.
func (l *line) hasOne(words [][]rune, i int) bool {
	for _, w := range words {
		k := 0
		for k < len(w) && l.next(i+k) == w[k] {
			k++
		}
		if k == len(w) {
			return true
		}
	}
	return false
}
