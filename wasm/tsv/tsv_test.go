package tsv

import (
	"reflect"
	"testing"
	"testing/fstest"
)

func TestRows(t *testing.T) {
	files := fstest.MapFS{"a.tsv": {Data: []byte("# remark\nnames*\tunit\tnote\n米|公尺\tm\n\n# another\n%\t\tsign\n")}}
	want := [][]string{{"米|公尺", "m", ""}, {"%", "", "sign"}}
	if got := Rows(files, "a.tsv"); !reflect.DeepEqual(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
	files["c.tsv"] = &fstest.MapFile{Data: []byte("names*\n米|米\n")}
	for _, name := range []string{"b.tsv", "c.tsv"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: a file that is not there, or wrong, did not panic", name)
				}
			}()
			Rows(files, name)
		}()
	}
}

func TestMistakes(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"a word twice in a cell":            {"w*\n# r\n米|尺|米\n", `tsv: f:3: "米" stands in line 3 already`},
		"a word in two rows":                {"w*\tn\n米\t1\n尺|米\t2\n", `tsv: f:3: "米" stands in line 2 already`},
		"a word twice in a class":           {"w*\tclass*\n米\ta\n米\tb\n米\ta\n", `tsv: f:4: "米\ta" stands in line 2 already`},
		"the second cell of words, too":     {"filter*\tkey\twords*\nk\ta\tx|y\nk\tb\ty\n", `tsv: f:3: "k\ty" stands in line 2 already`},
		"an empty word":                     {"w*\n米||尺\n", `tsv: f:2: an empty word in "米||尺"`},
		"more cells than headings":          {"w*\tn\n米\t1\t2\n", "tsv: f:2: 3 cells under 2 headings"},
		"nothing tells the rows apart":      {"w\tn\n米\t1\n", "tsv: f:1: no heading with a star, which tells rows apart"},
		"no word in the first starred cell": {"w*\tkeep\n\ta\n\tb\n", ""},
		"one without a second":              {"w*\tclass*\n米\n米\ta\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := ""
			if _, err := parse("f", c.file); err != nil {
				got = err.Error()
			}
			if got != c.want {
				t.Errorf("error %q, want %q", got, c.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	for cell, want := range map[string][]string{"": nil, "米": {"米"}, "米|公尺": {"米", "公尺"}} {
		if got := Words(cell); !reflect.DeepEqual(got, want) {
			t.Errorf("words of %q: %q, want %q", cell, got, want)
		}
	}
}
