package figure

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/text"
)

// shortWords reads data/shorts.tsv.
var shortWords = sync.OnceValue(func() map[string]wordList {
	m := map[string]wordList{}
	for _, row := range rows("shorts.tsv") {
		m[row[1]] = newWordList(words(row[0]))
	}
	return m
})

// shortForms maps 哈, 俄 … to their countries, the likeliest first.
func shortForms(names *corpus.Glossary) map[rune][]*corpus.Term {
	m := map[rune][]*corpus.Term{}
	terms := names.Terms()
	for i := range terms {
		for _, s := range terms[i].Short {
			r, _ := utf8.DecodeRuneInString(s)
			m[r] = append(m[r], &terms[i])
		}
	}
	for _, row := range rows("shorts.tsv") {
		if row[1] != "also" {
			continue
		}
		for _, w := range words(row[0]) {
			letter, name, _ := strings.Cut(w, " ")
			r, _ := utf8.DecodeRuneInString(letter)
			if t, ok := names.LookupKind(name, "country", "organisation", "place"); ok {
				m[r] = append(m[r], t)
			}
		}
	}
	return m
}

// short is one letter that may stand for a country: simple[start:end].
type short struct {
	start, end int
	letter     rune
}

// findShorts finds the one-letter countries of a passage, once the whole text
// is known: 乌 is Ukraine where the text names that one alone.
func (p *passage) findShorts(named int) {
	k := 0
	var run []short
	for i, r := range p.simple {
		for k < named && p.mentions[k].end <= i {
			k++
		}
		if len(p.shorts[r]) == 0 || k < named && p.mentions[k].start <= i {
			continue
		}
		s := short{i, i + utf8.RuneLen(r), r}
		if isLoose(p.simple[:s.end]) && !p.isNamedSide(s) {
			continue
		}
		if n := len(run); n > 0 && (!p.follows(run[n-1], s) || holds(run, r)) {
			p.addRun(run)
			run = run[:0]
		}
		run = append(run, s)
	}
	p.addRun(run)
}

// isLoose reports whether s ends with a letter that stands for somebody only in a few
// words, and with none of these: 阿拉木图.
func isLoose(s string) bool {
	return shortWords()["bound"].suffix(s) != "" && shortWords()["bound-in"].suffix(s) == ""
}

// isNamedSide: 阿方 is a side where the text names who that may be.
func (p *passage) isNamedSide(s short) bool {
	return shortWords()["bound-side"].prefix(p.simple[s.start:]) != "" && p.namedOf(s.letter) != nil
}

// follows: 哈俄 stand side by side, 中、俄 in a list.
func (p *passage) follows(a, b short) bool {
	between := p.simple[a.end:b.start]
	return between == "" || between == "、"
}

func holds(run []short, letter rune) bool {
	for _, s := range run {
		if s.letter == letter {
			return true
		}
	}
	return false
}

// addRun adds letters that follow each other, if they are countries.
func (p *passage) addRun(run []short) {
	words := shortWords()
	for len(run) > 0 && p.endsWord(run[0]) { // 其中日韩
		run = run[1:]
	}
	for n := len(run); n > 1 && words["begin"].prefix(p.simple[run[n-1].start:]) != "" && words["pair"].prefix(p.simple[run[n-1].end:]) == ""; n = len(run) {
		run = run[:n-1] // 中哈土地
	}
	switch n := len(run); {
	case n == 0:
	case n == 1:
		p.addAlone(run[0])
	case !p.sideBySide(run):
		p.addListed(run)
	case n > 2 || p.goesWithPair(run):
		for _, s := range run {
			p.addShort(s, s.end)
		}
	default:
		p.addAlone(run[0])
		p.addAlone(run[1])
	}
}

func (p *passage) sideBySide(run []short) bool {
	return run[len(run)-1].end-run[0].start == len("字")*len(run)
}

// endsWord: in 同意, 其中 and 16日 the letter belongs to what stands before.
func (p *passage) endsWord(s short) bool {
	before := p.simple[:s.start]
	if last, _ := utf8.DecodeLastRuneInString(before); s.letter == '日' && (isNumeral(last) || strings.ContainsRune("几数多", last)) {
		return true
	}
	return shortWords()["inside"].suffix(p.simple[:s.end]) != ""
}

// isNumeral reports whether a rune is a digit that days are told in.
func isNumeral(r rune) bool {
	return r >= '0' && r <= '9' || strings.ContainsRune("０１２３４５６７８９一二三四五六七八九十", r)
}

// goesWithPair: what stands behind 哈俄 in 哈俄贸易额 and 中哈两国.
func (p *passage) goesWithPair(run []short) bool {
	behind := p.simple[run[len(run)-1].end:]
	r, _ := utf8.DecodeRuneInString(behind)
	if shortWords()["pair-named"].prefix(behind) != "" {
		return p.isKnown(run[0].letter) && p.isKnown(run[len(run)-1].letter)
	}
	return shortWords()["pair"].prefix(behind) != "" || r >= '0' && r <= '9'
}

