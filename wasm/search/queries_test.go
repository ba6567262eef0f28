package search

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
	"fenghui/wasm/library"
	"fenghui/wasm/library/librarytest"
	"fenghui/wasm/text"
)

// short names of the records that are marked by hand, of which the queries are
// judged.
var short = map[string]string{
	"2025-09-01-sco-tianjin": "sco", "2025-10-09-ca-russia-dushanbe": "rus", "2025-10-10-cis-dushanbe": "cis",
	"2025-11-16-ca-consultative-tashkent": "cam", "2025-12-20-ca-japan-tokyo": "jpn",
}

const looked = 5 // hits that are looked at

// judged is a query with the passages that should come first and those that do.
type judged struct {
	part, query string
	want        []string
	answer      *Answer
	hits        []placed
}

// placed is a hit under its short name.
type placed struct {
	at  string
	hit Hit
}

// TestQueriesOfReaders holds what real queries find against pages that a
// person can judge: of the records marked by hand, and of all our records.
func TestQueriesOfReaders(t *testing.T) {
	all, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []struct {
		name      string
		documents []*corpus.Document
		least     int // queries
	}{{"queries", markedRecords(t), 40}, {"library", all, 20}} {
		t.Run(of.name, func(t *testing.T) {
			list := judgedQueries(t, "testdata/"+of.name+".txt", librarytest.Snapshot(t, of.documents))
			if len(list) < of.least {
				t.Errorf("only %d queries", len(list))
			}
			goldtest.Compare(t, "testdata/"+of.name+".golden", page(list))
		})
	}
}

func judgedQueries(t *testing.T, name string, s *library.Snapshot) (list []judged) {
	t.Helper()
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	part := ""
	for _, line := range strings.Split(string(file), "\n") {
		query, want, ok := strings.Cut(line, " => ")
		if heading, found := strings.CutPrefix(line, "## "); found {
			part = heading
		} else if ok {
			list = append(list, judge(part, query, strings.Fields(want), run(t, s, Request{Query: query})))
		}
	}
	return list
}

func judge(part, query string, want []string, a *Answer) judged {
	j := judged{part: part, query: query, want: want, answer: a}
	for _, g := range a.Groups {
		name := cmp.Or(short[g.Document.ID], g.Document.ID)
		for _, h := range g.Hits {
			j.hits = append(j.hits, placed{fmt.Sprintf("%s/%d", name, h.Ordinal), h})
		}
	}
	slices.SortStableFunc(j.hits, func(a, b placed) int { return cmp.Compare(b.hit.Score, a.hit.Score) })
	j.hits = j.hits[:min(len(j.hits), looked)]
	return j
}

// recall is the part of what should come first that is among the first.
func (j judged) recall() float64 {
	found := 0
	for _, h := range j.hits {
		if slices.Contains(j.want, h.at) {
			found++
		}
	}
	return float64(found) / float64(min(len(j.want), looked))
}

// reciprocal is one by the place of the first hit that should come first.
func (j judged) reciprocal() float64 {
	for n, h := range j.hits {
		if slices.Contains(j.want, h.at) {
			return 1 / float64(n+1)
		}
	}
	return 0
}

func page(list []judged) string {
	var b strings.Builder
	recall, mrr := 0.0, 0.0
	for _, j := range list {
		recall, mrr = recall+j.recall(), mrr+j.reciprocal()
	}
	n := float64(len(list))
	fmt.Fprintf(&b, "%d queries: recall@%d %.4f, MRR %.4f\n\n", len(list), looked, recall/n, mrr/n)
	fmt.Fprintf(&b, "✓ should be among the first, ✗ should be and is not; [hits] are marked.\n")
	part := ""
	for _, j := range list {
		if j.part != part {
			part = j.part
			fmt.Fprintf(&b, "\n# %s\n", part)
		}
		j.print(&b)
	}
	return b.String()
}

func (j judged) print(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n    %d passages in %d documents\n", j.query, j.answer.Passages, j.answer.Documents)
	for _, i := range j.answer.Query.Ignored {
		fmt.Fprintf(b, "    ignored: %s (%s)\n", i.Part, i.Reason)
	}
	for _, x := range j.answer.Expanded {
		fmt.Fprintf(b, "    %s: also %s\n", x.From, strings.Join(x.To, ", "))
	}
	for _, h := range j.hits {
		sign := " "
		if slices.Contains(j.want, h.at) {
			sign = "✓"
		}
		fmt.Fprintf(b, "  %s %-6s %s\n", sign, h.at, bracketed(h.hit.Runs))
	}
	for _, at := range j.want {
		if !slices.ContainsFunc(j.hits, func(h placed) bool { return h.at == at }) {
			fmt.Fprintf(b, "  ✗ %s\n", at)
		}
	}
}

func bracketed(runs []text.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if strings.Contains(r.Kind, HitKind) {
			b.WriteString("[" + r.Text + "]")
		} else {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}
