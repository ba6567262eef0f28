package compare

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/figure"
	"fenghui/wasm/text"
)

// likewise turns words into those that stand for all that say the same.
var likewise = sync.OnceValue(func() *strings.Replacer {
	var pairs [][2]string
	for _, r := range rows("likewise.tsv") {
		words := strings.Split(r[0], "|")
		for _, w := range words {
			pairs = append(pairs, [2]string{w, words[0]})
		}
	}
	sort.SliceStable(pairs, func(a, b int) bool { return len(pairs[a][0]) > len(pairs[b][0]) })
	var list []string
	for _, p := range pairs {
		list = append(list, p[0], p[1])
	}
	return strings.NewReplacer(list...)
})

// wording is what is said around a figure: the names, and the characters and
// pairs of them that say what is measured.
type wording struct {
	names map[string]bool
	order []string // the names, as the sentence has them
	terms map[string]bool
	text  string // the indicator and the clause alone
}

// shortClause is how many characters a clause must have to say what its figure
// is of; a shorter one goes on from the clause before.
const shortClause = 6

// wordingOf collects what a figure's indicator and its clause say.
func (l *library) wordingOf(i *item) wording {
	before, after := aroundIt(i.doc, i.f)
	if k := strings.IndexFunc(after, isClauseEnd); k >= 0 {
		after = after[:k]
	}
	from := lastEnd(before)
	clause := before[from:] + border + after
	for from > 0 && utf8.RuneCountInString(before[from:]) < shortClause {
		_, size := utf8.DecodeLastRuneInString(before[:from])
		from = lastEnd(before[:from-size])
	}
	w := wording{names: map[string]bool{}, terms: map[string]bool{}}
	for _, p := range i.f.Parties {
		w.name(p)
	}
	for _, m := range l.names.Find(i.f.Sentence) {
		if named[m.Term.Kind] {
			w.name(m.Term.Name())
			w.order = append(w.order, m.Term.Name())
		}
	}
	w.text = i.f.Indicator + border + clause + border + i.f.Counted
	w.note(l.without(i.f.Indicator + border + before[from:] + border + after + border + i.f.Counted))
	return w
}

// named are the kinds of names that tell one figure from another.
var named = map[string]bool{"country": true, "organisation": true, "place": true, "city": true, "corridor": true, "programme": true, "company": true}

// name notes a name; 全球 is where everything is.
func (w *wording) name(name string) {
	if name != "全球" && name != "世界" {
		w.names[name] = true
	}
}

// without takes the names out of a text.
func (l *library) without(s string) string {
	var b strings.Builder
	at := 0
	for _, m := range l.names.Find(s) {
		if named[m.Term.Kind] {
			b.WriteString(s[at:m.Start] + border)
			at = m.End
		}
	}
	b.WriteString(s[at:])
	return b.String()
}

// note notes the characters and pairs of characters of a text, its words turned
// into those that stand for them.
func (w *wording) note(s string) {
	for _, part := range strings.FieldsFunc(fillers().Replace(likewise().Replace(s)), func(r rune) bool { return !unicode.IsLetter(r) }) {
		last := ""
		for _, r := range part {
			if strings.ContainsRune("一二两三四五六七八九十百千万亿多余几个项所条年月日成", r) {
				last = ""
				continue
			}
			c := string(r)
			w.terms[c] = true
			if last != "" {
				w.terms[last+c] = true
			}
			last = c
		}
	}
}

// likeWording is how much of what the shorter one says is in the other.
func (w wording) likeWording(o wording) float64 {
	if len(o.terms) < len(w.terms) {
		w, o = o, w
	}
	shared := 0
	for t := range w.terms {
		if o.terms[t] {
			shared++
		}
	}
	if shared < fewTerms {
		return 0
	}
	return float64(shared) / float64(len(w.terms))
}

// fewTerms is how many characters and pairs two wordings must share.
const fewTerms = 3

// sameNames: each names the parties of the other.
func (w wording) sameNames(i *item, o wording, of *item) bool {
	in := func(w wording) func(string) bool {
		return func(p string) bool { return p != "全球" && p != "世界" && !w.names[p] }
	}
	return !slices.ContainsFunc(i.f.Parties, in(o)) && !slices.ContainsFunc(of.f.Parties, in(w))
}

// partiesOf: all parties of the one are the other's; where one names none, it
// leaves them open.
func (i *item) partiesOf(o *item) bool {
	a, b := i.f.Parties, o.f.Parties
	if len(a) > len(b) {
		a, b = b, a
	}
	return !slices.ContainsFunc(a, func(p string) bool { return !slices.Contains(b, p) })
}

// turned reports whether two names stand in both, the other way round: what one does
// in another is not what the other does in it.
func (w wording) turned(o wording) bool {
	a, b := inBoth(w.order, o.names), inBoth(o.order, w.names)
	return len(a) > 1 && len(b) > 1 && a[0] != b[0] && slices.Index(b, a[0]) > slices.Index(b, a[1])
}

