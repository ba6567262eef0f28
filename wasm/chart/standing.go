package chart

import (
	"math"
	"math/big"

	"fenghui/wasm/scene"
)

// Sizes of a standing drawing, in pixels.
const (
	standingHeight = 190.0 // of the scale
	standingMost   = 9     // dots
	slotLeast      = 76.0  // between dots whose times differ
)

// standing is a drawing of values that stand up over time.
type standing struct {
	*plot
	scale  scale
	x      []float64
	words  [][]string // beneath the dots
	taken  []box
	nodes  []scene.Node
	bottom float64
	left   float64 // of the dots; the labels of the scale stand there
	foot   float64 // room for values beneath the lowest dots
}

// box is a part of the drawing that is taken.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) meets(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 }

// drawStanding draws dots over time, each with its told value. It gives up when
// there is no room for all that must be read, or a time is not known; rows have
// room for everything.
func (p *plot) drawStanding(title, tells string) (scene.Node, bool) {
	if len(p.items) < 2 || len(p.items) > standingMost || p.log {
		return scene.Node{}, false
	}
	lying := *p
	p.bars = false
	if p.low.Sign() == 0 && p.closeTogether() {
		p.notes = nil
		p.fitScale(p.items)
	}
	s := &standing{plot: p}
	list, word := s.ticks(&scale{low: p.low, high: p.high, from: standingHeight, to: 0}, 44)
	y := s.head(&s.nodes, word)
	s.scale = scale{low: p.low, high: p.high, from: y + standingHeight + 24, to: y + 34}
	if p.low.Sign() != 0 {
		s.foot = 20
	}
	s.left = s.margin(list)
	if !s.spread() || !s.beneath() {
		*p = lying
		return scene.Node{}, false
	}
	s.drawLines(list)
	s.drawSteps()
	if !s.drawDots() {
		*p = lying
		return scene.Node{}, false
	}
	return p.drawing(title, tells, s.bottom, s.nodes), true
}

// closeTogether reports whether a scale from zero would hide the differences.
func (p *plot) closeTogether() bool {
	var low, high *big.Rat
	for _, i := range p.items {
		low, high = least(low, i.value), most(high, i.value)
	}
	return low.Sign() > 0 && mul(low, big.NewRat(4, 3)).Cmp(high) > 0
}

// margin is the room for the labels of the scale.
func (s *standing) margin(list []tick) float64 {
	w := 0.0
	for _, t := range list {
		w = math.Max(w, widthOf(t.label, smallSize))
	}
	return w + 10
}

// spread gives every dot its place in time; several of one time stand side by
// side.
func (s *standing) spread() bool {
	var low, high *big.Rat
	for _, i := range s.items {
		if i.when == nil {
			return false
		}
		low, high = least(low, i.when), most(high, i.when)
	}
	if low.Cmp(high) == 0 {
		return false
	}
	room := math.Min(slotLeast, (s.o.width()-s.left)/float64(len(s.items)))
	time := scale{low: low, high: high, from: s.left + room/2 + 8, to: s.o.width() - room/2 - 8}
	for k, i := range s.items {
		x := time.at(i.when)
		if k > 0 && i.when.Cmp(s.items[k-1].when) == 0 {
			x = s.x[k-1] + 2*dotRadius + 8
		} else if k > 0 && x-s.x[k-1] < 24 {
			return false
		}
		s.x = append(s.x, x)
	}
	return true
}

// beneath wraps times and labels into the room each dot has.
func (s *standing) beneath() bool {
	most := 0
	for k, i := range s.items {
		if s.sameTime(k) {
			s.words = append(s.words, nil)
			continue
		}
		x, last := s.middle(k)
		room := math.Min(2*math.Min(x-s.left+8, s.o.width()-x), 150)
		for o := range s.items {
			if o < k || o > last {
				room = math.Min(room, math.Abs(s.x[o]-x)-10)
			}
		}
		when := i.period
		if when == "" {
			when = i.label
		}
		if s.period == "" && i.hollow || i.hatched {
			when = i.meta
		}
		lines := wrap(when, room, smallSize, 9)
		if room < 40 || len(lines) > 4 {
			return false
		}
		most = max(most, len(lines))
		s.words = append(s.words, lines)
	}
	s.bottom = s.scale.from + s.foot + 12 + float64(most)*lineStep
	return true
}

