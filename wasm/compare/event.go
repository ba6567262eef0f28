package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// eventEnough is enough for events, which have little but their name.
const eventEnough = 0.8

// alikeEvents compares all that is said of two events, and the names of the
// meetings alone: 在甲地举行的…论坛, …论坛将在甲地举行.
func alikeEvents(a, b string) bool {
	if likeness(a, b) >= eventEnough {
		return true
	}
	x, y := meetingName(a), meetingName(b)
	return x != "" && y != "" && likeness(x, y) >= eventEnough
}

// meetingKinds are the kinds of proposals that are held.
var meetingKinds = map[string]bool{"summit": true, "forum": true, "congress": true, "fair": true, "games": true}

// meetingName is the last noun of a meeting with the eight characters before
// it; too short a name is none.
func meetingName(topic string) string {
	end := -1
	for _, h := range headWords() {
		if k := strings.LastIndex(topic, h.word); meetingKinds[h.kind] && k+len(h.word) > end && k >= 0 {
			end = k + len(h.word)
		}
	}
	if end < 0 {
		return ""
	}
	name := text.Last(topic[:end], 10)
	if utf8.RuneCountInString(name) < 6 {
		return ""
	}
	return name
}

// eventTopic is how many characters two events must at least be named with.
const eventTopic = 3

// findEvent: events of one time are one when their names are alike, or both
// sentences name the same meeting. What is hardly named (胜利80周年) is the same
// only within a document.
func (l *library) findEvent(b *bucket, i *item) *cluster {
	for _, n := range l.eventNames(i) {
		if c := b.byTopic[border+n]; c != nil {
			return c
		}
	}
	if c := b.byTopic[i.topic]; c != nil && nameable(c, i) {
		return c
	}
	from := max(0, len(b.clusters)-clustersCompared)
	for _, c := range b.clusters[from:] {
		if nameable(c, i) && alikeEvents(c.topic, i.topic) {
			return c
		}
	}
	return nil
}

func nameable(c *cluster, i *item) bool {
	if c.topic == "" || i.topic == "" || apartParties(c.items[len(c.items)-1].f.Parties, i.f.Parties) {
		return false
	}
	short := min(utf8.RuneCountInString(c.topic), utf8.RuneCountInString(i.topic))
	return short > eventTopic || c.items[len(c.items)-1].ref.Document == i.ref.Document && short > 1
}

// eventNames are the meetings a sentence names, but for those the documents
// report themselves.
func (l *library) eventNames(i *item) []string {
	if i.f.Kind == "anniversary" {
		return nil
	}
	return slices.DeleteFunc(l.formats(i.f.Sentence), func(name string) bool { return l.ownFormat(name, i) })
}

// formats are the meetings that a sentence names.
func (l *library) formats(sentence string) []string {
	var list []string
	for _, m := range l.names.Find(sentence) {
		if m.Term.Kind == "format" {
			list = append(list, m.Term.Name())
		}
	}
	return list
}

// ownFormat reports whether a name is that of the document's own meeting.
func (l *library) ownFormat(name string, i *item) bool {
	s := &i.doc.Summit
	return name == s.Organisation || s.Event != "" && strings.Contains(s.Event, name)
}

// apartParties reports whether two events are told of different sets of parties: the
// aims of two pairs for one year are two.
func apartParties(a, b []string) bool {
	return len(a) > 1 && len(b) > 1 && !slices.Equal(sorted(slices.Clone(a)), sorted(slices.Clone(b)))
}
