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

// The program lists the newest summit first, and the order of a part is kept.
func TestTheDocumentsOfALaterYearAreNewestFirst(t *testing.T) {
	var docs []*corpus.Document
	for _, id := range []string{"2024-03-01 b", "2024-03-01 a", "2024-09-01 c", "2025-01-01 d"} {
		date, _, _ := strings.Cut(id, " ")
		docs = append(docs, &corpus.Document{ID: id, Summit: corpus.Summit{Date: date}, Passages: make([]corpus.Passage, 1)})
	}
	m := material{added: docs, documents: docs, first: docs}
	m.split(1)
	var order []string
	for _, d := range m.years[0].Documents {
		order = append(order, d.ID)
	}
	if got := strings.Join(order, ", "); got != "2024-09-01 c, 2024-03-01 a, 2024-03-01 b" {
		t.Errorf("in the order %s", got)
	}
}
