package corpus

import "strings"

// host is whom the speakers thank for the reception: a country, and the
// person if named.
type host struct {
	country *Term
	person  string
}

var (
	thanks    = []string{"感谢", "致谢", "谢意", "谢忱"}
	reception = []string{"热情周到", "热情接待", "热情款待", "盛情", "热情好客", "热情欢迎", "热忱"}
	organised = []string{"组织", "主办", "承办", "举办", "筹办", "筹备"}
	meetings  = []string{"峰会", "会议", "会晤", "论坛", "活动"}
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
		for _, word := range []string{"东道国", "东道主"} {
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
		_, meeting := hasAny(text, append(meetings, "会"))
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

// findPlace reads where the meeting is held: from the byline, from a sentence
// that says so, from its name, or from the thanks to the host.
func findPlace(scans []*scan, e reported, h host, byline *Term, s *Summit) {
	city, country := byline, h.country
	if city == nil {
		var held *Term
		if city, held = heldIn(scans, e, s.Date); held != nil {
			country = held
		}
	}
	if city == nil {
		city = namedCity(scans, e, h)
	}
	if city == nil {
		city = thankedCity(scans, h)
	}
	if city != nil {
		s.City = city.Name()
		if len(city.Of) > 0 {
			s.Country = city.Of[0]
		}
		if h.country != nil && s.Country != "" && h.country.Name() != s.Country {
			return // the thanks were for something else
		}
	}
	if country != nil && s.Country == "" {
		s.Country = country.Name()
	}
	if h.country != nil && h.country.Name() == s.Country {
		s.Host = h.person
	}
}

// heldIn finds "the summit is held in X" for the meeting reported; a country
// if only that is named. Two different answers are none.
func heldIn(scans []*scan, e reported, date string) (city, country *Term) {
	for _, s := range scans {
		for i, m := range s.mentions {
			if m.Term.Kind != "city" && m.Term.Kind != "country" || !s.isHeldAt(i, e, date) {
				continue
			}
			switch {
			case m.Term.Kind == "country" && country == nil:
				country = m.Term
			case m.Term.Kind == "city" && city == nil:
				city = m.Term
			case m.Term.Kind == "city" && city != m.Term:
				return nil, nil
			}
		}
	}
	return city, country
}

// isHeldAt reports whether the clause says that the meeting is held, or is
// attended, at the place s.mentions[i].
func (s *scan) isHeldAt(i int, e reported, date string) bool {
	m := s.mentions[i]
	lead := clauseBefore(s.text, m.Start, 60)
	at := -1
	for _, w := range []string{"在", "于", "赴", "抵达", "来到", "相聚", "聚首"} {
		at = max(at, strings.LastIndex(lead, w))
	}
	tail := clauseAfter(s.text, m.End, 20)
	if at < 0 || len(lead)-at > 48 {
		return false
	}
	subject, ok := s.subject(m, m.Start-len(lead)+at, lead[at:], tail)
	if !ok || isOtherYear(lead, date) {
		return false
	}
	subject.rate(date)
	_, past := hasAny(lead, pastBefore)
	_, ahead := hasAny(lead+tail, aheadBefore)
	return !subject.other && !past && (!ahead || subject.opens()) && e.matches(&subject)
}

// subject is the meeting that a clause places at m: "the summit is held at
// X", "the summit held at X", "attends the summit at X", "come to X to the
// summit".
func (s *scan) subject(m Mention, leadStart int, lead, tail string) (event, bool) {
	in := s.sentenceAt(m.Start)
	if _, came := hasPrefix(lead, []string{"来到", "相聚", "赴", "抵达"}); came {
		return s.eventAfter(m.End, in)
	}
	verb, held := hasAny(tail, heldWords)
	behind := tail[strings.Index(tail, verb)+len(verb):]
	_, attended := hasAny(tail, []string{"出席", "参加", "主持"})
	switch {
	case held && !strings.HasPrefix(behind, "的"):
		return s.eventBefore(leadStart, in)
	case held || attended:
		return s.eventAfter(m.End, in)
	}
	return event{}, false
}

// matches reports that ev is the meeting reported, or a summit without a name
// of its own.
func (r reported) matches(ev *event) bool {
	if ev.isNamed() {
		return r.key != "" && (ev.key() == r.key || ev.name == r.name)
	}
	_, bare := hasPrefix(ev.name, eventHeads)
	return ev.parts.level == summit || bare && clauseBefore(ev.at.text, ev.start, 1) == ""
}

// eventAfter is the first meeting named in the sentence from i on.
func (s *scan) eventAfter(i int, in sentence) (event, bool) {
	for _, e := range s.eventsIn(in) {
		if e.start >= i {
			return e, true
		}
	}
	return event{}, false
}

// eventBefore is the last meeting named in the sentence before i.
func (s *scan) eventBefore(i int, in sentence) (found event, ok bool) {
	for _, e := range s.eventsIn(in) {
		if e.end <= i {
			found, ok = e, true
		}
	}
	return found, ok
}

// namedCity takes the city out of names like 杜尚别峰会. One that lies in
// another country than the host's is another meeting's; without a known host
// the name must be the reported meeting's own.
func namedCity(scans []*scan, e reported, h host) *Term {
	if e.city != nil && (h.country == nil || inCountry(e.city, h.country)) {
		return e.city
	}
	if h.country == nil {
		return nil
	}
	for _, s := range scans {
		for _, ev := range s.events() {
			if c := ev.parts.city; c != nil && ev.parts.level == summit && inCountry(c, h.country) && !ev.isPast("") && !ev.isAhead() {
				return c
			}
		}
	}
	return nil
}

// thankedCity is the city in which the host received: 在…天津给予的热情接待.
func thankedCity(scans []*scan, h host) *Term {
	if h.country == nil {
		return nil
	}
	for _, s := range scans[:min(len(scans), hostPassages)] {
		for _, m := range s.mentions {
			if m.Term.Kind != "city" || !inCountry(m.Term, h.country) {
				continue
			}
			lead, tail := clauseBefore(s.text, m.Start, 8), clauseAfter(s.text, m.End, 14)
			_, received := hasAny(tail, reception)
			if received && strings.Contains(lead, "在") {
				return m.Term
			}
		}
	}
	return nil
}

func inCountry(city, country *Term) bool {
	return len(city.Of) > 0 && city.Of[0] == country.Name()
}
