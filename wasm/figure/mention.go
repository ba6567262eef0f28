package figure

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"fenghui/corpus"
)

// mention is a party, a place or a programme named in a passage: by its name, by
// a short form in a compound (哈俄), or by a word that refers to it (两国).
type mention struct {
	start, end int
	name       string   // canonical, of the first
	names      []string // all of them: 两国 are two
	kind       string   // of the glossary; "refer" for words that refer
	value      string   // of words that refer: self, both, group …
}

// partyKinds are the kinds that can be parties of a figure.
var partyKinds = []string{"country", "organisation", "place", "format", "city", "programme", "company", "corridor"}

// findMentions finds the names; findShorts adds the short forms.
func (p *passage) findMentions() {
	for _, m := range p.document.names.Find(p.simple) {
		if !slices.Contains(partyKinds, m.Term.Kind) && m.Term.Kind != "person" || m.Lang != "zh" && m.End-m.Start < 3 {
			continue
		}
		if m.Lang == "zh" && p.isAcross(&m) || strings.HasSuffix(m.Term.Name(), "战略伙伴关系") {
			continue // how two stand to each other is no party
		}
		p.mentions = append(p.mentions, mention{m.Start, m.End, m.Term.Name(), []string{m.Term.Name()}, m.Term.Kind, ""})
		p.seen[m.Term.Name()] = true
		if m.Term.Kind == "city" && len(m.Term.Of) > 0 {
			p.seenOf[m.Term.Of[0]] = true
		}
		p.noteSaid(m.Term, p.simple[m.Start:m.End])
	}
	p.findUnnamed()
}

// findUnnamed finds countries that are not named: 某国, 中亚某国.
func (p *passage) findUnnamed() {
	const word = "某国"
	for at := 0; ; at += len(word) {
		i := strings.Index(p.simple[at:], word)
		if i < 0 {
			break
		}
		at += i
		m := mention{at, at + len(word), word, []string{word}, "country", ""}
		k := slices.IndexFunc(p.mentions, func(b mention) bool { return b.end == at && b.kind == "place" })
		if k < 0 {
			p.mentions = append(p.mentions, m)
			continue
		}
		m.start, m.name = p.mentions[k].start, p.mentions[k].name+word
		m.names = []string{m.name}
		p.mentions[k] = m
	}
	p.sortMentions()
}

func (p *passage) sortMentions() {
	sort.SliceStable(p.mentions, func(a, b int) bool { return p.mentions[a].start < p.mentions[b].start })
}

// noteSaid remembers the short name a text uses for an organisation: 上合组织.
func (p *passage) noteSaid(t *corpus.Term, said string) {
	n := utf8.RuneCountInString(said)
	if t.Kind != "organisation" || n < 3 || !slices.Contains(t.Zh, said) {
		return
	}
	if _, whole := hasSuffix(said, "峰会", "家庭", "国家", "成员国", "机制"); whole {
		return
	}
	if old := p.said[t.Name()]; old == "" || n < utf8.RuneCountInString(old) {
		p.said[t.Name()] = said
	}
}

// mentionsIn returns the mentions inside from:to.
func (p *passage) mentionsIn(from, to int) []mention {
	lo := sort.Search(len(p.mentions), func(k int) bool { return p.mentions[k].start >= from })
	hi := lo
	for hi < len(p.mentions) && p.mentions[hi].end <= to {
		hi++
	}
	return p.mentions[lo:hi]
}
