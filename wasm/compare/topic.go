package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

// topicLength is how many characters of a noun phrase are compared; it keeps
// the time linear.
const topicLength = 40

// enough is how much of the shorter phrase must stand in the longer one, in
// order, for both to name one thing: 世锦赛 stands in 世界锦标赛.
const enough = 0.6

// nameKinds are the names that are parties, not part of what is measured.
var nameKinds = map[string]bool{"country": true, "organisation": true, "place": true, "city": true, "person": true}

// topicOf is what a figure is about, without the parties: for measures that are
// qualified the words right before their noun (铁路 of 铁路货运量), else the noun
// phrase.
func (l *library) topicOf(f *figure.Figure, m *figure.Measure) (topic, others string) {
	phrase, others := l.withoutNames(f)
	if f.Kind == "anniversary" {
		phrase = strings.TrimRight(strings.TrimSuffix(phrase, "周年"), "0123456789一二三四五六七八九十百")
	}
	if m != nil && m.ID != "event" {
		how := traitsOf(m.ID).how
		before, after, found := cutCue(phrase, fieldCues()[field(m.ID)])
		if how == "qualified" && found {
			parts := strings.Split(fillers().Replace(before), border)
			return clip(withoutInitials(parts[len(parts)-1], f.Parties)), others
		}
		if found && traitsOf(m.ID).short != "" {
			return strings.ReplaceAll(fillers().Replace(before+border+after), border, ""), others
		}
		if found {
			phrase = before + border + after
		}
	}
	return clip(withoutOwner(withoutInitials(strings.ReplaceAll(fillers().Replace(phrase), border, ""), f.Parties), f.Parties)), others
}

// withoutOwner leaves out the owner if it is one of two parties: the parties of
// a figure on 中资企业 in Kazakhstan are China and Kazakhstan already.
func withoutOwner(topic string, parties []string) string {
	if len(parties) < 2 || !strings.Contains(topic, "资") {
		return topic
	}
	for _, p := range parties {
		_, size := utf8.DecodeRuneInString(p)
		topic = strings.ReplaceAll(topic, p[:size]+"资", "")
	}
	return strings.TrimSuffix(topic, "资本")
}

// withoutInitials leaves out what names the parties by one character each at
// the start: 中俄 of 中国 and 俄罗斯.
func withoutInitials(topic string, parties []string) string {
	rest, named := topic, 0
	for len(parties) > 1 {
		r, size := utf8.DecodeRuneInString(rest)
		if size == 0 || strings.ContainsRune(topic[:len(topic)-len(rest)], r) || !slices.ContainsFunc(parties, func(p string) bool { return strings.HasPrefix(p, string(r)) }) {
			break
		}
		rest, named = rest[size:], named+1
	}
	if named < 2 {
		return topic
	}
	return rest
}

// apartWords are words that make an indicator a different one: growth is not the
// value, a total of years is not a year's, companies of one country are not
// those of another, and one term of chairmanship is not the next.
func apartWords(in *Input, f *figure.Figure, m *figure.Measure) string {
	found := ""
	for _, a := range apartList() {
		if !a.isIn(f.Indicator) {
			continue
		}
		switch {
		case a.kind == "owner" && len(f.Parties) > 1 && isOwner(a.word, f.Parties):
		case a.kind == "total" && (m == nil || m.Nature != "flow"):
		case a.kind == "office":
			found += in.Document.Summit.Organisation + border
		default:
			found += a.word + border
		}
	}
	if m != nil && (field(m.ID) == "trade" || field(m.ID) == "investment") && len(f.Parties) == 1 && containsAny(f.Indicator, "对"+f.Parties[0], "向"+f.Parties[0], "自"+f.Parties[0], "从"+f.Parties[0]) {
		found += toOther
	}
	if found == "" && (f.Direction == "increase" || f.Direction == "decrease") && f.Kind != "change" && f.Kind != "multiple" && f.Kind != "share" {
		found = f.Direction + border
	}
	return found
}

// isOwner reports whether a word begins like one of the parties, so that it says
// nothing new: 中资企业 of China and Kazakhstan.
func isOwner(word string, parties []string) bool {
	return slices.ContainsFunc(parties, func(p string) bool {
		_, size := utf8.DecodeRuneInString(p)
		return strings.HasPrefix(word, p[:size])
	})
}

// toOther marks what an unnamed side does with a party: 对日本出口额 is not what
// Japan exports.
const toOther = "对" + border

