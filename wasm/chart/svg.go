package chart

import (
	_ "embed"
	"strings"

	"fenghui/wasm/scene"
)

//go:embed marks.css
var marksCSS string

// Style returns the rules by which a page shows the drawings. Their colours
// are custom properties.
func Style() string { return marksCSS }

// colours are the house's, light and dark, for drawings that leave the page.
var colours = map[bool]map[string]string{
	false: {"paper": "#fbfaf6", "ink": "#1c1a17", "soft": "#5f5a52", "rule": "#ddd8cc", "edge": "#857e72", "accent": "#a12c1c", "tint": "#f6e3dc"},
	true:  {"paper": "#171614", "ink": "#e9e5dc", "soft": "#aaa397", "rule": "#3a3630", "edge": "#8b8478", "accent": "#f2957e", "tint": "#4a281f"},
}

// sans are the fonts of a drawing that leaves the page.
const sans = `system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif`

// margin around a drawing that leaves the page, and its larger type, in pixels.
const (
	aloneMargin = 16.0
	titleSize   = 17.0
	titleStep   = 25.0
)

// SVG writes a figure as a picture that stands alone: title, drawing, notes and
// source, with its style and fixed colours, light or dark. It is empty for a
// figure that has no drawing.
func SVG(figure scene.Node, o Options) string {
	drawing, ok := find(figure, "svg")
	if !ok {
		return ""
	}
	size := strings.Fields(drawing.Attr["viewBox"])
	if len(size) != 4 {
		return ""
	}
	a := &alone{o: o, y: aloneMargin}
	a.title(figure)
	a.drawing(drawing, size[2], size[3])
	a.notes(figure)
	var b strings.Builder
	width, height := pixels(o.width()+2*aloneMargin), pixels(a.y+aloneMargin)
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" class="chart-drawing" viewBox="0 0 ` + width + " " + height + `" width="` + width + `" height="` + height + `" role="img" lang="` + o.lang() + `">`)
	for _, n := range drawing.Children[:2] { // title and desc
		b.WriteString("\n" + element(n))
	}
	b.WriteString("\n<style>\n" + a.style() + "</style>\n")
	b.WriteString(`<rect class="ground" width="` + width + `" height="` + height + `"/>` + "\n")
	for _, n := range a.nodes {
		b.WriteString(element(n) + "\n")
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func (o Options) lang() string {
	if o.zh() {
		return "zh-Hans"
	}
	return "en"
}

// alone is a picture being put together from top to bottom.
type alone struct {
	o     Options
	nodes []scene.Node
	y     float64
}

// lines writes a text, set in by so much.
func (a *alone) lines(class, s string, size, step, in float64) {
	breaking := wrap
	if class == "headline" {
		breaking = balanced
	}
	for _, line := range breaking(s, a.o.width()-in, size, 30) {
		write(&a.nodes, class, "start", aloneMargin+in, a.y+step*0.72, line)
		a.y += step
	}
}

func (a *alone) title(figure scene.Node) {
	if n, ok := find(figure, "figcaption"); ok {
		a.lines("headline", content(n), titleSize*bold, titleStep, 0)
		a.y += 6
	}
}

// drawing sets the page's drawing into the picture, as a picture in it.
func (a *alone) drawing(n scene.Node, width, height string) {
	inner := shape("svg", "", "x", pixels(aloneMargin), "y", pixels(a.y), "width", width, "height", height, "viewBox", n.Attr["viewBox"])
	inner.Children = n.Children[2:]
	a.nodes = append(a.nodes, inner)
	a.y += number(height) + 10
}

func (a *alone) notes(figure scene.Node) {
	if list, ok := find(figure, "ul"); ok {
		for _, n := range list.Children {
			write(&a.nodes, "note", "start", aloneMargin, a.y+lineStep*0.72, "—")
			a.lines("note", content(n), smallSize, lineStep, 18)
		}
	}
	if n, ok := find(figure, "p"); ok {
		a.y += 4
		a.lines("small", content(n), smallSize, lineStep, 0)
	}
}

func content(n scene.Node) string {
	s := n.Text
	for _, c := range n.Children {
		s += content(c)
	}
	return s
}

// style is marks.css with its colours filled in, for programs that know no
// custom properties.
func (a *alone) style() string {
	rules := marksCSS +
		".chart-drawing text.headline { font-size: 17px; font-weight: 700; }\n" +
		".chart-drawing text.note { font-size: 12px; }\n" +
		".ground { fill: var(--paper); }\n"
	const use = "var(--"
	var b strings.Builder
	for {
		before, after, more := strings.Cut(rules, use)
		b.WriteString(before)
		if !more {
			return b.String()
		}
		name, rest, _ := strings.Cut(after, ")")
		b.WriteString(a.variable(strings.TrimPrefix(name, "chart-")))
		rules = rest
	}
}

// variable is the value of a custom property.
func (a *alone) variable(name string) string {
	switch name {
	case "sans":
		return sans
	case "ground":
		name = "paper"
	}
	return colours[a.o.Dark][name]
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// order is how attributes are written, so that a picture is the same every time.
var order = []string{"class", "x", "y", "x1", "y1", "x2", "y2", "dx", "cx", "cy", "r", "width", "height", "viewBox", "d", "text-anchor"}

// element writes a node as XML.
func element(n scene.Node) string {
	var b strings.Builder
	b.WriteString("<" + n.Tag)
	for _, name := range order {
		if v := n.Attr[name]; v != "" {
			b.WriteString(" " + name + `="` + escape.Replace(v) + `"`)
		}
	}
	if n.Text == "" && len(n.Children) == 0 {
		return b.String() + "/>"
	}
	b.WriteString(">" + escape.Replace(legal(n.Text)))
	for _, c := range n.Children {
		b.WriteString(element(c))
	}
	b.WriteString("</" + n.Tag + ">")
	return b.String()
}

// legal leaves out what XML does not allow.
func legal(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000:
			return r
		}
		return -1
	}, s)
}