// inBoth are the names of a list that another wording has, each once.
func inBoth(list []string, in map[string]bool) []string {
	var kept []string
	for _, n := range list {
		if in[n] && !slices.Contains(kept, n) {
			kept = append(kept, n)
		}
	}
	return kept
}

// exclusives are rows of words of which one thing is only one.
var exclusives = sync.OnceValue(func() [][][]string {
	var list [][][]string
	for _, r := range rows("exclusive.tsv") {
		var row [][]string
		for _, one := range strings.Split(r[0], "|") {
			row = append(row, strings.Split(one, "/"))
		}
		list = append(list, row)
	}
	return list
})

// excludes reports whether two wordings name two things of which one figure can be
// only one: 铁路 here and 公路 there.
func (w wording) excludes(o wording) bool {
	for _, row := range exclusives() {
		mine, its, common := false, false, false
		for _, words := range row {
			a, b := containsAny(w.text, words...), containsAny(o.text, words...)
			mine, its, common = mine || a, its || b, common || a && b
		}
		if mine && its && !common {
			return true
		}
	}
	return false
}

// The likeness of wordings from which two are of one thing, or may be.
const (
	surelyAlike = 0.45
	maybeAlike  = 0.3
)

// inOtherWords looks for the figure by its number, its parties and the words
// around it, where the library has none of the same indicator.
func (d *figureIndex) inOtherWords(i *item, own wording, yield func()) (best candidate, found bool) {
	most := 0.0
	for _, o := range d.byValue[valueKey(i)].near(i) {
		yield()
		its := d.wordingOf(o)
		if !own.sameNames(i, its, o) {
			continue
		}
		c := d.weigh(i, o)
		like := own.likeWording(its)
		if c.verdict == Differs || like < maybeAlike || like <= most {
			continue
		}
		if c.verdict == Agrees && (like < surelyAlike || !comparableWith(i, o) || own.excludes(its) || own.turned(its) || i.elsewhere(o) || !i.partiesOf(o) || isOtherSort(i, o)) {
			c.verdict, c.rule = Doubtful, "draft.doubtful.alike"
		}
		best, most, found = c, like, true
	}
	return best, found
}

// isOtherSort reports whether two topics are alike except for the sort that
// they name, or the library does not speak of the sort at all: 国际航线旅客.
func isOtherSort(i, o *item) bool {
	how := traitsOf(i.measureID()).how
	if alike(how, i.topic, o.topic) {
		return i.otherSort(o)
	}
	return how == "qualified" && i.measureID() == o.measureID() && !strings.Contains(likewise().Replace(o.f.Sentence+o.doc.Title), likewise().Replace(text.Last(i.topic, 2)))
}

// otherThing doubts that the library's figure is of the draft's thing, although
// measure, parties and value are the same.
func (d *figureIndex) otherThing(i *item, own wording, o *item) bool {
	its := d.wordingOf(o)
	if i.isDate() {
		mine, places := d.countriesIn(own.text), d.countriesIn(its.text)
		return len(mine) == 1 && len(places) == 1 && mine[0] != places[0]
	}
	return own.excludes(its) || traitsOf(i.measureID()).family == "freight" && own.turned(its) || i.elsewhere(o)
}

// elsewhere reports whether two figures are of what is in two different
// countries: 在中国的企业 are not 在哈萨克斯坦的企业.
func (i *item) elsewhere(o *item) bool {
	own, its := whereIn(i.f), whereIn(o.f)
	return own != "" && its != "" && own != its
}

// whereIn is the party that a figure says something is in.
func whereIn(f *figure.Figure) string {
	for _, p := range f.Parties {
		if strings.Contains(f.Indicator, "在"+p) {
			return p
		}
	}
	return ""
}

// countriesIn are the countries that a text names, each once.
func (l *library) countriesIn(s string) []string {
	var list []string
	for _, m := range l.names.Find(s) {
		if m.Term.Kind == "country" && !slices.Contains(list, m.Term.Name()) {
			list = append(list, m.Term.Name())
		}
	}
	return list
}

// comparableWith reports whether nothing but their wording keeps two figures
// apart.
func comparableWith(i, o *item) bool {
	switch {
	case i.measure != nil && o.measure != nil && i.measureID() != o.measureID():
		return false
	case i.f.Kind == "count" && !sameCounted(i.f, o.f) && i.f.Said != o.f.Said:
		return false
	case perOf(i) != perOf(o) || i.baseline != o.baseline || i.isGrowth() != o.isGrowth():
		return false
	case (i.f.Scope == "within") != (o.f.Scope == "within"):
		return false
	case len(i.f.Parties) > 1 && len(o.f.Parties) > 1 && (i.f.Scope == "toward" || o.f.Scope == "toward") && i.f.Parties[0] != o.f.Parties[0]:
		return false
	}
	return true
}
