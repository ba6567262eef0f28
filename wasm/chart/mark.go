package chart

import (
	"math"
	"math/big"
)

// item is one member made ready to be drawn.
type item struct {
	label, meta, told   string
	value               *big.Rat
	low, high           *big.Rat // of the interval, nil where infinite
	usualLow, usualHigh *big.Rat // never nil
	bound               string
	hollow, hatched     bool
	lead                bool // what the title speaks of
	at                  int  // among the members drawn
	when                *big.Rat
	period              string
}

// Sizes of marks, in pixels.
const (
	barSize   = 16.0 // across
	dotRadius = 5.0
	barGap    = 3.0  // between an end that is open and its arrow
	minArrow  = 16.0 // along
	minFade   = 8.0
	seen      = 6.0 // an exact figure's interval is drawn from this width on
)

// edges are where an item lies along a scale.
type edges struct {
	zero, value, low, high, far, near float64
	toward                            float64 // 1 where values rise along the scale, -1 where they fall
}

func (i *item) edges(s *scale, zero float64) edges {
	e := edges{zero: zero, value: s.at(i.value), low: s.at(i.usualLow), high: s.at(i.usualHigh), toward: 1}
	if s.to < s.from {
		e.toward = -1
	}
	e.near, e.far = e.low, e.high
	if i.value.Sign() < 0 {
		e.near, e.far = e.high, e.low
	}
	return e
}

// out is the direction away from zero.
func (i *item) out(e edges) float64 {
	if i.value.Sign() < 0 {
		return -e.toward
	}
	return e.toward
}

// bar draws an item as a bar from zero, c being its middle across.
func (i *item) bar(p *pen, e edges, c float64) {
	out := i.out(e)
	switch i.bound {
	case "about":
		soft := math.Max(math.Abs(e.far-e.near), minFade)
		from := i.within(e, e.value-out*soft/2)
		i.body(p, e.zero, from, c, barSize)
		p.fade(from, from+out*soft, c-barSize/2, c+barSize/2)
	case "nearly":
		short := e.value - out*math.Max(math.Abs(e.value-e.near), barGap+2)
		i.body(p, e.zero, i.within(e, short), c, barSize)
		p.line("stroke", e.value, c-barSize/2-3, e.value, c+barSize/2+3)
	case "over", "at_least", "under", "at_most":
		i.openBar(p, e, c)
	case "up_to":
		i.body(p, e.zero, e.value, c, barSize/2-1)
		p.line("stroke", e.value, c-barSize/2-1, e.value, c+barSize/2+1)
	case "range":
		p.line("stroke thin", e.zero, c, e.near, c)
		i.body(p, e.low, e.high, c, barSize)
	default:
		i.body(p, e.zero, e.value, c, barSize)
		i.whisker(p, e, c)
	}
}

// within keeps an end from crossing zero.
func (i *item) within(e edges, a float64) float64 {
	if (a-e.zero)*i.out(e) < 0 {
		return e.zero
	}
	return a
}

// openBar draws bounds that leave one side open. Where the value may lie beyond
// the bound the bar is full and the arrow leads on from it; where it lies
// before the bound the bar is pale and the arrow points back into it. An end
// that belongs to the interval has a line, one that does not has a gap.
func (i *item) openBar(p *pen, e edges, c float64) {
	closed := i.bound == "at_least" || i.bound == "at_most"
	toward := i.direction(e)
	out := i.out(e)
	length := math.Max(math.Abs(e.far-e.near), minArrow)
	if i.low != nil && i.high != nil { // between zero and the bound
		length = math.Max(math.Abs(e.far-e.near)/4, minArrow)
	}
	gap := barGap
	if closed {
		gap = 0
		p.line("stroke", e.value, c-barSize/2-3, e.value, c+barSize/2+3)
	}
	if toward == out {
		i.body(p, e.zero, e.value, c, barSize)
		p.arrow(e.value+toward*gap, e.value+toward*length, c)
		return
	}
	p.rect("pale", e.zero, c-barSize/2, e.value, c+barSize/2)
	if !closed {
		p.path("stroke dashed", e.value, c-barSize/2-3, e.value, c+barSize/2+3)
	}
	p.arrow(e.value+toward*(gap+1), e.value+toward*length, c)
}

// direction is where the open side of a bound lies along the scale.
func (i *item) direction(e edges) float64 {
	switch {
	case i.high == nil && i.low != nil:
		return e.toward
	case i.low == nil && i.high != nil:
		return -e.toward
	case i.bound == "over" || i.bound == "at_least":
		return i.out(e)
	}
	return -i.out(e)
}

// body is the bar itself: full, hollow for an aim, hatched for a derived value.
func (i *item) body(p *pen, a0, a1, c, size float64) {
	if math.Abs(a1-a0) < 1.5 { // still to be seen
		a1 = a0 + math.Copysign(1.5, a1-a0)
	}
	switch {
	case math.Abs(a1-a0) < 4:
		p.rect("full", a0, c-size/2, a1, c+size/2)
	case i.hatched:
		p.hatch(a0, c-size/2, a1, c+size/2)
	case i.hollow:
		low, high := math.Min(a0, a1), math.Max(a0, a1)
		p.rect("hollow", low+0.75, c-size/2+0.75, high-0.75, c+size/2-0.75)
	default:
		p.rect("full", a0, c-size/2, a1, c+size/2)
	}
}

// whisker is the width of an exact figure's interval: outside the bar a line,
// inside it the same line cut out.
func (i *item) whisker(p *pen, e edges, c float64) {
	if math.Abs(e.high-e.low) < seen {
		return
	}
	inside := "cut"
	if i.hollow || i.hatched {
		inside = "stroke thin"
	}
	if (e.near-e.zero)*i.out(e) >= 0 {
		p.line(inside, e.near, c, e.value, c)
		p.line(inside, e.near, c-3, e.near, c+3)
	}
	p.line("stroke thin", e.value, c, e.far, c)
	p.line("stroke thin", e.far, c-3, e.far, c+3)
}