// addListed adds 中、俄、哈三国; of other lists it looks at each letter alone.
func (p *passage) addListed(run []short) {
	end := run[len(run)-1].end
	listed := shortWords()["listed"].prefix(p.simple[end:]) != ""
	for _, s := range run {
		if listed {
			p.addShort(s, s.end)
		} else {
			p.addAlone(s)
		}
	}
}

// addAlone adds one letter if it is a side (哈方) or stands between words that
// only countries go with (对哈投资).
func (p *passage) addAlone(s short) {
	before, after := p.simple[:s.start], p.simple[s.end:]
	words := shortWords()
	if w, side := hasPrefix(after, "方", "国"); side && words["across"].prefix(after) == "" && (words["bound"].prefix(p.simple[s.start:]) == "" || p.isNamedSide(s)) {
		if !(w == "方" && words["side"].prefix(after[len(w):]) != "" || p.claimed(s, w)) {
			p.addShort(s, s.end+len(w))
		}
		return
	}
	if p.isOwn(s) || p.isBeside(s) {
		p.addShort(s, s.end)
		return
	}
	if (s.letter == '欧' || s.letter == '非') && !p.isKnown(s.letter) || words["before"].suffix(before) == "" || words["behind"].prefix(after) == "" {
		return
	}
	p.addShort(s, s.end)
}

// isOwn: 塔国民经济, 吉境内 in a text that names the country.
func (p *passage) isOwn(s short) bool {
	words := shortWords()
	if words["rare"].prefix(p.simple[s.start:]) == "" || words["own"].prefix(p.simple[s.end:]) == "" || p.namedOf(s.letter) == nil {
		return false
	}
	return s.start == 0 || words["edge"].suffix(p.simple[:s.start]) != ""
}

// isKnown reports whether the text names a letter's country, or is spoken for it.
func (p *passage) isKnown(letter rune) bool {
	if p.namedOf(letter) != nil {
		return true
	}
	t, ok := p.document.names.LookupKind(p.document.doc.Speaker, "person")
	return ok && len(t.Of) > 0 && slices.ContainsFunc(p.shorts[letter], func(c *corpus.Term) bool { return c.Name() == t.Of[0] })
}

// isBeside: 哈与突厥国家, one letter and a name side by side.
func (p *passage) isBeside(s short) bool {
	words := shortWords()
	w := words["joint"].prefix(p.simple[s.end:])
	if words["rare"].prefix(p.simple[s.start:]) == "" || w == "" || s.start > 0 && words["edge"].suffix(p.simple[:s.start]) == "" {
		return false
	}
	return p.namedAt(s.end+len(w)) && p.isKnown(s.letter)
}

// namedAt reports whether a country, an organisation or a part of the world is
// named there.
func (p *passage) namedAt(at int) bool {
	for _, m := range p.document.names.Find(text.First(p.simple[min(at, len(p.simple)):], longest)) {
		kind, name := m.Term.Kind, m.Term.Name()
		return m.Start == 0 && (kind == "country" || kind == "organisation" || kind == "place" && isRegion(name))
	}
	return false
}

// claimed: 土方 is earthwork, and Turkey's side only in a text that names Turkey
// and where somebody acts; 土国 and 欧国 are no words at all.
func (p *passage) claimed(s short, w string) bool {
	if shortWords()["claims"].prefix(p.simple[s.start:]) == "" {
		return w == "国" && s.letter == '欧' || s.letter == '非'
	}
	return shortWords()["acts"].prefix(p.simple[s.end+len(w):]) == "" || p.namedOf(s.letter) == nil
}

// namedOf is the one of a letter's countries that the text names, itself or by
// a city.
func (d *document) namedOf(letter rune) *corpus.Term {
	for _, t := range d.shorts[letter] {
		if d.seen[t.Name()] || d.seenOf[t.Name()] {
			return t
		}
	}
	return nil
}

func (p *passage) addShort(s short, end int) {
	t := p.countryBy(s.letter)
	p.mentions = append(p.mentions, mention{s.start, end, t.Name(), []string{t.Name()}, t.Kind, "short"})
}

// wideEurope is what lines that are named after Europe reach.
const wideEurope = "欧洲"

// members are the parties that the name of a line or a format begins with: of
// 中吉乌铁路 three, of 中国—中亚天然气管道 two.
func (p *passage) members(m *mention) []string {
	if m.kind != "programme" && m.kind != "corridor" && m.kind != "format" {
		return nil
	}
	var list []string
	said := p.simple[m.start:m.end]
	for i, r := range said {
		if len(p.shorts[r]) == 0 || len(list) == 0 && i > len("“") || isLoose(said[:i+utf8.RuneLen(r)]) {
			break
		}
		if r == '欧' { // 中欧班列 goes to Europe, not to the Union
			list = append(list, wideEurope)
			continue
		}
		list = added(list, p.countryBy(r).Name())
	}
	t, ok := p.document.names.LookupKind(m.name, m.kind)
	if len(list) > 1 || !ok {
		return list
	}
	for _, name := range t.Of {
		if !strings.Contains(said, name) {
			return nil
		}
	}
	return t.Of
}

// countryBy is the country that a letter means in this text.
func (d *document) countryBy(letter rune) *corpus.Term {
	if t := d.namedOf(letter); t != nil {
		return t
	}
	return d.shorts[letter][0]
}
