package compare

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

const shared = "../../../shared"

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
	files, _ := filepath.Glob(shared + "/seeds/*.txt")
	if len(files) == 0 {
		t.Skip("the five articles are not on this machine")
	}
	places = map[string][2]int{}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := corpus.ReadArticle(filepath.Base(name), string(b))
		if err != nil {
			t.Fatal(err)
		}
		short := filepath.Base(name)[:3]
		if short == "002" {
			doc.Summit.Date = "2025-10-10"
		}
		readPlaces(t, places, short, string(b))
		docs = append(docs, Input{doc, figure.Extract(doc, corpus.Names())})
	}
	return docs, places
}

func readPlaces(t *testing.T, places map[string][2]int, doc, article string) {
	t.Helper()
	names, _ := filepath.Glob(shared + "/gold/figures/" + doc + "*.jsonl")
	points := []rune(article)
	bytes := func(n int) int { return len(string(points[:n])) }
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			var g struct {
				ID       string `json:"id"`
				NumStart int    `json:"num_start"`
				NumEnd   int    `json:"num_end"`
			}
			if err := json.Unmarshal([]byte(line), &g); err != nil {
				t.Fatal(err)
			}
			places[g.ID] = [2]int{bytes(g.NumStart), bytes(g.NumEnd)}
		}
	}
}

// TestGold asks for what the gold standard of the five articles asks for.
func TestGold(t *testing.T) {
	docs, places := goldArticles(t)
	b, err := os.ReadFile(shared + "/gold/comparisons_required.json")
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
	b, err := os.ReadFile(shared + "/gold/initiatives.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		var w struct {
			ID, Relation string
			Places       []struct {
				Doc, Text string
				Start     int
			}
		}
		if err := json.Unmarshal([]byte(line), &w); err != nil {
			t.Fatal(err)
		}
		best, documents := 0, map[string]bool{}
		for _, p := range w.Places {
			documents[p.Doc] = true
		}
		for _, i := range r.Initiatives {
			told := map[string]bool{}
			for _, p := range w.Places {
				if tells(docs, i, p.Doc, p.Start, p.Start+utf8.RuneCountInString(p.Text)) {
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
func tells(docs []Input, i Initiative, doc string, start, end int) bool {
	for _, p := range i.Members {
		d := docs[p.Document].Document
		if d.Name[:3] != doc {
			continue
		}
		b, err := os.ReadFile(shared + "/seeds/" + d.Name)
		if err != nil {
			continue
		}
		from, to := utf8.RuneCount(b[:p.Span.Start]), utf8.RuneCount(b[:p.Span.End])
		if from < end && to > start {
			return true
		}
	}
	return false
}
