package overview

import (
	"slices"

	"fenghui/wasm/chart"
	"fenghui/wasm/scene"
)

// boards are drawn as narrow as a phone, so that they fit wherever they stand.
func (p *page) boards() []scene.Node {
	o := chart.Options{Language: p.language, Width: chart.Narrow}
	for _, in := range p.Inputs {
		o.Documents, o.Dates = append(o.Documents, in.Document.Title), append(o.Dates, in.Document.Summit.Date)
	}
	var list []scene.Node
	for _, b := range p.boardsFirst() {
		if figure := chart.Board(b, o); chart.Drawn(figure) {
			list = append(list, linked(figure, address("board", b.Key)))
		}
	}
	return list
}

// linked makes the title of a figure lead somewhere.
func linked(figure scene.Node, address string) scene.Node {
	figure.Children = slices.Clone(figure.Children)
	for k := range figure.Children {
		if c := &figure.Children[k]; c.Tag == "figcaption" {
			c.Children = []scene.Node{scene.Link(address, c.Children...)}
		}
	}
	return figure
}
