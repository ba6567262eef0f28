package figure

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
)

const shared = "../../../shared"

// goldFigure is a line of the hand-made figures of the five articles.
type goldFigure struct {
	ID        string   `json:"id"`
	Tier      string   `json:"tier"`
	Quote     string   `json:"quote"`
	NumStart  int      `json:"num_start"`
	NumEnd    int      `json:"num_end"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Kind      string   `json:"kind"`
	Value     any      `json:"value"`
	Unit      *string  `json:"unit"`
	Bound     string   `json:"bound"`
	Direction *string  `json:"direction"`
	Reading   *string  `json:"reading"`
	Indicator string   `json:"indicator"`
	Parties   []string `json:"parties"`
	Period    *string  `json:"period"`
	Status    string   `json:"status"`

	AltKind      []string  `json:"alt_kind"`
	AltBound     []string  `json:"alt_bound"`
	AltDirection []string  `json:"alt_direction"`
	AltPeriod    []*string `json:"alt_period"`
	AltStatus    []string  `json:"alt_status"`
}

// nonFigure is a place that is no figure.
type nonFigure struct {
	Doc        string `json:"doc"`
	Start, End int
	Severity   string
}

func jsonLines[T any](t *testing.T, name string) []T {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		list = append(list, v)
	}
	return list
}

// goldFiles lists the gold files, or skips.
func goldFiles(t *testing.T) []string {
	files, _ := filepath.Glob(shared + "/gold/figures/*.jsonl")
	if len(files) == 0 {
		t.Skip("the gold figures of the five articles are not on this machine")
	}
	return files
}

// article reads one of the five, with the date of the one that tells none.
func article(t *testing.T, name string) (string, *corpus.Document) {
	b, err := os.ReadFile(shared + "/seeds/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := corpus.Read(name+".txt", string(b))
	if err != nil {
		t.Fatal(err)
	}
	if doc.Summit.Date == "" {
		doc.Summit.Date = "2025-10-10"
	}
	return string(b), doc
}

// predicted is a figure with its place in code points.
type predicted struct {
	Figure
	start, end int
	used       bool
}

func predictions(t *testing.T, name string) []*predicted {
	file, doc := article(t, name)
	var list []*predicted
	for _, f := range Extract(doc, corpus.Names()) {
		list = append(list, &predicted{f, utf8.RuneCountInString(file[:f.Span.Start]), utf8.RuneCountInString(file[:f.Span.End]), false})
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
	yearly := func(k string) bool { return k == "year" || k == "date" }
	kind := p.Kind == g.Kind || slices.Contains(g.AltKind, p.Kind) || yearly(p.Kind) && yearly(g.Kind)
	return !p.used && p.start < b && p.end > a && kind && sameValue(g.Value, &p.Figure)
}

func sameValue(want any, f *Figure) bool {
	n, isNumber := want.(float64)
	if f.Value == nil || !isNumber {
		return f.Date == fmt.Sprint(want)
	}
	got, _ := f.Value.Float64()
	return math.Abs(got-n) <= 1e-5*max(1, math.Abs(n))
}

func (s *scores) mark(what string, ok bool) bool {
	s.asked[what]++
	if ok {
		s.right[what]++
	}
	return ok
}

func orEmpty(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// take scores the fields of a figure that was found.
func (s *scores) take(g *goldFigure, p *predicted) {
	s.found++
	isTime := slices.Contains(timeKinds, g.Kind)
	ok := s.mark("unit", p.Unit == orEmpty(g.Unit))
	ok = s.mark("bound", string(p.Bound) == g.Bound || slices.Contains(g.AltBound, string(p.Bound))) && ok
	noWay := isTime || g.Kind == "rank" || g.Kind == "ordinal"
	ok = s.mark("direction", noWay || p.Direction == orEmpty(g.Direction) || slices.Contains(g.AltDirection, p.Direction)) && ok
	period := p.Period == orEmpty(g.Period) || slices.ContainsFunc(g.AltPeriod, func(a *string) bool { return orEmpty(a) == p.Period })
	ok = s.mark("period", period) && ok
	ok = s.mark("status", p.Status == g.Status || slices.Contains(g.AltStatus, p.Status)) && ok
	if ok {
		s.full++
	}
	if g.Reading != nil {
		s.mark("reading", p.Reading == *g.Reading)
	}
	if !isTime {
		s.mark("indicator", similar(g.Indicator, p.Indicator) >= .5)
		if len(g.Parties) > 0 {
			s.mark("parties", overlapOf(g.Parties, p.Parties) >= .5)
		}
	}
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

func (s *scores) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "the five articles: gold %d, found %d, extra %d, on places that are no figures %d\n", s.gold, s.found, s.extra, s.hard)
	fmt.Fprintf(&b, "value F1 %.4f\nrecord F1 %.4f\n", s.f1(s.found), s.f1(s.full))
	for _, k := range []string{"unit", "bound", "direction", "period", "status", "reading", "indicator", "parties"} {
		fmt.Fprintf(&b, "%-10s %d/%d\n", k, s.right[k], s.asked[k])
	}
	return b.String()
}

// TestScores compares the aggregate quality with testdata/scores.golden, so
// that a change for the worse is seen; UPDATE=1 writes it.
func TestScores(t *testing.T) {
	s := &scores{right: map[string]int{}, asked: map[string]int{}}
	files := goldFiles(t)
	non := jsonLines[nonFigure](t, shared+"/gold/nonfigures.jsonl")
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".jsonl")
		of := slices.DeleteFunc(slices.Clone(non), func(n nonFigure) bool { return !strings.HasPrefix(name, n.Doc) })
		s.scoreOne(jsonLines[goldFigure](t, f), of, predictions(t, name))
	}
	golden(t, "testdata/scores.golden", s.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs; UPDATE=1 writes it\ngot:\n%s\nwant:\n%s", name, got, want)
	}
}
