package quantity

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// tree holds words rune by rune. Nearly every character of a text is looked up
// here once, so that the first rune of a word is found in a table of pages and
// the few that can follow it by halving, without hashing.
type tree struct {
	nodes []node // the first stands for none
	pages [256]*[256]entry
	signs []sign // as entry.sign counts them
}

// entry is what begins with a rune.
type entry struct {
	node   int32
	sign   uint8 // one more than its place among the signs, 0 for none
	starts bool  // a word or a number begins with it
}

// node is a place in the tree: the words that end there and the runes that go on.
type node struct {
	words []*word
	next  []branch // by rune
}

type branch struct {
	r    rune
	node int32
}

func newTree() tree { return tree{nodes: make([]node, 1, 8192)} }

// at returns the entry of r; no word begins with a rune beyond the first plane.
func (t *tree) at(r rune) entry {
	if r > 0xFFFF {
		return entry{}
	}
	page := t.pages[r>>8]
	if page == nil {
		return entry{}
	}
	return page[r&0xFF]
}

// grow returns the entry of r to be filled. The pages hold the first plane.
func (t *tree) grow(r rune) *entry {
	if r < 0 || r > 0xFFFF {
		panic(fmt.Sprintf("quantity: data: no word can begin with %U", r))
	}
	page := &t.pages[r>>8]
	if *page == nil {
		*page = new([256]entry)
	}
	e := &(*page)[r&0xFF]
	e.starts = true
	return e
}

// add puts a word into the tree. The words are the program's own: one told
// twice, by the same or another form of its characters, is a mistake.
func (t *tree) add(w *word) {
	at := int32(0)
	for k, r := range w.text {
		if k == 0 {
			at = t.first(r)
		} else {
			at = t.branch(at, r)
		}
	}
	for _, other := range t.nodes[at].words {
		if other.class == w.class && other.unit == w.unit {
			panic(fmt.Sprintf("quantity: data: %q is told twice", w.text))
		}
	}
	t.nodes[at].words = append(t.nodes[at].words, w)
}

// first returns the node of words that begin with r, a new one if need be.
func (t *tree) first(r rune) int32 {
	e := t.grow(r)
	if e.node == 0 {
		e.node = int32(len(t.nodes))
		t.nodes = append(t.nodes, node{})
	}
	return e.node
}

// branch returns the node that r leads to from at, a new one if need be.
func (t *tree) branch(at int32, r rune) int32 {
	next := t.nodes[at].next
	k, found := slices.BinarySearchFunc(next, r, func(b branch, r rune) int { return cmp.Compare(b.r, r) })
	if found {
		return next[k].node
	}
	to := int32(len(t.nodes))
	t.nodes[at].next = slices.Insert(next, k, branch{r, to})
	t.nodes = append(t.nodes, node{})
	return to
}

// to returns the node that r leads to, 0 for none.
func (n *node) to(r rune) int32 {
	lo, hi := 0, len(n.next)
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		switch b := &n.next[mid]; {
		case b.r == r:
			return b.node
		case b.r < r:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0
}

// addSign notes what r does in numbers.
func (t *tree) addSign(r rune, s sign) {
	e := t.grow(r)
	if e.sign != 0 {
		panic(fmt.Sprintf("quantity: data: the sign %q is told twice", r))
	}
	t.signs = append(t.signs, s)
	if len(t.signs) > math.MaxUint8 {
		panic(fmt.Sprintf("quantity: data: more than %d signs", math.MaxUint8))
	}
	e.sign = uint8(len(t.signs))
}

// sign returns what r does in numbers.
func (t *tree) sign(r rune) sign {
	if r < 0x80 {
		return sign{}
	}
	if k := t.at(r).sign; k > 0 {
		return t.signs[k-1]
	}
	return sign{}
}
