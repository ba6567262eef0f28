package chart

import "math"

// dot draws an item as a dot on its scale, with what its bound leaves open.
func (i *item) dot(p *pen, e edges, c float64) {
	low, high := math.Min(e.low, e.high), math.Max(e.low, e.high)
	switch i.bound {
	case "about":
		soft := math.Max((high-low)/2, dotRadius+minFade)
		p.fade(e.value+dotRadius, e.value+soft, c-dotRadius, c+dotRadius)
		p.fade(e.value-dotRadius, e.value-soft, c-dotRadius, c+dotRadius)
		i.disc(p, e.value, c)
	case "nearly":
		at := e.value - i.out(e)*(dotRadius+barGap)
		if (at-e.near)*i.out(e) > dotRadius {
			p.path("stroke thin", at, c, e.near, c, math.NaN(), e.near, c-4, e.near, c+4)
		}
		p.line("stroke", e.value, c-9, e.value, c+9)
		i.disc(p, at, c)
	case "over", "at_least", "under", "at_most":
		i.openDot(p, e, c)
	case "up_to":
		p.line("stroke", e.value, c-9, e.value, c+9)
		i.disc(p, e.value-i.out(e)*(dotRadius+1), c)
	case "range":
		i.span(p, low, high, c)
	default:
		if high-low > 2*dotRadius+2 {
			p.path("stroke thin", low, c, high, c, math.NaN(), low, c-4, low, c+4, math.NaN(), high, c-4, high, c+4)
		}
		i.disc(p, e.value, c)
	}
}

// openDot: an arrow leads away from the dot; it touches the dot, behind a line,
// where the bound itself belongs to the interval.
func (i *item) openDot(p *pen, e edges, c float64) {
	toward := i.direction(e)
	length := math.Max(math.Abs(e.far-e.near), 2*minArrow)
	if i.low != nil && i.high != nil {
		length = math.Max(math.Abs(e.far-e.near)/4, 2*minArrow)
	}
	start := dotRadius + barGap
	if i.bound == "at_least" || i.bound == "at_most" {
		start = dotRadius
		back := e.value - toward*(dotRadius+2)
		p.line("stroke", back, c-7, back, c+7)
	}
	p.arrow(e.value+toward*start, e.value+toward*length, c)
	i.disc(p, e.value, c)
}

// disc is the dot itself.
func (i *item) disc(p *pen, a, c float64) {
	switch {
	case i.hatched:
		p.circle("blank", a, c, dotRadius)
		const k = 3.2
		p.path("stroke thin", a-k, c+k, a+k, c-k, math.NaN(), a-4.6, c+1, a+1-1.2, c-4.6+1.2, math.NaN(), a-1+1.2, c+4.6-1.2, a+4.6, c-1)
	case i.hollow:
		p.circle("blank", a, c, dotRadius)
	default:
		p.circle("full", a, c, dotRadius)
	}
}

// span is a stretch of the scale: a range of values, or of time.
func (i *item) span(p *pen, low, high, c float64) {
	if high-low < 4 {
		middle := (low + high) / 2
		low, high = middle-2, middle+2
	}
	i.body(p, low, high, c, 2*dotRadius)
}
