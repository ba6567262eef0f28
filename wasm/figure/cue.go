package figure

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// cue is a word that tells something about the figures around it.
type cue struct {
	text   string
	class  string   // what it tells about: status, change, speech …
	value  string   // what it says
	after  []string // no such cue when one of these follows
	before []string // nor when one of these precedes
	row    int      // line of its data file, for those that say more
}

// hit is a cue in a text: simple[start:end].
type hit struct {
	start, end int
	*cue
}

// cueFiles are the data files of cues: words, class, value, unless after,
// unless before.
var cueFiles = []string{"status.tsv", "change.tsv", "speech.tsv", "period.tsv", "reference.tsv", "bound.tsv"}

// lexicon is the tree of all cues, rune by rune.
type lexicon struct {
	nodes map[edge]int32
	cues  map[int32][]*cue
	first runeSet // that cues begin with
	later runeSet // that stand behind the first
}

type edge struct {
	node int32
	r    rune
}

// theLexicon reads the data when it is first asked for.
var theLexicon = sync.OnceValue(func() *lexicon {
	x := &lexicon{nodes: map[edge]int32{}, cues: map[int32][]*cue{}}
	for _, name := range cueFiles {
		for _, row := range rows(name) {
			for _, w := range words(row[0]) {
				x.add(&cue{text: w, class: row[1], value: row[2], after: words(row[3]), before: words(row[4])})
			}
		}
	}
	for n, m := range theMeasures() {
		for _, w := range m.cues {
			x.add(&cue{text: w, class: "measure", value: m.ID, row: n})
		}
	}
	return x
})

func (x *lexicon) add(c *cue) {
	at := int32(0)
	for k, r := range c.text {
		if k == 0 {
			x.first.add(r)
		} else {
			x.later.add(r)
		}
		next, ok := x.nodes[edge{at, r}]
		if !ok {
			next = int32(len(x.nodes) + 1)
			x.nodes[edge{at, r}] = next
		}
		at = next
	}
	x.cues[at] = append(x.cues[at], c)
}

// find returns the cues in a text by their places. Of those of one class that
// begin at the same place the longest stays, and none that lies inside
// another one of its class.
func (x *lexicon) find(simple string) []hit {
	var found []hit
	until := map[string]int{}
	for i, r := range simple {
		if x.first.has(r) {
			found = x.at(simple, i, found, until)
		}
	}
	return found
}

// at adds the cues that begin at i.
func (x *lexicon) at(simple string, i int, found []hit, until map[string]int) []hit {
	node, ok := int32(0), true
	begin := len(found)
	for end := i; end < len(simple); {
		r, size := utf8.DecodeRuneInString(simple[end:])
		if node > 0 && !x.later.has(r) {
			break
		}
		if node, ok = x.nodes[edge{node, r}]; !ok {
			break
		}
		end += size
		for _, c := range x.cues[node] {
			if end > until[c.class] && c.fits(simple, i, end) {
				found = append(found, hit{i, end, c})
			}
		}
	}
	return keepLongest(found, begin, until)
}

// keepLongest leaves one cue a class of those from begin on.
func keepLongest(found []hit, begin int, until map[string]int) []hit {
	kept := begin
	for k := len(found) - 1; k >= begin; k-- {
		h := found[k]
		if h.end <= until[h.class] {
			found[k].cue = nil
			continue
		}
		until[h.class] = h.end
	}
	for k := begin; k < len(found); k++ {
		if found[k].cue != nil {
			found[kept] = found[k]
			kept++
		}
	}
	return found[:kept]
}

// fits reports whether what stands around a cue lets it be one.
func (c *cue) fits(simple string, start, end int) bool {
	for _, w := range c.after {
		if strings.HasPrefix(simple[end:], w) {
			return false
		}
	}
	for _, w := range c.before {
		if strings.HasSuffix(simple[:start], w) {
			return false
		}
	}
	return c.value != "will" || strings.HasPrefix(simple[start:], "会") || isVerbAhead(simple[end:])
}

// isVerbAhead tells 将达到 from 将18颗卫星送入轨道 and 将贸易额提高到…, where 将
// means 把: behind the former stands a verb.
func isVerbAhead(s string) bool {
	if _, verb := hasPrefix(s, listed("behind-will")...); verb {
		return true
	}
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && !strings.HasPrefix(s, "大约") && strings.ContainsRune(verbStarts, r)
}

// verbStarts are the characters that verbs and adverbs behind 将 begin with.
const verbStarts = "斥达增升降超突占为有是在于建新举召投完开成实继会提扩进逐可能保推出获创带使向与同从由不再更大全共启设缩减下上翻担承主参接首正通分陆面仍落改修铺访赴来抵发派签审讨研就对给受被用耗节造培招吸引迎届拥涨跌回攀达见形运生供支派跨覆惠带致采加到至持稳维跻互撤裁废关停限禁清送播赛夺冲挑击签编印颁拨深优巩治整种植养采钻测勘监检拓构打扶帮救授撰巡走逐陆偿支位居名列累显极进有按依根以最比低高少多涉涵包促应选竞退卸接任出缺结终止停暂恢复调调整转变迁搬"

// lastCue returns the last cue of a class, and of one of the values if any are
// given, that lies in from:to.
func (p *passage) lastCue(class string, from, to int, values ...string) (hit, bool) {
	k := sort.Search(len(p.hits), func(k int) bool { return p.hits[k].start >= to })
	for k--; k >= 0 && p.hits[k].start >= from; k-- {
		if h := p.hits[k]; h.end <= to && h.is(class, values) {
			return h, true
		}
	}
	return hit{}, false
}

// nextCue returns the first such cue in from:to.
func (p *passage) nextCue(class string, from, to int, values ...string) (hit, bool) {
	k := sort.Search(len(p.hits), func(k int) bool { return p.hits[k].start >= from })
	for ; k < len(p.hits) && p.hits[k].start < to; k++ {
		if h := p.hits[k]; h.end <= to && h.is(class, values) {
			return h, true
		}
	}
	return hit{}, false
}

func (h hit) is(class string, values []string) bool {
	if h.class != class {
		return false
	}
	for _, v := range values {
		if h.value == v {
			return true
		}
	}
	return len(values) == 0
}
