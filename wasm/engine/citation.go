package engine

import (
	"slices"
	"strings"

	"fenghui/wasm/compare"
	"fenghui/wasm/library"
)

// citation says where a finding comes from, in words of our own: in one line,
// and with a line for each document.
func (f *findings) citation(n *finding, language string) Citation {
	title := n.title.In(language)
	var summits, lines []string
	for _, d := range n.documents {
		doc := f.documents[d]
		summits = append(summits, summitLine(doc, language))
		told, speakers := f.toldIn(n, d, language)
		lines = append(lines, documentLine(doc, told, speakers, language))
	}
	summits = distinct(summits)
	p := punctuationOf(language)
	return Citation{Short: title + p.accordingTo + strings.Join(summits, p.semicolon) + p.closing, Full: title + "\n" + strings.Join(lines, "\n")}
}

// summitLine is the summit and its date, of an unknown one the title.
func summitLine(d *library.Document, language string) string {
	name := nameIn(d.Summit.Organisation, language)
	if name == "" {
		name = titled(d.Title)
	}
	if d.Summit.Date == "" {
		return name
	}
	return name + punctuationOf(language).comma + dayIn(d.Summit.Date, language)
}

// toldIn are the values of a finding that a document tells, and who tells them.
func (f *findings) toldIn(n *finding, document int, language string) (told, speakers []string) {
	speak := func(name string) {
		if name != "" {
			speakers = append(speakers, nameIn(name, language))
		}
	}
	for _, p := range f.placesOf(n) {
		if p.Document == document {
			told = append(told, "“"+p.Said+"”")
			speak(f.voice(&p))
		}
	}
	for _, m := range n.members {
		if m.Document == document && !m.Derived {
			told = append(told, m.Told.In(language))
			speak(f.figure(m.Ref).Speaker)
		}
	}
	return distinct(told), distinct(speakers)
}

func (f *findings) placesOf(n *finding) []compare.Place {
	if n.kind != KindInitiative {
		return nil
	}
	return f.result.Initiatives[n.at].Members
}

// documentLine: values, speaker, title, event, date, source, address.
func documentLine(d *library.Document, told, speakers []string, language string) string {
	mark := punctuationOf(language)
	parts := []string{titled(d.Title)}
	if len(speakers) > 0 {
		parts[0] = strings.Join(speakers, mark.list) + mark.comma + parts[0]
	}
	if e := nameIn(d.Summit.Event, language); e != "" && e != d.Title {
		parts = append(parts, e)
	}
	if d.Summit.Date != "" {
		parts = append(parts, dayIn(d.Summit.Date, language))
	}
	source := slices.DeleteFunc([]string{d.Source.Name, d.Source.Link}, func(s string) bool { return s == "" })
	line := strings.Join(parts, mark.comma)
	if len(told) > 0 {
		line = strings.Join(told, mark.list) + mark.colon + line
	}
	if len(source) > 0 {
		line += mark.source + strings.Join(source, mark.comma)
	}
	return line
}
