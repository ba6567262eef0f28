package compare

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
)

// wanted is a line of a want.tsv: what the documents of a folder say, written
// down by hand. What begins it: series VERDICT, board, check KIND, initiative,
// calendar TIME or never; without a second word any will do.
type wanted struct {
	what, of string
	members  []string // document, a space, words of the quote, @2 for the second
}

func readWanted(t testing.TB, name string) []wanted {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var list []wanted
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		what, of, _ := strings.Cut(cells[0], " ")
		list = append(list, wanted{what, of, cells[1:]})
	}
	return list
}

// findTold finds a figure by its document and words of its quote.
func findTold(t *testing.T, docs []Input, member string) Ref {
	t.Helper()
	name, words, _ := strings.Cut(member, " ")
	words, count, _ := strings.Cut(words, "@")
	n, _ := strconv.Atoi(count)
	for d := range docs {
		if !strings.HasPrefix(docs[d].Document.Name, name) {
			continue
		}
		for k := range docs[d].Figures {
			if strings.Contains(docs[d].Figures[k].Quote, words) {
				if n--; n <= 0 {
					return Ref{d, k}
				}
			}
		}
	}
	t.Fatalf("no figure %s", member)
	return Ref{}
}

func wantedRefs(t *testing.T, docs []Input, w wanted) []Ref {
	t.Helper()
	var want []Ref
	for _, m := range w.members {
		want = append(want, findTold(t, docs, m))
	}
	return want
}

func refs(members []Member) []Ref {
	var list []Ref
	for _, m := range members {
		list = append(list, m.Ref)
	}
	return list
}

func holdsAll(have, want []Ref) bool {
	return !slices.ContainsFunc(want, func(r Ref) bool { return !slices.Contains(have, r) })
}

// checkWanted holds a result against what was written down. Groups must not be
// larger than one member more than wanted.
func checkWanted(t *testing.T, docs []Input, r *Result, list []wanted) {
	for _, w := range list {
		t.Run(w.what+" "+w.of+" "+strings.Join(w.members, ", "), func(t *testing.T) {
			if w.what == "initiative" {
				checkInitiative(t, docs, r, w)
				return
			}
			want := wantedRefs(t, docs, w)
			found, message := findGroup(r, w, want)
			if w.what == "never" && found != "" {
				t.Errorf("stand together: %s", message)
			}
			if w.what != "never" && (found == "" || found != w.of && w.of != "") {
				t.Errorf("found %q: %s", found, message)
			}
		})
	}
}

// findGroup returns the verdict or kind of the group that holds all.
func findGroup(r *Result, w wanted, want []Ref) (kind, message string) {
	fits := func(members []Member) bool {
		return holdsAll(refs(members), want) && (w.what == "never" || len(members) <= len(want)+1)
	}
	if w.what == "series" || w.what == "never" {
		for _, s := range r.Series {
			if fits(s.Members) {
				return s.Verdict, s.Title.Zh
			}
		}
	}
	if w.what == "board" || w.what == "never" {
		for _, b := range r.Boards {
			if fits(b.Members) {
				return b.Form, b.Title.Zh
			}
		}
	}
	for _, c := range r.Checks {
		if w.what == "check" && fits(c.Members) && c.Kind == w.of {
			return c.Kind, c.Message.Zh
		}
	}
	for _, e := range r.Calendar {
		if w.what == "calendar" && fits(e.Members) {
			return e.When, e.Title.Zh
		}
	}
	return "", "no such group"
}

// checkInitiative: one initiative holds a sentence of each document with the
// words.
func checkInitiative(t *testing.T, docs []Input, r *Result, w wanted) {
	for _, i := range r.Initiatives {
		held := 0
		for _, m := range w.members {
			name, words, _ := strings.Cut(m, " ")
			if slices.ContainsFunc(i.Members, func(p Place) bool {
				return strings.HasPrefix(docs[p.Document].Document.Name, name) && strings.Contains(p.Sentence, words)
			}) {
				held++
			}
		}
		if held == len(w.members) && len(i.Members) <= 2*held+2 {
			return
		}
	}
	t.Errorf("no initiative with these sentences among %d", len(r.Initiatives))
}

func readFolder(t testing.TB, pattern string) []Input {
	t.Helper()
	var docs []Input
	for _, x := range goldtest.Texts(t, pattern) {
		docs = append(docs, inputOf(t, x))
	}
	return docs
}

// markedByHand are the five records of which a person wrote down what comparing
// should find.
func markedByHand(t testing.TB) []Input {
	t.Helper()
	return slices.DeleteFunc(allRecords(t), func(in Input) bool { return len(in.Document.Expected) > 0 })
}

// Two articles of summits that no rule was written for.
func TestOtherSummits(t *testing.T) {
	docs := readFolder(t, "testdata/north/*.txt")
	r := Run(docs, corpus.Names())
	list := readWanted(t, "testdata/north/want.tsv")
	checkWanted(t, docs, r, list)
	noOtherDoubts(t, docs, r, list)
}

// Our own records tell the groups that the articles they report tell.
func TestRecords(t *testing.T) {
	docs := markedByHand(t)
	checkWanted(t, docs, Run(docs, corpus.Names()), readWanted(t, "testdata/records/want.tsv"))
}
