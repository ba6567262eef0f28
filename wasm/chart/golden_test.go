package chart

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/scene"
)

// picture is a case drawn in one way.
type picture struct {
	name   string
	figure scene.Node
	o      Options
}

func (c testCase) draw(o Options) scene.Node {
	if c.series != nil {
		return Series(*c.series, o)
	}
	return Board(*c.board, o)
}

// pictures draws a case in both languages and widths.
func (c testCase) pictures(o Options) []picture {
	var list []picture
	for _, language := range []string{"zh", "en"} {
		for name, width := range map[string]int{"wide": Wide, "narrow": Narrow} {
			o.Language, o.Width = language, width
			list = append(list, picture{c.name + "." + language + "." + name, c.draw(o), o})
		}
	}
	return list
}

// compared is what comparing documents gives, as cases with the options that
// name the documents.
func compared(docs []*corpus.Document) ([]testCase, Options) {
	var in []compare.Input
	var o Options
	for _, d := range docs {
		in = append(in, compare.Input{Document: d, Figures: figure.Extract(d, corpus.Names())})
		o.Documents, o.Dates = append(o.Documents, d.Title), append(o.Dates, d.Summit.Date)
	}
	r := compare.Run(in, corpus.Names())
	var list []testCase
	taken := map[string]int{}
	name := func(parts ...string) string {
		s := strings.Join(parts, "-")
		if taken[s]++; taken[s] > 1 {
			s += "-" + strconv.Itoa(taken[s])
		}
		return s
	}
	for k := range r.Series {
		s := &r.Series[k]
		list = append(list, testCase{name: name("series", s.Measure, s.Kind, s.Verdict), series: s})
	}
	for k := range r.Boards {
		b := &r.Boards[k]
		list = append(list, testCase{name: name("board", b.Measure, b.Kind, b.Form), board: b})
	}
	return list, o
}

func ofRecords(t *testing.T) []picture {
	t.Helper()
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	// The records marked by hand are enough to look at; those that list their
	// figures in the front matter would make hundreds of pictures.
	return ofDocuments(slices.DeleteFunc(docs, func(d *corpus.Document) bool { return len(d.Expected) > 0 }))
}

// ofDocuments are the pictures of what comparing documents finds.
func ofDocuments(docs []*corpus.Document) []picture {
	list, o := compared(docs)
	var all []picture
	for _, c := range list {
		all = append(all, c.pictures(o)...)
	}
	return all
}

func ofCases() []picture {
	var all []picture
	for _, c := range cases() {
		all = append(all, c.pictures(Options{Documents: []string{"第一次峰会的报道"}})...)
	}
	return all
}

// ofArticles are the five articles', which are looked at but not kept.
func ofArticles(t *testing.T) []picture {
	t.Helper()
	docs, err := corpus.Load(os.DirFS(goldtest.Shared(t, "seeds")))
	if err != nil {
		t.Fatal(err)
	}
	return ofDocuments(docs)
}

// kept tells which pictures are goldens: all in Chinese and wide, and of some
// the others.
func kept(p picture) bool {
	if strings.HasSuffix(p.name, ".zh.wide") {
		return true
	}
	for _, c := range []string{"long-names", "every-bound.", "target-with-gap", "changed.", "board-trade.turnover-money", "forty-digits", "differ"} {
		if strings.HasPrefix(p.name, c) {
			return true
		}
	}
	return strings.HasSuffix(p.name, ".zh.narrow") && strings.HasPrefix(p.name, "series-")
}

// TestGoldens holds the pictures against testdata; UPDATE=1 writes them, and
// removes what no case draws any more.
func TestGoldens(t *testing.T) {
	drawn := map[string]string{}
	for _, p := range append(ofCases(), ofRecords(t)...) {
		if svg := SVG(p.figure, p.o); svg != "" && kept(p) {
			drawn[p.name+".svg"] = svg
		}
	}
	for _, p := range ofCases() {
		if p.o.Dark = true; p.name == "every-bound.zh.wide" {
			drawn[p.name+".dark.svg"] = SVG(p.figure, p.o)
		}
	}
	if os.Getenv("UPDATE") != "" {
		for name, svg := range drawn {
			if err := os.WriteFile(filepath.Join("testdata", name), []byte(svg), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	files, _ := filepath.Glob("testdata/*.svg")
	for _, file := range files {
		name := filepath.Base(file)
		want, err := os.ReadFile(file)
		switch got, ok := drawn[name]; {
		case err != nil:
			t.Fatal(err)
		case !ok && os.Getenv("UPDATE") != "":
			os.Remove(file)
		case !ok:
			t.Errorf("%s: nothing draws it any more; UPDATE=1 removes it", name)
		case got != string(want):
			t.Errorf("%s differs; UPDATE=1 writes it", name)
		}
		delete(drawn, name)
	}
	for name := range drawn {
		t.Errorf("%s is missing; UPDATE=1 writes it", name)
	}
}
