package compare

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// otherSort reports whether two topics name two sorts of one thing, not one: 玉米平均亩产
// and 水稻平均亩产, 海州港煤炭 and 海州港. Whose it is may be told in one of them only.
func (i *item) otherSort(o *item) bool {
	how, a, b := traitsOf(i.measureID()).how, i.topic, o.topic
	if i.named.apart(o.named) {
		return true
	}
	x, y, last := differing([]rune(matterOf(a)), []rune(matterOf(b)))
	if last && how != "qualified" { // the noun itself, which may have other words, unless it is the measure's
		return i.measure != nil && min(len(x), len(y)) > 1 && len(x)+len(y) >= otherWords && likeness(string(x), string(y)) == 0
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

// marks are whose or where a thing is and of which year, as its topic names them;
// "" where it does not.
type marks struct{ owner, year string }

func marksOf(topic string) marks { return marks{ownerOf(topic), yearNamed(topic)} }

// apart reports whether two name different ones, however alike the rest: 北川省 is not
// 南川省, the games of 2023 are not those of 2025.
func (m marks) apart(o marks) bool {
	owners := m.owner != "" && o.owner != "" && !strings.Contains(m.owner, o.owner) && !strings.Contains(o.owner, m.owner)
	return owners || m.year != "" && o.year != "" && m.year != o.year
}

// yearNamed is the first year of this century or the last that a text names.
func yearNamed(s string) string {
	for k := range s {
		if rest := s[k:]; startsWith(rest, "19", "20") && len(rest) >= 4 && strings.Trim(rest[:4], "0123456789") == "" {
			return rest[:4]
		}
	}
	return ""
}

// ownerOf is whose or where it is; an owner that has no name (全省) is none.
func ownerOf(topic string) string {
	owner := topic[:ownerEnd(topic)]
	if utf8.RuneCountInString(owner) <= 2 || startsWith(owner, "全", "该", "本", "我", "咱") {
		return ""
	}
	return owner
}

// matterOf is the rest, words that say the same made one.
func matterOf(topic string) string {
	rest := likewise().Replace(topic[ownerEnd(topic):])
	for _, w := range wordsOf("worded") {
		rest = strings.ReplaceAll(rest, w, "")
	}
	return rest
}

// ownerEnd is where a topic has named whose or where it is, as the last sign
// tells it: 柳溪村玉米, 海州港煤炭.
func ownerEnd(topic string) int {
	end, hidden := 0, topic
	if !containsAny(topic, wordsOf("owners")...) {
		return 0
	}
	for _, w := range wordsOf("no-owners") {
		hidden = strings.ReplaceAll(hidden, w, strings.Repeat(border, len(w)))
	}
	for _, w := range wordsOf("owners") {
		if k := strings.LastIndex(hidden, w); k >= 0 && utf8.RuneCountInString(topic[:k]) <= ownerReach {
			end = max(end, k+len(w))
		}
	}
	return end
}

// ownerReach is how many characters name an owner before the sign of one.
const ownerReach = 6

// nearer reports whether candidate c says more about a draft's figure than
// best, which ranks the same: it is of the very time of the figure or, of
// another time, has its value.
func (i *item) nearer(c, best *candidate) bool {
	if i.when.known && c.when == i.when && best.when != i.when {
		return true
	}
	if c.rank == rankTime && !i.isDate() {
		return i.interval.Meets(c.interval) && !i.interval.Meets(best.interval)
	}
	return c.rank == rankDiffers && !i.isDate() && c.when == best.when && i.wordedAs(c.item) > i.wordedAs(best.item)+muchNearer
}

// wordedAs is how much two topics have in common of all that they say.
func (i *item) wordedAs(o *item) float64 {
	most := max(len(i.topic), len(o.topic))
	if most == 0 {
		return 1
	}
	return likeness(i.topic, o.topic) * float64(min(len(i.topic), len(o.topic))) / float64(most)
}

// muchNearer is by how much more another topic must say what a draft says to be
// the one that it means.
const muchNearer = 0.15
