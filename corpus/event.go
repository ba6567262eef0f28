package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// event is a meeting named in the text, at one place of it.
type event struct {
	name       string // as it stands: 第二届“中亚+韩国”对话峰会
	at         *scan
	start, end int
	in         sentence
	parts      eventParts
	key        string // what the meetings of its series have in common
	other      bool   // past, planned or proposed: not the meeting reported
	score      int
}

// eventHeads are the nouns names of meetings end in, longer ones first.
var eventHeads = listed("event-head")

// notHeads are words that merely begin like one.
var notHeads = listed("no-event-head")

// findEvents finds the meetings a sentence names.
func (s *scan) findEvents(in sentence) {
	for i := in.start; i < in.end; {
		head := headAt(s.text[in.start:in.end], i-in.start)
		if head == "" {
			i += runeLength(s.text[i:])
			continue
		}
		end := i + len(head)
		start, parts := s.nameStart(i, end, in.start)
		e := event{name: s.text[start:end], at: s, start: start, end: end, in: in, parts: parts}
		e.parts.level = levelOf(e.name)
		e.attribute()
		e.key = e.seriesKey()
		s.events = append(s.events, e)
		i = end
	}
}

// attribute names the meeting after who holds it, where only the sentence
// tells: 独联体国家元首在明斯克举行峰会.
func (e *event) attribute() {
	before := clauseBefore(e.at.text, e.start, 40)
	_, held := hasSuffix(before, holds)
	if e.isNamed() || e.parts.level != summit || !held {
		return
	}
	for _, m := range e.at.within(sentence{e.start - len(before), e.start}) {
		if m.Term.Kind == "organisation" || m.Term.Kind == "format" {
			e.parts.term = m.Term
			e.name = m.Term.Name() + e.name
			return
		}
	}
}

// headAt is the head that stands at text[i:], if it is one.
func headAt(text string, i int) string {
	h, ok := hasPrefix(text[i:], eventHeads)
	if !ok {
		return ""
	}
	if _, not := hasPrefix(text[i:], notHeads); not || h == "大会" && strings.HasSuffix(text[:i], "扩") || h == "年会" && strings.HasSuffix(text[:i], "青") {
		return ""
	}
	return h
}

// level is how high a meeting ranks by its name.
type level int

const (
	lower  level = iota // ministers, experts, business
	open                // a forum or conference that may be of any rank
	summit              // heads of state or government
)

var (
	lowerWords  = listed("lower-meeting")
	summitWords = listed("summit")
)

func levelOf(name string) level {
	if _, ok := hasAny(name, lowerWords); ok {
		return lower
	}
	if _, ok := hasAny(name, summitWords); ok {
		return summit
	}
	return open
}

// formatOf names the kind of meeting.
func formatOf(name, organisation string) string {
	for _, f := range [][2]string{
		{"非正式", "非正式会晤"}, {"政府首脑", "政府首脑理事会"}, {"元首理事会", "元首理事会"}, {"最高", "最高理事会"},
		{"磋商", "磋商会议"},
	} {
		if strings.Contains(name, f[0]) {
			return f[1]
		}
	}
	one := strings.HasPrefix(organisation, "中亚-") || strings.HasPrefix(organisation, "中亚+")
	if one {
		_, one = Names().LookupKind(organisation[len("中亚-"):], "country", "organisation")
	}
	if one || strings.Contains(name, "C5+1") {
		return "C5+1"
	}
	for _, f := range []string{"峰会", "首脑会议", "论坛", "会晤", "大会"} {
		if strings.Contains(name, f) {
			return f
		}
	}
	return ""
}

// Words that tell of a meeting other than the one reported: an earlier one,
// one still to come, and what is said about it.
var (
	pastBefore  = listed("past-before")
	aheadBefore = listed("ahead-before")
	proposed    = listed("proposed")
	pastAfter   = listed("past-after")
	aheadAfter  = listed("ahead-after")
)

// isPast reports whether the clause tells of an earlier meeting, or of one that
// is only proposed.
func (e *event) isPast(date string) bool {
	before := e.before()
	_, past := hasAny(before, pastBefore)
	_, told := hasAny(clauseAfter(e.at.text, e.end, 8), pastAfter)
	_, idea := hasAny(before, proposed)
	invited := strings.HasPrefix(before, "应") // 应…邀请出席
	return past || told || idea && !invited || isOtherYear(before+e.name, date)
}

func (e *event) isAhead() bool {
	_, before := hasAny(e.before(), aheadBefore)
	_, after := hasAny(clauseAfter(e.at.text, e.end, 8), aheadAfter)
	return before || after
}