// middle is where the time of a dot is written, and the last dot it holds for.
func (s *standing) middle(k int) (x float64, last int) {
	for last = k; last+1 < len(s.items) && s.sameTime(last+1); last++ {
	}
	return (s.x[k] + s.x[last]) / 2, last
}

func (s *standing) sameTime(k int) bool {
	return k > 0 && s.items[k].when.Cmp(s.items[k-1].when) == 0
}

// drawLines draws the scale with its labels on the left and the times beneath.
func (s *standing) drawLines(list []tick) {
	for _, t := range list {
		class, y := "grid", s.scale.at(t.value)
		if t.value.Sign() == 0 {
			class = "base"
		}
		s.nodes = append(s.nodes, shape("line", class, "x1", pixels(s.left), "y1", pixels(y), "x2", pixels(s.o.width()), "y2", pixels(y)))
		write(&s.nodes, "small tick", "end", s.left-8, y+4, t.label)
	}
	for k, lines := range s.words {
		x, _ := s.middle(k)
		for n, line := range lines {
			write(&s.nodes, "small", "middle", x, s.scale.from+s.foot+18+float64(n)*lineStep, line)
		}
	}
}

// drawSteps joins the dots; towards what is not told as a fact, with a broken
// line.
func (s *standing) drawSteps() {
	for k := 1; k < len(s.items); k++ {
		if s.sameTime(k) {
			continue
		}
		class := "step"
		if s.items[k].hollow || s.items[k-1].hatched {
			class = "step dashed"
		}
		s.nodes = append(s.nodes, shape("line", class, "x1", pixels(s.x[k-1]), "y1", pixels(s.scale.at(s.items[k-1].value)),
			"x2", pixels(s.x[k]), "y2", pixels(s.scale.at(s.items[k].value))))
	}
}

// drawDots draws the dots with their told values; false when a value finds no
// place of its own.
func (s *standing) drawDots() bool {
	for k := range s.items {
		n := pen{standing: true}
		s.mark(&n, k, &s.scale, s.x[k])
		s.taken = append(s.taken, box{s.x[k] - 9, n.min, s.x[k] + 9, n.max})
		class := "plain"
		if s.items[k].lead {
			class = "lead"
		}
		s.nodes = append(s.nodes, scene.El("g", class, n.nodes...))
	}
	for k := range s.items {
		if !s.drawTold(k) {
			return false
		}
	}
	return true
}

// drawTold writes a told value above its mark or beneath it, away from the line
// where it can be.
func (s *standing) drawTold(k int) bool {
	told := s.items[k].told
	half := widthOf(told, textSize) * bold / 2
	x := math.Max(s.left+half, math.Min(s.x[k], s.o.width()-half))
	above, under := s.taken[k].y0-6, s.taken[k].y1+15
	places := []float64{above, under}
	if s.valley(k) && under < s.scale.from+s.foot-2 {
		places = []float64{under, above}
	}
	for _, y := range places {
		b := box{x - half, y - 12, x + half, y + 4}
		if half*2 > s.o.width()-s.left || y > s.scale.from+s.foot+2 || s.isTaken(b) {
			continue
		}
		s.taken = append(s.taken, b)
		write(&s.nodes, "strong", "middle", x, y, told)
		return true
	}
	return false
}

// valley reports whether the line leads upwards from a dot.
func (s *standing) valley(k int) bool {
	y := s.scale.at(s.items[k].value)
	up := 0.0
	if k > 0 {
		up += y - s.scale.at(s.items[k-1].value)
	}
	if k+1 < len(s.items) {
		up += y - s.scale.at(s.items[k+1].value)
	}
	return up > 0
}

func (s *standing) isTaken(b box) bool {
	for _, o := range s.taken {
		if b.meets(o) {
			return true
		}
	}
	return false
}
