package compare

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/text"
)

// headWord is a noun that proposals end in, with the kind of thing it means.
type headWord struct{ word, kind string }

var headWords = sync.OnceValue(func() []headWord {
	var list []headWord
	for _, r := range rows("heads.tsv") {
		for _, w := range strings.Split(r[0], "|") {
			list = append(list, headWord{w, r[1]})
		}
	}
	sort.SliceStable(list, func(a, b int) bool { return len(list[a].word) > len(list[b].word) })
	return list
})

// headAt is the noun that begins at s, the longest.
func headAt(s string) (headWord, bool) {
	for _, h := range headWords() {
		if strings.HasPrefix(s, h.word) {
			return h, true
		}
	}
	return headWord{}, false
}

// ownNames are the meetings that the documents report; they are no proposals.
func (l *library) ownNames() map[string]bool {
	own := map[string]bool{}
	for d := range l.docs {
		if doc := l.docs[d].Document; doc != nil {
			own[doc.Summit.Organisation], own[doc.Summit.Event], own[text.Fold(doc.Summit.Event)] = true, true, true
		}
	}
	return own
}

// tellings finds the proposals of a document's sentences.
func (l *library) tellings(d int, own map[string]bool) []*telling {
	doc := l.docs[d].Document
	var list []*telling
	for p := range doc.Passages {
		l.yield()
		passage := &doc.Passages[p]
		if passage.Kind != corpus.Text {
			continue
		}
		spans := text.Sentences(passage.Text)
		for k, s := range spans {
			place := Place{Document: d, Passage: p, Sentence: s.Of(passage.Text), Date: doc.Summit.Date}
			from := s.Start
			if k > 0 && pointsBack(place.Sentence) {
				from = spans[k-1].Start
			}
			place.Span = text.Span{Start: passage.Start + from, End: passage.Start + s.End}
			list = append(list, l.tellingsIn(place, own)...)
		}
	}
	return list
}

// pointsBack reports whether a sentence begins by referring to the one before; it
// is then shown together with it.
func pointsBack(sentence string) bool {
	return containsAny(text.First(sentence, 6), "因此", "为此", "有鉴于此", "所以")
}

// sentenceReach is how much of a sentence is searched; it keeps the time linear
// in texts of one endless sentence.
const sentenceReach = 3000

// tellingsIn finds the proposals of one sentence: names first, then nouns with
// what stands before them.
func (l *library) tellingsIn(place Place, own map[string]bool) []*telling {
	l.yield()
	s := place.Sentence
	if len(s) > sentenceReach {
		return nil
	}
	mentions := l.names.Find(s)
	var list []*telling
	for _, m := range mentions {
		if own[m.Term.Name()] || !l.proposable(m, s) {
			continue
		}
		list = append(list, l.newTelling(place, m.Start, m.End, m.Term))
	}
	for at := range s {
		h, ok := headAt(s[at:])
		if !ok || covered(mentions, at, at+len(h.word)) || leadsToHead(s[at+len(h.word):]) || isVerb(h, s[at+len(h.word):]) {
			continue
		}
		from := phraseStart(s, at)
		if own[text.Fold(s[from:at+len(h.word)])] {
			continue
		}
		if t := l.newTelling(place, from, at+len(h.word), nil); t != nil {
			t.name = titleAround(s, from, at+len(h.word))
			list = append(list, t)
		}
	}
	return slices.DeleteFunc(list, func(t *telling) bool { return t == nil || t.size < tellingSize && !t.known })
}

// isVerb reports whether 计划 is what somebody means to do, and not a plan that
// he has.
func isVerb(h headWord, behind string) bool {
	return h.word == "计划" && startsWith(behind, wordsOf("does")...)
}

