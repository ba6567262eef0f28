package compare

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// meetingParties are those that a document's meeting is named after, and its name.
func (l *library) meetingParties(d int) []string {
	org := l.docs[d].Document.Summit.Organisation
	list := []string{org}
	for _, m := range l.names.Find(org) {
		list = append(list, m.Term.Name())
	}
	return append(list, strings.FieldsFunc(org, func(r rune) bool { return strings.ContainsRune("-—+与和", r) })...)
}

// markParties finds for whom a proposal is, as its own words say: 中亚与中国的计划,
// “中亚五国+中国”平台.
func (l *library) markParties(t *telling, before, said string) {
	t.meeting = l.meetingParties(t.place.Document)
	if strings.HasSuffix(before, "”") {
		said = before[strings.LastIndex(before, "“")+1:] + said
	}
	for _, m := range l.names.Find(said) {
		if k := m.Term.Kind; k == "country" || l.members[m.Term.Name()] != nil {
			t.parties = append(t.parties, m.Term.Name())
		}
	}
}

// concerns reports whether all whom a proposal names for itself are those of the other
// one's sentence or meeting as well.
func (t *telling) concerns(o *telling) bool {
	for _, p := range t.parties {
		if !strings.Contains(o.place.Sentence, p) && !slices.ContainsFunc(o.meeting, func(m string) bool { return strings.Contains(m, p) }) && !slices.Contains(o.parties, p) {
			return false
		}
	}
	return true
}

// yearsBefore are the years that a plan is for, right before its noun: the road
// map of 2022—2024 is not that of 2025—2027.
func yearsBefore(s string) string {
	at := strings.LastIndex(s, "年")
	if at < 0 || utf8.RuneCountInString(s[at:]) > phraseReach {
		return ""
	}
	from := at
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:from])
		if !strings.ContainsRune("0123456789—–-至到", r) {
			break
		}
		from -= size
	}
	if len(s[from:at]) <= len("2025") {
		return ""
	}
	return s[from:at]
}

// headReach is how many characters may stand between two nouns of which the
// second is what is proposed: 物流中心负责人论坛.
const headReach = 4

// leadsToHead reports whether a noun only describes another one right behind it.
func leadsToHead(behind string) bool {
	for n := 0; n < headReach; n++ {
		if _, ok := headAt(behind); ok {
			return n > 0
		}
		r, size := utf8.DecodeRuneInString(behind)
		if size == 0 || !isHan(r) || strings.ContainsRune("的和与及或在将了是有等为设建", r) {
			return false
		}
		behind = behind[size:]
	}
	return false
}

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }
