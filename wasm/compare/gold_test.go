package compare

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/corpus/goldtest"
	"fenghui/wasm/figure"
)

// goldGroups is comparisons_required.json.
type goldGroups struct {
	Series, Boards, Never, Checks []goldGroup
}

type goldGroup struct {
	Group, Kind string
	Members     []string
	Verdict     any
}

// verdicts are one or several; only series have them.
func (g *goldGroup) verdicts() []string {
	list, _ := g.Verdict.([]any)
	var verdicts []string
	for _, v := range list {
		s, _ := v.(string)
		verdicts = append(verdicts, s)
	}
	return verdicts
}

// goldArticles reads the five articles and where their gold figures stand, in
// bytes; it skips without them.
func goldArticles(t *testing.T) (docs []Input, places map[string][2]int) {
	t.Helper()
	places = map[string][2]int{}
	for _, x := range goldtest.Articles(t) {
		docs = append(docs, inputOf(t, x))
		readPlaces(t, places, x)
	}
	return docs, places
}

// inputOf reads a text, which is of the day it is said to be of where it tells
// none itself.
func inputOf(t testing.TB, x goldtest.Text) Input {
	t.Helper()
	doc, err := corpus.Read(x.Name, x.Text)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Summit.Date == "" {
		doc.Summit.Date = x.Date
	}
	return Input{doc, figure.Extract(doc, corpus.Names())}
}

func readPlaces(t *testing.T, places map[string][2]int, x goldtest.Text) {
	t.Helper()
	points := []rune(x.Text)
	bytes := func(n int) int { return len(string(points[:n])) }
	type mark struct {
		ID       string `json:"id"`
		NumStart int    `json:"num_start"`
		NumEnd   int    `json:"num_end"`
	}
	for _, g := range goldtest.Lines[mark](t, goldtest.Shared(t, "gold/figures/"+x.Base()+".jsonl")) {
		places[g.ID] = [2]int{bytes(g.NumStart), bytes(g.NumEnd)}
	}
}

// TestGold asks for what the gold standard of the five articles asks for.
func TestGold(t *testing.T) {
	docs, places := goldArticles(t)
	b, err := os.ReadFile(goldtest.Shared(t, "gold/comparisons_required.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want goldGroups
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	r := Run(docs, corpus.Names())
	ids := func(members []Member) map[string]bool {
		found := map[string]bool{}
		for id, place := range places {
			for _, m := range members {
				if docs[m.Document].Document.Name[:3] == id[:3] && m.Place.Start < place[1] && m.Place.End > place[0] {
					found[id] = true
				}
			}
		}
		return found
	}
	checkGold(t, r, want, ids)
	if len(r.Checks) > 40 {
		t.Errorf("%d checks", len(r.Checks))
	}
	goldInitiatives(t, docs, r)
}

func tight(found map[string]bool, members []Member, want []string) bool {
	return !slices.ContainsFunc(want, func(id string) bool { return !found[id] }) && len(found) <= 2*len(want) && len(members) <= 2*len(want)+1
}

func checkGold(t *testing.T, r *Result, want goldGroups, ids func([]Member) map[string]bool) {
	for _, w := range want.Series {
		if !slices.ContainsFunc(r.Series, func(s Series) bool {
			return slices.Contains(w.verdicts(), s.Verdict) && tight(ids(s.Members), s.Members, w.Members)
		}) {
			t.Errorf("no series %s %v", w.Group, w.Members)
		}
	}
	for _, w := range want.Boards {
		if !slices.ContainsFunc(r.Boards, func(b Board) bool { return tight(ids(b.Members), b.Members, w.Members) }) {
			t.Errorf("no board %s %v", w.Group, w.Members)
		}
	}
	for _, w := range want.Checks {
		if !slices.ContainsFunc(r.Checks, func(c Check) bool { return c.Kind == w.Kind && tight(ids(c.Members), c.Members, w.Members) }) {
			t.Errorf("no check %s %v", w.Group, w.Members)
		}
	}
	for _, w := range want.Never {
		for _, s := range r.Series {
			checkApart(t, w, ids(s.Members), s.Title)
		}
		for _, b := range r.Boards {
			checkApart(t, w, ids(b.Members), b.Title)
		}
	}
}

func checkApart(t *testing.T, w goldGroup, found map[string]bool, title Words) {
	t.Helper()
	n := 0
	for _, id := range w.Members {
		if found[id] {
			n++
		}
	}
	if n > 1 {
		t.Errorf("%s %v stand together: %s", w.Group, w.Members, title.Zh)
	}
}

// goldInitiatives holds the proposals against initiatives.jsonl.
func goldInitiatives(t *testing.T, docs []Input, r *Result) {
	type place struct {
		Doc, Text string
		Start     int
	}
	type initiative struct {
		ID, Relation string
		Places       []place
	}
	texts := map[string]string{}
	for _, x := range goldtest.Articles(t) {
		texts[x.Name] = x.Text
	}
	for _, w := range goldtest.Lines[initiative](t, goldtest.Shared(t, "gold/initiatives.jsonl")) {
		best, documents := 0, map[string]bool{}
		for _, p := range w.Places {
			documents[p.Doc] = true
		}
		for _, i := range r.Initiatives {
			told := map[string]bool{}
			for _, p := range w.Places {
				if tells(docs, texts, i, p.Doc, p.Start, p.Start+utf8.RuneCountInString(p.Text)) {
					told[p.Doc] = true
					if w.Relation != "same" {
						told[p.Text] = true
						delete(told, p.Doc)
					}
				}
			}
			if w.Relation != "same" || len(i.Members) <= 2*len(w.Places)+2 {
				best = max(best, len(told))
			}
		}
		if w.Relation == "same" && best < len(documents) || w.Relation != "same" && best > 1 {
			t.Errorf("%s: %d of %d together, want %s", w.ID, best, len(w.Places), w.Relation)
		}
	}
}

// tells reports whether an initiative has a sentence at the code points.
func tells(docs []Input, texts map[string]string, i Initiative, doc string, start, end int) bool {
	for _, p := range i.Members {
		d := docs[p.Document].Document
		if d.Name[:3] != doc {
			continue
		}
		from, to := utf8.RuneCountInString(texts[d.Name][:p.Span.Start]), utf8.RuneCountInString(texts[d.Name][:p.Span.End])
		if from < end && to > start {
			return true
		}
	}
	return false
}
