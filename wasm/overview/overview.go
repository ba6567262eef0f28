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
	"strconv"

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
		draft := scene.El("p", "overview-more", scene.Link("#/draft", scene.Word("overview.draft")))
		children = append(children, section("examples", "overview.examples", scene.El("ul", "examples", examples...), draft))
	}
	if found != nil {
		p := page{Found: *found, language: language}
		children = append(children, p.highlights()...)
	}
	children = append(children, section("timeline", "overview.timeline", append([]scene.Node{counts(docs)}, timeline(docs)...)...))
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
