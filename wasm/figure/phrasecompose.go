package figure

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// composed is the whole indicator: parties, phrase, suffix.
func (r *reading) composed(phrase, suffix string) string {
	s, ok := r.toward(phrase)
	if !ok {
		s = r.withParties(phrase, suffix)
	}
	s = r.shortened(tidy(undoubled(s)), longest-utf8.RuneCountInString(suffix)) + suffix
	if r.Scope == "between" && r.own == 1 && len(r.Parties) == 2 && strings.HasPrefix(s, r.Parties[0]) && !strings.Contains(s, r.Parties[1]) {
		s = r.Parties[1] + "与" + s // 丹麦贸易额 in what a Norwegian tells
	}
	if _, name := r.p.document.names.LookupKind(s, partyKinds...); name || slices.Contains(r.Parties, s) || s == "" {
		return s + otherwise(r.Kind)
	}
	return s
}

// named reports whether a phrase names a party already, or what is known by itself.
func (r *reading) named(phrase string) bool {
	for _, n := range r.Parties {
		if strings.Contains(phrase, n) {
			return true
		}
	}
	if _, stands := hasPrefix(phrase, "全国", "全球", "世界", "全县", "全市", "全省", "全社会"); stands || standsForParty(phrase, r.Parties) || r.namesShort(phrase) {
		return true
	}
	for _, m := range r.p.document.names.Find(phrase) {
		switch m.Term.Kind {
		case "programme", "corridor", "company", "format":
			return true
		case "city":
			if len(m.Term.Of) > 0 && slices.Contains(r.Parties, m.Term.Of[0]) {
				return true
			}
		}
		if slices.Contains(r.Parties, m.Term.Name()) || slices.Contains(m.Term.Of, first(r.Parties)) {
			return true
		}
	}
	return false
}

// namesShort reports whether a phrase names two of the parties by a letter each: 中哈.
func (r *reading) namesShort(phrase string) bool {
	for _, m := range r.p.mentionsIn(r.sentence.Start, r.sentence.End) {
		if m.value == "short" && slices.Contains(r.Parties, m.name) && r.p.inShortRun(r.p.mentionIndex(m.start)) {
			if end := min(len(r.p.simple), m.end+len("哈")); strings.Contains(phrase, r.p.simple[m.start:end]) {
				return true
			}
		}
	}
	return false
}

// toward tells investment and exports as A对B投资: one of the two, or none, may
// stand in the phrase.
func (r *reading) toward(phrase string) (string, bool) {
	if r.Scope != "toward" || len(r.Parties) != 2 {
		return "", false
	}
	from, to := r.p.shortName(r.Parties[0]), r.p.shortName(r.Parties[1])
	rest := phrase
	for {
		w, ok := hasPrefix(rest, from, to, r.Parties[0], r.Parties[1], "来自", "对", "向", "在", "从", "的", "之间", "与", "和")
		if !ok {
			break
		}
		rest = strings.TrimPrefix(rest, w)
	}
	if strings.Contains(rest, "项目") || rest == phrase && r.named(phrase) || utf8.RuneCountInString(rest) < 2 || strings.Contains(rest, from) || strings.Contains(rest, to) {
		return "", false
	}
	return from + "对" + to + rest, true
}

// otherwise is what a figure is called that tells nothing else of itself.
func otherwise(kind string) string {
	switch kind {
	case "money":
		return "金额"
	case "share":
		return "比重"
	case "count":
		return "数量"
	}
	return "数值"
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// standsForParty: 恒生指数 needs no 香港 before it.
func standsForParty(phrase string, parties []string) bool {
	for _, c := range standIns() {
		if slices.Contains(parties, strings.TrimPrefix(c.value, "at ")) && strings.Contains(phrase, c.text) {
			return true
		}
	}
	return false
}

// standIns are the words that stand for a place.
var standIns = sync.OnceValue(func() []*cue {
	var list []*cue
	for _, cues := range theLexicon().cues {
		for _, c := range cues {
			if strings.HasPrefix(c.value, "at ") {
				list = append(list, c)
			}
		}
	}
	return list
})

// withParties puts the parties before a phrase that names none.
func (r *reading) withParties(phrase, suffix string) string {
	if r.named(phrase) || len(r.Parties) == 0 || r.isUnlisted() || r.goesWithoutSaying(phrase+suffix) {
		return phrase
	}
	if len(r.Parties) > 1 {
		phrase = strings.TrimPrefix(phrase, "双边")
	}
	join := "与"
	if r.form() == "toward" && !strings.Contains(phrase, "项目") {
		join = "对"
	}
	if len(r.Parties) > 3 {
		return r.p.shortName(r.Parties[0]) + "等" + phrase
	}
	var names []string
	for _, n := range r.Parties {
		names = append(names, r.p.shortName(n))
	}
	if len(names) == 3 && join == "与" {
		return names[0] + "、" + names[1] + "与" + names[2] + phrase
	}
	return strings.Join(names, join) + phrase
}

// tellingRunes is how long a phrase is that tells what it measures without
// saying of whom.
const tellingRunes = 3

// leadTellingRunes is the same in a text that is mainly about one country.
const leadTellingRunes = 8

// goesWithoutSaying: in a text that speaks for no country, whom a whole
// paragraph is about is not said again before every 柴油消耗降幅; 贸易额 needs it.
func (r *reading) goesWithoutSaying(phrase string) bool {
	least := tellingRunes
	if len(r.p.passages) > 2 && slices.Contains(r.Parties, r.p.lead) {
		least = leadTellingRunes
	}
	return r.p.home == "" && r.own == 0 && r.form() != "between" && utf8.RuneCountInString(phrase) >= least
}

// isUnlisted: the one body a whole text is about goes without saying.
func (r *reading) isUnlisted() bool {
	_, listed := r.p.document.names.Lookup(r.Parties[0])
	return !listed && r.Parties[0] != wholeWorld && (r.p.group == "" || r.Parties[0] == r.p.guest)
}
