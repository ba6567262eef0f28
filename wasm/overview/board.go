package overview

import (
	"fenghui/wasm/compare"
	"fenghui/wasm/scene"
)

// boards are drawn as narrow as a phone, so that they fit wherever they stand.
func (p *page) boards() []scene.Node {
	var list []scene.Node
	for _, b := range p.boardsFirst() {
		list = append(list, p.board(b))
	}
	return list
}

func (p *page) board(b compare.Board) scene.Node {
	var rows []scene.Node
	for _, m := range b.Members {
		rows = append(rows, scene.El("li", "", scene.El("span", "board-label", scene.Text(p.in(m.Label))), scene.Text(" "), scene.El("span", "board-told", scene.Text(p.in(m.Told)))))
	}
	title := scene.El("figcaption", "chart-title", scene.Link(address("board", b.Key), scene.Text(p.in(b.Title))))
	return scene.El("figure", "board", title, scene.El("ul", "board-rows", rows...))
}
