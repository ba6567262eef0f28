package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The cases are in testdata/LANGUAGE; the head of zh/enders.txt says how.
func TestSentences(t *testing.T) {
	files, _ := filepath.Glob("testdata/*/*.txt")
	if len(files) < 5 {
		t.Fatalf("only %d files of cases", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSuffix(line, "\n")
			if line != "" && line[0] != '#' {
				t.Run(filepath.ToSlash(file)+" "+line, func(t *testing.T) { checkSentences(t, line) })
			}
		}
	}
}

func checkSentences(t *testing.T, line string) {
	plain := strings.NewReplacer("|", "", "⏎", "\n").Replace(line)
	var want []string
	for part := range strings.SplitSeq(strings.ReplaceAll(line, "⏎", "\n"), "|") {
		if part = strings.TrimSpace(part); part != "" {
			want = append(want, part)
		}
	}
	var got []string
	for _, span := range Sentences(plain) {
		got = append(got, span.Of(plain))
	}
	if g, w := strings.Join(got, "|"), strings.Join(want, "|"); g != w {
		t.Errorf("\n got %s\nwant %s", g, w)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("他说：“好。”（等等）。No. 3…\n\"end.\" 《")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, span := range Sentences(s) {
			if span.Start < last || span.End <= span.Start || span.End > len(s) {
				t.Fatalf("span %v after %d in %q", span, last, s)
			}
			if between := s[last:span.Start]; strings.TrimSpace(between) != "" {
				t.Fatalf("%q is in no sentence of %q", between, s)
			}
			last = span.End
		}
		if strings.TrimSpace(s[last:]) != "" {
			t.Fatalf("the end of %q is in no sentence", s)
		}
	})
}
