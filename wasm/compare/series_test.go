package compare

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
)

// seriesCase is a few reports and the series they make.
type seriesCase struct {
	name          string
	reports       [][2]string // date, text; ／ ends a paragraph
	titles, notes []string
	boards        []string // "-" for none, nothing where the case is not about them
	calendar      []string
}

func readSeriesCases(t *testing.T) []seriesCase {
	file, err := os.Open("testdata/series.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var list []seriesCase
	for in := bufio.NewScanner(file); in.Scan(); {
		line := in.Text()
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "= "):
			list[len(list)-1].titles = append(list[len(list)-1].titles, line[2:])
		case strings.HasPrefix(line, "& "):
			list[len(list)-1].boards = append(list[len(list)-1].boards, line[2:])
		case strings.HasPrefix(line, "@ "):
			list[len(list)-1].calendar = append(list[len(list)-1].calendar, line[2:])
		case strings.HasPrefix(line, "! "):
			list[len(list)-1].notes = append(list[len(list)-1].notes, line[2:])
		case strings.HasPrefix(line, "20"):
			date, said, _ := strings.Cut(line, " ")
			list[len(list)-1].reports = append(list[len(list)-1].reports, [2]string{date, said})
		default:
			list = append(list, seriesCase{name: line})
		}
	}
	return list
}

// What was said at different times makes the series of series.txt, no more.
func TestSeriesOverTime(t *testing.T) {
	for _, c := range readSeriesCases(t) {
		t.Run(c.name, func(t *testing.T) {
			var docs []Input
			for _, r := range c.reports {
				in, err := ReadDraft(strings.ReplaceAll(r[1], "／", "\n\n"), r[0], corpus.Names())
				if err != nil {
					t.Fatal(err)
				}
				docs = append(docs, in)
			}
			r := Run(docs, corpus.Names())
			checkResult(t, docs, r)
			var titles, notes []string
			for _, s := range r.Series {
				titles = append(titles, s.Title.Zh)
				for _, n := range s.Notes {
					notes = append(notes, n.Zh)
				}
			}
			wantTitles(t, titles, c.titles)
			if c.boards != nil {
				wantTitles(t, titlesOf(r.Boards, func(b Board) Words { return b.Title }), c.boards)
			}
			if c.calendar != nil {
				wantTitles(t, titlesOf(r.Calendar, func(e Entry) Words { return e.Title }), c.calendar)
			}
			for _, n := range c.notes {
				if !slices.Contains(notes, n) {
					t.Errorf("no note %q among %q", n, notes)
				}
			}
		})
	}
}

func titlesOf[T any](list []T, title func(T) Words) []string {
	var titles []string
	for _, x := range list {
		titles = append(titles, title(x).Zh)
	}
	return titles
}

func wantTitles(t *testing.T, found, want []string) {
	t.Helper()
	if len(found) == 0 {
		found = []string{"-"}
	}
	if !slices.Equal(found, want) {
		t.Errorf("found %q, want %q", found, want)
	}
}
