package quantity

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spec is one case of testdata/zh: a line of text, and for each quantity that
// must be read in it a line
//
//	> QUOTE = KIND VALUE UNIT [bound] [per=…] [time=…] [relation=…] [not=…] [said=…]
//
// or "> nothing". Lines with # are remarks, "@ 2020-02-29" sets the reference
// for the cases below (it is 2025-10-09 at the top, "@ -" is none).
type spec struct {
	file, text, ref string
	line            int
	want            []string
}

func specs(t testing.TB) []spec {
	files, err := filepath.Glob("testdata/zh/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no specs in testdata/zh", err)
	}
	var list []spec
	for _, file := range files {
		list = append(list, readSpecs(t, file)...)
	}
	return list
}

func readSpecs(t testing.TB, file string) []spec {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []spec
	ref := "2025-10-09"
	for k, line := range strings.Split(string(b), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '@':
			ref = strings.TrimSpace(line[1:])
		case line[0] == '>':
			if len(list) == 0 {
				t.Fatalf("%s:%d: no text above", file, k+1)
			}
			list[len(list)-1].want = append(list[len(list)-1].want, strings.TrimSpace(line[1:]))
		default:
			list = append(list, spec{file: filepath.Base(file), text: line, ref: ref, line: k + 1})
		}
	}
	return list
}

// describe writes a quantity as the specs do.
func describe(s string, q *Quantity) string {
	value := Decimal(q.Value)
	if q.Max != nil {
		value += ".." + Decimal(q.Max)
	}
	if value == "" {
		value = "-"
	}
	d := fmt.Sprintf("%s = %s %s %s", s[q.Span.Start:q.Span.End], q.Kind, value, q.Unit)
	if q.Bound != Exact {
		d += " " + string(q.Bound)
	}
	if q.Per != "" {
		d += " per=" + q.Per
	}
	if q.Indefinite {
		d += " indefinite"
	}
	if q.Time != nil {
		d += " time=" + q.Time.ISO()
		if q.Time.Relation != "" {
			d += " relation=" + q.Time.Relation
		}
		if q.Time.Open != "" {
			d += " open=" + q.Time.Open
		}
	}
	if q.NotFigure != "" {
		d += " not=" + q.NotFigure
	}
	return strings.Join(strings.Fields(d), " ")
}

func TestSpecs(t *testing.T) {
	cases := specs(t)
	if len(cases) < 250 {
		t.Errorf("%d cases; there were 250 and more", len(cases))
	}
	fired := map[string]bool{}
	for _, c := range cases {
		t.Run(c.file+"/"+c.text, func(t *testing.T) {
			ref, _ := ParseDate(c.ref)
			found := Read(c.text, ref)
			checkPlaces(t, c.text, found)
			var got []string
			for k := range found {
				got = append(got, describe(c.text, &found[k]))
				for _, step := range found[k].Why {
					fired[step.Rule] = true
				}
			}
			if len(got) == 0 {
				got = []string{"nothing"}
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("%s:%d: %s\n got > %s\nwant > %s", c.file, c.line, c.text,
					strings.Join(got, "\n     > "), strings.Join(c.want, "\n     > "))
			}
		})
	}
	for _, rule := range ruleNames() {
		if !fired[rule] {
			t.Errorf("no case in testdata/zh uses the rule %q", rule)
		}
	}
}

// ruleNames lists the rules of the table and those of how numbers are written.
func ruleNames() []string {
	names := []string{"number.arabic", "number.chinese", "number.digits", "number.mixed", "share.percent", numericDateRule.name}
	for _, st := range stages {
		for _, r := range st.rules {
			names = append(names, r.name)
		}
	}
	return names
}

func TestRulesAreExplained(t *testing.T) {
	for _, name := range ruleNames() {
		for _, language := range []string{"zh", "en"} {
			step := Step{Rule: name, Text: "十", Value: "10"}
			if got := step.In(language); got == step.Text+" → "+step.Value {
				t.Errorf("rule %q has no words in %s", name, language)
			}
		}
	}
}