// before is the clause up to the name. A short clause in front of it belongs
// to it: 三年前，….
func (e *event) before() string {
	clause := clauseBefore(e.at.text, e.start, 28)
	start := e.start - len(clause)
	comma, size := utf8.DecodeLastRuneInString(e.at.text[:start])
	if comma != '，' && comma != ',' {
		return clause
	}
	adverb := clauseBefore(e.at.text, start-size, 10)
	if rest := e.at.text[:start-size-len(adverb)]; rest != "" && !strings.ContainsRune(clauseBreaks, lastRune(rest)) {
		return clause // the beginning of a longer one
	}
	return adverb + clause
}

// isOtherYear reports whether s names a year that is not the article's, where
// that is known.
func isOtherYear(s, date string) bool {
	for i := strings.Index(s, "年"); i >= 0 && date != ""; {
		start := i
		for n := 0; n < 4 && start > 0 && unicode.IsDigit(lastRune(s[:start])); n++ {
			start -= utf8.RuneLen(lastRune(s[:start]))
		}
		if value, n := leadingNumber(s[start:]); n == 4 && value > 1900 && !strings.HasPrefix(date, s[start:start+4]) {
			return true
		}
		next := strings.Index(s[i+1:], "年")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// frames are what a sentence may say of a meeting that it reports, with what that
// is worth in points; of several the one that says most counts.
var frames = []struct {
	points int
	holds  func(e *event) bool
}{
	{5, (*event).isSpokenAt},
	{4, (*event).isHeld},
	{4, (*event).isAttended},
	{4, (*event).isThis},
	{3, (*event).isNamedAsHeld},
}

// frame is what the sentence says about the meeting, in points.
func (e *event) frame() int {
	points := 0
	for _, f := range frames {
		if f.points > points && f.holds(e) {
			points = f.points
		}
	}
	return points
}

// How far before and behind a meeting its sentence is looked at, in characters.
const (
	frameBefore = 24
	frameBehind = 30
	heldBehind  = 20 // for words that say that it is held
)

// isSpokenAt: 在…峰会上发表讲话.
func (e *event) isSpokenAt() bool {
	after := clauseAfter(e.at.text, e.end, frameBehind)
	_, speaks := hasAny(after, listed("speaks-at"))
	_, there := hasPrefix(after, listed("at-meeting"))
	return speaks && there
}

// isHeld: …峰会今天举行, 举行…峰会.
func (e *event) isHeld() bool {
	_, behind := hasAny(clauseAfter(e.at.text, e.end, heldBehind), heldWords)
	_, before := hasSuffix(clauseBefore(e.at.text, e.start, frameBefore), holds)
	return behind || before
}

// isAttended: 出席…峰会.
func (e *event) isAttended() bool {
	_, attends := hasAny(clauseBefore(e.at.text, e.start, frameBefore), listed("attended"))
	return attends
}

// isThis: 本次峰会.
func (e *event) isThis() bool {
	_, this := hasSuffix(clauseBefore(e.at.text, e.start, frameBefore), thisMeeting)
	return this
}

// isNamedAsHeld: 日前举行的…峰会.
func (e *event) isNamedAsHeld() bool {
	_, held := hasAny(clauseBefore(e.at.text, e.start, frameBefore), listed("held-as"))
	return held
}

var (
	holds       = listed("holds")
	heldWords   = listed("held")
	thisMeeting = listed("this")
)

// What an event is worth in points by where it stands and by its rank. Standing
// in the very first sentence is worth one more; being an earlier or a later
// meeting costs as much as standing in the title brings.
var (
	pointsOfPosition = [...]int{inTitle: 6, inFirst: 4, inSecond: 3, inThird: 2, inBody: 0}
	pointsOfLevel    = [...]int{lower: -3, open: -1, summit: 2}
)

const costOfOther = 6

// rate gives an event its points: where it stands, what is said about it and
// what it is.
func (e *event) rate(date string) {
	e.score = pointsOfPosition[e.at.position] + e.frame() + pointsOfLevel[e.parts.level]
	if e.at.position == inFirst && e.opens() {
		e.score++
	}
	if past, ahead := e.isPast(date), e.isAhead(); past || ahead && !e.opens() {
		e.other = true
		e.score -= costOfOther
	}
}

// opens reports whether a name stands in the title or the first sentence: what
// these announce is the subject even if it lies ahead.
func (e *event) opens() bool {
	return e.at.position == inTitle || e.at.position == inFirst && e.in.start == 0
}
