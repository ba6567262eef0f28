package quantity

// addCovers reads data/covers.tsv: words that hide a numeral.
func (x *lexicon) addCovers() {
	for _, row := range rows("covers.tsv") {
		c := classes(row[1])
		x.addWords(row[0], func(w *word) { w.class, w.unless, w.value = c, newGuard(row[2]), row[3] })
	}
}

// nameNumber adds the number that a name begins with (五台山), with the reason
// why it is no figure, where the name reads like a count of something.
func (s *scanner) nameNumber(t token) {
	if first := s.sign(t.start); first.role != digitRole || s.longest(&s.line, t.start+1, isCount).end == t.start+1 {
		return
	}
	n, end := s.numeral(t.start)
	if n == nil || end != t.start+1 || t.says(isCover).value != "name" {
		return
	}
	n.aside = "name"
	s.add(token{class: isNum, start: t.start, end: t.start + 1, num: n})
}

// aside handles words like 这一 and 另一, whose numeral points at something:
// it is kept as a number with the reason why it is no figure. When the numeral
// goes on behind the word (这一百人) it is one like any other. The result is
// the rune to go on with, or the word's start when its end is no number.
func (s *scanner) aside(t token) int {
	w := t.says(isAside)
	for i := t.start; i < t.end; i++ {
		if s.sign(i).role == noRole {
			continue
		}
		n, end := s.numeral(i)
		if n == nil || end < t.end {
			return t.start
		}
		if s.line.rune(t.start) == '每' {
			s.add(s.word(&s.line, t.start, i))
		}
		if end == t.end {
			n.aside = w.value
		}
		return s.add(token{class: isNum, start: i, end: end, num: n})
	}
	return t.start
}
