package input

import (
	"os"
	"strings"
	"testing"
)

// The page reads the same cases: web/test/markdown.test.js.
func TestMarkdownIsReadAsItsReadersSeeIt(t *testing.T) {
	data, err := os.ReadFile("testdata/markdown.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split("\n"+strings.TrimSuffix(string(data), "\n"), "\n=== ")[1:]
	if len(cases) == 0 {
		t.Fatal("no cases")
	}
	for _, c := range cases {
		name, rest, _ := strings.Cut(c, "\n")
		t.Run(name, func(t *testing.T) {
			said, seen, ok := strings.Cut(rest, "\n=>\n")
			if !ok {
				t.Fatal("no line =>")
			}
			if got := plainMarkdown("a.md", said); got != seen {
				t.Errorf("got\n%s\nwant\n%s", got, seen)
			}
			if got := plainMarkdown("a.txt", said); got != said {
				t.Errorf("of a text: %s", got)
			}
		})
	}
}

// Marks of Markdown that close nothing stay, and take no time.
func TestMarkdownThatClosesNothing(t *testing.T) {
	for _, unit := range []string{"[", "](", "**", "|", "> ", "![x]("} {
		text := strings.Repeat(unit, 1<<20/len(unit)) + "渔业公报"
		if got := plainMarkdown("a.md", text); !strings.HasSuffix(strings.TrimSpace(got), "渔业公报") {
			t.Errorf("%s: %q", unit, got[max(0, len(got)-40):])
		}
	}
}