// withoutNames writes the indicator with a border in place of parties; others
// are those that are not the figure's.
func (l *library) withoutNames(f *figure.Figure) (phrase, others string) {
	var b strings.Builder
	at := 0
	indicator := f.Indicator
	if f.Measure != "event" {
		for _, p := range f.Parties {
			indicator = strings.ReplaceAll(indicator, p, border)
		}
	}
	for _, m := range l.names.Find(indicator) {
		of := f.Measure != "event" && slices.Contains(f.Parties, m.Term.Name()) // by another of its names
		if !of && !nameKinds[m.Term.Kind] || f.Measure == "event" && m.Term.Kind == "organisation" {
			continue
		}
		b.WriteString(indicator[at:m.Start] + border)
		at = m.End
		if k := m.Term.Kind; (k == "country" || k == "organisation" || k == "place") && f.Measure != "event" && !slices.Contains(f.Parties, m.Term.Name()) && !l.isWider(m.Term.Name(), f.Parties) && !isShortOf(m.Term.Name(), f.Parties) {
			others += m.Term.Name() + border
		}
	}
	b.WriteString(indicator[at:])
	return b.String(), others
}

// isShortOf reports whether a name means the members of one of the parties and
// is the beginning of its name: 突厥国家 of 突厥国家组织.
func isShortOf(name string, parties []string) bool {
	return slices.ContainsFunc(parties, func(p string) bool { return strings.HasPrefix(p, name) })
}

// isWider reports whether one of the parties belongs to a group.
func (l *library) isWider(group string, parties []string) bool {
	return slices.ContainsFunc(parties, func(p string) bool { return l.members[group][p] })
}

// cutCue cuts the phrase at the word that names the measure: the last and
// longest.
func cutCue(phrase string, cues []string) (before, after string, found bool) {
	end, length := -1, 0
	for _, c := range cues {
		i := lastIndex(phrase, c)
		if i >= 0 && (i+len(c) > end || i+len(c) == end && len(c) > length) {
			end, length = i+len(c), len(c)
		}
	}
	if end < 0 {
		return phrase, "", false
	}
	start := end - length
	for _, c := range cues { // 直接投资 and 投资额 are one noun
		if i := lastIndex(phrase[:end], c); i >= 0 && i < start && i+len(c) > start {
			start = i
		}
	}
	return phrase[:start], phrase[end:], true
}

// lastIndex is strings.LastIndex, quicker where there is none.
func lastIndex(s, word string) int {
	if !strings.Contains(s, word) {
		return -1
	}
	return strings.LastIndex(s, word)
}

// goods are the characters that name by themselves what is dug, grown or sold:
// 铜产量 is not 铀产量.
const goods = "铜铝铁钢锌铅镍锡金银铀钨钛钒锂钴铬锰煤米糖盐茶酒棉豆肉鱼奶纸"

// clip cuts a topic, and drops what a single character cannot tell.
func clip(s string) string {
	if utf8.RuneCountInString(s) < 2 && (s == "" || !strings.Contains(goods, s)) {
		return ""
	}
	n := 0
	for i := range s {
		if n == topicLength {
			return s[:i]
		}
		n++
	}
	return s
}

// likeness is how much of the shorter one stands in the longer one, in order.
func likeness(a, b string) float64 {
	if a == b {
		return 1
	}
	var first, second [topicLength]rune
	x, y := runes(first[:0], a), runes(second[:0], b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0
	}
	var few [topicLength + 1]int
	row := few[:]
	if len(y) > topicLength {
		row = make([]int, len(y)+1)
	}
	for i := range x {
		corner := 0
		for j := range y {
			above := row[j+1]
			if x[i] == y[j] {
				row[j+1] = corner + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			corner = above
		}
	}
	return float64(row[len(y)]) / float64(len(x))
}

// runes appends the characters of s.
func runes(list []rune, s string) []rune {
	for _, r := range s {
		list = append(list, r)
	}
	return list
}

// alike reports whether two topics of a measure are one.
func alike(how, a, b string) bool {
	switch {
	case a == b || how == "whole":
		return true
	case a == "" || b == "":
		return how == "loose"
	case how == "qualified" || how == "share": // 设计年吞吐量 is not 吞吐量
		return likeness(a, b)*float64(min(len(a), len(b))) >= enough*float64(max(len(a), len(b)))
	}
	return likeness(a, b) >= enough
}

// groupsOf are the groups of the glossary, each with its countries.
func groupsOf(names *corpus.Glossary) map[string]map[string]bool {
	of := map[string]map[string]bool{}
	terms := names.Terms()
	for i := range terms {
		if terms[i].Kind != "country" {
			continue
		}
		for _, g := range terms[i].Of {
			if of[g] == nil {
				of[g] = map[string]bool{}
			}
			of[g][terms[i].Name()] = true
		}
	}
	return of
}

// isGroup reports whether a party is an organisation or a region and not a
// country.
func (l *library) isGroup(name string) bool {
	t, ok := l.names.LookupKind(name, "country", "organisation", "place", "format")
	return ok && t.Kind != "country"
}

// term is the glossary's entry for a party.
func (l *library) term(name string) *corpus.Term {
	if t, ok := l.names.LookupKind(name, partyOrder...); ok {
		return t
	}
	return nil
}

var partyOrder = []string{"country", "organisation", "place", "format", "city", "programme", "company", "corridor"}
