package figure

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fenghui/corpus/goldtest"
)

var asked = regexp.MustCompile(`\blisted\("([^"]*)"\)`)

// TestListsAreThereAndUsed: a rule that asks for words there are none of would
// fail at reading, and words nobody asks for would be believed to do something.
func TestListsAreThereAndUsed(t *testing.T) {
	unused := map[string]bool{}
	for class := range lists() {
		unused[class] = true
	}
	for _, source := range goldtest.Texts(t, "*.go") {
		for _, m := range asked.FindAllStringSubmatch(source.Text, -1) {
			if _, ok := lists()[m[1]]; !ok {
				t.Errorf("%s asks for words of class %q, and there are none", source.Name, m[1])
			}
			delete(unused, m[1])
		}
	}
	for class := range unused {
		t.Errorf("nobody asks for the words of class %q", class)
	}
}

// TestListsStandInOneFile: a class split over two files would be read as one, and
// so would two in lists.tsv that happen to have one name.
func TestListsStandInOneFile(t *testing.T) {
	in := map[string]string{}
	for _, name := range []string{"roles.tsv", "boundwords.tsv", "lists.tsv"} {
		for _, row := range rows(name) {
			if other, ok := in[row[1]]; ok && other != name {
				t.Errorf("%s: class %q stands in %s too", name, row[1], other)
			}
			if in[row[1]] == "lists.tsv" {
				t.Errorf("%s: class %q stands there twice", name, row[1])
			}
			in[row[1]] = name
			if name == "lists.tsv" && strings.TrimSpace(row[2]) == "" {
				t.Errorf("%s: nothing says what %q is for", filepath.Base(name), row[1])
			}
		}
	}
}
