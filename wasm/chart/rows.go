package chart

import (
	"math"

	"fenghui/wasm/scene"
)

// Widths and heights of rows, in pixels.
const (
	labelColumn = 220.0 // at most, beside the bars
	rowGap      = 12.0
	metaGap     = 8.0 // between a label and what is said behind it
	bracketRoom = 30.0
	bold        = 1.1 // how much wider bold type is
)

// lane is one row laid out.
type lane struct {
	label, meta, told []string
	behind            bool // meta stands behind the label, not beneath it
	top, bar, bottom  float64
}

// rows is a lying drawing: one row for each item.
type rows struct {
	*plot
	scale  scale
	left   float64 // where the scale may begin
	inline bool    // the told value stands behind its mark
	lanes  []lane
	nodes  []scene.Node
	axis   float64 // y of the labels of the scale
	bottom float64
}

// draw lays the plot out; false when it has nothing to draw.
func (p *plot) draw(title, tells string) (scene.Node, bool) {
	if len(p.items) == 0 {
		return scene.Node{}, false
	}
	if p.standing {
		if n, ok := p.drawStanding(title, tells); ok {
			return n, true
		}
	}
	r := &rows{plot: p}
	r.chooseColumns()
	r.chooseScale()
	list, word := r.ticks(&r.scale, 64)
	y := r.head(&r.nodes, word)
	r.axis = y + 8
	if r.left == 0 {
		y += 6
	}
	r.place(y + 14)
	r.drawStretch()
	r.drawScale(list)
	r.drawItems()
	r.drawBracket()
	return p.drawing(title, tells, r.bottom, r.nodes), true
}

// chooseColumns puts labels beside the bars where they fit there, else above.
func (r *rows) chooseColumns() {
	if r.o.width() == Narrow {
		return
	}
	widest := 0.0
	for _, i := range r.items {
		widest = math.Max(widest, math.Max(widthOf(i.label, textSize), widthOf(i.meta, smallSize)))
		if len(wrap(i.label, labelColumn, textSize, 9)) > 4 {
			return
		}
	}
	r.left = math.Min(widest, labelColumn) + 16
}

// chooseScale makes the scale as long as the told values behind it allow, or
// puts them above the marks.
func (r *rows) chooseScale() {
	width := r.o.width()
	r.inline = true
	r.scale = scale{low: r.low, high: r.high, log: r.log, from: r.left + r.overhang()}
	if r.fit(width); r.scale.to-r.scale.from < 0.42*(width-r.left) {
		r.inline = false
		r.fit(width)
	}
}

// overhang is room for what may reach below the least value.
func (r *rows) overhang() float64 {
	least := math.Inf(1)
	s := scale{low: r.low, high: r.high, log: r.log, from: 0, to: (r.o.width() - r.left) / 2}
	for k := range r.items {
		low, _ := r.extent(k, &s)
		least = math.Min(least, low)
	}
	return math.Max(1, -least)
}

// fit finds the longest scale that leaves everything within the width.
func (r *rows) fit(width float64) {
	short, long := r.scale.from+20, width-1
	for range 24 {
		r.scale.to = (short + long) / 2
		if r.fits(width) {
			short = r.scale.to
		} else {
			long = r.scale.to
		}
	}
	r.scale.to = math.Floor(short)
}

func (r *rows) fits(width float64) bool {
	for k := range r.items {
		end := r.toldAt(k)
		if r.inline {
			end += widthOf(r.items[k].told, textSize) * bold
		} else {
			end -= 8
		}
		if end > width {
			return false
		}
	}
	return true
}

// toldAt is where the told value begins behind its mark.
func (r *rows) toldAt(k int) float64 {
	_, high := r.extent(k, &r.scale)
	if r.bars {
		high = math.Max(high, r.zero(&r.scale))
	}
	return high + 8
}

// extent is how far a mark reaches along a scale.
func (r *rows) extent(k int, s *scale) (low, high float64) {
	var p pen
	r.mark(&p, k, s, 0)
	return p.min, p.max
}

func (p *plot) mark(n *pen, k int, s *scale, c float64) {
	i := &p.items[k]
	e := i.edges(s, p.zero(s))
	if p.bars {
		i.bar(n, e, c)
	} else {
		i.dot(n, e, c)
	}
}

// place gives every row its height.
func (r *rows) place(y float64) {
	width := r.left - 16
	for k, i := range r.items {
		l := lane{top: y}
		if r.left > 0 {
			l.label, l.meta = wrap(i.label, width, textSize, 4), wrap(i.meta, width, smallSize, 3)
		} else {
			r.stack(&l, &i)
		}
		y = r.placeMark(&l, &i, y)
		if r.bracket != nil && r.bracket.from == k {
			y = math.Max(y, l.bar+barSize/2+bracketRoom+4)
		}
		l.bottom = y
		y += rowGap
		r.lanes = append(r.lanes, l)
	}
	r.bottom = y - rowGap + 6
	if r.common != nil || r.apart != nil {
		r.bottom += 18
	}
}

// stack puts label and what is said beside it above the bar.
func (r *rows) stack(l *lane, i *item) {
	width := r.o.width()
	l.label = wrap(i.label, width, textSize, 4)
	if i.meta == "" {
		return
	}
	last := l.label[len(l.label)-1]
	if widthOf(last, textSize)+metaGap+widthOf(i.meta, smallSize) <= width {
		l.meta, l.behind = []string{i.meta}, true
		return
	}
	l.meta = wrap(i.meta, width, smallSize, 3)
}

// placeMark puts the mark beside or beneath the label, and returns where the
// row ends.
func (r *rows) placeMark(l *lane, i *item, y float64) float64 {
	lines := float64(len(l.label)) * lineStep
	if i.meta == "" {
		l.meta = nil
	}
	if !l.behind {
		lines += float64(len(l.meta)) * lineStep
	}
	told := 0.0
	if !r.inline {
		l.told = wrap(i.told, r.o.width()-r.left, textSize*bold, 4)
		told = float64(len(l.told)) * lineStep
	}
	if r.left > 0 {
		l.bar = y + told + lineStep/2
		return math.Max(y+lines, l.bar+lineStep/2)
	}
	l.bar = y + lines + told + barSize/2 + 3
	return l.bar + barSize/2 + 2
}
