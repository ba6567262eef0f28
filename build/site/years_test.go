package site

import (
	"strings"
	"testing"

	"fenghui/corpus"
)

// A library of six passages, divided where it has more than so many.
func TestALibraryIsDividedWhereItIsTooLarge(t *testing.T) {
	var docs []*corpus.Document
	for _, date := range []string{"2023-01-01", "2025-01-01", "2024-01-01"} {
		docs = append(docs, &corpus.Document{ID: date, Summit: corpus.Summit{Date: date}, Passages: make([]corpus.Passage, 2)})
	}
	for most, want := range map[int]string{0: "", 7: "", 6: "", 5: "2024 2023", 1: "2024 2023"} {
		m := material{added: docs, documents: docs, first: docs}
		m.split(most)
		var years []string
		for _, y := range m.years {
			years = append(years, y.Name)
		}
		if got := strings.Join(years, " "); got != want || len(m.first)+len(m.years) != 3 {
			t.Errorf("at %d: later years %q, want %q; %d documents at first", most, got, want, len(m.first))
		}
	}
}
