package figure

import (
	"sort"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/text"
)

// findHome finds whose country and which group the text speaks for, then what
// 我国, 两国, 该组织 and 本地区 refer to.
func (d *document) findHome() {
	if t, ok := d.names.LookupKind(d.doc.Speaker, "person"); ok && len(t.Of) > 0 && d.isSpeech(t.Name()) {
		d.home = t.Of[0]
	} else if d.doc.Speaker == "" {
		d.home = d.officeHome()
	}
	d.group = d.doc.Summit.Organisation
	d.joinPlaces()
	d.matter = d.findMatter()
	for _, p := range d.passages {
		p.resolveReferences()
	}
}

// joinPlaces: in a text that names 海合会, 海湾国家 are its members.
func (d *document) joinPlaces() {
	for _, p := range d.passages {
		for k := range p.mentions {
			m := &p.mentions[k]
			t, ok := d.names.LookupKind(m.name, "place")
			if !ok || m.kind != "place" || len(t.Of) != 1 || !d.seen[t.Of[0]] {
				continue
			}
			if o, ok := d.names.LookupKind(t.Of[0], "organisation"); ok {
				m.name, m.names = o.Name(), []string{o.Name()}
			}
		}
	}
}

// openingPassages is how many passages, title included, open a text.
const openingPassages = 3

// isSpeech tells a text that gives somebody's speech from one that reports what
// several say: he is named in its title, or as it opens without one, or again
// and again, or never.
func (d *document) isSpeech(person string) bool {
	if d.doc.Kind == corpus.Record { // its front matter says who speaks
		return true
	}
	named, open, opening := 0, false, openingPassages
	for _, p := range d.passages {
		if p.isTitle() {
			opening = 1
		}
		if dashLength(p.low) > 0 || p.mentionsPerson(person) {
			named++
			open = open || p.place < opening
		}
	}
	return named == 0 || open || 2*named > len(d.passages)
}

// mentionsPerson tells that a passage names somebody.
func (p *passage) mentionsPerson(person string) bool {
	for k := range p.mentions {
		if p.mentions[k].kind == "person" && p.mentions[k].name == person {
			return true
		}
	}
	return false
}

// officeHome is the country of the one who speaks in the first person and whose
// office the opening tells: 塔方代表团团长, 专访哈萨克斯坦驻华大使.
func (d *document) officeHome() string {
	if !d.saysOur() {
		return ""
	}
	for _, p := range d.passages[:min(len(d.passages), openingPassages)] {
		for k := range p.mentions {
			m := &p.mentions[k]
			behind := firstRunes(p.low[m.end:], 10)
			if i := strings.IndexAny(behind, "，。；：、"); i >= 0 {
				behind = behind[:i]
			}
			if _, office := containsAny(behind, roleWords("envoy")...); office && m.kind == "country" {
				return m.name
			}
		}
	}
	return ""
}

// saysOur tells that the text speaks of its own country as 我国.
func (d *document) saysOur() bool {
	for _, p := range d.passages {
		for _, h := range p.hits {
			if h.class == "refer" && h.value == "self" {
				return true
			}
		}
	}
	return false
}

// meeting is the parties that meet: 中亚-俄罗斯 are two.
func (d *document) meeting() []string {
	list := d.listed(d.group)
	if len(list) == 0 && d.group != "" {
		list = []string{d.group}
	}
	return list
}

// listed is the parties that the name of a meeting tells.
func (d *document) listed(meeting string) []string {
	var list []string
	for _, m := range d.names.Find(sides.Replace(meeting)) {
		if m.Term.Kind == "place" || m.Term.Kind == "country" || m.Term.Kind == "organisation" {
			list = append(list, m.Term.Name())
		}
	}
	return list
}

// sides parts the two of 中亚-俄罗斯.
var sides = strings.NewReplacer("-", "，", "—", "，", "+", "，", "–", "，")

// region is the group as an area: of 中亚-俄罗斯 and 中亚国家元首磋商会议 it is 中亚.
func (d *document) region() string {
	if t, ok := d.names.LookupKind(d.group, "organisation"); ok && t.Kind == "organisation" {
		return t.Name()
	}
	if strings.HasPrefix(d.group, "中亚") {
		return "中亚"
	}
	if list := d.listed(d.group); len(list) > 0 {
		return list[0]
	}
	return first(d.matter)
}

// partner is the country or group that meets the home country, if one stands
// out: 俄罗斯 of 中亚-俄罗斯, else the host.
func (d *document) partner() string {
	for _, name := range d.meeting() {
		if t, ok := d.names.LookupKind(name, "country"); ok && t.Name() != d.home {
			return t.Name()
		}
	}
	if d.doc.Summit.Country != d.home {
		return d.doc.Summit.Country
	}
	return ""
}

