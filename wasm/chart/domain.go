package chart

import (
	"math/big"

	"fenghui/wasm/compare"
)

// tooFar is how many times the least value the greatest may be on a scale whose
// steps add.
const tooFar = 1000

// fitScale finds the ends of the scale, and whether its steps must multiply.
func (p *plot) fitScale(items []item) {
	var low, high, smallest, largest *big.Rat
	positive := true
	for k := range items {
		i := &items[k]
		low, high = least(low, i.value), most(high, i.value)
		// What rounding alone puts beyond zero does not move where bars begin.
		if !p.rounded(i) || i.usualLow.Sign() >= 0 || i.value.Sign() < 0 {
			low = least(low, i.usualLow)
		}
		if !p.rounded(i) || i.usualHigh.Sign() <= 0 || i.value.Sign() >= 0 {
			high = most(high, i.usualHigh)
		}
		positive = positive && i.value.Sign() > 0
		if i.value.Sign() != 0 {
			smallest, largest = least(smallest, abs(i.value)), most(largest, abs(i.value))
		}
		p.whole = p.whole && i.value.IsInt()
	}
	far := smallest != nil && quo(largest, smallest).Cmp(rat(tooFar)) > 0
	switch {
	case far && positive:
		p.log, p.bars = true, false
		p.notes = append(p.notes, p.o.say("log"))
		p.low, p.high = power(magnitude(smallest)), power(magnitude(largest)+1)
		return
	case p.bars:
		if far {
			p.notes = append(p.notes, p.o.say("tiny"))
		}
		low, high = least(low, new(big.Rat)), most(high, new(big.Rat))
	default:
		low, high = p.around(low, high)
	}
	if low.Cmp(high) == 0 {
		high = add(low, rat(1))
	}
	p.low, p.high = low, high
}

func (p *plot) rounded(i *item) bool { return p.bars && i.bound == "exact" }

// around leaves room on both sides of dots, and begins at zero where that costs
// little.
func (p *plot) around(low, high *big.Rat) (*big.Rat, *big.Rat) {
	room := mul(sub(high, low), big.NewRat(1, 8))
	if room.Sign() == 0 {
		room = quo(abs(low), rat(10))
	}
	switch a, b := sub(low, room), add(high, room); {
	case low.Sign() >= 0 && mul(low, rat(2)).Cmp(high) <= 0, low.Sign() >= 0 && a.Sign() <= 0:
		return new(big.Rat), b
	case high.Sign() <= 0 && b.Sign() >= 0:
		return a, new(big.Rat)
	case a.Sign() > 0 || b.Sign() < 0:
		p.notes = append(p.notes, p.o.say("nozero"))
		return a, b
	default:
		return a, b
	}
}

// zero is where bars begin.
func (p *plot) zero(s *scale) float64 {
	if p.log || p.times || p.low.Sign() > 0 {
		return s.from
	}
	if p.high.Sign() < 0 {
		return s.to
	}
	return s.at(new(big.Rat))
}

// ticks are the lines of the scale with labels that leave room between each
// other, and the word for the power of ten they are told in.
func (p *plot) ticks(s *scale, room float64) (list []tick, word string) {
	length := max(s.to-s.from, s.from-s.to)
	for n := int64(max(1, min(8, length/room))); n >= 1; n-- {
		switch {
		case p.times:
			list = p.o.timeTicks(p.low, p.high, n)
		case p.log:
			list = inOwnPowers(powersOfTen(p.low, p.high, int(n)+1), p.o.zh())
		default:
			step := niceStep(sub(p.high, p.low), n, p.whole)
			list, word = inOnePower(multiples(p.low, p.high, step), p.o.zh())
		}
		if s.to < s.from || p.clear(s, list) {
			break
		}
	}
	return list, word
}

// clear reports whether labels beside each other leave room.
func (p *plot) clear(s *scale, list []tick) bool {
	end := -1e6
	for _, t := range list {
		half := widthOf(t.label, smallSize) / 2
		x := max(half, min(s.at(t.value), p.o.width()-half)) // as centred moves it
		if x-half < end+10 {
			return false
		}
		end = x + half
	}
	return true
}

// heading says what is measured, for when, in what.
func (p *plot) heading(word string) string {
	unit := p.o.in(compare.TellUnit(p.unit))
	switch {
	case p.times:
		return p.measure
	case word != "" && unit != "":
		unit = p.o.say("powered", word, unit)
	case word != "":
		unit = word
	}
	s := p.measure
	if p.period != "" {
		s += p.o.say("comma") + p.period
	}
	if unit != "" {
		s = p.o.say("unit", s, unit)
	}
	return s
}
