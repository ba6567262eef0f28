package library

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"fenghui/wasm/figure"
	"fenghui/wasm/store"
)

// By other rules two figures become one: what was said last counts, the
// program's reading stays the program's, and all of it can be taken back.
func TestWhatOtherRulesReadAsOneFigureIsCorrectedOnce(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	id := add(t, l, testArticle(1))[0].ID
	d, f := figureOf(t, l, "101万吨")
	earlier := Correction{Passage: f.Passage, Quote: "为101万吨", When: "2025-01-01T00:00:00Z", Correction: figure.Correction{Amount: "7万吨"}}
	later := Correction{Passage: f.Passage, Quote: "101万吨", When: "2025-02-01T00:00:00Z", Correction: figure.Correction{Amount: "8万吨"}}
	if !strings.Contains(d.Passages[f.Passage].Text, earlier.Quote) {
		t.Fatal("the test's text is another")
	}
	for _, list := range [][]Correction{{earlier, later}, {later, earlier}} {
		data, _ := json.Marshal(corrections{Of: id, Title: d.Title, List: list})
		spoiled(t, s, correctionsPrefix+id, string(data))
		l, _ = open(t, s, from)
		if _, f := figureOf(t, l, "101万吨"); f.Corrected == nil || f.Corrected.By.Amount != "8万吨" || f.Corrected.Read.Corrected != nil {
			t.Errorf("corrected by %+v", f.Corrected)
		}
	}
	correct(t, l, "101万吨", nil)
	if wantSaid(t, l, "101万吨", 1.01e6, "t", false); len(l.Snapshot().Corrections()) != 0 {
		t.Errorf("left are %+v", l.Snapshot().Corrections())
	}
}

func TestACorrectionThatCannotBeReadIsNotShownAsTheReaders(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	id := add(t, l, testArticle(1))[0].ID
	_, f := figureOf(t, l, "101万吨")
	data, _ := json.Marshal(corrections{Of: id, List: []Correction{{Passage: f.Passage, Quote: f.Quote, Correction: figure.Correction{Amount: "许多"}}}})
	spoiled(t, s, correctionsPrefix+id, string(data))
	l, notices := openWith(t, s, from, func(*Options) {})
	all := l.Snapshot().Corrections()
	if len(all) != 1 || all[0].Figure != nil {
		t.Errorf("%+v", all)
	}
	if !slices.ContainsFunc(*notices, func(n Notice) bool { return n.Code == CorrectionUnfit }) {
		t.Errorf("notices %v", *notices)
	}
}
