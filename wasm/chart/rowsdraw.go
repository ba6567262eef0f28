package chart

import (
	"math"

	"fenghui/wasm/compare"
	"fenghui/wasm/scene"
)

// write adds a line of text; anchor is start, middle or end.
func write(nodes *[]scene.Node, class, anchor string, x, y float64, s string) {
	n := shape("text", class, "x", pixels(x), "y", pixels(y))
	if anchor != "start" {
		n = n.With("text-anchor", anchor)
	}
	n.Text = s
	*nodes = append(*nodes, n)
}

// head writes what is measured and the verdict, and returns where it ends.
func (p *plot) head(nodes *[]scene.Node, word string) float64 {
	y := 14.0
	for _, line := range wrap(p.heading(word), p.o.width(), smallSize, 4) {
		write(nodes, "small", "start", 0, y, line)
		y += lineStep
	}
	if said := p.verdictWords(); said != "" {
		x := p.sign(nodes, y-4.5)
		for _, line := range wrap(said, p.o.width()-x, textSize*bold, 3) {
			write(nodes, "strong", "start", x, y, line)
			y += lineStep
		}
	}
	return y
}

func (p *plot) verdictWords() string {
	switch {
	case p.verdict == compare.Changed && p.change != "":
		return p.o.say("changes", p.change)
	case p.verdict == "" || p.verdict == compare.Target:
		return ""
	}
	return p.o.say(p.verdict)
}

// sign draws = or ≠ before the verdict, and returns where its words begin.
func (p *plot) sign(nodes *[]scene.Node, y float64) float64 {
	var n pen
	switch p.verdict {
	case compare.Agree, compare.Repeat:
		n.path("stroke", 0, y-2.5, 11, y-2.5, math.NaN(), 0, y+2.5, 11, y+2.5)
	case compare.Differ:
		n.path("stroke", 0, y-2.5, 11, y-2.5, math.NaN(), 0, y+2.5, 11, y+2.5, math.NaN(), 2.5, y+7, 8.5, y-7)
	default:
		return 0
	}
	class := "ink"
	if p.verdict == compare.Differ {
		class = "lead"
	}
	*nodes = append(*nodes, scene.El("g", class, n.nodes...))
	return 18
}

// drawStretch tints what suits all, or what lies between, behind the marks.
func (r *rows) drawStretch() {
	part, class, said := r.common, "common", "common"
	if r.apart != nil {
		part, class, said = r.apart, "apart", "between"
	}
	if part == nil {
		return
	}
	from, to := r.scale.from, r.scale.to
	if part.low != nil {
		from = r.scale.at(part.low)
	}
	if part.high != nil {
		to = r.scale.at(part.high)
	}
	if to-from < 2 {
		from, to = (from+to)/2-1, (from+to)/2+1
	}
	var n pen
	end := r.lanes[len(r.lanes)-1].bottom + 4
	for _, stroke := range r.strokes() {
		n.rect(class, from, stroke[0], to, stroke[1])
	}
	n.path("edge", from, end-5, from, end, to, end, to, end-5)
	r.nodes = append(r.nodes, n.nodes...)
	r.centred(&r.nodes, "small", (from+to)/2, end+15, r.o.say(said))
}

// centred writes a line around x, but within the width.
func (p *plot) centred(nodes *[]scene.Node, class string, x, y float64, s string) {
	half := widthOf(s, smallSize) / 2
	switch {
	case x-half < 0:
		write(nodes, class, "start", 0, y, s)
	case x+half > p.o.width():
		write(nodes, class, "end", p.o.width(), y, s)
	default:
		write(nodes, class, "middle", x, y, s)
	}
}

// drawScale draws the lines of the scale, behind the marks and not through
// labels that stand above them.
func (r *rows) drawScale(list []tick) {
	var n pen
	for _, t := range list {
		x := r.scale.at(t.value)
		class := "grid"
		if t.value.Sign() == 0 && !r.times {
			class = "base"
		}
		for _, s := range r.strokes() {
			n.line(class, x, s[0], x, s[1])
		}
	}
	r.nodes = append(r.nodes, n.nodes...)
	for _, t := range list {
		r.centred(&r.nodes, "small tick", r.scale.at(t.value), r.axis, t.label)
	}
}

// strokes are the heights at which lines of the scale are drawn.
func (r *rows) strokes() [][2]float64 {
	if r.left > 0 && r.inline {
		return [][2]float64{{r.axis + 5, r.lanes[len(r.lanes)-1].bottom}}
	}
	var list [][2]float64
	for _, l := range r.lanes {
		list = append(list, [2]float64{l.bar - barSize/2 - 3, l.bar + barSize/2 + 3})
	}
	return list
}

func (r *rows) drawItems() {
	for k := range r.items {
		i, l := &r.items[k], &r.lanes[k]
		y := l.top + 13.5
		for _, line := range l.label {
			write(&r.nodes, "", "start", 0, y, line)
			y += lineStep
		}
		for _, line := range l.meta {
			if l.behind { // flows behind its label, however wide that comes out
				last := &r.nodes[len(r.nodes)-1]
				last.Children = []scene.Node{{Tag: "tspan", Attr: map[string]string{"class": "small", "dx": pixels(metaGap)}, Text: line}}
				break
			}
			write(&r.nodes, "small", "start", 0, y, line)
			y += lineStep
		}
		r.drawMark(i, l, k)
	}
}

func (r *rows) drawMark(i *item, l *lane, k int) {
	n := pen{}
	r.mark(&n, k, &r.scale, l.bar)
	class := "plain"
	if i.lead {
		class = "lead"
	}
	r.nodes = append(r.nodes, scene.El("g", class, n.nodes...))
	if r.inline {
		write(&r.nodes, "strong", "start", r.toldAt(k), l.bar+4.5, i.told)
		return
	}
	y := l.bar - barSize/2 - 6 - float64(len(l.told)-1)*lineStep
	for _, line := range l.told {
		write(&r.nodes, "strong", "start", r.left, y, line)
		y += lineStep
	}
}

// drawBracket measures what lies between two bars.
func (r *rows) drawBracket() {
	if r.bracket == nil {
		return
	}
	from, to := r.lanes[r.bracket.from], r.lanes[r.bracket.to]
	a, b := r.scale.at(r.items[r.bracket.from].value), r.scale.at(r.items[r.bracket.to].value)
	y := from.bar + barSize/2 + 17
	var n pen
	n.line("stroke thin dashed", a, from.bar+barSize/2+2, a, y+6)
	foot := to.bar - barSize/2 - 2
	if r.left == 0 || !r.inline { // not through the words above the bar
		foot = math.Min(foot, to.top)
	}
	n.line("stroke thin dashed", b, y-6, b, math.Max(foot, y+6))
	a, b = math.Min(a, b), math.Max(a, b)
	text := widthOf(r.bracket.text, textSize) * bold
	x, anchor := (a+b)/2, "middle"
	switch {
	case b-a >= text+28:
		n.path("stroke thin", a, y, x-text/2-4, y, math.NaN(), x+text/2+4, y, b, y)
	case b+8+text <= r.o.width():
		n.line("stroke thin", a, y, b, y)
		x, anchor = b+8, "start"
	default:
		n.line("stroke thin", a, y, b, y)
		x, anchor = math.Max(a-8, text), "end"
	}
	r.nodes = append(r.nodes, scene.El("g", "lead", n.nodes...))
	write(&r.nodes, "strong", anchor, x, y+4.5, r.bracket.text)
}
