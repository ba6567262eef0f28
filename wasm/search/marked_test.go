package search

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/library/librarytest"
	"fenghui/wasm/text"
)

// What is marked is what was asked for, whatever the script, the width and the
// characters beyond the first plane; and it is marked wherever a passage is shown.
func TestOnlyThePhraseIsMarked(t *testing.T) {
	libraries := map[string]func(*testing.T) []*corpus.Document{
		"records":  func(t *testing.T) []*corpus.Document { return builtIn(t) },
		"articles": articles,
		"hostile": func(*testing.T) []*corpus.Document {
			return []*corpus.Document{librarytest.Document("hostile", "", "", "", hostile...)}
		},
	}
	for name, documents := range libraries {
		t.Run(name, func(t *testing.T) {
			s := librarytest.Snapshot(t, documents(t))
			r := rand.New(rand.NewPCG(21, 22))
			for range 300 {
				runes := []rune(s.Passage(uint64(r.IntN(s.Len()))).Text())
				from := r.IntN(len(runes))
				sub := string(runes[from:min(from+1+r.IntN(8), len(runes))])
				if strings.TrimSpace(text.Fold(sub)) != "" {
					checkMarks(t, s, sub)
				}
			}
		})
	}
}

func checkMarks(t *testing.T, s *library.Snapshot, phrase string) {
	t.Helper()
	folded := text.Fold(phrase)
	for _, g := range run(t, s, Request{Query: quote(phrase)}).Groups {
		for _, h := range g.Hits {
			stretches := markedStretches(h.Runs)
			if len(stretches) == 0 && !strings.Contains(text.Fold(g.Document.Title), folded) {
				t.Errorf("%q: nothing is marked in %s/%d", phrase, g.Document.ID, h.Ordinal)
			}
			for _, stretch := range stretches {
				if strings.ReplaceAll(text.Fold(stretch), folded, "") != "" && !cutAnywhere(g.Document.Passages[h.Ordinal].Text) {
					t.Errorf("%q: %q is marked in %s/%d", phrase, stretch, g.Document.ID, h.Ordinal)
				}
			}
		}
	}
}

// cutAnywhere: a passage without sentences, of which pieces are shown.
func cutAnywhere(passage string) bool {
	return utf8.RuneCountInString(passage) > 2*snippetLength && len(readable(passage)) > len(text.Sentences(passage))
}

// markedStretches are the marked runs, those that touch put together.
func markedStretches(runs []text.Run) (list []string) {
	inside := false
	for _, r := range runs {
		hit := strings.Contains(r.Kind, HitKind)
		switch {
		case hit && inside:
			list[len(list)-1] += r.Text
		case hit:
			list = append(list, r.Text)
		}
		inside = hit
	}
	return list
}

// A document opened from a hit shows the same marks, also those of a name that
// was half typed or in another language.
func TestAWholeDocumentIsMarkedAsItsHits(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	for query, want := range map[string]string{"tokay": "托卡耶夫", "Tokaiev": "托卡耶夫", "Tokayev": "托卡耶夫", `"水上飞机"`: "水上飞机", "blue corr": "blue corr"} {
		m := NewMarker(s, query)
		var marks []string
		for _, d := range s.Documents {
			for n := range d.Passages {
				marks = append(marks, markedStretches(m.Mark(t.Context(), d, n))...)
			}
		}
		if got := text.Fold(strings.Join(marks, " ")); got != want {
			t.Errorf("%s: %q is marked, want %q", query, got, want)
		}
	}
}
