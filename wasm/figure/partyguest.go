package figure

import (
	"strings"
	"unicode/utf8"
)

// findGuests notes in a text that speaks for a country the passages in which
// the head of a body no list has speaks: 渡运署署长接受采访. It holds until a
// passage names a person, a country or an organisation.
func (d *document) findGuests() {
	if d.home == "" {
		return
	}
	guest := ""
	for _, p := range d.passages {
		if body := p.headedBody(); body != "" {
			guest = body
		} else if p.namesAnother() {
			guest = ""
		}
		p.guest = guest
	}
}

// headedBody is the body whose head the passage tells of.
func (p *passage) headedBody() string {
	for _, h := range p.hits {
		if h.class != "office" {
			continue
		}
		before := p.simple[p.around(p.clauses, h.start, reach).Start:h.start]
		name := before[strings.LastIndexAny(before, "，、的：；—“”（）")+1:]
		for name != "" && !utf8.RuneStart(name[0]) {
			name = name[1:]
		}
		name = trimHead(name)
		_, body := hasSuffix(name, listed("body")...)
		if n := utf8.RuneCountInString(name); !body || n < 4 || n > longestName || p.isInGlossary(name) {
			continue
		}
		return name
	}
	return ""
}

// isInGlossary reports whether the glossary has a country or a body in the name.
func (p *passage) isInGlossary(name string) bool {
	for _, m := range p.document.names.Find(name) {
		if m.Term.Kind == "organisation" || m.Term.Kind == "company" || m.Term.Kind == "country" {
			return true
		}
	}
	return false
}

// namesAnother reports whether a passage names somebody else who may be meant.
func (p *passage) namesAnother() bool {
	for k := range p.mentions {
		switch p.mentions[k].kind {
		case "person", "country", "organisation":
			return true
		}
	}
	return false
}

func partiesGuest(r *reading) bool {
	r.Parties = present(r.p.guest)
	return len(r.Parties) > 0
}
