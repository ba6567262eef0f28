package figure

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
)

// predicted is a figure with its place in code points.
type predicted struct {
	Figure
	start, end int
	used       bool
}

// readText reads a text, which is of the day it is said to be of where it tells
// none itself.
func readText(t *testing.T, x goldtest.Text) *corpus.Document {
	t.Helper()
	doc, err := corpus.Read(x.Name, x.Text)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Summit.Date == "" {
		doc.Summit.Date = x.Date
	}
	return doc
}

func predictions(t *testing.T, x goldtest.Text) []*predicted {
	var list []*predicted
	for _, f := range Extract(readText(t, x), testNames(t)) {
		list = append(list, &predicted{f, utf8.RuneCountInString(x.Text[:f.Span.Start]), utf8.RuneCountInString(x.Text[:f.Span.End]), false})
	}
	return list
}

// scores counts as the scorer of the gold does.
type scores struct {
	gold, found, extra, full, hard int
	right, asked                   map[string]int
}

var timeKinds = []string{"year", "date", "duration", "century", "anniversary"}

func (g *goldFigure) finds(p *predicted) bool {
	a, b := g.NumStart, g.NumEnd
	if b == 0 {
		a, b = g.Start, g.End
	}
	return !p.used && p.start < b && p.end > a && g.acceptsKind(p.Kind) && sameValue(g.Value, &p.Figure)
}

func (s *scores) mark(what string, ok bool) bool {
	s.asked[what]++
	if ok {
		s.right[what]++
	}
	return ok
}

// take scores the fields of a figure that was found.
func (s *scores) take(g *goldFigure, p *predicted) {
	s.found++
	isTime := slices.Contains(timeKinds, g.Kind)
	ok := s.mark("unit", p.Unit == orEmpty(g.Unit) || slices.Contains(g.AltUnit, p.Unit))
	ok = s.mark("bound", g.acceptsBound(string(p.Bound))) && ok
	noWay := isTime || g.Kind == "rank" || g.Kind == "ordinal"
	ok = s.mark("direction", noWay || p.Direction == orEmpty(g.Direction) || slices.Contains(g.AltDirection, p.Direction)) && ok
	ok = s.mark("period", g.acceptsPeriod(p.Period)) && ok
	ok = s.mark("status", p.Status == g.Status || slices.Contains(g.AltStatus, p.Status)) && ok
	if ok {
		s.full++
	}
	if g.Reading != nil {
		s.mark("reading", p.Reading == *g.Reading)
	}
	if !isTime {
		s.takePhrase(g, p)
	}
}

// takePhrase scores what is measured, of whom: first by the one answer, then
// by either of those of two who marked the text.
func (s *scores) takePhrase(g *goldFigure, p *predicted) {
	one := s.mark("indicator", similar(g.Indicator, p.Indicator) >= .5)
	if g.AltIndicator != nil {
		like := func(a string) bool { return similar(a, p.Indicator) >= .5 }
		s.mark("indicator or second", one || slices.ContainsFunc(g.AltIndicator, like))
	}
	if len(g.Parties) == 0 {
		return
	}
	one = s.mark("parties", overlapOf(canonical(g.Parties), p.Parties) >= .5)
	if g.AltParties != nil {
		same := func(a []string) bool { return overlapOf(canonical(a), p.Parties) == 1 || len(a)+len(p.Parties) == 0 }
		s.mark("parties or second", one || slices.ContainsFunc(g.AltParties, same))
	}
}

// canonical are the names that the program tells parties by: 中间走廊 and
// 跨里海国际运输路线 are one, and so are 中亞 and 中亚.
func canonical(names []string) []string {
	var list []string
	for _, n := range names {
		if t, ok := corpus.Names().LookupKind(simplified(n), partyKinds...); ok {
			n = t.Name()
		}
		list = append(list, n)
	}
	return list
}

func pairsOf(s string) map[string]bool {
	var runes []rune
	for _, r := range s {
		if strings.ContainsRune("“”《》（）—-·、，。/“” ", r) {
			continue
		}
		runes = append(runes, r)
	}
	m := map[string]bool{}
	for i := 0; i+1 < len(runes); i++ {
		m[string(runes[i:i+2])] = true
	}
	return m
}

func similar(a, b string) float64 {
	x, y := pairsOf(a), pairsOf(b)
	n := 0
	for k := range x {
		if y[k] {
			n++
		}
	}
	return 2 * float64(n) / float64(max(1, len(x)+len(y)))
}

func overlapOf(want, got []string) float64 {
	both := 0
	for _, w := range want {
		if slices.Contains(got, w) {
			both++
		}
	}
	return float64(both) / float64(max(1, len(want)+len(got)-both))
}

