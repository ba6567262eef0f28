package text

import (
	"strconv"
	"strings"
	"testing"
)

func TestRuns(t *testing.T) {
	const s = "峰会上的话"
	mark := func(start, end int, kind string) Mark { return Mark{Span{start, end}, kind, 0} }
	figure := func(start, end, number int) Mark { return Mark{Span{start, end}, "f", number} }
	for _, c := range []struct {
		name  string
		marks []Mark
		want  string
	}{
		{"no marks", nil, "峰会上的话"},
		{"one mark", []Mark{mark(3, 6, "hit")}, "峰 会:hit 上的话"},
		{"touching marks of a kind join", []Mark{mark(3, 6, "hit"), mark(6, 9, "hit")}, "峰 会上:hit 的话"},
		{"overlapping marks of a kind join", []Mark{mark(6, 12, "hit"), mark(3, 9, "hit")}, "峰 会上的:hit 话"},
		{"a mark in another of its kind", []Mark{mark(3, 12, "hit"), mark(6, 9, "hit")}, "峰 会上的:hit 话"},
		{"kinds overlap", []Mark{mark(0, 9, "hit"), mark(6, 15, "figure")}, "峰会:hit 上:figure+hit 的话:figure"},
		{"kinds in a row", []Mark{mark(0, 6, "hit"), mark(6, 15, "figure")}, "峰会:hit 上的话:figure"},
		{"borders inside letters", []Mark{mark(4, 5, "hit")}, "峰 会:hit 上的话"},
		{"beyond the text", []Mark{mark(-3, 3, "hit"), mark(12, 99, "hit"), mark(99, 120, "hit")}, "峰:hit 会上的 话:hit"},
		{"empty and backward marks", []Mark{mark(3, 3, "hit"), mark(9, 6, "hit")}, "峰会上的话"},
		{"numbered marks that touch stay apart", []Mark{figure(0, 6, 1), figure(6, 9, 2)}, "峰会:f1 上:f2 的话"},
		{"the inner one of numbered marks wins", []Mark{figure(0, 12, 1), figure(3, 6, 2)}, "峰:f1 会:f2 上的:f1 话"},
		{"where they overlap by halves, the shorter", []Mark{figure(0, 9, 1), figure(6, 12, 2)}, "峰会:f1 上的:f2 话"},
		{"one wholly covered has no run", []Mark{figure(3, 6, 1), figure(3, 6, 2)}, "峰 会:f1 上的话"},
		{"a hit across numbered marks", []Mark{figure(0, 6, 1), figure(6, 12, 2), mark(3, 9, "hit")}, "峰:f1 会:f+hit1 上:f+hit2 的:f2 话"},
		{"all of it", []Mark{mark(0, 15, "hit")}, "峰会上的话:hit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, run := range Runs(s, c.marks) {
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
	if runs := Runs("", []Mark{mark(0, 1, "hit")}); len(runs) != 0 {
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
