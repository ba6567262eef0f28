package tally

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"fenghui/corpus/goldtest"
)

// The recorded runs hold: tests that pass, fail and are left out, a table with
// a bad case, a test that fails though its cases pass, a panic, a package that
// does not compile and one without tests.
func TestRecordedRuns(t *testing.T) {
	for _, c := range []struct {
		file string
		read func(io.Reader, io.Writer) (Count, error)
		want Count
	}{
		{"testdata/go.json", Go, Count{Passed: 4, Failed: 4, Skipped: 1}},
		{"testdata/node.tap", Node, Count{Passed: 2, Failed: 1, Skipped: 1}},
	} {
		t.Run(c.file, func(t *testing.T) {
			file, err := os.Open(c.file)
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			var shown bytes.Buffer
			got, err := c.read(file, &shown)
			if err != nil || got != c.want {
				t.Errorf("got %v, %v, want %v", got, err, c.want)
			}
			goldtest.Compare(t, c.file+".want", shown.String())
		})
	}
}

func TestString(t *testing.T) {
	for want, c := range map[string]Count{
		"0 passed, 0 failed":            {},
		"3 passed, 1 failed":            {Passed: 3, Failed: 1},
		"3 passed, 1 failed, 2 skipped": {Passed: 3, Failed: 1, Skipped: 2},
	} {
		if got := c.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestGoTakesOtherLinesAsTheyAre(t *testing.T) {
	var shown bytes.Buffer
	count, err := Go(strings.NewReader("go: no such package\n"), &shown)
	if err != nil || count != (Count{}) || shown.String() != "go: no such package\n" {
		t.Errorf("got %v, %v, %q", count, err, shown.String())
	}
}

func TestNodeCountsWhatWasCancelledAsFailed(t *testing.T) {
	const counts = "# tests 9\n# pass 4\n# fail 1\n# cancelled 2\n# skipped 2\n# todo 0\n"
	got, err := Node(strings.NewReader(counts), io.Discard)
	if want := (Count{Passed: 4, Failed: 3, Skipped: 2}); err != nil || got != want {
		t.Errorf("got %v, %v; want %v", got, err, want)
	}
}

func TestNodeThatDidNotCount(t *testing.T) {
	if _, err := Node(strings.NewReader("node: bad option\n"), io.Discard); err == nil || !strings.Contains(err.Error(), "bad option") {
		t.Errorf("got %v", err)
	}
}
