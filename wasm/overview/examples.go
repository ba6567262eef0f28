package overview

import (
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/scene"
)

// exampleQueries are questions people of the field ask, the most telling
// first; each shows another side of the search. Only those that find
// something in the library at hand are offered.
var exampleQueries = []struct{ query, needle string }{
	{"贸易额", "贸易额"},
	{`"跨里海"`, "跨里海"},
	{"Tokayev", "托卡耶夫"},
	{"人工智能 合作", "人工智能"},
	{"水资源", "水资源"},
	{"投资", "投资"},
	{"峰会", "峰会"},
}

const examplesShown = 3

func examples(docs []*corpus.Document) []scene.Node {
	var items []scene.Node
	for _, e := range exampleQueries {
		if len(items) == examplesShown {
			break
		}
		if occurs(docs, e.needle) {
			address := "#/search?q=" + scene.Escape(e.query)
			items = append(items, scene.El("li", "", scene.Link(address, scene.Text(e.query))))
		}
	}
	return items
}

func occurs(docs []*corpus.Document, needle string) bool {
	for _, d := range docs {
		for _, p := range d.Passages {
			if strings.Contains(p.Text, needle) {
				return true
			}
		}
	}
	return false
}
