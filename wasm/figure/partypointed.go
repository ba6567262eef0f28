package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// pointedRunes is how much may stand between 这一 and the noun it goes with.
const pointedRunes = 5

// pointed finds the first words that point at a line, a project or an
// initiative named before: 这条, 该铁路, 这一区域性倡议. It returns where they stand
// and their noun, which 这条 needs none of.
func pointed(s string) (start, end int, noun string) {
	for at := 0; at < len(s); {
		w, ok := hasPrefix(s[at:], listed("points")...)
		if !ok {
			_, size := utf8.DecodeRuneInString(s[at:])
			at += size
			continue
		}
		behind := text.First(s[at+len(w):], pointedRunes+2)
		if w == "该" {
			behind = text.First(behind, 2)
		}
		if i := strings.IndexAny(behind, "，。、；的"); i >= 0 {
			behind = behind[:i]
		}
		best := len(behind)
		for _, n := range listed("pointed") {
			if i := strings.Index(behind, n); i >= 0 && i < best {
				best, noun = i, n
			}
		}
		if noun != "" || w == "这条" {
			return at, at + len(w) + best*min(len(noun), 1) + len(noun), noun
		}
		at += len(w)
	}
	return 0, 0, ""
}

// partiesOfThat: 这条公路 belongs to those who build it.
func partiesOfThat(r *reading) bool {
	s := r.p.simple[r.sentence.Start:r.q.Core.Start]
	start, end, _ := pointed(s)
	if end == 0 {
		return false
	}
	r.step.Text = s[start:end]
	if at, p := r.lastNamed("programme", "company", "corridor"); p != nil {
		in := p.around(p.sentences, at, farReach)
		line := p.mentionsIn(at, in.End)[0]
		if r.Parties = p.members(&line); len(r.Parties) < 2 {
			r.Parties = p.partyNames(in.Start, in.End)
		}
		if strings.Contains(p.simple[in.Start:at], "我们") {
			r.Parties = added(r.Parties, p.home)
		}
	}
	return len(r.Parties) > 0
}

// withThat puts the name for 这条公路, 这一倡议.
func (r *reading) withThat(phrase string) string {
	start, end, noun := pointed(phrase)
	if end == 0 {
		return phrase
	}
	kinds, after := []string{"corridor", "company"}, ""
	if noun == "倡议" {
		kinds, after = []string{"programme"}, noun
	}
	place, p := r.lastNamed(kinds...)
	if p == nil {
		return phrase
	}
	rest := phrase[end:]
	if noun == "" {
		rest = strings.TrimPrefix(rest, text.First(rest, 2))
	}
	m := p.mentionsIn(place, len(p.simple))[0]
	name := strings.Trim(p.simple[m.start:m.end], "“”")
	return phrase[:start] + strings.TrimSuffix(name, after) + after + rest
}
