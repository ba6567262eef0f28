package goldtest

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestDifference(t *testing.T) {
	for _, c := range []struct {
		name, want, got string
		line            int
	}{
		{"alike", "a\nb\n", "a\nb\n", 0},
		{"both empty", "", "", 0},
		{"another line", "a\nb\n", "a\nc\n", 2},
		{"a line more", "a\n", "a\nb\n", 2},
		{"a line less", "a\nb\n", "a\n", 2},
		{"no end of line", "a\n", "a", 1},
		{"nothing any more", "a\n", "", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if line, was, is := difference(c.want, c.got); line != c.line {
				t.Errorf("line %d (%q, %q), want %d", line, was, is, c.line)
			}
		})
	}
}

func TestLines(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.jsonl")
	if err := os.WriteFile(name, []byte("{\"n\":1}\n\n{\"n\":2}"), 0o644); err != nil {
		t.Fatal(err)
	}
	type one struct{ N int }
	if got := Lines[one](t, name); !slices.Equal(got, []one{{1}, {2}}) {
		t.Errorf("got %v", got)
	}
	list := Texts(t, filepath.Join(filepath.Dir(name), "*.jsonl"))
	if len(list) != 1 || list[0].Name != "a.jsonl" || list[0].Base() != "a" || len(list[0].Text) != 16 {
		t.Errorf("got %q", list)
	}
}

func TestCompareWritesWhenAsked(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.golden")
	t.Setenv("UPDATE", "1")
	Compare(t, name, "a\n")
	t.Setenv("UPDATE", "")
	Compare(t, name, "a\n")
}
