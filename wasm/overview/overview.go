// Package overview prepares the first view: the boards worth seeing first,
// what is doubtful and what lies ahead, questions worth asking, and all summits
// in order of time. The site builder writes it into the page, so it can be read
// before any script has run; the page draws it again from the same tree when
// the library or the language changes.
//
//	view := overview.Build(documents, found, "zh")
//	scene.Write(w, view, words)
package overview

import (
	"sort"
	"strconv"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/scene"
)

// Build prepares the overview of these documents in a language, zh or for all
// others English. Without anything found (nil) it has the summits and questions
// only.
func Build(docs []*corpus.Document, found *Found, language string) scene.Node {
	children := []scene.Node{
		scene.El("h1", "", scene.Word("overview.title")),
		scene.El("p", "lead", scene.Word("overview.lead")),
	}
	if len(docs) == 0 {
		children = append(children, scene.El("p", "empty", scene.Word("overview.empty")))
		return scene.El("div", "overview", children...)
	}
	if examples := examples(docs); len(examples) > 0 {
		draft := scene.El("p", "overview-more", scene.Link("#/draft", scene.Word("draft.title")))
		children = append(children, section("examples", "overview.examples", scene.El("ul", "examples", examples...), draft))
	}
	if found != nil {
		p := page{Found: *found, language: language}
		children = append(children, p.highlights()...)
	}
	children = append(children, section("timeline", "overview.timeline", counts(docs), timeline(docs)))
	return scene.El("div", "overview", children...)
}

func section(id, key string, children ...scene.Node) scene.Node {
	heading := scene.El("h2", "", scene.Word(key)).With("id", "overview-"+id)
	return scene.El("section", id+"-section", append([]scene.Node{heading}, children...)...).
		With("aria-labelledby", "overview-"+id)
}

func counts(docs []*corpus.Document) scene.Node {
	passages := 0
	for _, d := range docs {
		passages += len(d.Passages)
	}
	return scene.El("p", "counts",
		scene.El("span", "", scene.Word("overview.documents", "count", strconv.Itoa(len(docs)))),
		scene.Text(" "),
		scene.El("span", "", scene.Word("overview.passages", "count", strconv.Itoa(passages))))
}

// summit is one event with the documents that report it.
type summit struct {
	corpus.Summit
	docs []*corpus.Document
}

// summits groups documents by event, newest first, unknown dates last.
func summits(docs []*corpus.Document) []*summit {
	byEvent := map[string]*summit{}
	var list []*summit
	for _, d := range docs {
		key := d.Summit.Date + "\x00" + d.Summit.Organisation
		if d.Summit.Date == "" || d.Summit.Organisation == "" {
			key = d.ID // nothing says that two such documents report one event
		}
		s := byEvent[key]
		if s == nil {
			s = &summit{Summit: d.Summit}
			byEvent[key] = s
			list = append(list, s)
		}
		s.docs = append(s.docs, d)
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Date > list[j].Date })
	return list
}

func timeline(docs []*corpus.Document) scene.Node {
	var items []scene.Node
	for _, s := range summits(docs) {
		items = append(items, item(s))
	}
	return scene.El("ol", "timeline", items...)
}

func item(s *summit) scene.Node {
	date := scene.El("span", "timeline-date", scene.Word("overview.unknownDate"))
	if s.Date != "" {
		date = scene.El("time", "timeline-date", scene.Text(s.Date)).With("datetime", s.Date)
	}
	children := []scene.Node{date, scene.El("div", "timeline-body", body(s)...)}
	return scene.El("li", "timeline-item", children...)
}

func body(s *summit) []scene.Node {
	first := s.docs[0]
	heading := s.Event
	if heading == "" {
		heading = first.Title
	}
	nodes := []scene.Node{scene.El("h3", "timeline-title", readLink(first, heading))}
	if place := join(" · ", s.Organisation, join("，", s.City, s.Country)); place != "" {
		nodes = append(nodes, scene.El("p", "timeline-place", scene.Text(place)))
	}
	for _, d := range s.docs {
		if d.Title != heading {
			nodes = append(nodes, scene.El("p", "timeline-document", readLink(d, d.Title)))
		}
	}
	return nodes
}

func readLink(d *corpus.Document, label string) scene.Node {
	return scene.Link("#/read/"+scene.Escape(d.ID), scene.Text(label)).With("lang", "zh")
}

func join(separator string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}
