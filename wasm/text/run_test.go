package text

import (
	"strconv"
	"strings"
	"testing"
)

func hitAt(start, end int) Mark            { return Mark{Span{start, end}, "hit", 0} }
func figureAt(start, end, number int) Mark { return Mark{Span{start, end}, "f", number} }

// markedRuns are the runs of 峰会上的话 under marks.
var markedRuns = []struct {
	name  string
	marks []Mark
	want  string
}{
	{"no marks", nil, "峰会上的话"},
	{"one mark", []Mark{hitAt(3, 6)}, "峰 会:hit 上的话"},
	{"touching marks of a kind join", []Mark{hitAt(3, 6), hitAt(6, 9)}, "峰 会上:hit 的话"},
	{"overlapping marks of a kind join", []Mark{hitAt(6, 12), hitAt(3, 9)}, "峰 会上的:hit 话"},
	{"a mark in another of its kind", []Mark{hitAt(3, 12), hitAt(6, 9)}, "峰 会上的:hit 话"},
	{"kinds overlap", []Mark{hitAt(0, 9), {Span{6, 15}, "figure", 0}}, "峰会:hit 上:figure+hit 的话:figure"},
	{"kinds in a row", []Mark{hitAt(0, 6), {Span{6, 15}, "figure", 0}}, "峰会:hit 上的话:figure"},
	{"borders inside letters", []Mark{hitAt(4, 5)}, "峰 会:hit 上的话"},
	{"beyond the text", []Mark{hitAt(-3, 3), hitAt(12, 99), hitAt(99, 120)}, "峰:hit 会上的 话:hit"},
	{"empty and backward marks", []Mark{hitAt(3, 3), hitAt(9, 6)}, "峰会上的话"},
	{"numbered marks that touch stay apart", []Mark{figureAt(0, 6, 1), figureAt(6, 9, 2)}, "峰会:f1 上:f2 的话"},
	{"the inner one of numbered marks wins", []Mark{figureAt(0, 12, 1), figureAt(3, 6, 2)}, "峰:f1 会:f2 上的:f1 话"},
	{"where they overlap by halves, the shorter", []Mark{figureAt(0, 9, 1), figureAt(6, 12, 2)}, "峰会:f1 上的:f2 话"},
	{"one wholly covered has no run", []Mark{figureAt(3, 6, 1), figureAt(3, 6, 2)}, "峰 会:f1 上的话"},
	{"a hit across numbered marks", []Mark{figureAt(0, 6, 1), figureAt(6, 12, 2), hitAt(3, 9)}, "峰:f1 会:f+hit1 上:f+hit2 的:f2 话"},
	{"all of it", []Mark{hitAt(0, 15)}, "峰会上的话:hit"},
}

func TestRuns(t *testing.T) {
	for _, c := range markedRuns {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, run := range Runs("峰会上的话", c.marks) {
				kind := strings.ReplaceAll(run.Kind, " ", "+")
				if run.Number > 0 {
					kind += strconv.Itoa(run.Number)
				}
				got = append(got, strings.TrimSuffix(run.Text+":"+kind, ":"))
			}
			if joined := strings.Join(got, " "); joined != c.want {
				t.Errorf("got %s, want %s", joined, c.want)
			}
		})
	}
	if runs := Runs("", []Mark{hitAt(0, 1)}); len(runs) != 0 {
		t.Errorf("runs of nothing: %v", runs)
	}
}

func FuzzRuns(f *testing.F) {
	f.Add("峰会\xff上", 1, 4, 3, 9)
	f.Fuzz(func(t *testing.T, s string, a, b, c, d int) {
		var joined strings.Builder
		last := Run{Kind: "none"}
		for _, run := range Runs(s, []Mark{{Span{a, b}, "x", 1}, {Span{c, d}, "y", 0}, {Span{b, c}, "x", 2}}) {
			if run.Text == "" || run.Kind == last.Kind && run.Number == last.Number {
				t.Fatalf("empty or divided run %q %q of %q", run.Text, run.Kind, s)
			}
			last = run
			joined.WriteString(run.Text)
		}
		if joined.String() != s {
			t.Fatalf("runs join to %q, not %q", joined.String(), s)
		}
	})
}
