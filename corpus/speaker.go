package corpus

import (
	"slices"
	"strings"
)

// speechVerbs follow the name of the one whose words are reported.
var speechVerbs = listed("says")

// courtesies may stand between a name and the verb.
var courtesies = listed("courtesy")

const (
	speakerWords = 2  // reported words that make a speaker
	speakerShare = 60 // percent of all reported words that are the speaker's
)

// speaker is the person whose speech the text mainly reports, or "": a round
// of speakers has none.
func speaker(scans []*scan, known []officeHolder) string {
	counts := map[string]int{}
	all := 0
	short := shortNames(known)
	for _, s := range scans {
		for _, name := range s.speaking(short) {
			counts[name]++
			all++
		}
	}
	for name, n := range counts {
		if n >= speakerWords && n*100 >= all*speakerShare {
			return name
		}
	}
	return ""
}

// speaking lists who speaks in a passage, once for every time.
func (s *scan) speaking(short map[string]string) []string {
	var names []string
	for _, m := range s.mentions {
		if m.Term.Kind == "person" && speaks(s.text[m.End:]) {
			names = append(names, m.Term.Name())
		}
	}
	for surname, full := range short {
		for at, i := 0, 0; ; at += i + len(surname) {
			if i = strings.Index(s.text[at:], surname); i < 0 {
				break
			}
			if speaks(s.text[at+i+len(surname):]) {
				names = append(names, full)
			}
		}
	}
	return names
}

// speaks reports whether a verb of speech follows soon, in the same clause.
func speaks(after string) bool {
	if title, ok := hasPrefix(after, courtesies); ok {
		after = after[len(title):]
	}
	clause := clauseAfter(after, 0, 24)
	if _, other := hasPrefix(clause, []string{"的", "、", "提出的"}); other {
		return false
	}
	verb, ok := hasAny(clause, speechVerbs)
	return ok && !strings.Contains(clause[:strings.Index(clause, verb)], "、")
}

// shortNames are the last parts of names the glossary does not know, by which
// a text goes on to call a person: 阿什坎·贝鲁齐 is 贝鲁齐 from then on.
func shortNames(known []officeHolder) map[string]string {
	short := map[string]string{}
	for _, k := range known {
		if k.known || len(short) == 30 {
			continue
		}
		parts := strings.FieldsFunc(k.name, func(r rune) bool { return strings.ContainsRune("·•・", r) })
		last := parts[len(parts)-1]
		if taken, ok := short[last]; ok && taken != k.name {
			last = k.name
		}
		if len(last) >= len("二字") && !slices.Contains(courtesies, last) {
			short[last] = k.name
		}
	}
	return short
}
