package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// frontMatter is what stands between the "---" lines, read but not yet judged.
type frontMatter struct {
	name    string
	last    int // line number of the end, where missing keys are reported
	entries map[string]*entry
	errs    []error
}

// entry is the value of one key: a text, or the items of a list.
type entry struct {
	line  int
	value string
	items []item
}

type item struct {
	line int
	text string
}

// recordKeys are the keys there are; true marks those that hold a list.
var recordKeys = map[string]bool{
	"id": false, "title": false, "event": false, "organisation": false, "format": false,
	"date": false, "date_from": false, "date_note": false, "city": false, "country": false,
	"host": false, "speaker": false, "participants": true, "source": false,
	"source_link": false, "source_date": false, "topics": true,
	"category": false, "supplement": false, "sources": true, "figures": true,
}

// required are the keys no record may lack, besides its date.
var required = []string{"id", "title", "event", "organisation"}

// parseFrontMatter reads "key: value" lines and the "- item" lines beneath
// keys of lists.
func parseFrontMatter(name string, lines []line) *frontMatter {
	f := &frontMatter{name: name, last: 1, entries: map[string]*entry{}}
	var open *entry
	for _, l := range lines {
		f.last = l.number
		switch text, isItem := strings.CutPrefix(l.text, "-"); {
		case strings.HasPrefix(l.text, "#"):
		case isItem && open == nil:
			f.fail(l.number, "a list item that belongs to no list")
		case isItem:
			open.items = append(open.items, item{l.number, strings.TrimFunc(text, isBlank)})
		default:
			open = f.pair(l)
		}
	}
	return f
}

// pair reads "key: value" and returns the entry if it begins a list.
func (f *frontMatter) pair(l line) *entry {
	key, value, found := strings.Cut(l.text, ":")
	isList, known := recordKeys[key]
	e := &entry{line: l.number, value: strings.TrimFunc(value, isBlank)}
	switch {
	case !found:
		f.fail(l.number, "neither key: value nor - item")
		return nil
	case !known:
		f.fail(l.number, fmt.Sprintf("unknown key %q", key))
		return &entry{} // its items are swallowed, not reported again
	case f.entries[key] != nil:
		f.fail(l.number, fmt.Sprintf("%s: given twice, first in line %d", key, f.entries[key].line))
		return &entry{}
	case isList && e.value != "":
		f.fail(l.number, key+": is a list, its items go on lines of their own: - item")
	case !isList && e.value == "":
		f.fail(l.number, key+": empty")
	}
	f.entries[key] = e
	if isList {
		return e
	}
	return nil
}

func (f *frontMatter) fail(line int, what string) {
	f.errs = append(f.errs, &LineError{f.name, line, what})
}

func (f *frontMatter) get(key string) string {
	if e := f.entries[key]; e != nil {
		return e.value
	}
	return ""
}

// document makes a document of the front matter and says all that is wrong.
func (f *frontMatter) document() (*Document, []error) {
	for _, key := range required {
		if f.entries[key] == nil {
			f.fail(f.last, "missing key: "+key)
		}
	}
	sources := f.sources()
	doc := &Document{
		ID: f.id(), Title: f.get("title"), TitleFrom: Stated,
		Summit: Summit{
			Event: f.get("event"), EventFrom: Stated, Organisation: f.get("organisation"),
			Format: f.get("format"), City: f.get("city"), Country: f.get("country"), Host: f.get("host"),
		},
		Speaker: f.get("speaker"), Participants: f.participants(),
		Source: f.source(sources), Sources: sources, Topics: f.topics(),
		Category: f.category(), Supplement: f.get("supplement"), Expected: f.expected(),
	}
	f.setDate(&doc.Summit)
	return doc, f.errs
}

// isRecordID: small letters, digits and hyphens, not beginning with one.
func isRecordID(id string) bool {
	for _, r := range id {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return id != "" && id[0] != '-'
}

// id must not look like an article's, which is made of the content.
func (f *frontMatter) id() string {
	id := f.get("id")
	if id != "" && (!isRecordID(id) || strings.HasPrefix(id, "a-")) {
		f.fail(f.entries["id"].line, fmt.Sprintf("id: %q: small letters, digits and hyphens, not beginning with a-", id))
	}
	return id
}

func (f *frontMatter) date(key string) string {
	value := f.get(key)
	if value == "" {
		return ""
	}
	if iso, n, ok := leadingDate(value); !ok || n != len(value) || iso != value {
		f.fail(f.entries[key].line, fmt.Sprintf("%s: not a date: %q, want YYYY-MM-DD", key, value))
		return ""
	}
	return value
}

// setDate reads the date and how it is known. A date from elsewhere must say
// from where; an unknown one must be marked so, not just left out.
func (f *frontMatter) setDate(s *Summit) {
	s.Date, s.DateFrom, s.DateNote = f.date("date"), Origin(f.get("date_from")), f.get("date_note")
	given := f.entries["date"] != nil
	if s.DateFrom == "" && given {
		s.DateFrom = Stated
	}
	line := f.last
	if e := f.entries["date_from"]; e != nil {
		line = e.line
	}
	switch s.DateFrom {
	case Stated, FromText, ByReader, Elsewhere:
		if !given {
			f.fail(line, "missing key: date")
		}
		if s.DateFrom == Elsewhere && s.DateNote == "" {
			f.fail(line, "date_from: elsewhere needs a date_note that names the source")
		}
	case Unknown:
		if given {
			f.fail(line, "date_from: unknown, but there is a date")
		}
	case "":
		f.fail(line, "missing key: date, or date_from: unknown")
	default:
		f.fail(line, fmt.Sprintf("date_from: %q: want stated, text, elsewhere, reader or unknown", s.DateFrom))
	}
}

func (f *frontMatter) topics() []string {
	var topics []string
	for _, i := range f.items("topics") {
		topics = append(topics, i.text)
	}
	return topics
}

// participants reads "Name｜Office"; the office may be missing.
func (f *frontMatter) participants() []Participant {
	var all []Participant
	for _, i := range f.items("participants") {
		name, office, _ := strings.Cut(strings.ReplaceAll(i.text, "|", "｜"), "｜")
		p := Participant{strings.TrimFunc(name, isBlank), strings.TrimFunc(office, isBlank)}
		if p.Name == "" {
			f.fail(i.line, "participants: want Name｜Office")
			continue
		}
		all = append(all, p)
	}
	return all
}

func (f *frontMatter) items(key string) []item {
	e := f.entries[key]
	if e == nil {
		return nil
	}
	if len(e.items) == 0 && e.value == "" {
		f.fail(e.line, key+": an empty list")
	}
	for _, i := range e.items {
		if i.text == "" {
			f.fail(i.line, key+": an empty item")
		}
	}
	return slices.DeleteFunc(slices.Clone(e.items), func(i item) bool { return i.text == "" })
}
