package corpus

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// scan is a passage made ready for reading facts out of it: the names,
// sentences and meetings in it, and how much what it says weighs.
type scan struct {
	text      string
	mentions  []Mention
	endingAt  map[int]int // end of a mention -> its index
	sentences []sentence
	events    []event // in order
	position  position
}

// position is where in the article a passage stands: what comes early weighs more.
type position int

const (
	inBody position = iota
	inTitle
	inFirst  // first paragraph
	inSecond // second
	inThird  // third
)

// sentence is text[start:end] of a scan.
type sentence struct{ start, end int }

// scan reads the title, if it is a line of its own, and the paragraphs.
func (a *article) scan() []*scan {
	var scans []*scan
	if a.doc.TitleFrom == Stated {
		scans = append(scans, newScan(a.names, a.doc.Title, inTitle))
	}
	for _, t := range a.subtitles {
		scans = append(scans, newScan(a.names, t, inTitle))
	}
	paragraph := inFirst
	for _, p := range a.doc.Passages {
		if p.Kind != Text {
			continue
		}
		scans = append(scans, newScan(a.names, p.Text, paragraph))
		if paragraph != inBody {
			paragraph++
		}
		if paragraph > inThird {
			paragraph = inBody
		}
	}
	return scans
}

func newScan(names *Glossary, text string, where position) *scan {
	s := &scan{text: text, mentions: names.Find(text), sentences: splitSentences(text), position: where, endingAt: map[int]int{}}
	for i, m := range s.mentions {
		s.endingAt[m.End] = i
	}
	for _, in := range s.sentences {
		s.findEvents(in)
	}
	return s
}

// sentenceLimit bounds a sentence, in bytes, so that a text without
// punctuation takes no more time than any other.
const sentenceLimit = 1200

// splitSentences cuts at full stops; what closes quotations goes with the
// sentence it closes.
func splitSentences(text string) []sentence {
	var all []sentence
	start, closed := 0, false
	for i, r := range text {
		switch {
		case strings.ContainsRune("。！？；!?;\n", r):
			closed = true
		case closed && !strings.ContainsRune("”’」』）)\"", r) || i-start > sentenceLimit:
			all = append(all, sentence{start, i})
			start, closed = i, false
		}
	}
	if start < len(text) {
		all = append(all, sentence{start, len(text)})
	}
	return all
}

// sentenceAt is the sentence that holds text[i].
func (s *scan) sentenceAt(i int) sentence {
	n, found := slices.BinarySearchFunc(s.sentences, i, func(in sentence, at int) int { return in.start - at })
	if !found {
		n--
	}
	return s.sentences[n]
}

// within lists the mentions of text[in.start:in.end].
func (s *scan) within(in sentence) []Mention {
	from, _ := slices.BinarySearchFunc(s.mentions, in.start, func(m Mention, at int) int { return m.Start - at })
	to := from
	for to < len(s.mentions) && s.mentions[to].End <= in.end {
		to++
	}
	return s.mentions[from:to]
}

// clauseBefore is the part of the clause that stands before i, at most limit
// runes of it.
func clauseBefore(text string, i, limit int) string {
	start := i
	for n := 0; n < limit && start > 0; n++ {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if strings.ContainsRune(clauseBreaks, r) {
			break
		}
		start -= size
	}
	return text[start:i]
}

// clauseAfter is the rest of the clause from i, at most limit runes.
func clauseAfter(text string, i, limit int) string {
	for n, r := range text[i:] {
		if limit == 0 || strings.ContainsRune(clauseBreaks, r) {
			return text[i : i+n]
		}
		limit--
	}
	return text[i:]
}

const clauseBreaks = "，。；：！？,;:!?\n"

// readDateline takes publisher and date from the dateline, and the date from
// the first sentence if it says on which day the meeting is held.
func (a *article) readDateline(scans []*scan) {
	for _, s := range scans {
		if s.position != inFirst {
			continue
		}
		parts, n, ok := dateline(s.text)
		if ok && !strings.HasPrefix(parts.agency, "本") {
			a.setSource(parts.agency)
		}
		if !ok { // 某城2025年10月9日电, by nobody
			parts, _, _ = placeAndDay(s.text, 0)
		}
		if ok && a.held == nil && heldHere(s.text[n:byteOffset(s.text, 160)]) {
			a.held, _ = a.names.LookupKind(parts.place, "city")
		}
		if a.doc.Summit.Date == "" {
			a.doc.Summit.Date, a.doc.Summit.DateFrom = dateInText(s, parts.day)
		} else if day, ok := a.heldBefore(s); ok && !a.dated && day != a.doc.Summit.Date {
			a.doc.Summit.Date, a.doc.Summit.DateFrom = day, FromText
		}
		return
	}
}

// dateInTitle takes the date from brackets that end the title, where nothing
// else tells one: 例行新闻发布会（2025年10月16日）.
func (a *article) dateInTitle() {
	open := strings.LastIndexAny(a.doc.Title, "（(")
	if a.doc.Summit.Date != "" || a.doc.TitleFrom != Stated || open < 0 {
		return
	}
	inside := strings.TrimLeft(a.doc.Title[open:], "（(")
	if iso, n, ok := leadingDate(inside); ok && strings.Trim(inside[n:], "）)") == "" {
		a.doc.Summit.Date, a.doc.Summit.DateFrom = iso, FromText
	}
}

// dateInText reads the day out of the opening: the dateline's if it has a
// year, else a whole date that the first sentence gives for a meeting. A day
// without a year is not completed by guessing.
func dateInText(s *scan, day string) (string, Origin) {
	if iso, n, ok := leadingDate(day); ok && n == len(day) {
		return iso, FromText
	}
	if iso, ok := openingDay(s); ok {
		return iso, FromText
	}
	if len(s.sentences) == 0 {
		return "", Unknown
	}
	first := s.text[s.sentences[0].start:min(s.sentences[0].end, byteOffset(s.text, 200))]
	_, held := hasAny(first, listed("report-of"))
	found := ""
	for i := range first {
		if i > 0 && digitValue(lastRune(first[:i])) >= 0 {
			continue
		}
		iso, n, ok := leadingDate(first[i:])
		if !ok || !held || isOtherDay(first[:i], first[i+n:]) {
			continue
		}
		if found != "" && found != iso {
			return "", Unknown
		}
		found = iso
	}
	if found == "" {
		return "", Unknown
	}
	return found, FromText
}

// openingDay is the whole date a text begins with, followed by a comma: the day
// it tells of. A sentence that begins a history so is not meant.
func openingDay(s *scan) (iso string, ok bool) {
	iso, n, ok := leadingDate(s.text)
	_, apart := hasPrefix(s.text[n:], []string{"，", ",", "上午", "下午", "晚"})
	if !ok || !apart || len(s.sentences) == 0 {
		return "", false
	}
	_, history := hasAny(s.text[n:s.sentences[0].end], listed("history"))
	return iso, !history
}

// isOtherDay recognises dates that bound or compare, and are not the day of
// the meeting.
func isOtherDay(before, after string) bool {
	_, bounded := hasSuffix(strings.TrimRight(before, " "), listed("other-day-before"))
	_, counted := hasPrefix(strings.TrimLeft(after, " "), listed("other-day-behind"))
	return bounded || counted
}
