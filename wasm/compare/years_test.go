package compare

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
	"fenghui/wasm/figure"
)

// toldFigure is a figure of a case, as testdata/years.tsv writes it down.
type toldFigure struct{ record, value, period string }

// yearsCase is what belongs together, contradicts itself or must be kept apart.
type yearsCase struct {
	name, want string
	figures    []toldFigure
}

func readYears(t testing.TB) []*yearsCase {
	t.Helper()
	b, err := os.ReadFile("testdata/years.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var list []*yearsCase
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			t.Fatalf("years.tsv: %q has %d cells, want 5", line, len(cells))
		}
		if n := len(list); n == 0 || list[n-1].name != cells[0] || list[n-1].want != cells[1] {
			list = append(list, &yearsCase{name: cells[0], want: cells[1]})
		}
		c := list[len(list)-1]
		c.figures = append(c.figures, toldFigure{cells[2], cells[3], cells[4]})
	}
	return list
}

// allRecords are the records the program ships, those marked by hand and the
// others, with their figures.
func allRecords(t testing.TB) []Input {
	t.Helper()
	records, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	var docs []Input
	for _, doc := range records {
		docs = append(docs, Input{doc, figure.Extract(doc, corpus.Names())})
	}
	return docs
}

// yearsScore counts cases of one sort.
type yearsScore struct{ found, all int }

func (s yearsScore) String() string { return fmt.Sprintf("%d/%d", s.found, s.all) }

func (s yearsScore) tooFew() bool { return 10*s.found < 9*s.all }

// TestYears holds what comparing all records finds against what a reader found:
// indicators over the years, what does not agree, and what must be kept apart.
// Nine of ten groups and contradictions are to be found, and no trap stepped in.
func TestYears(t *testing.T) {
	docs := allRecords(t)
	r := Run(docs, corpus.Names())
	var groups, clashes, apart yearsScore
	var missed strings.Builder
	missed.WriteString("# Cases of years.tsv that are not found yet, and why.\n")
	for _, c := range readYears(t) {
		why := c.misses(t, docs, r)
		score := &groups
		switch c.want {
		case "clash", "both", "settled":
			score = &clashes
		case "never", "nowhere":
			score = &apart
		}
		if score.all++; why == "" {
			score.found++
			continue
		}
		fmt.Fprintf(&missed, "%s\t%s\t%s\n", c.want, c.name, why)
	}
	traps := apart.all - apart.found
	t.Logf("groups %v, contradictions %v, traps %d of %d", groups, clashes, traps, apart.all)
	if groups.tooFew() || clashes.tooFew() || traps > 0 {
		t.Errorf("groups %v, contradictions %v, traps %d: want nine of ten, nine of ten and none", groups, clashes, traps)
	}
	goldtest.Compare(t, "testdata/years.golden", missed.String())
}

// misses says what is wrong with a case, "" when it is as wanted.
func (c *yearsCase) misses(t testing.TB, docs []Input, r *Result) string {
	var want []Ref
	for _, f := range c.figures {
		ref, ok := findYears(docs, f)
		if !ok {
			return "no figure " + f.record + " " + f.value
		}
		if have := docs[ref.Document].Figures[ref.Figure].Period; f.period != "?" && have != strings.TrimPrefix(f.period, "-") {
			return fmt.Sprintf("%s %s is read as of %q, not %s", f.record, f.value, have, f.period)
		}
		want = append(want, ref)
	}
	switch c.want {
	case "board":
		return missesBoard(docs, r, want)
	case "never":
		return missesApart(docs, r, want)
	case "clash":
		return missesClash(r, want)
	case "settled":
		return missesSettled(r, want)
	}
	return c.missesSeries(docs, r, want)
}

// findYears finds a figure by the record and words of its quote.
func findYears(docs []Input, f toldFigure) (Ref, bool) {
	words, count, _ := strings.Cut(f.value, "@")
	n := 1
	fmt.Sscan(count, &n)
	for d := range docs {
		if docs[d].Document.ID != f.record {
			continue
		}
		for k := range docs[d].Figures {
			if tellsWords(docs[d].Figures[k].Quote, words) {
				if n--; n == 0 {
					return Ref{d, k}, true
				}
			}
		}
	}
	return Ref{}, false
}

// tellsWords: 500亿 is not told by 3500亿.
func tellsWords(quote, words string) bool {
	at := strings.Index(quote, words)
	return at == 0 || at > 0 && !strings.ContainsRune("0123456789.", rune(quote[at-1]))
}

func (c *yearsCase) missesSeries(docs []Input, r *Result, want []Ref) string {
	best, nearest := 0, ""
	for _, s := range r.Series {
		have := refs(s.Members)
		if !holdsAll(have, want) {
			if n := held(have, want); n > best {
				best, nearest = n, fmt.Sprintf("%d of %d in %s; without %s", n, len(want), s.Title.Zh, without(docs, have, want))
			}
			continue
		}
		if c.want == "series" || c.want == s.Verdict || c.want == "both" && s.Verdict == Agree {
			return ""
		}
		return "found as " + s.Verdict + ": " + s.Title.Zh
	}
	return "no series; " + nearest
}

func missesBoard(docs []Input, r *Result, want []Ref) string {
	best, nearest := 0, ""
	for _, b := range r.Boards {
		have := refs(b.Members)
		if holdsAll(have, want) {
			return ""
		}
		if n := held(have, want); n > best {
			best, nearest = n, fmt.Sprintf("%d of %d in %s; without %s", n, len(want), b.Title.Zh, without(docs, have, want))
		}
	}
	return "no board; " + nearest
}

// missesClash: a check says so, or a series that differs for the time in
// question, or one whose notes say how the wordings differ.
func missesClash(r *Result, want []Ref) string {
	for _, c := range r.Checks {
		if c.Kind != Arithmetic && holdsAll(refs(c.Members), want) {
			return ""
		}
	}
	for _, s := range r.Series {
		have := refs(s.Members)
		if !holdsAll(have, want) {
			continue
		}
		told := s.Title.Zh
		for _, n := range s.Notes {
			told += n.Zh
		}
		for _, w := range want {
			if !strings.Contains(told, s.Members[slices.Index(have, w)].Told.Zh) {
				return "not said in " + told
			}
		}
		return ""
	}
	return "no check and no series"
}

// missesSettled: a check works it out from them.
func missesSettled(r *Result, want []Ref) string {
	if slices.ContainsFunc(r.Checks, func(c Check) bool { return c.Kind == Arithmetic && holdsAll(refs(c.Members), want) }) {
		return ""
	}
	return "no check works it out"
}

// missesApart: no series holds two of them.
func missesApart(docs []Input, r *Result, want []Ref) string {
	for _, s := range r.Series {
		if held(refs(s.Members), want) > 1 {
			return "stand together: " + s.Title.Zh
		}
	}
	return ""
}

func held(have, want []Ref) int {
	n := 0
	for _, w := range want {
		if slices.Contains(have, w) {
			n++
		}
	}
	return n
}

// without tells which of the wanted figures are not there.
func without(docs []Input, have, want []Ref) string {
	var list []string
	for _, w := range want {
		if !slices.Contains(have, w) {
			f := docs[w.Document].Figures[w.Figure]
			list = append(list, docs[w.Document].Document.Summit.Date+" "+f.Quote+" ("+f.Indicator+")")
		}
	}
	return strings.Join(list, ", ")
}
