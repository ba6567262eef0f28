package compare

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// otherSort tells that two topics name two sorts of one thing, not one: 玉米平均亩产
// and 水稻平均亩产, 海州港煤炭 and 海州港. Whose it is may be told in one of them only.
func otherSort(how, a, b string) bool {
	own, a := cutOwner(a)
	its, b := cutOwner(b)
	if own != "" && its != "" && !strings.Contains(own, its) && !strings.Contains(its, own) {
		return true
	}
	x, y, last := differing([]rune(a), []rune(b))
	if last && how != "qualified" {
		return false // the noun itself, which may have other words
	}
	if len(x) > 0 && len(y) > 0 {
		return len(x)+len(y) >= otherWords && likeness(string(x), string(y)) < halfSaid
	}
	return last && len(x)+len(y) > 1 // the words right before the noun
}

// otherWords is how many characters two topics must have of their own to name
// two sorts, and halfSaid how much of the one must stand in the other's to name
// the same all the same.
const (
	otherWords = 4
	halfSaid   = 0.5
)

// differing is what two topics have of their own between what begins and what
// ends both; last where it ends one of them.
func differing(x, y []rune) (a, b []rune, last bool) {
	n := commonFront(x, y)
	x, y = slices.Clone(x[n:]), slices.Clone(y[n:])
	slices.Reverse(x)
	slices.Reverse(y)
	n = commonFront(x, y)
	x, y = x[n:], y[n:]
	slices.Reverse(x)
	slices.Reverse(y)
	return x, y, n == 0
}

func commonFront(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// cutOwner cuts a topic behind whose or where it is, as its last sign tells it:
// 柳溪村玉米, 海州港煤炭. An owner that has no name (全省) is none; words that say the
// same are made one in the rest.
func cutOwner(topic string) (owner, rest string) {
	end, hidden := 0, topic
	for _, w := range wordsOf("no-owners") {
		hidden = strings.ReplaceAll(hidden, w, strings.Repeat(border, len(w)))
	}
	for _, w := range wordsOf("owners") {
		if k := strings.LastIndex(hidden, w); k >= 0 && utf8.RuneCountInString(topic[:k]) <= ownerReach {
			end = max(end, k+len(w))
		}
	}
	owner, rest = topic[:end], likewise().Replace(topic[end:])
	for _, w := range wordsOf("worded") {
		rest = strings.ReplaceAll(rest, w, "")
	}
	if utf8.RuneCountInString(owner) <= 2 || startsWith(owner, "全", "该", "本", "我", "咱") {
		owner = ""
	}
	return owner, rest
}

// ownerReach is how many characters name an owner before the sign of one.
const ownerReach = 6
