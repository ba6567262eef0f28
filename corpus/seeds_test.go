package corpus

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"fenghui/corpus/goldtest"
)

// gold is what is known of one of the real articles, from their texts and
// from elsewhere.
type gold struct {
	File         string
	TitleInText  *string `json:"title_in_text"`
	Date         string
	DateHowKnown string `json:"date_how_known"`
	City         string
	CityHowKnown string `json:"city_how_known"`
	Country      string
	Organisation string
	Speaker      string
	Participants []struct{ Name string }
}

// What the texts state must be read; what they do not state must stay
// unknown. Names are compared by the term they stand for.
func TestRealArticles(t *testing.T) {
	data, err := os.ReadFile(goldtest.Shared(t, "gold/meta.json"))
	if err != nil {
		t.Fatal(err)
	}
	var meta struct{ Documents map[string]gold }
	if err := json.Unmarshal(data, &meta); err != nil {
		t.Fatal(err)
	}
	for which, names := range map[string]*Glossary{"names of the tests": smallGlossary(t), "shipped names": Names()} {
		for _, want := range meta.Documents {
			t.Run(want.File+" with the "+which, func(t *testing.T) {
				text, err := os.ReadFile(goldtest.Shared(t, "seeds/"+want.File))
				if err != nil {
					t.Fatal(err)
				}
				doc, err := readArticle(names, want.File, string(text))
				if err != nil {
					t.Fatal(err)
				}
				checkPassages(t, string(text), doc)
				want.compare(t, names, doc)
			})
		}
	}
}

func (want gold) compare(t *testing.T, names *Glossary, doc *Document) {
	t.Helper()
	s := doc.Summit
	if want.TitleInText != nil && (doc.Title != *want.TitleInText || doc.TitleFrom != Stated) || want.TitleInText == nil && doc.TitleFrom != FromText {
		t.Errorf("title %q from %s", doc.Title, doc.TitleFrom)
	}
	wantDate, wantFrom := want.Date, Stated
	if strings.Contains(want.DateHowKnown, "无日期行") {
		wantDate, wantFrom = "", Unknown
	}
	if s.Date != wantDate || s.DateFrom != wantFrom {
		t.Errorf("date %q from %s, want %q", s.Date, s.DateFrom, wantDate)
	}
	wantCity := want.City
	if strings.Contains(want.CityHowKnown, "没有出现") || strings.Contains(want.CityHowKnown, "未直接写") {
		wantCity = ""
	}
	if s.City != wantCity || s.Country != want.Country {
		t.Errorf("in %q, %q; want %q, %q", s.City, s.Country, wantCity, want.Country)
	}
	if s.Organisation == "" || !strings.Contains(foldName(want.Organisation), foldName(s.Organisation)) {
		t.Errorf("organisation %q, want one of %q", s.Organisation, want.Organisation)
	}
	want.comparePeople(t, names, doc)
}

func (want gold) comparePeople(t *testing.T, names *Glossary, doc *Document) {
	t.Helper()
	same := func(a, b string) bool {
		first, ok := names.LookupKind(a, "person")
		second, _ := names.LookupKind(b, "person")
		return a == b || ok && first == second
	}
	speaker, _, _ := strings.Cut(want.Speaker, "（")
	if !same(doc.Speaker, speaker) {
		t.Errorf("speaker %q, want %q", doc.Speaker, speaker)
	}
	missed := len(want.Participants)
	for _, w := range want.Participants {
		for _, p := range doc.Participants {
			if same(p.Name, w.Name) {
				missed--
				break
			}
		}
	}
	if missed > 0 || len(doc.Participants) != len(want.Participants) {
		t.Errorf("%d of %d participants missed: %v", missed, len(want.Participants), doc.Participants)
	}
}
