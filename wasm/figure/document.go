package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// reach is how many bytes to each side of a figure are looked at, about 100
// Chinese characters; real clauses are shorter. It keeps the time linear.
const reach = 300

// farReach is how far a sentence is followed.
const farReach = 1500

// document is what the rules know of the whole text.
type document struct {
	doc      *corpus.Document
	names    *corpus.Glossary
	ref      quantity.Date // zero when not known
	inferred bool          // ref was inferred from the text
	home     string        // country of the main speaker
	group    string        // organisation or region that meets
	lead     string        // the country it names most by far
	matter   []string      // whom the text is about as a whole
	shorts   map[rune][]*corpus.Term
	seen     map[string]bool   // names of parties the text mentions
	seenOf   map[string]bool   // countries of the cities it mentions
	said     map[string]string // organisations, as the text writes them
	founded  map[beginning]int // years told by anniversaries in the text
	moneys   map[string]string // see moneyOf
	locale   locale            // of a text whose bare 元 is no yuan
	first    *string           // see firstCountry
	people   []string          // see findPeople
	coined   *string           // see countryOfCoin
	passages []*passage
	trace    func(rule string) // hears of every rule that is used; nil but in tests
}

// passage is one paragraph, prepared for the rules. All places are bytes in it.
type passage struct {
	*document
	index      int    // in the document
	place      int    // among the passages that are read
	start      int    // in the file
	source     string // as it stands
	text       string // the same with its signs full width, see widened
	ends       []int
	simple     string // the same in simplified characters, byte by byte alike
	sentences  []text.Span
	clauses    []text.Span
	hits       []hit
	mentions   []mention
	quantities []quantity.Quantity
	moments    []moment
	voices     []voice
	sayers     map[int]string // see speakerBefore
	pairs      map[int]int    // see closing
	guest      string         // the body whose head speaks in it
	topics     [][]string     // whom each sentence is about
	read       []*reading     // its figures so far
	head       *passage       // the first row of the table it is a row of, see findHeads
}

func newDocument(doc *corpus.Document, names *corpus.Glossary) *document {
	d := &document{doc: doc, names: names, shorts: shortForms(names), seen: map[string]bool{}, seenOf: map[string]bool{}, said: map[string]string{}, founded: map[beginning]int{}, moneys: map[string]string{}}
	for i := range doc.Passages {
		if doc.Passages[i].Kind != corpus.Credit {
			d.passages = append(d.passages, d.newPassage(i))
		}
	}
	d.findHeads()
	d.findPeople()
	for _, p := range d.passages {
		p.findShorts(len(p.mentions))
		p.sortMentions()
	}
	d.findLead()
	d.findHome()
	d.findLocale()
	d.findReference()
	for _, p := range d.passages {
		p.findQuantities()
	}
	d.findTopics()
	d.findGuests()
	d.findVoices()
	return d
}

func (d *document) newPassage(i int) *passage {
	source := &d.doc.Passages[i]
	p := &passage{document: d, index: i, place: len(d.passages), start: source.Start, source: source.Text}
	p.text, p.ends = widened(source.Text)
	p.simple = simplified(p.text)
	p.sentences = text.Sentences(p.text)
	p.clauses = clauses(p.simple, p.sentences)
	p.hits = theLexicon().find(p.simple)
	p.findMentions()
	return p
}

// findQuantities reads the numbers of the passage.
func (p *passage) findQuantities() {
	p.quantities = quantity.ReadIn(p.locale.calendar, p.text, p.ref)
	p.findMoments()
}

// simplified writes traditional characters as simplified ones wherever that
// keeps all places.
func simplified(s string) string {
	changed := false
	simple := strings.Map(func(r rune) rune {
		if r < 0x3400 || !text.IsIdeograph(r) {
			return r
		}
		if f := text.FoldRune(r); f != r && f > 0 && utf8.RuneLen(f) == utf8.RuneLen(r) {
			changed = true
			return f
		}
		return r
	}, s)
	if !changed || len(simple) != len(s) {
		return s
	}
	return simple
}

// clauses cuts sentences at commas and colons.
func clauses(simple string, sentences []text.Span) []text.Span {
	var list []text.Span
	for _, s := range sentences {
		start := s.Start
		for i, r := range simple[s.Start:s.End] {
			at := s.Start + i
			if !endsClause(simple, at, r) {
				continue
			}
			end := at + utf8.RuneLen(r)
			list = append(list, text.Span{Start: start, End: end})
			start = end
		}
		if start < s.End {
			list = append(list, text.Span{Start: start, End: s.End})
		}
	}
	return list
}

func endsClause(simple string, at int, r rune) bool {
	switch r {
	case '，', '；', '。', '！', '？', '：', ';':
		return !(r == '，' || r == '：') || !betweenDigits(simple, at, utf8.RuneLen(r))
	case ',', ':':
		return !betweenDigits(simple, at, 1)
	}
	return false
}

func betweenDigits(simple string, at, size int) bool {
	if at == 0 || at+size >= len(simple) {
		return false
	}
	return isDigit(simple[at-1]) && isDigit(simple[at+size])
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// around returns the span of the list that holds at, cut to reach, on rune
// borders.
func (p *passage) around(list []text.Span, at, reach int) text.Span {
	lo, hi := 0, len(list)
	for lo < hi {
		mid := (lo + hi) / 2
		if list[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	s := text.Span{Start: at, End: at}
	if lo < len(list) && list[lo].Start <= at {
		s = list[lo]
	}
	s.Start, s.End = max(s.Start, at-reach), min(s.End, at+reach)
	for 0 < s.Start && s.Start < len(p.simple) && !utf8.RuneStart(p.simple[s.Start]) {
		s.Start++
	}
	for s.Start < s.End && s.End < len(p.simple) && !utf8.RuneStart(p.simple[s.End]) {
		s.End--
	}
	s.End = max(s.Start, s.End)
	return s
}

// beyond is the place behind a clause that around gave for at, or behind the
// sign at at, when that lies between two clauses.
func (p *passage) beyond(c text.Span, at int) int {
	if c.End > at {
		return c.End
	}
	_, size := utf8.DecodeRuneInString(p.simple[at:])
	return at + max(size, 1)
}