// resolveReferences adds the words that refer to the mentions.
func (p *passage) resolveReferences() {
	var more []mention
	for _, h := range p.hits {
		if h.class != "refer" || p.insideMention(text.Span{Start: h.start, End: h.end}) {
			continue
		}
		if names := p.referent(h, more); len(names) > 0 {
			more = append(more, mention{h.start, h.end, names[0], names, "refer", h.value})
		}
	}
	p.mentions = append(p.mentions, more...)
	sort.SliceStable(p.mentions, func(a, b int) bool { return p.mentions[a].start < p.mentions[b].start })
}

func (p *passage) referent(h hit, before []mention) []string {
	switch h.value {
	case "self":
		return present(p.nation(h.start))
	case "nation":
		return present(p.nation(h.start))
	case "both":
		return p.bothAt(h.start, strings.HasPrefix(h.text, "双"))
	case "group":
		if name := p.lastOf(h.start, "organisation"); name != "" {
			return []string{name}
		}
		return present(p.region())
	case "region":
		if name := p.lastOf(h.start, "organisation", "place"); name != "" {
			return []string{name}
		}
		return present(p.region())
	case "other":
		return present(p.lastOf(h.start, "country"))
	case "world":
		return []string{"全球"}
	}
	if name, ok := strings.CutPrefix(h.value, "at "); ok {
		return []string{name}
	}
	return nil
}

// nation is the country that 全国 means: the one named in the sentence or the one
// the text speaks for, else the first the text names. A Chinese text that names
// none means China.
func (p *passage) nation(at int) string {
	from := p.around(p.sentences, at, farReach).Start
	for _, m := range p.mentionsIn(from, at) {
		if m.kind == "country" && p.home == "" && !p.isPartOfName(&m) {
			return m.name
		}
	}
	if p.home != "" {
		return p.home
	}
	if first := p.firstCountry(); first != "" {
		return first
	}
	if p.group != "" {
		return ""
	}
	return "中国"
}

// firstCountry is the first the text names, "" when it names none.
func (d *document) firstCountry() string {
	if d.first != nil {
		return *d.first
	}
	d.first = new(string)
	for _, q := range d.passages {
		for _, m := range q.mentions {
			if m.kind == "country" && !q.isPartOfName(&m) && !q.isMeans(&m) {
				*d.first = m.name
				return m.name
			}
		}
	}
	return ""
}

func present(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// bothAt: the two countries named last in the passage (of 双方 one may be an
// organisation), else the home country and the one it meets.
func (p *passage) bothAt(at int, wide bool) []string {
	var last []string
	ms := p.mentionsIn(max(0, at-farReach), at)
	for k := len(ms) - 1; k >= 0 && len(last) < 2; k-- {
		m := &ms[k]
		if (m.kind == "country" || wide && m.kind == "organisation" && !isBody(m.name)) && !contains(last, m.name) {
			last = append([]string{m.name}, last...)
		}
	}
	switch {
	case len(last) == 2:
		return last
	case len(last) == 1 && last[0] != p.home && p.home != "":
		return []string{p.home, last[0]}
	case len(p.matter) == 2 && (p.home == "" || contains(p.matter, p.home)):
		return p.matter
	case p.home != "" && p.partner() != "":
		return []string{p.home, p.partner()}
	}
	return last
}

// lastOf is the last name of one of the kinds before at, in the passage.
func (p *passage) lastOf(at int, kinds ...string) string {
	ms := p.mentionsIn(max(0, at-farReach), at)
	for k := len(ms) - 1; k >= 0; k-- {
		if owner := p.ownerOf(&ms[k]); ms[k].kind == "organisation" && isBody(ms[k].name) && owner != "" {
			return owner
		}
		if contains(kinds, ms[k].kind) && !isContinent(ms[k].name) {
			return ms[k].name
		}
	}
	return ""
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// insideMention tells that a span lies in a name.
func (p *passage) insideMention(s text.Span) bool {
	k := sort.Search(len(p.mentions), func(k int) bool { return p.mentions[k].end >= s.End })
	return k < len(p.mentions) && p.mentions[k].start <= s.Start && p.mentions[k].end-p.mentions[k].start > s.End-s.Start
}

// continents are where things come and go, and seldom a party.
var continents = []string{"亚洲", "欧洲", "欧亚", "非洲", "国际社会", "里海", "咸海", "黑海", "太平洋"}

func isContinent(name string) bool { return contains(continents, name) }
