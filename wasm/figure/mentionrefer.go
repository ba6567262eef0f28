package figure

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"fenghui/wasm/text"
)

// resolveReferences adds the words that refer to the mentions.
func (p *passage) resolveReferences() {
	var more []mention
	for _, h := range p.hits {
		if h.class != "refer" || p.insideMention(text.Span{Start: h.start, End: h.start + 1}) { // 欧亚经济联盟国家 names the union itself
			continue
		}
		if names := p.referent(h, more); len(names) > 0 {
			more = append(more, mention{h.start, p.referEnd(h), names[0], names, "refer", h.value})
		}
	}
	p.mentions = append(p.mentions, more...)
	sort.SliceStable(p.mentions, func(a, b int) bool { return p.mentions[a].start < p.mentions[b].start })
}

// referEnd leaves 与 out of 我与上合组织.
func (p *passage) referEnd(h hit) int {
	if h.value == "me" {
		return h.start + len("我")
	}
	return h.end
}

func (p *passage) referent(h hit, before []mention) []string {
	switch h.value {
	case "me":
		if !p.namedAt(h.end) {
			return nil // 我与他
		}
		return present(cmp.Or(p.home, "中国")) // of texts nobody signs only Chinese ones say so
	case "self", "nation", "chinese":
		return present(p.nation(h))
	case "both":
		return p.bothAt(h.start, strings.HasPrefix(h.text, "双"))
	case "group":
		if name := p.lastNameOf(h.start, "organisation"); name != "" {
			return []string{name}
		}
		return present(p.region())
	case "meeting":
		return p.meeting()
	case "region":
		if name := p.lastNameOf(h.start, "organisation", "place"); name != "" {
			return []string{name}
		}
		return present(p.region())
	case "other":
		return present(p.lastNameOf(h.start, "country"))
	case "world":
		return []string{wholeWorld}
	}
	if name, ok := strings.CutPrefix(h.value, "at "); ok {
		return []string{name}
	}
	return nil
}

// nation is the country that 全国 means: the one named in the sentence or the one
// the text speaks for, else the one it names most, or first. A Chinese text that
// names none means China, and so does 我国 in one that cites China's own bodies.
func (p *passage) nation(h hit) string {
	from := p.around(p.sentences, h.start, farReach).Start
	for _, m := range p.mentionsIn(from, h.start) {
		_, speaks := hasPrefix(p.simple[m.end:], listed("agent")...)
		if m.kind == "country" && (p.home == "" || speaks && p.doc.Speaker == "") && !p.isPartOfName(&m) && !p.isOtherSide(&m) {
			return m.name
		}
	}
	chinese := h.value == "chinese" || (h.value == "self" || p.lead == "") && p.citesChinese()
	switch {
	case p.home != "":
		return p.home
	case p.lead != "" && !chinese:
		return p.lead
	case p.firstCountry() != "" && !chinese:
		return p.firstCountry()
	case p.group != "" && !chinese:
		return ""
	}
	return "中国"
}

// citesChinese reports whether a text names a body of China's as its own: 海关总署, and
// not 中国海关总署 or 越南农业农村部.
func (d *document) citesChinese() bool {
	for _, p := range d.passages {
		for k := range p.hits {
			h := &p.hits[k]
			if h.value != "chinese" {
				continue
			}
			if ms := p.mentionsIn(0, h.start); len(ms) == 0 || ms[len(ms)-1].end < h.start {
				return true
			}
		}
	}
	return false
}

// firstCountry is the first the text names, "" when it names none.
func (d *document) firstCountry() string {
	if d.first != nil {
		return *d.first
	}
	d.first = new(string)
	for _, q := range d.passages {
		for _, m := range q.mentions {
			if m.kind == "country" && !q.isPartOfName(&m) && !q.isMeans(&m) && !q.isCompared(&m) && !q.isStrife(&m) && !q.isDateline(&m) && !q.isOtherSide(&m) {
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

// lastNameOf is the last name of one of the kinds before at, in the passage.
func (p *passage) lastNameOf(at int, kinds ...string) string {
	ms := p.mentionsIn(max(0, at-farReach), at)
	for k := len(ms) - 1; k >= 0; k-- {
		if owner := p.ownerOf(&ms[k]); ms[k].kind == "organisation" && isBody(ms[k].name) && owner != "" {
			return owner
		}
		if slices.Contains(kinds, ms[k].kind) && !isContinent(ms[k].name) && !isMedia(ms[k].name) && !(isBody(ms[k].name) && p.isIssuer(&ms[k])) {
			return ms[k].name
		}
	}
	return ""
}

// insideMention reports whether a span lies in a name.
func (p *passage) insideMention(s text.Span) bool {
	k := sort.Search(len(p.mentions), func(k int) bool { return p.mentions[k].end >= s.End })
	return k < len(p.mentions) && p.mentions[k].start <= s.Start && p.mentions[k].end-p.mentions[k].start > s.End-s.Start
}

func isContinent(name string) bool { return slices.Contains(listed("continent"), name) }
