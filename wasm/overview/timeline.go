package overview

import (
	"sort"
	"strconv"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/scene"
)

// summitsOpen are in sight; earlier ones are folded, year by year. A few more
// than that are not worth a fold.
const (
	summitsOpen = 8
	summitsMost = 12
)

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

// timeline shows the newest summits and folds the rest.
func timeline(docs []*corpus.Document) []scene.Node {
	list := summits(docs)
	if len(list) <= summitsMost {
		return []scene.Node{items(list)}
	}
	nodes := []scene.Node{items(list[:summitsOpen])}
	for rest := list[summitsOpen:]; len(rest) > 0; {
		n := 1
		for n < len(rest) && year(rest[n]) == year(rest[0]) {
			n++
		}
		nodes = append(nodes, folded(rest[:n]))
		rest = rest[n:]
	}
	return nodes
}

// year of a summit, "" when its date is not known.
func year(s *summit) string { return s.Date[:min(len(s.Date), 4)] }

// folded are the summits of one year that come after those in sight.
func folded(list []*summit) scene.Node {
	when := scene.Word("overview.unknownDate")
	if y := year(list[0]); y != "" {
		when = scene.Text(y)
	}
	count := scene.El("span", "counts", scene.Word("overview.earlier", "count", strconv.Itoa(len(list))))
	return scene.El("details", "timeline-year", scene.El("summary", "", when, scene.Text(" "), count), items(list))
}

func items(list []*summit) scene.Node {
	var nodes []scene.Node
	for _, s := range list {
		nodes = append(nodes, item(s))
	}
	return scene.El("ol", "timeline", nodes...)
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
