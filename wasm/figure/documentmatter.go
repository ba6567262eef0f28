package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// findMatter finds whom the text is about as a whole: those who meet, else whom
// its title names, else the event it names.
func (d *document) findMatter() []string {
	if list := d.meetingParties(d.group); len(list) > 0 {
		return list
	}
	if len(d.passages) == 0 || !d.passages[0].isTitle() {
		return nil
	}
	title := d.passages[0]
	var g gathered
	for _, m := range title.mentionsIn(0, len(title.simple)) {
		if m.kind != "city" && !title.isNoParty(&m) && (m.kind != "format" || len(d.meetingParties(m.name)) > 0) {
			g.take(title, &m)
		}
	}
	if list := g.parties(); len(list) > 0 {
		return list
	}
	for at := 0; at < len(title.simple) && d.home == ""; {
		c := title.around(title.clauses, at, reach)
		if name := eventOf(trimHead(title.bare(c.Start, c.End))); name != "" {
			return []string{name}
		}
		at = title.beyond(c, at)
	}
	return nil
}

// titleRunes is how long a title without a heading's mark is at most.
const titleRunes = 40

// isTitle reports whether a passage is a heading, or a short first line that is
// no sentence.
func (p *passage) isTitle() bool {
	return p.place == 0 && len(p.passages) > 2 && utf8.RuneCountInString(p.simple) <= titleRunes && !strings.Contains(p.simple, "。")
}

// eventOf is the event whose name s begins with: 丝路运动会.
func eventOf(s string) string {
	s = text.First(s[:nameEnd(s)], longestName)
	best := ""
	for _, w := range listed("event-noun") {
		if i := strings.Index(s, w); i >= 2*len("字") && (best == "" || i+len(w) < len(best)) {
			best = s[:i+len(w)]
		}
	}
	return best
}

// isOfMatter reports whether a sentence begins with a word for what the whole text is
// about: 论坛发布的…, 各方商定….
func (p *passage) isOfMatter(s text.Span) bool {
	at := s.Start
	for n := 0; n < 2 && at < s.End; n++ {
		c := p.around(p.clauses, at, reach)
		if _, ok := hasPrefix(trimHead(p.render(c.Start, min(c.End, s.End))), listed("matter")...); ok {
			return true
		}
		at = p.beyond(c, at)
	}
	return false
}
