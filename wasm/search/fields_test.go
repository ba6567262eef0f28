package search

import (
	"cmp"
	"os"
	"strings"
	"testing"

	"fenghui/wasm/library/librarytest"
)

func TestEveryFilterHasAGroupAndAWayToKeepItsValues(t *testing.T) {
	for _, f := range filterFields {
		if f.group >= onExcluded {
			t.Errorf("%s: no group: filters.go has them", f.name)
		}
		if f.list == nil && f.name != "date" && f.name != "value" {
			t.Errorf("%s: no list in Query", f.name)
		}
		for _, name := range append(strings.Fields(f.also), f.name) {
			if filterNamed(name).name != f.name {
				t.Errorf("%s is told twice", name)
			}
		}
	}
	for at, name := range filterGroupNames {
		if name == "" {
			t.Errorf("the group after %q has no name in filterGroupNames of filters.go", filterGroupNames[max(at-1, 0)])
		}
	}
}

// A filter that nobody answers for in filters.go would let everything pass.
func TestEveryFilterHoldsSomethingBack(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	all := 0
	for _, d := range fleet {
		all += len(d.Passages)
	}
	values := map[string]string{"date": "2024", "year": "1900", "value": "7吨", "kind": "century", "status": "target", "speech": "direct"}
	for _, f := range filterFields {
		query := f.name + ":" + cmp.Or(values[f.name], "没有这样的")
		a := run(t, s, Request{Query: query})
		if len(a.Query.filters()) != 1 {
			t.Fatalf("%s is read as %q: give the filter a value it takes", query, a.Query)
		}
		if a.Passages == all {
			t.Errorf("%s lets every passage pass: documentTest or passing in filters.go say what a group lets pass", query)
		}
	}
}

// What a reader may type stands in the README and in the page's help, and the
// page has words for a query without it.
func TestEveryFilterIsTold(t *testing.T) {
	readme, help, words := fileText(t, "../../README.md"), fileText(t, "../../web/page/help.js"), fileText(t, "../../web/lang/zh.json")
	for _, name := range filterGroupNames {
		if !strings.Contains(words, `"search.relaxed.`+name+`"`) {
			t.Errorf("web/lang/zh.json: no search.relaxed.%s", name)
		}
	}
	for _, f := range filterFields {
		told := false
		for _, name := range append(strings.Fields(f.also), f.name) {
			told = told || strings.Contains(readme, "`"+name+":") || strings.Contains(readme, " "+name+":")
		}
		if !told {
			t.Errorf("README.md, table of queries: no `%s:`", f.name)
		}
		if !strings.Contains(help, `"`+f.name+`"]`) {
			t.Errorf("FORMS in web/page/help.js: no %q, for help.query.%s", f.name, f.name)
		}
	}
}

func fileText(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
