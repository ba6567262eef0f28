package figure

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// findTopics notes for every sentence whom it is about: its subject, or else
// that of the sentences before, or of what opened the passage before.
func (d *document) findTopics() {
	if d.home != "" {
		return // nobody asks then
	}
	title := d.matter
	if len(title) == 0 {
		title = present(d.lead)
	}
	now, since := d.matter, 0
	for _, p := range d.passages {
		opening := p.findTopics(now)
		if since++; !slices.Equal(opening, now) {
			since = 0
		}
		if len(d.matter) == 0 && first(opening) != wholeWorld {
			d.matter = opening // whom the text opens with; the passages behind ask for it
		}
		if now = opening; since >= topicPassages || first(now) == wholeWorld {
			now = title
		}
	}
}

// topicPassages is how many passages after the one that names it a text goes on
// about somebody whom its title does not name.
const topicPassages = 2

// findTopics begins with whom the passage before was about, and returns whom
// this one is about: what its later sentences turn to stays in it.
func (p *passage) findTopics(now []string) (opening []string) {
	opening = now
	opens, own := true, len(p.passages) == 1
	topics := make([][]string, len(p.sentences))
	for i, s := range p.sentences {
		if t := p.topicOf(s, len(now) == 0); len(t) > 0 && !(own && p.inCountry(t[0], now)) {
			now, own = t, true
		} else if len(t) == 0 && len(p.matter) > 0 && p.isOfMatter(s) {
			now = p.matter
		}
		topics[i] = now
		if opens || len(opening) == 0 || len(p.passages) == 1 {
			opening = now
		}
		opens = opens && strings.HasSuffix(strings.TrimSpace(p.simple[s.Start:s.End]), "？")
	}
	p.topics = topics
	return opening
}

// inCountry reports whether a place lies in the country the text is about already.
func (d *document) inCountry(name string, now []string) bool {
	t, ok := d.names.LookupKind(name, "city")
	return ok && len(t.Of) > 0 && slices.Contains(now, t.Of[0])
}

// topicAt is whom the sentence that holds at is about.
func (p *passage) topicAt(at int) []string {
	i := sort.Search(len(p.sentences), func(k int) bool { return at < p.sentences[k].End })
	if i >= len(p.topics) {
		return nil
	}
	if len(p.topics[i]) == 0 {
		return present(p.lead)
	}
	return p.topics[i]
}

// subjectsTried is how many names of a sentence are looked at for its subject.
const subjectsTried = 8

// topicOf is the subject of a sentence: the first party named as one, or a body
// or a place that only its name gives away. Who reports counts where nobody
// was told of yet.
func (p *passage) topicOf(s text.Span, first bool) []string {
	var issuer []string
	like, likeAt := p.nameLike(s)
	for n, m := range p.mentionsIn(s.Start, min(s.End, s.Start+farReach)) {
		if n == subjectsTried || p.isOfPart(s, &m) {
			break
		}
		names := p.topicNames(&m)
		switch {
		case len(names) == 0 || p.isDateline(&m) || !p.isSubject(s, &m):
		case p.isIssuer(&m):
			issuer = names
		case !p.isNoParty(&m):
			if like != "" && (likeAt < m.start || m.kind == "place" && likeAt == m.start) {
				return []string{like}
			}
			return p.withNext(names, &m)
		}
	}
	if like != "" {
		return []string{like}
	}
	switch {
	case !first:
		return nil
	case len(issuer) > 0:
		return issuer
	}
	return p.countryOfPlace(s)
}

// countryOfPlace: a text that begins at a place in a country, and names no one,
// is about that country.
func (p *passage) countryOfPlace(s text.Span) []string {
	for _, m := range p.mentionsIn(s.Start, min(s.End, s.Start+farReach)) {
		t, ok := p.document.names.LookupKind(m.name, "city", "place")
		if !ok || len(t.Of) == 0 || p.isDateline(&m) || p.isPartOfName(&m) || p.home != "" || p.group != "" {
			continue
		}
		if c, ok := p.document.names.LookupKind(t.Of[0], "country"); ok {
			return []string{c.Name()}
		}
	}
	return nil
}

// topicNames are the names a sentence about a mention is about.
func (p *passage) topicNames(m *mention) []string {
	if m.value == "world" {
		return m.names
	}
	if m.kind == "place" && isContinent(m.name) {
		return m.names
	}
	var g gathered
	g.take(p, m)
	return g.parties()
}

