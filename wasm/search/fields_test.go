package search

import (
	"os"
	"strings"
	"testing"
)

func TestEveryFilterHasAGroupAndAWayToKeepItsValues(t *testing.T) {
	for _, f := range filterFields {
		if f.group >= onExcluded {
			t.Errorf("%s: no group", f.name)
		}
		if f.list == nil && f.name != "date" && f.name != "value" {
			t.Errorf("%s: no list", f.name)
		}
		for _, name := range append(strings.Fields(f.also), f.name) {
			if filterNamed(name).name != f.name {
				t.Errorf("%s is told twice", name)
			}
		}
	}
	for at, name := range filterGroupNames {
		if name == "" {
			t.Errorf("group %d has no name", at)
		}
	}
}

// What a reader may type stands in the README and in the page's help, and the
// page has words for a query without it.
func TestEveryFilterIsTold(t *testing.T) {
	readme, help, words := fileText(t, "../../README.md"), fileText(t, "../../web/help.js"), fileText(t, "../../web/lang/zh.json")
	for _, name := range filterGroupNames {
		if !strings.Contains(words, `"search.relaxed.`+name+`"`) {
			t.Errorf("zh.json: no search.relaxed.%s", name)
		}
	}
	for _, f := range filterFields {
		told := false
		for _, name := range append(strings.Fields(f.also), f.name) {
			told = told || strings.Contains(readme, "`"+name+":") || strings.Contains(readme, " "+name+":")
		}
		if !told {
			t.Errorf("README: no %s:", f.name)
		}
		if !strings.Contains(help, `"`+f.name+`"]`) {
			t.Errorf("help.js: no %s", f.name)
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
