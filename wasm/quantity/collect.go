package quantity

// collect adds the quantities among the tokens.
func (s *scanner) collect(tokens []token) {
	for k := range tokens {
		t := &tokens[k]
		if t.q == nil {
			continue
		}
		t.q.publish(s)
		s.found = append(s.found, t.q.Quantity)
	}
}

// publish leads the places of a reading back to the text.
func (r *reading) publish(s *scanner) {
	r.Span = s.line.span(r.start, r.end)
	r.Core = s.line.span(r.coreStart, r.coreEnd)
	r.Time = r.at
	r.isoLength = r.length.iso()
	r.Quantity.unit = r.unit
	r.Parts = make([]Part, 0, len(r.parts))
	for _, n := range r.parts {
		r.Parts = append(r.Parts, n.partsOf(s)...)
	}
}

// partsOf returns the number, or the two ends of a range.
func (n *numeral) partsOf(s *scanner) []Part {
	if n.ends[0] != nil {
		return append(n.ends[0].partsOf(s), n.ends[1].partsOf(s)...)
	}
	return []Part{{Span: s.line.span(n.start, n.core), Value: n.value, Max: n.max, Everyday: n.suffix == 'k' || n.suffix == 'w', Lone: n.lone}}
}
