package corpus

import (
	"strings"
	"sync"
	"unicode"

	"fenghui/wasm/tsv"
)

// meaning is what a metadata line, or a part of a byline, tells; "" is none.
type meaning string

// The meanings that metadata.tsv gives to keys, and those that only parts of
// bylines have.
const (
	ofTitle        meaning = "title"
	ofDate         meaning = "date"
	ofSource       meaning = "source"
	ofLink         meaning = "link"
	ofHeld         meaning = "held"
	ofEvent        meaning = "event"
	ofOrganisation meaning = "organisation"
	ofSpeaker      meaning = "speaker"
	ofPlace        meaning = "place"
	ofOther        meaning = "other"

	ofTime   meaning = "time"
	ofCity   meaning = "city"
	ofCredit meaning = "credit"
)

// isOfMeeting reports whether a line of this meaning is about the meeting, not about
// the text.
func (m meaning) isOfMeeting() bool {
	switch m {
	case ofHeld, ofEvent, ofOrganisation, ofSpeaker, ofPlace:
		return true
	}
	return false
}

// metadataKeys reads metadata.tsv: what lines of these keys mean.
var metadataKeys = sync.OnceValue(func() map[string]meaning {
	m := map[string]meaning{}
	for _, row := range tsv.Rows(dataFiles, "metadata.tsv") {
		for _, key := range tsv.Words(row[0]) {
			m[key] = meaning(row[1])
		}
	}
	return m
})

// readFront takes the front matter that programs for web pages keep before a
// text: what it says of title, date, source and address. The rest is theirs.
func (a *article) readFront() {
	front, body, ok := splitFront(a.lines)
	if !ok || len(body) == 0 {
		return
	}
	for _, l := range front {
		key, value, _ := pair(l.text)
		value = strings.Trim(value, `"'`)
		switch means := metadataKeys()[key]; {
		case means == ofDate:
			a.statedDate(value)
		case means.isOfMeeting():
			a.ofMeeting(means, value)
		default:
			a.metadata(means, value)
		}
	}
	a.lines = body
}

// readMetadata takes the lines "key: value" the text begins with, and the
// words "date 2025-10-19" that may stand before the first line's text.
func (a *article) readMetadata() {
	for seen := false; len(a.lines) > 0; seen = true {
		l := a.lines[0]
		key, value, isPair := pair(l.text)
		means := metadataKeys()[key]
		rest, dated := a.datePrefix(l)
		about := means.isOfMeeting()
		switch {
		case dated && rest.text != "":
			a.lines[0] = rest
			return
		case dated:
		case means == ofTitle || means == ofLink || means == ofSource && !a.isByline(l.text):
			a.metadata(means, value)
		case isPair && isBadDate(means, value) && !a.isByline(l.text):
			a.statedDate(value)
			a.add(Credit, l, "")
		case about && a.statesMeeting(l.text):
			a.add(Credit, l, "")
		case isPair && means != "" && !about, a.isByline(l.text):
			a.byline(l.text)
			if !isPair || means == ofOther || len(bylineParts(l.text)) > 1 {
				a.add(Credit, l, "")
			}
		case !seen || hasLetter(l.text):
			return
		}
		a.lines = a.lines[1:]
	}
}

// metadata keeps the first value of a kind that can be used.
func (a *article) metadata(means meaning, value string) {
	source := &a.doc.Source
	switch {
	case value == "":
	case means == ofTitle && a.doc.Title == "":
		a.doc.Title, a.doc.TitleFrom = value, Stated
	case means == ofLink && source.Link == "" && isLink(value):
		source.Link = value
	case means == ofSource:
		for _, word := range strings.Fields(value) {
			if source.Link == "" && isLink(word) {
				source.Link = word
				value = strings.TrimFunc(strings.Replace(value, word, "", 1), isBlank)
			}
		}
		a.setSource(value)
	}
}

func (a *article) setSource(name string) {
	if a.doc.Source.Name != "" || !hasLetter(name) {
		return
	}
	name = strings.TrimPrefix(name, "转载自")
	if t, ok := a.names.LookupKind(name, "organisation", "company"); ok {
		name = t.Name()
	}
	a.doc.Source.Name = name
}

