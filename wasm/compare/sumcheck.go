package compare

import (
	"math/big"
	"strings"
	"sync"
	"unicode/utf8"
)

// sums adds up parts that a sentence lists behind their whole.
func (l *library) sums(items []*item) []Check {
	var list []Check
	for k := 0; k+1 < len(items); k++ {
		whole := items[k]
		if !whole.isLevel() || whole.f.Kind == "share" || !containsAny(between(whole, items[k+1]), wordsOf("parts")...) {
			continue
		}
		end := k + 1
		for end < len(items) && isPartOf(items[end], whole) && (end == k+1 || utf8.RuneCountInString(between(items[end-1], items[end])) <= partReach) {
			end++
		}
		if parts := items[k+1 : end]; len(parts) > 0 {
			list = append(list, l.sum(whole, parts)...)
			k = end - 1
		}
	}
	return list
}

// partReach is how many characters may stand between two parts of a list.
const partReach = 14

// isPartOf: the same unit and kind, and of counts and money the same measure or
// one that is a part of it.
func isPartOf(i, whole *item) bool {
	return i.isLevel() && i.f.Kind == whole.f.Kind && i.f.Unit == whole.f.Unit && (i.f.Kind != "count" || i.f.Said == whole.f.Said) && (i.measureID() == whole.measureID() || traitsOf(i.measureID()).part == whole.measureID() && whole.measureID() != "") && i.when == whole.when && i.ahead == whole.ahead
}

func (l *library) sum(whole *item, parts []*item) []Check {
	total := new(big.Rat)
	exact := whole.f.Bound == "exact"
	var told []Words
	for _, p := range parts {
		total = add(total, p.value)
		exact = exact && p.f.Bound == "exact"
		told = append(told, l.tell(p))
	}
	items := append([]*item{whole}, parts...)
	fills := []fill{{"whole", l.tell(whole)}, {"sum", TellValue(total, whole.f.Unit)}}
	switch {
	case len(parts) > 1 && exact && total.Cmp(whole.value) == 0:
		return []Check{l.check(Arithmetic, "arithmetic.sum", items, append(fills, fill{"parts", joined(told, "＋", " + ")})...)}
	case len(parts) > 1 && whole.interval.High != nil && total.Cmp(whole.interval.High) > 0 && exact && disjoint(whole, parts):
		return []Check{l.check(Suspect, "suspect.parts", items, fills...)}
	case exact && isLess(total, whole) && exhaust(parts):
		return []Check{l.check(Suspect, "suspect.less", items, fills...)}
	}
	return nil
}

func joined(list []Words, zh, en string) Words {
	var a, b []string
	for _, w := range list {
		a, b = append(a, w.Zh), append(b, w.En)
	}
	return Words{strings.Join(a, zh), strings.Join(b, en)}
}

// bare leaves 约 out, where the sentence says it already.
func bare(w Words) Words {
	return Words{strings.TrimPrefix(w.Zh, "约"), strings.TrimPrefix(w.En, "about ")}
}

// opposites are words that tell two classes apart and leave nothing out.
var opposites = sync.OnceValue(func() [][]string { return rows("opposites.tsv") })

// exhaust reports whether two parts are together all of their whole: 国际机场 and
// 国内机场.
func exhaust(parts []*item) bool {
	if len(parts) != 2 {
		return false
	}
	a, b := className(parts[0]), className(parts[1])
	for _, pair := range opposites() {
		x, y := strings.ReplaceAll(a, pair[0], border), strings.ReplaceAll(b, pair[1], border)
		if x != a && y != b && x == y {
			return true
		}
		x, y = strings.ReplaceAll(a, pair[1], border), strings.ReplaceAll(b, pair[0], border)
		if x != a && y != b && x == y {
			return true
		}
	}
	return false
}

// isLess reports whether a sum is below everything that its whole may be.
func isLess(total *big.Rat, whole *item) bool {
	return whole.interval.Low != nil && total.Cmp(whole.interval.Low) < 0
}
