package quantity

// addCovers reads data/covers.tsv: words that hide a numeral.
func (x *lexicon) addCovers() {
	for _, row := range rows("covers.tsv") {
		c := classes(row[1])
		x.addWords(row[0], func(w *word) { w.class, w.unless, w.value = c, row[2], row[3] })
	}
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
		if end == t.end {
			n.aside = w.value
		}
		return s.add(token{class: isNum, start: i, end: end, num: n})
	}
	return t.start
}
