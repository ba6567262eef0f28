package corpus

import "strings"

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
		switch meaning := metadataKeys[key]; meaning {
		case "date":
			a.statedDate(value)
		case "held", "event", "organisation", "speaker", "place":
			a.ofMeeting(meaning, value)
		default:
			a.metadata(meaning, value)
		}
	}
	a.lines = body
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
func isBadDate(meaning, value string) bool {
	year, n := leadingNumber(value)
	return meaning == "date" && n > 0 && year > 0 && strings.ContainsAny(value[n:byteOffset(value, 12)], "-/.年")
}
