// Package icon draws an icon in pixels, for home screens that take no SVG. It
// knows just what web/icon.svg is made of, filled rectangles on a square grid:
// a few lines in place of a library for SVG.
//
//	d, err := icon.Read(svg)
//	png, err := d.PNG(192)
//	png, err = d.Maskable().PNG(192)
package icon

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"strconv"
)

// rect is a filled rectangle with corners of radius r.
type rect struct {
	x, y, width, height, r float64
	fill                   color.NRGBA
}

// Drawing is an icon on a grid of side squares.
type Drawing struct {
	side  float64
	rects []rect
}

// safe is the part of an icon around its middle that no system cuts off.
const safe = 0.8

// Maskable is the icon with its ground, the first rectangle, drawn to the
// edges and the rest within the middle.
func (d Drawing) Maskable() Drawing {
	m := Drawing{side: d.side}
	for i, r := range d.rects {
		if i == 0 {
			r = rect{width: d.side, height: d.side, fill: r.fill}
		} else {
			middle := d.side * (1 - safe) / 2
			r = rect{middle + r.x*safe, middle + r.y*safe, r.width * safe, r.height * safe, r.r * safe, r.fill}
		}
		m.rects = append(m.rects, r)
	}
	return m
}

// Read reads the rectangles of an SVG file; a fill is inherited from the
// groups around them.
func Read(svg []byte) (Drawing, error) {
	var d Drawing
	fills := []string{""}
	in := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return d, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			a := attributes(t, fills[len(fills)-1])
			if err := d.element(t.Name.Local, a); err != nil {
				return d, err
			}
			fills = append(fills, a["fill"])
		case xml.EndElement:
			fills = fills[:len(fills)-1]
		}
	}
	if d.side <= 0 || len(d.rects) == 0 {
		return d, errors.New("an <svg> of a width with <rect>s in it is needed")
	}
	return d, nil
}

func attributes(t xml.StartElement, fill string) map[string]string {
	a := map[string]string{"fill": fill}
	for _, attr := range t.Attr {
		a[attr.Name.Local] = attr.Value
	}
	return a
}

func (d *Drawing) element(name string, a map[string]string) error {
	var err error
	number := func(key string) float64 {
		if a[key] == "" {
			return 0
		}
		n, wrong := strconv.ParseFloat(a[key], 64)
		err = errors.Join(err, wrong)
		return n
	}
	switch name {
	case "svg":
		d.side = number("width")
	case "rect":
		r := rect{x: number("x"), y: number("y"), width: number("width"), height: number("height"), r: number("rx")}
		fill, wrong := strconv.ParseUint(trimHash(a["fill"]), 16, 24)
		err = errors.Join(err, wrong)
		r.fill = color.NRGBA{byte(fill >> 16), byte(fill >> 8), byte(fill), 0xff}
		d.rects = append(d.rects, r)
	case "g", "title":
	default:
		err = fmt.Errorf("<%s> cannot be drawn", name)
	}
	return err
}

func trimHash(s string) string {
	if len(s) == 7 && s[0] == '#' {
		return s[1:]
	}
	return s + " is not a colour like #a12c1c" // which no parser takes for a number
}

// fine is how many points a pixel is sampled at in each direction, so that
// edges between pixels come out smooth.
const fine = 4

// PNG draws the icon with size pixels to a side.
func (d Drawing) PNG(size int) ([]byte, error) {
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			img.SetNRGBA(x, y, d.pixel(x, y, d.side/float64(size*fine)))
		}
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err := encoder.Encode(&b, img)
	return b.Bytes(), err
}

// pixel is the mean of its samples, which lie step apart.
func (d Drawing) pixel(x, y int, step float64) color.NRGBA {
	var r, g, b, hit int
	for i := range fine * fine {
		sx, sy := float64(x*fine+i%fine)+0.5, float64(y*fine+i/fine)+0.5
		if c, ok := d.at(sx*step, sy*step); ok {
			r, g, b, hit = r+int(c.R), g+int(c.G), b+int(c.B), hit+1
		}
	}
	if hit == 0 {
		return color.NRGBA{}
	}
	return color.NRGBA{byte(r / hit), byte(g / hit), byte(b / hit), byte(hit * 255 / (fine * fine))}
}

// at is the colour of the topmost rectangle there.
func (d Drawing) at(x, y float64) (color.NRGBA, bool) {
	for i := len(d.rects) - 1; i >= 0; i-- {
		if d.rects[i].holds(x, y) {
			return d.rects[i].fill, true
		}
	}
	return color.NRGBA{}, false
}

func (r rect) holds(x, y float64) bool {
	x, y = x-r.x, y-r.y
	if x < 0 || y < 0 || x > r.width || y > r.height {
		return false
	}
	// How far inside a corner's square the point lies, seen from its inner edge.
	dx := max(r.r-x, x-(r.width-r.r), 0)
	dy := max(r.r-y, y-(r.height-r.r), 0)
	return r.r == 0 || math.Hypot(dx, dy) <= r.r
}
