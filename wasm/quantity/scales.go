package quantity

// scales are the zeros of the words that English texts, and Chinese ones that
// quote them, put behind a number: $38 billion, 5 million吨.
var scales = map[string]int{
	"thousand": 3, "mn": 6, "mln": 6, "million": 6, "millions": 6, "bn": 9, "bln": 9, "billion": 9, "billions": 9,
	"tn": 12, "trn": 12, "trln": 12, "trillion": 12, "trillions": 12,
}

// shortScales are scales of one letter, behind an amount of money only: $50m,
// while 50m are metres.
var shortScales = map[string]int{"m": 6, "b": 9, "t": 12}

// EnglishScale returns how many zeros an English word, in small letters, stands
// for behind a number, which is one of money or not.
func EnglishScale(word string, money bool) (zeros int, ok bool) {
	if zeros, ok = scales[word]; !ok && money {
		zeros, ok = shortScales[word]
	}
	return zeros, ok
}

// longestScale is how many letters a scale has at most.
const longestScale = 9

// englishScale passes the scale behind the number; it may stand apart from it.
func (c *counting) englishScale(start int) {
	l := &c.s.line
	if !c.n.fromArabic || c.place >= 0 || !isLatin(l.rune(c.i)) {
		return
	}
	end := c.i + 1
	for end-c.i <= longestScale && isLatin(l.next(end)) {
		end++
	}
	zeros, ok := EnglishScale(string(l.folded[c.i:end]), !l.gap[c.i] && c.s.behind(start, isBeforeMoney))
	if !ok || isDigit(l.next(end)) {
		return
	}
	for k := range c.terms {
		c.terms[k].exp += zeros
	}
	c.n.tail, c.n.scaled, c.n.digits = []int{zeros}, true, ""
	c.i = end
}
