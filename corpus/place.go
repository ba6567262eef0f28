package corpus

import (
	"slices"
	"strings"
)

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
	for _, w := range listed("place-before") {
		at = max(at, strings.LastIndex(lead, w))
	}
	tail := clauseAfter(s.text, m.End, 20)
	if at < 0 || len(lead)-at > 48 {
		return false
	}
	subject := s.subject(m, m.Start-len(lead)+at, lead[at:], tail)
	if subject == nil || isOtherYear(lead, date) {
		return false
	}
	_, past := hasAny(lead, pastBefore)
	_, ahead := hasAny(lead+tail, aheadBefore)
	return !subject.other && !past && (!ahead || subject.opens()) && e.matches(subject)
}

// subject is the meeting that a clause places at m: "the summit is held at
// X", "the summit held at X", "attends the summit at X", "come to X to the
// summit".
func (s *scan) subject(m Mention, leadStart int, lead, tail string) *event {
	in := s.sentenceAt(m.Start)
	if _, came := hasPrefix(lead, listed("comes-to")); came {
		return s.eventAfter(m.End, in)
	}
	verb, held := hasAny(tail, heldWords)
	behind := tail[strings.Index(tail, verb)+len(verb):]
	_, attended := hasAny(tail, listed("attended"))
	switch {
	case held && !strings.HasPrefix(behind, "的"):
		if e := s.eventAfter(m.End, in); e != nil && e.start-m.End <= len(tail) {
			return e // 在X举行Y
		}
		return s.eventBefore(leadStart, in)
	case held || attended:
		return s.eventAfter(m.End, in)
	}
	return nil
}

// matches reports whether ev is the meeting reported, or a summit without a name
// of its own.
func (r reported) matches(ev *event) bool {
	if ev.isNamed() {
		return r.key != "" && (ev.key == r.key || ev.name == r.name)
	}
	_, bare := hasPrefix(ev.name, eventHeads)
	return ev.parts.level == summit || bare && clauseBefore(ev.at.text, ev.start, 1) == ""
}

// eventAfter is the first meeting named in the sentence from i on, or nil.
func (s *scan) eventAfter(i int, in sentence) *event {
	n, _ := slices.BinarySearchFunc(s.events, i, func(e event, at int) int { return e.start - at })
	if n == len(s.events) || s.events[n].in != in {
		return nil
	}
	return &s.events[n]
}

// eventBefore is the last meeting named in the sentence before i, or nil.
func (s *scan) eventBefore(i int, in sentence) *event {
	n, _ := slices.BinarySearchFunc(s.events, i+1, func(e event, at int) int { return e.end - at })
	if n == 0 || s.events[n-1].in != in {
		return nil
	}
	return &s.events[n-1]
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
		for _, ev := range s.events {
			if c := ev.parts.city; c != nil && ev.parts.level == summit && inCountry(c, h.country) && !ev.other {
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
