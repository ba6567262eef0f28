package corpus

import (
	"regexp"
	"testing"

	"fenghui/corpus/goldtest"
)

var asked = regexp.MustCompile(`\blisted\("([^"]*)"\)`)

// TestListsAreThereAndUsed: words nobody asks for would be believed to do
// something, and a list that is not there would be missed only when it is asked
// for.
func TestListsAreThereAndUsed(t *testing.T) {
	unused := map[string]bool{}
	for list := range lists() {
		unused[list] = true
	}
	for _, source := range goldtest.Texts(t, "*.go") {
		for _, m := range asked.FindAllStringSubmatch(source.Text, -1) {
			if _, ok := lists()[m[1]]; !ok {
				t.Errorf("%s asks for the words of %q, and there are none", source.Name, m[1])
			}
			delete(unused, m[1])
		}
	}
	for list := range unused {
		t.Errorf("nobody asks for the words of %q", list)
	}
}