// titleAround is the title in 《》 that a noun ends. A meeting with its number is
// a name too: the third is not the fourth.
func titleAround(s string, from, to int) string {
	if said := s[from:to]; strings.HasPrefix(said, "第") && strings.Contains(said, "届") || strings.HasPrefix(said, "首届") {
		return said
	}
	if !strings.HasSuffix(s[:from], "《") || !strings.HasPrefix(s[to:], "》") || utf8.RuneCountInString(s[from:to]) <= genericName {
		return ""
	}
	return s[from:to]
}

// genericName is how long names of documents are that any summit may have: 战略,
// 决定, 联合声明.
const genericName = 4

// tellingSize is how many characters must describe a proposal, its noun and
// general words apart; 商务 of 商务论坛 does not tell one from another.
const tellingSize = 3

// proposable reports whether a name is of something that is proposed and made,
// not of a party: programmes and documents always are, meetings when they lie
// ahead, institutions where they are founded.
func (l *library) proposable(m corpus.Mention, s string) bool {
	switch m.Term.Kind {
	case "programme", "document":
		return !strings.HasSuffix(m.Term.Name(), "精神") // nobody makes the spirit of a place
	case "format":
		return l.members[m.Term.Name()] == nil && containsAny(s, wordsOf("meets")...)
	case "organisation":
		if l.members[m.Term.Name()] != nil {
			return false
		}
		before, behind := text.Last(s[:m.Start], 12), text.First(s[m.End:], 8)
		behind, _, _ = strings.Cut(behind, "，")
		return containsAny(before, wordsOf("founds")...) || containsAny(behind, wordsOf("founded")...)
	}
	return false
}

// covered reports whether a name covers from:to and more.
func covered(mentions []corpus.Mention, from, to int) bool {
	for _, m := range mentions {
		if m.Start <= from && to <= m.End {
			return proper[m.Term.Kind] && m.End-m.Start > to-from
		}
	}
	return false
}

// proper are the kinds of names that a noun inside does not stand for itself.
var proper = map[string]bool{"programme": true, "document": true, "format": true, "organisation": true, "company": true, "corridor": true, "country": true, "person": true, "office": true}

// phraseReach is how many characters before its noun describe a proposal.
const phraseReach = 22

// phraseStart is where the words that describe a noun begin: behind a comma or
// a word of doing, beyond at most one 的.
func phraseStart(s string, head int) int {
	at, of := head, 0
	for n := 0; n < phraseReach && at > 0; n++ {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		if strings.ContainsRune("，。；：、！？,;:“”《》「」()（）", r) {
			break
		}
		if r == '的' {
			if of++; of > 1 {
				break
			}
		}
		if at < head && endsVerb(s[:at]) {
			break
		}
		at -= size
	}
	return at
}

// endsVerb reports whether what describes a proposal begins here: behind 建立, 制定,
// 起草 and words like them.
func endsVerb(s string) bool { return endsWith(s, wordsOf("makes")...) }

// newTelling makes a telling of s[from:to]; nil when it ends in no noun of a
// proposal and has no name.
func (l *library) newTelling(place Place, from, to int, term *corpus.Term) *telling {
	said := place.Sentence[from:to]
	t := &telling{place: place, title: strings.TrimPrefix(strings.TrimSpace(said), "的"), terms: map[string]float64{}}
	if term != nil {
		t.name = term.Name()
		t.known = term.Kind != "document" || utf8.RuneCountInString(t.name) > genericName && !slices.Contains(wordsOf("any-paper"), t.name)
	}
	for _, h := range headWords() {
		if strings.HasSuffix(said, h.word) {
			t.head = h.kind
			l.describe(t, strings.TrimSuffix(said, h.word))
			l.describe(t, further(place.Sentence[to:]))
			break
		}
	}
	if t.head == "" && t.name == "" {
		return nil
	}
	t.years = yearsBefore(place.Sentence[:from] + said)
	l.markParties(t, place.Sentence[:from], said)
	t.weigh()
	t.place.Said = t.title
	t.place.Stage, t.place.StageIn = stageAt(place.Sentence, from, to, term != nil)
	return t
}
