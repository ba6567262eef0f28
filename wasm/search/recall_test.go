package search

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/text"
)

// What Ctrl+F would find, search finds. The articles are not part of the
// product; without them the records alone are searched.
func TestEverySubstringIsFound(t *testing.T) {
	libraries := map[string]func(*testing.T) []*corpus.Document{
		"records":  func(t *testing.T) []*corpus.Document { return builtIn(t) },
		"articles": func(t *testing.T) []*corpus.Document { return articles(t, "../../../shared/seeds") },
		"invented": func(*testing.T) []*corpus.Document { return fleet },
	}
	for name, documents := range libraries {
		t.Run(name, func(t *testing.T) {
			s := snapshot(t, documents(t))
			asked, scan := map[string]bool{}, map[string]string{}
			for number := range s.Len() {
				p := s.Passage(uint64(number))
				scan[fmt.Sprintf("%s/%d", p.Document.ID, p.Ordinal)] = text.Fold(p.Text())
				for _, sub := range substrings(p.Text()) {
					asked[sub] = true
				}
			}
			for sub := range asked {
				checkPhrase(t, s, scan, sub)
			}
			t.Logf("%d strings asked for in %d passages", len(asked), s.Len())
		})
	}
}

// checkPhrase compares a quoted query with a plain scan of the texts: exactly
// the passages that hold the string, no more and no fewer.
func checkPhrase(t *testing.T, s *library.Snapshot, scan map[string]string, phrase string) {
	t.Helper()
	want := map[string]bool{}
	folded := text.Fold(phrase)
	for id, passage := range scan {
		if strings.Contains(passage, folded) {
			want[id] = true
		}
	}
	for _, id := range found(t, s, `"`+phrase+`"`) {
		if !want[id] && !strings.Contains(text.Fold(title(t, s, id)), folded) {
			t.Errorf("%q is said to be in %s", phrase, id)
		}
		delete(want, id)
	}
	for id := range want {
		t.Errorf("%q is not found in %s", phrase, id)
	}
}

// found lists all hits, not only those shown.
func found(t *testing.T, s *library.Snapshot, query string) []string {
	t.Helper()
	list := expand(Parse(query).Clauses, corpus.Names())
	m, err := match(t.Context(), s, list)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, number := range m.ranked() {
		p := s.Passage(uint64(number))
		ids = append(ids, fmt.Sprintf("%s/%d", p.Document.ID, p.Ordinal))
	}
	return ids
}

func title(t *testing.T, s *library.Snapshot, id string) string {
	t.Helper()
	d, err := s.Find(id[:strings.LastIndexByte(id, '/')])
	if err != nil {
		t.Fatal(err)
	}
	return d.Title
}

// substrings of a passage: all of two characters, and some of 1 to 12; none
// that is white space alone.
func substrings(passage string) []string {
	r := rand.New(rand.NewPCG(1, uint64(len(passage))))
	runes := []rune(passage)
	var list []string
	add := func(from, to int) {
		if s := string(runes[from:to]); strings.TrimSpace(text.Fold(s)) != "" {
			list = append(list, s)
		}
	}
	for i := range max(len(runes)-1, 0) {
		add(i, i+2)
	}
	for range 10 {
		from := r.IntN(len(runes))
		add(from, min(from+1+r.IntN(12), len(runes)))
	}
	return list
}

func builtIn(t *testing.T) []*corpus.Document {
	t.Helper()
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func articles(t *testing.T, dir string) []*corpus.Document {
	t.Helper()
	if _, err := os.Stat(dir); os.IsNotExist(err) {
		t.Skip("the articles are not here; the records are searched instead")
	}
	docs, err := corpus.Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}