// setDate keeps the first date stated on a line of its own: that of
// publication, which for a report of a summit is that of the summit.
func (a *article) setDate(iso string) {
	if a.doc.Source.Date == "" {
		a.doc.Source.Date = iso
		if !a.dated {
			a.doc.Summit.Date, a.doc.Summit.DateFrom = iso, Stated
		}
	}
}

// datePrefix reads "date 2025-10-19", with or without a colon, and gives what
// follows it on the line. A time of day belongs to the date.
func (a *article) datePrefix(l line) (rest line, ok bool) {
	for key, means := range metadataKeys() {
		n := len(key)
		if means != ofDate || len(l.text) < n || !strings.EqualFold(l.text[:n], key) {
			continue
		}
		value := strings.TrimLeftFunc(l.text[n:], func(r rune) bool { return isBlank(r) || r == ':' || r == '：' })
		iso, length, found := leadingDate(value)
		rest = l.after(len(l.text) - len(value) + length)
		if !found || rest.text != "" && rest.start == l.start+len(l.text)-len(value)+length && timeOfDay(rest.text) == 0 {
			continue
		}
		a.setDate(iso)
		return rest.after(timeOfDay(rest.text)), true
	}
	return l, false
}

// pair splits "key: value"; the key is in small letters.
func pair(s string) (key, value string, ok bool) {
	i := strings.IndexAny(s[:byteOffset(s, 24)], ":：")
	if i < 0 {
		return "", "", false
	}
	key = strings.ToLower(strings.TrimFunc(s[:i], isBlank))
	value = strings.TrimFunc(strings.TrimLeft(s[i:], ":："), isBlank)
	return key, value, key != ""
}

// statesMeeting takes a line beneath the title that is about the meeting. One
// that tells its time otherwise than in whole dates is no heading either.
func (a *article) statesMeeting(s string) bool {
	key, value, ok := pair(s)
	means := metadataKeys()[key]
	if !ok || means != ofDate && means != ofOther && !means.isOfMeeting() || strings.ContainsAny(value, "。！？；") || columns(value, titleColumns) > titleColumns {
		return false
	}
	if more := strings.Index(value, "："); more > 0 && unicode.Is(unicode.Han, lastRune(value[:more])) {
		return false // several in one line
	}
	if (means == ofSpeaker || means == ofOther) && strings.ContainsAny(value, "，,") {
		return false // it is what is said
	}
	a.ofMeeting(means, value)
	return true
}

// ofMeeting keeps the first value of a kind. The day of the meeting counts for
// more than the one on which the text appeared.
func (a *article) ofMeeting(means meaning, value string) {
	summit := &a.doc.Summit
	iso, _, ok := leadingDate(value)
	switch {
	case ok && means == ofHeld && !a.dated:
		summit.Date, summit.DateFrom = iso, Stated
		a.dated = true
	case ok && means == ofDate:
		a.setDate(iso)
	case (means == ofDate || means == ofHeld) && isBadDate(ofDate, value):
		a.statedDate(value)
	case means == ofEvent && summit.Event == "" && value != "":
		summit.Event, summit.EventFrom = value, Stated
		a.subtitles = append(a.subtitles, value)
	case means == ofOrganisation && summit.Organisation == "":
		summit.Organisation = value
		if t, ok := a.names.LookupKind(value, "organisation", "format"); ok {
			summit.Organisation = t.Name()
		}
	case means == ofPlace && a.held == nil:
		a.held, _ = a.names.LookupKind(value, "city")
	case means == ofSpeaker && a.doc.Speaker == "":
		a.doc.Speaker = value
	}
}

// statedDate reads what a line gives for a date; what is none is kept as a note.
func (a *article) statedDate(value string) {
	if iso, _, ok := leadingDate(value); ok {
		a.setDate(iso)
	} else if a.doc.Summit.DateNote == "" && strings.ContainsAny(value, "0123456789") {
		a.doc.Summit.DateNote = value
	}
}

// isBadDate recognises a line that would give a date, but for its day.
func isBadDate(means meaning, value string) bool {
	year, n := leadingNumber(value)
	return means == ofDate && n > 0 && year > 0 && strings.ContainsAny(value[n:byteOffset(value, 12)], "-/.年")
}
