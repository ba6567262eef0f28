package quantity

// collect adds the quantities among the tokens.
func (s *scanner) collect(tokens []token) {
	for k := range tokens {
		t := &tokens[k]
		if t.q == nil {
			continue
		}
		t.q.publish(s)
		if k > 0 && s.again(&tokens[k-1], t) {
			tokens[k-1].q.NotFigure, t.q.NotFigure = "word", "word"
		}
		s.found = append(s.found, t.q)
	}
}

// again reports whether t repeats the token before it: 一米一米, 一件一件.
func (s *scanner) again(before, t *token) bool {
	return before.q != nil && before.end == t.start && s.line.rune(t.start) == '一' && s.text(before.start, before.end) == s.text(t.start, t.end)
}

// quantities returns what was found, put together once, since a Quantity is too
// large to be moved about while a list of them grows.
func (s *scanner) quantities() []Quantity {
	if len(s.found) == 0 {
		return nil
	}
	list := make([]Quantity, len(s.found))
	for k, r := range s.found {
		list[k] = r.Quantity
	}
	return list
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
		r.Parts = n.appendParts(s, r.Parts)
	}
}

// appendParts adds the number, or the two ends of a range.
func (n *numeral) appendParts(s *scanner, parts []Part) []Part {
	if n.ends[0] != nil {
		return n.ends[1].appendParts(s, n.ends[0].appendParts(s, parts))
	}
	return append(parts, Part{Span: s.line.span(n.start, n.core), Value: n.value, Max: n.max, Everyday: n.suffix == 'k' || n.suffix == 'w', Lone: n.lone})
}