// scoreOne scores an article.
func (s *scores) scoreOne(gold []goldFigure, non []nonFigure, list []*predicted) {
	var secondary []goldFigure
	for i := range gold {
		g := &gold[i]
		at := slices.IndexFunc(list, g.finds)
		if g.Tier != "core" {
			secondary = append(secondary, *g)
		} else {
			s.gold++
		}
		if at < 0 {
			continue
		}
		list[at].used = true
		if g.Tier == "core" {
			s.take(g, list[at])
		}
	}
	for _, p := range list {
		near := func(a, b int) bool { return p.start < b && p.end > a }
		if p.used || slices.ContainsFunc(secondary, func(g goldFigure) bool { return near(g.Start, g.End) }) {
			continue
		}
		on := slices.DeleteFunc(slices.Clone(non), func(n nonFigure) bool { return !near(n.Start, n.End) })
		if len(on) > 0 && !slices.ContainsFunc(on, func(n nonFigure) bool { return n.Severity != "tolerated" }) {
			continue
		}
		if len(on) > 0 {
			s.hard++
		}
		s.extra++
	}
}

// f1 of n right ones among the found and the asked for.
func (s *scores) f1(n int) float64 { return 2 * float64(n) / float64(max(1, s.found+s.extra+s.gold)) }

// tell writes the scores of what title names.
func (s *scores) tell(title string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: gold %d, found %d, extra %d, on places that are no figures %d\n", title, s.gold, s.found, s.extra, s.hard)
	fmt.Fprintf(&b, "value F1 %.4f\nrecord F1 %.4f\n", s.f1(s.found), s.f1(s.full))
	for _, k := range []string{"unit", "bound", "direction", "period", "status", "reading", "indicator", "parties"} {
		fmt.Fprintf(&b, "%-10s %d/%d\n", k, s.right[k], s.asked[k])
	}
	for _, k := range []string{"indicator or second", "parties or second"} {
		if s.asked[k] > 0 {
			fmt.Fprintf(&b, "%s %d/%d\n", k, s.right[k], s.asked[k])
		}
	}
	return b.String()
}

func newScores() *scores { return &scores{right: map[string]int{}, asked: map[string]int{}} }

// articleMarks are the figures marked in one of the five articles.
func articleMarks(t *testing.T, x goldtest.Text) []goldFigure {
	return goldtest.Lines[goldFigure](t, goldtest.Shared(t, "gold/figures/"+x.Base()+".jsonl"))
}

// TestScores compares the aggregate quality with testdata/scores.golden, so
// that a change for the worse is seen; UPDATE=1 writes it.
func TestScores(t *testing.T) {
	s := newScores()
	articles := goldtest.Articles(t)
	non := goldtest.Lines[nonFigure](t, goldtest.Shared(t, "gold/nonfigures.jsonl"))
	for _, x := range articles {
		of := slices.DeleteFunc(slices.Clone(non), func(n nonFigure) bool { return !strings.HasPrefix(x.Name, n.Doc) })
		s.scoreOne(articleMarks(t, x), of, predictions(t, x))
	}
	goldenScores(t, s.tell("the five articles"))
}

// scoresFile holds a section for each of scoreTitles, in their order.
const scoresFile = "testdata/scores.golden"

var scoreTitles = []string{"the five articles", "our own records", "paragraphs from elsewhere", "articles in the hands of agencies"}

func titleOf(section string) string {
	title, _, _ := strings.Cut(section, ":")
	return title
}

func goldenSections(t *testing.T) []string {
	t.Helper()
	b, err := os.ReadFile(scoresFile)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n\n")
}

// TestNoScoresAreLeftOver: a section that no test writes any more would be
// believed for ever.
func TestNoScoresAreLeftOver(t *testing.T) {
	var titles []string
	for _, s := range goldenSections(t) {
		titles = append(titles, titleOf(s))
	}
	if !slices.Equal(titles, scoreTitles) {
		t.Errorf("%s has sections %q, want %q", scoresFile, titles, scoreTitles)
	}
}

// goldenScores compares one section of the file, the one that begins with the
// same title; the sections of texts that are not on this machine stay as they
// are.
func goldenScores(t *testing.T, got string) {
	t.Helper()
	title, sections := titleOf(got), goldenSections(t)
	got = strings.TrimSuffix(got, "\n")
	if !slices.Contains(scoreTitles, title) {
		t.Fatalf("scores of %q, which scoreTitles does not know", title)
	}
	at := slices.IndexFunc(sections, func(s string) bool { return titleOf(s) == title })
	if at < 0 {
		at, sections = len(sections), append(sections, "")
	}
	if sections[at] == got {
		return
	}
	if os.Getenv("UPDATE") != "1" {
		t.Errorf("%s differs; UPDATE=1 writes it\ngot:\n%s\nwant:\n%s", scoresFile, got, sections[at])
		return
	}
	sections[at] = got
	if err := os.WriteFile(scoresFile, []byte(strings.Join(sections, "\n\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}
