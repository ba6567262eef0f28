package figure

import (
	"strings"
	"unicode/utf8"

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
				m.name, m.names, m.kind = o.Name(), []string{o.Name()}, o.Kind
			}
		}
	}
}

// openingPassages is how many passages, title included, open a text.
const openingPassages = 3

// isSpeech reports whether a text gives one person's speech, and does not
// report what several say: the person is named in its title, or in its opening
// if there is no title, or again and again, or never.
func (d *document) isSpeech(person string) bool {
	if d.doc.Kind == corpus.Record { // its front matter says who speaks
		return true
	}
	named, open, opening := 0, false, openingPassages
	for _, p := range d.passages {
		if p.isTitle() {
			opening = 1
		}
		if dashLength(p.simple) > 0 || p.mentionsPerson(person) {
			named++
			open = open || p.place < opening
		}
	}
	return named == 0 || open || 2*named > len(d.passages)
}

// mentionsPerson reports whether a passage names somebody.
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
			behind := text.First(p.simple[m.end:], 10)
			if i := strings.IndexAny(behind, "，。；：、"); i >= 0 {
				behind = behind[:i]
			}
			if _, office := containsAny(behind, listed("envoy")...); office && m.kind == "country" {
				return m.name
			}
		}
	}
	if d.citesChinese() {
		return "中国"
	}
	return ""
}

// saysOur reports whether the text speaks of its own country as 我国.
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
	list := d.meetingParties(d.group)
	if len(list) == 0 && d.group != "" {
		list = []string{d.group}
	}
	return list
}

// meetingParties are the parties that the name of a meeting tells.
func (d *document) meetingParties(meeting string) []string {
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
	for n := utf8.RuneCountInString(d.group) - 1; n > 1; n-- {
		if t, ok := d.names.LookupKind(text.First(d.group, n), "place"); ok {
			return t.Name()
		}
	}
	if list := d.meetingParties(d.group); len(list) > 0 {
		return list[0]
	}
	for _, n := range d.matter {
		if _, country := d.names.LookupKind(n, "country"); !country {
			return n
		}
	}
	return d.titleGroup()
}

// titleGroup is the first organisation or part of the world that the title names.
func (d *document) titleGroup() string {
	if len(d.passages) == 0 || !d.passages[0].isTitle() {
		return ""
	}
	for _, m := range d.passages[0].mentions {
		if d.passages[0].isGroup(&m) {
			return m.name
		}
	}
	return ""
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
