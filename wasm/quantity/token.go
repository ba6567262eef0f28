package quantity

// token is a word, a number or what rules made of several.
type token struct {
	class      class
	start, end int     // runes of the line
	words      []*word // all that are written so, see says
	num        *numeral
	q          *reading
}

// says returns the word that gives the token its class c; of a token that is
// none it returns a word that says nothing.
func (t *token) says(c class) *word {
	if t != nil {
		for _, w := range t.words {
			if w.class.has(c) {
				return w
			}
		}
	}
	return &silent
}

var silent word

// reading is a quantity in the making. Its places are still runes of the line.
type reading struct {
	Quantity
	start, end         int // of the whole, with qualifiers
	coreStart, coreEnd int
	parts              []*numeral
	unit               *Unit
	fen                *reading // 20分 as money
	indefiniteArticle  bool     // 一 with a word that counts
	at                 *Time
	length             length // of durations
}
