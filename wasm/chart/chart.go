// Package chart draws comparisons: a series or a board becomes a figure with a
// title that states the finding, a drawing and its source. The marks mean what
// the qualifier of a figure means: over is an open arrow, about a soft edge,
// nearly a bar short of its line, a range a span, an aim hollow, a derived
// value hatched. A chart decides nothing; what is comparable, compare says.
//
//	figure := chart.Board(board, chart.Options{Language: "zh", Width: chart.Wide, Documents: titles})
//	scene.Write(w, figure, nil)                      // in a page, coloured by marks.css
//	os.WriteFile("board.svg", []byte(chart.SVG(figure, options)), 0o644) // alone
package chart

import (
	"strconv"

	"fenghui/wasm/compare"
	"fenghui/wasm/scene"
)

// The widths of a drawing, in pixels: of a phone, and of a column.
const (
	Narrow = 340
	Wide   = 720
)

// pageSize is how many members one drawing shows at most.
const pageSize = 24

// Options say how to draw.
type Options struct {
	Language  string   // zh, or English for all others
	Width     int      // Narrow or Wide; Wide when 0
	Documents []string // titles, by the Document of a member, for the source line
	Dates     []string // YYYY-MM-DD, likewise: when a figure without a period was told
	From      int      // the first member drawn, for paging through many
	Dark      bool     // of SVG, which carries its colours
}

func (o Options) zh() bool { return o.Language == "zh" }

func (o Options) width() float64 {
	if o.Width == Narrow {
		return Narrow
	}
	return Wide
}

// in picks the language.
func (o Options) in(w compare.Words) string {
	return w.In(o.Language)
}

// page cuts out what one drawing shows, and says so where that is not all.
func (o Options) page(all []compare.Member) (shown []compare.Member, first int, note string) {
	first = min(max(0, o.From), max(0, len(all)-1))
	last := min(first+pageSize, len(all))
	if last-first < len(all) {
		note = o.say("paged", strconv.Itoa(first+1), strconv.Itoa(last), strconv.Itoa(len(all)))
	}
	return all[first:last], first, note
}

// Series draws one indicator told more than once: over time where it changed,
// one under the other on one scale where the tellings agree or differ, against
// its aim where there is one. See Drawn for series that have nothing to draw.
func Series(s compare.Series, o Options) scene.Node {
	shown, first, paged := o.page(s.Members)
	p := o.newPlot(&s, shown, first)
	if paged != "" {
		p.notes = append(p.notes, paged)
	}
	notes := append(p.notes, o.all(s.Notes)...)
	return o.figure(o.in(s.Title), p, shown, notes)
}

// Board draws one measure of different parties as bars from zero, the greatest
// first, with its warnings beneath.
func Board(b compare.Board, o Options) scene.Node {
	shown, _, paged := o.page(b.Members)
	p := &plot{o: o, measure: o.in(b.MeasureName), unit: b.Unit, bars: true}
	p.takeMembers(shown, b.Members, true)
	if len(p.items) > 0 && p.items[0].value.Sign() > 0 && o.From == 0 {
		p.items[0].lead = true
	}
	if paged != "" {
		p.notes = append(p.notes, paged)
	}
	return o.figure(o.in(b.Title), p, shown, append(o.all(b.Warnings), p.notes...))
}

func (o Options) all(list []compare.Words) []string {
	return compare.AllIn(list, o.Language)
}

// Drawn reports whether a figure holds a drawing: what has no value that could
// be drawn is a figure with a title and a note alone.
func Drawn(figure scene.Node) bool {
	_, ok := find(figure, "svg")
	return ok
}

func find(n scene.Node, tag string) (scene.Node, bool) {
	if n.Tag == tag {
		return n, true
	}
	for _, c := range n.Children {
		if f, ok := find(c, tag); ok {
			return f, true
		}
	}
	return scene.Node{}, false
}