// withNext adds the other side of 中国与东盟.
func (p *passage) withNext(names []string, m *mention) []string {
	for _, next := range p.mentionsIn(m.end, min(len(p.simple), m.end+issuerReach)) {
		if _, joined := containsAny("、和与同及", p.simple[m.end:next.start]); !joined || next.start == m.end {
			break
		}
		for _, n := range p.topicNames(&next) {
			names = added(names[:len(names):len(names)], n)
		}
	}
	return names
}

// leadRunes is how much may stand before a subject in its clause.
const leadRunes = 4

// isSubject reports whether a name opens its clause, but for times and adverbs, and
// stands behind no preposition.
func (p *passage) isSubject(s text.Span, m *mention) bool {
	if _, oblique := hasSuffix(p.simple[s.Start:m.start], listed("oblique")...); oblique {
		return false
	}
	from := max(p.around(p.clauses, m.start, reach).Start, s.Start)
	return utf8.RuneCountInString(trimHead(p.render(from, m.start))) <= leadRunes
}

// nameLike finds a body or a place that no list names, at the beginning of one
// of the first clauses: 第一中学, 北山县. Only its ending gives it away, so it
// counts only in texts that nobody speaks for.
func (p *passage) nameLike(s text.Span) (string, int) {
	if p.home != "" || p.group != "" {
		return "", 0
	}
	at := s.Start
	for n := 0; n < 3 && at < s.End; n++ {
		c := p.around(p.clauses, at, reach)
		if nameEnds().hasOf(p.simple[c.Start:min(c.End, s.End, c.Start+nameReach)]) {
			rendered := trimHead(p.render(c.Start, min(c.End, s.End)))
			if name := bodyName(p.cutPlace(rendered)); name != "" && !p.reports(name, rendered) {
				return name, c.Start
			}
		}
		at = p.beyond(c, at)
	}
	return "", 0
}

// cutPlace leaves out a province before the name of a place in it.
func (p *passage) cutPlace(s string) string {
	found := p.document.names.Find(text.First(s, longest))
	if len(found) > 0 && found[0].Start == 0 && found[0].Term.Kind == "place" && found[0].End < len(s) {
		return s[found[0].End:]
	}
	return s
}

// reports: behind the name stands what makes an issuer of it.
func (p *passage) reports(name, s string) bool {
	at := strings.Index(s, name)
	if at < 0 {
		return false
	}
	_, verb := containsAny(text.First(s[at+len(name):], 12), listed("report")...)
	return verb
}

// bodyName is the body or the place s begins with, told by how its name ends.
func bodyName(s string) string {
	end := nameEnd(s)
	s = text.First(s[:end], longestName)
	if _, vague := hasPrefix(s, listed("vague")...); vague {
		return ""
	}
	if _, cited := hasPrefix(s, listed("cited")...); cited {
		return ""
	}
	best := ""
	for _, w := range listed("body-name") {
		if i := strings.Index(s, w); i >= 2*len("字") && i+len(w) > len(best) {
			best = s[:i+len(w)]
		}
	}
	if best != "" {
		return best
	}
	for _, w := range listed("place-name") {
		i := strings.Index(s, w)
		n := utf8.RuneCountInString(s[:max(i, 0)])
		_, other := hasPrefix(s[max(i, 0):], listed("shi-word")...)
		switch {
		case n < 2 || n > 4 || other || strings.HasSuffix(s[:max(i, 0)], "城") || n == 4 && w != "县":
		case n == 4:
			return text.Last(s[:i], 2) + w
		default:
			return s[:i] + w
		}
	}
	return ""
}

// nameEnds are the characters that such names end with.
var nameEnds = sync.OnceValue(func() *runeSet {
	var ends runeSet
	for _, w := range slices.Concat(listed("body-name"), listed("place-name")) {
		last, _ := utf8.DecodeLastRuneInString(w)
		ends.add(last)
	}
	return &ends
})

// nameReach is how many bytes of a clause are looked at for such a name, with
// what may stand before it.
const nameReach = 150

// longestName is how many runes such a name has at most.
const longestName = 14

// nameEnd is where a name must have ended: before a sign or a word of grammar.
func nameEnd(s string) int {
	for i, r := range s {
		if !text.IsIdeograph(r) || strings.ContainsRune("的了是在对把被为以从向到将已与和同及其这该此每共有", r) {
			return i
		}
	}
	return len(s)
}

// partiesOfTopic: whom the text is about, where nobody speaks for a country.
func partiesOfTopic(r *reading) bool {
	r.Parties = r.p.topicAt(r.q.Core.Start)
	return len(r.Parties) > 0
}
