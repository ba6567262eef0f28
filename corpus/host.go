package corpus

import "strings"

// host is whom the speakers thank for the reception: a country, and the
// person if named.
type host struct {
	country *Term
	person  string
}

var (
	thanks    = listed("thanks")
	reception = listed("reception")
	organised = listed("organised")
	meetings  = listed("meeting")
)

// hostPassages is how far into a text thanks to the host are looked for.
const hostPassages = 5

// findHost reads who is thanked for receiving or organising. Thanks to
// several countries name no host.
func findHost(scans []*scan) host {
	if h := openHost(scans); h.country != nil {
		return h
	}
	var found host
	for _, s := range scans[:min(len(scans), hostPassages)] {
		for _, in := range s.sentences {
			if _, ok := hasAny(s.text[in.start:in.end], thanks); !ok {
				continue
			}
			for _, clause := range clauses(s.text, in) {
				h := s.thanked(clause)
				if h.country == nil {
					continue
				}
				if found.country != nil && found.country != h.country {
					return host{}
				}
				found.country = h.country
				if found.person == "" {
					found.person = s.thankedPerson(in, h)
				}
			}
		}
	}
	return found
}

// openHost reads 东道国哈萨克斯坦总统….
func openHost(scans []*scan) host {
	for _, s := range scans {
		for _, word := range listed("host") {
			i := strings.Index(s.text, word)
			if i < 0 {
				continue
			}
			i += len(word)
			for _, p := range s.pairs(s.sentenceAt(i - 1)) {
				if p.owner != nil && strings.HasPrefix(s.text[i:], p.office) {
					return host{p.owner, p.name}
				}
			}
		}
	}
	return host{}
}

// clauses cuts a sentence at its commas.
func clauses(text string, in sentence) []sentence {
	var all []sentence
	start := in.start
	for i, r := range text[in.start:in.end] {
		if strings.ContainsRune("，,：:", r) {
			all = append(all, sentence{start, in.start + i})
			start = in.start + i + runeLength(text[in.start+i:])
		}
	}
	return append(all, sentence{start, in.end})
}

// thanked reads one clause: 感谢塔吉克斯坦…的热情接待.
func (s *scan) thanked(clause sentence) host {
	text := s.text[clause.start:clause.end]
	_, thanking := hasAny(text, thanks)
	word, received := hasAny(text, reception)
	if !received {
		_, meeting := hasAny(text, meetings)
		if word, received = hasAny(text, organised); !meeting {
			received = false
		}
	}
	if !thanking || !received {
		return host{}
	}
	until := clause.start + strings.LastIndex(text, word)
	from := clause.start
	if i := strings.Index(text, "感谢"); i >= 0 && clause.start+i < until {
		from += i
	}
	for _, m := range s.within(sentence{from, until}) {
		if m.Term.Kind == "country" {
			return host{country: m.Term}
		}
	}
	return host{}
}

// thankedPerson is the person of the host country whom the sentence thanks.
func (s *scan) thankedPerson(in sentence, h host) string {
	for _, clause := range clauses(s.text, in) {
		text := s.text[clause.start:clause.end]
		word, ok := hasAny(text, thanks)
		if !ok {
			continue
		}
		// 感谢X… names the person behind the word, 向X致谢 before it.
		region := clause
		if word == "感谢" && !strings.HasSuffix(text, word) {
			region.start += strings.Index(text, word)
		}
		for _, p := range s.pairs(region) {
			if p.owner == h.country {
				return p.name
			}
		}
	}
	return ""
}
