package chart

import (
	"math"
	"strings"

	"fenghui/wasm/scene"
)

// pen draws along a scale and across it, so that a mark is the same on a lying
// scale and on a standing one. It remembers how far along it has drawn.
type pen struct {
	standing bool
	nodes    []scene.Node
	min, max float64
	used     bool
}

// point gives x and y of a place along and across the scale.
func (p *pen) point(along, across float64) (x, y float64) {
	if !p.used {
		p.min, p.max, p.used = along, along, true
	}
	p.min, p.max = math.Min(p.min, along), math.Max(p.max, along)
	if p.standing {
		return across, along
	}
	return along, across
}

// shape is an element of a drawing; attributes come as names and values.
func shape(tag, class string, attr ...string) scene.Node {
	n := scene.Node{Tag: tag, Attr: map[string]string{}}
	if class != "" {
		n.Attr["class"] = class
	}
	for k := 0; k+1 < len(attr); k += 2 {
		n.Attr[attr[k]] = attr[k+1]
	}
	return n
}

func (p *pen) add(n scene.Node) { p.nodes = append(p.nodes, n) }

func (p *pen) line(class string, a0, c0, a1, c1 float64) {
	x0, y0 := p.point(a0, c0)
	x1, y1 := p.point(a1, c1)
	p.add(shape("line", class, "x1", pixels(x0), "y1", pixels(y0), "x2", pixels(x1), "y2", pixels(y1)))
}

func (p *pen) rect(class string, a0, c0, a1, c1 float64) {
	x0, y0 := p.point(math.Min(a0, a1), math.Min(c0, c1))
	x1, y1 := p.point(math.Max(a0, a1), math.Max(c0, c1))
	p.add(shape("rect", class, "x", pixels(math.Min(x0, x1)), "y", pixels(math.Min(y0, y1)),
		"width", pixels(math.Abs(x1-x0)), "height", pixels(math.Abs(y1-y0))))
}

func (p *pen) circle(class string, a, c, r float64) {
	p.point(a-r, c)
	x, y := p.point(a, c)
	p.point(a+r, c)
	p.add(shape("circle", class, "cx", pixels(x), "cy", pixels(y), "r", pixels(r)))
}

// path joins places along and across: pairs of them, with math.NaN between two
// strokes.
func (p *pen) path(class string, places ...float64) {
	var b strings.Builder
	letter := "M"
	for k := 0; k+1 < len(places); k += 2 {
		if math.IsNaN(places[k]) {
			letter = "M"
			k--
			continue
		}
		x, y := p.point(places[k], places[k+1])
		b.WriteString(letter + pixels(x) + " " + pixels(y))
		letter = "L"
	}
	p.add(shape("path", class, "d", b.String()))
}

// hatch fills a box with slanting lines. They are drawn one by one because a
// pattern would need a name, and names collide where several charts meet.
func (p *pen) hatch(a0, c0, a1, c1 float64) {
	a0, a1 = math.Min(a0, a1), math.Max(a0, a1)
	p.rect("hollow", a0+0.75, c0+0.75, math.Max(a1-0.75, a0+1), c1-0.75)
	height := c1 - c0
	var places []float64
	for t := a0 - height + 3; t < a1; t += 5 {
		from, to := math.Max(t, a0), math.Min(t+height, a1)
		if to-from > 0.5 {
			places = append(places, from, c1-(from-t), to, c1-(to-t), math.NaN())
		}
	}
	if len(places) > 0 {
		p.path("stroke thin", places...)
	}
}

// fades are the steps of a soft edge.
const fades = 8

// fade goes from full at a0 to nothing at a1.
func (p *pen) fade(a0, a1, c0, c1 float64) {
	step := (a1 - a0) / fades
	for k := range fades {
		p.rect("full fade"+string(rune('1'+k)), a0+float64(k)*step, c0, a0+float64(k+1)*step, c1)
	}
}

// arrow is a shaft with an open head.
func (p *pen) arrow(a0, a1, c float64) {
	back := 6.0
	if a1 < a0 {
		back = -6
	}
	p.path("stroke", a0, c, a1, c, math.NaN(), a1-back, c-5, a1, c, a1-back, c+5)
}
