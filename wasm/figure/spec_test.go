package figure

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// spec is one case of testdata/zh: a text, and all its figures in order; a year
// that another one is told for is a figure, too. What is told of each is up to
// the case.
//
//	> 去年双边贸易额超过500亿美元。
//	超过500亿美元: kind=money value=50000000000 unit=USD bound=over period=2024
//
// "> " begins a text, ¶ in it a new paragraph. A line with no figure says
// "none". Lines with @ set the document: @ date=2025-09-10 speaker=塔曼耶夫
// meeting=上海合作组织 country=中国; they hold until the next.
type spec struct {
	place string
	text  string
	set   map[string]string
	want  []string
}

func specs(t testing.TB) []spec {
	files, err := filepath.Glob("testdata/zh/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no specs: %v", err)
	}
	var list []spec
	for _, name := range files {
		list = append(list, specsOf(t, name)...)
	}
	return list
}

func specsOf(t testing.TB, name string) []spec {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	set := settings("date=2025-09-10 speaker=塔曼耶夫")
	var list []spec
	for n, line := range strings.Split(string(b), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '@':
			set = settings(line[1:])
		case line[0] == '>':
			list = append(list, spec{place: fmt.Sprintf("%s:%d", filepath.Base(name), n+1), text: strings.TrimSpace(line[1:]), set: set})
		case len(list) == 0:
			t.Fatalf("%s:%d: a figure before the first text", name, n+1)
		case line != "none":
			list[len(list)-1].want = append(list[len(list)-1].want, line)
		}
	}
	return list
}

func settings(s string) map[string]string {
	m := map[string]string{}
	for _, f := range strings.Fields(s) {
		k, v, _ := strings.Cut(f, "=")
		m[k] = v
	}
	return m
}

// document makes a document of the text.
func (s *spec) document() *corpus.Document {
	doc := &corpus.Document{ID: "spec", Kind: corpus.Article, Name: "spec.txt", Speaker: s.set["speaker"]}
	doc.Summit = corpus.Summit{Date: s.set["date"], Organisation: s.set["meeting"], Country: s.set["country"]}
	at := 0
	for _, p := range strings.Split(s.text, "¶") {
		doc.Passages = append(doc.Passages, corpus.Passage{Kind: corpus.Text, Text: p, Start: at})
		at += len(p) + 1
	}
	return doc
}

// specFields are what the specs tell of a figure.
var specFields = map[string]func(f *Figure) string{
	"kind":      func(f *Figure) string { return f.Kind },
	"value":     valueOf,
	"max":       maxOf,
	"unit":      func(f *Figure) string { return f.Unit },
	"counted":   func(f *Figure) string { return f.Counted },
	"per":       func(f *Figure) string { return f.Per },
	"bound":     func(f *Figure) string { return string(f.Bound) },
	"direction": func(f *Figure) string { return f.Direction },
	"reading":   func(f *Figure) string { return f.Reading },
	"factors":   func(f *Figure) string { return quantity.Decimal(f.By) + "/" + quantity.Decimal(f.To) },
	"indicator": func(f *Figure) string { return f.Indicator },
	"measure":   func(f *Figure) string { return f.Measure },
	"parties":   func(f *Figure) string { return strings.Join(f.Parties, "、") },
	"scope":     func(f *Figure) string { return f.Scope },
	"period":    func(f *Figure) string { return f.Period },
	"from":      func(f *Figure) string { return f.PeriodFrom },
	"inferred":  func(f *Figure) string { return fmt.Sprint(f.Inferred) },
	"open":      func(f *Figure) string { return fmt.Sprint(f.Open) },
	"status":    func(f *Figure) string { return f.Status },
	"speaker":   func(f *Figure) string { return f.Speaker },
	"speech":    func(f *Figure) string { return f.Speech },
}

func valueOf(f *Figure) string {
	if f.Date != "" {
		return f.Date
	}
	return string(*numberOf(f.Value))
}

func maxOf(f *Figure) string {
	if f.Max == nil {
		return ""
	}
	return quantity.Decimal(f.Max)
}

// field writes one field of a figure as the specs do.
func field(f *Figure, key string) string {
	if tell, ok := specFields[key]; ok {
		return tell(f)
	}
	return "no such field"
}

func TestSpecs(t *testing.T) {
	for _, s := range specs(t) {
		t.Run(s.place+" "+s.text, func(t *testing.T) {
			found := Extract(s.document(), testNames(t))
			for i := range found {
				if i >= len(s.want) {
					t.Errorf("%s: there is no line for %s", s.place, tellAll(&found[i]))
					continue
				}
				compareSpec(t, s.place, s.want[i], &found[i])
			}
			for _, w := range s.want[min(len(found), len(s.want)):] {
				t.Errorf("%s: not found: %s", s.place, w)
			}
		})
	}
}

func compareSpec(t *testing.T, place, want string, f *Figure) {
	t.Helper()
	quote, fields, _ := strings.Cut(want, ": ")
	if f.Quote != quote {
		t.Errorf("%s: quote %q, want %q", place, f.Quote, quote)
	}
	for _, pair := range strings.Fields(fields) {
		key, value, _ := strings.Cut(pair, "=")
		if got := field(f, key); got != value {
			t.Errorf("%s: %s: %s is %q, want %q\n%s", place, f.Quote, key, got, value, explain(f))
		}
	}
}

// explain joins the steps of f, one a line.
func explain(f *Figure) string {
	var b strings.Builder
	for _, s := range f.Why {
		b.WriteString(s.In("en") + "\n")
	}
	return b.String()
}

// tellAll writes a figure as a line of a spec.
func tellAll(f *Figure) string {
	var b strings.Builder
	b.WriteString(f.Quote + ":")
	for _, k := range []string{"kind", "value", "max", "unit", "counted", "per", "bound", "direction", "reading", "period", "status", "measure", "parties", "scope", "speech", "indicator"} {
		if v := field(f, k); v != "" && v != "exact" {
			b.WriteString(" " + k + "=" + v)
		}
	}
	return b.String()
}

// TestEveryRuleHasACase loops over all rules: one that no case uses fails.
func TestEveryRuleHasACase(t *testing.T) {
	used := map[string]bool{}
	for _, s := range specs(t) {
		d := newDocument(s.document(), testNames(t))
		d.trace = func(rule string) { used[rule] = true }
		d.figures()
	}
	seen := map[string]bool{}
	for _, stage := range stages {
		for _, r := range stage.rules {
			if seen[r.name] {
				t.Errorf("two rules are named %s", r.name)
			}
			seen[r.name] = true
			if !used[r.name] {
				t.Errorf("no case uses the rule %s (%s)", r.name, stage.name)
			}
		}
	}
	var unknown []string
	for name := range labels() {
		if !seen[name] {
			unknown = append(unknown, name)
		}
	}
	if sort.Strings(unknown); len(unknown) > 0 {
		t.Errorf("labels of no rule: %v", unknown)
	}
}

// TestPlaces: spans lie on rune borders in the file and hold what is quoted.
func TestPlaces(t *testing.T) {
	for _, s := range specs(t) {
		file := strings.ReplaceAll(s.text, "¶", "\n")
		for _, f := range Extract(s.document(), testNames(t)) {
			for _, span := range []text.Span{f.Span, f.Core} {
				if span.Start < 0 || span.End > len(file) || span.Start >= span.End {
					t.Fatalf("%s: span %v", s.place, span)
				}
			}
			if got := file[f.Span.Start:f.Span.End]; got != f.Quote {
				t.Errorf("%s: quote %q, span holds %q", s.place, f.Quote, got)
			}
		}
	}
}
