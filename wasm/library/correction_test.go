package library

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/library/correction"
	"fenghui/wasm/store"
)

// figureOf is the figure of a quotation, and where the document is.
func figureOf(t *testing.T, l *Library, quote string) (*Document, figure.Figure) {
	t.Helper()
	for _, d := range l.Snapshot().Documents {
		for _, f := range l.Snapshot().Figures(d) {
			if f.Quote == quote {
				return d, f
			}
		}
	}
	t.Fatalf("no figure %s", quote)
	return nil, figure.Figure{}
}

func correct(t *testing.T, l *Library, quote string, c *figure.Correction) {
	t.Helper()
	d, f := figureOf(t, l, quote)
	if err := l.Correct(t.Context(), d.ID, f.Passage, f.Ordinal, c); err != nil {
		t.Fatal(err)
	}
}

// wantSaid fails unless figure and table both say that.
func wantSaid(t *testing.T, l *Library, quote string, value float64, unit string, corrected bool) {
	t.Helper()
	d, f := figureOf(t, l, quote)
	if got, _ := f.Value.Float64(); got != value || f.Unit != unit || (f.Corrected != nil) != corrected {
		t.Errorf("the figure is %v %s, %+v", got, f.Unit, f.Corrected)
	}
	tables, err := l.Snapshot().Tables(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		for n, of := range table.Documents {
			if of != d {
				continue
			}
			first, end := table.Rows(n)
			for row := first; row < end; row++ {
				if table.Passage(row) == f.Passage && row-first == f.Ordinal && (table.Value(row) != value || table.Label(table.Unit(row)) != unit) {
					t.Errorf("the table has %v %s, want %v %s", table.Value(row), table.Label(table.Unit(row)), value, unit)
				}
			}
		}
	}
}

func TestCorrectionsOutliveTheTabAndTheIndex(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	add(t, l, testArticle(1))
	correct(t, l, "101万吨", &figure.Correction{Amount: "约120万吨"})
	correct(t, l, "三亿吨", &figure.Correction{Amount: "四亿吨"}) // of the site's own document
	check := func(l *Library) {
		t.Helper()
		wantSaid(t, l, "101万吨", 1.2e6, "t", true)
		wantSaid(t, l, "三亿吨", 4e8, "t", true)
	}
	check(l)
	l, _ = open(t, s, from)
	check(l)
	for _, key := range append(blobs(t, s, "segment"), blobs(t, s, "figures")...) {
		if err := s.DeleteBlob(t.Context(), key); err != nil {
			t.Fatal(err)
		}
	}
	l, _ = open(t, s, from)
	check(l)
	title := "渔业笔记"
	d, _ := figureOf(t, l, "101万吨")
	if err := l.Amend(t.Context(), d.ID, Change{Title: &title}); err != nil {
		t.Fatal(err)
	}
	check(l)
	correct(t, l, "101万吨", nil)
	wantSaid(t, l, "101万吨", 1.01e6, "t", false)
	l, _ = open(t, s, from)
	wantSaid(t, l, "101万吨", 1.01e6, "t", false)
	if all := l.Snapshot().Corrections(); len(all) != 1 || all[0].Quote != "三亿吨" || all[0].Figure == nil {
		t.Errorf("%+v", all)
	}
}

func TestTwoTabsCorrectFiguresOfTheSameArticle(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	one, _ := open(t, s, from)
	add(t, one, File{Name: "a.txt", Text: "去年捕捞量为101万吨，港口投资为5亿美元。"})
	other, _ := open(t, s, from)
	correct(t, one, "101万吨", &figure.Correction{Misread: true})
	correct(t, other, "5亿美元", &figure.Correction{Amount: "6亿美元"})
	for _, l := range []*Library{other, func() *Library { l, _ := open(t, s, from); return l }()} {
		if n := len(l.Snapshot().Corrections()); n != 2 {
			t.Errorf("%d corrections, want 2", n)
		}
	}
}

func TestARemovedArticleComesBackWithItsCorrections(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	id := add(t, l, testArticle(1))[0].ID
	correct(t, l, "101万吨", &figure.Correction{Amount: "约120万吨"})
	if err := l.Remove(t.Context(), []string{id}); err != nil {
		t.Fatal(err)
	}
	if all := l.Snapshot().Corrections(); len(all) != 1 || all[0].Figure != nil || all[0].Title == "" {
		t.Errorf("without its article: %+v", all)
	}
	if err := l.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantSaid(t, l, "101万吨", 1.2e6, "t", true)
}

func TestCorrectionsAreExportedAndRestored(t *testing.T) {
	from := newSite(t)
	l, _ := open(t, store.NewMemory(), from)
	add(t, l, testArticle(1))
	correct(t, l, "101万吨", &figure.Correction{Amount: "约120万吨"})
	correct(t, l, "三亿吨", &figure.Correction{Misread: true})
	file := export(t, l)
	fresh, _ := open(t, store.NewMemory(), from)
	told, err := fresh.Restore(t.Context(), file, false, nil)
	if err != nil || told.Added != 3 || export(t, fresh) != file {
		t.Fatalf("%+v, %v", told, err)
	}
	wantSaid(t, fresh, "101万吨", 1.2e6, "t", true)
	if _, f := figureOf(t, fresh, "三亿吨"); f.Corrected == nil || !f.Corrected.By.Misread {
		t.Errorf("%+v", f.Corrected)
	}
}

// What is said here of a figure stays; what is said elsewhere of others comes.
func TestCorrectionsMadeHereAndElsewhereGoTogether(t *testing.T) {
	from := newSite(t)
	text := File{Name: "a.txt", Text: "去年捕捞量为101万吨，港口投资为5亿美元。"}
	l, _ := open(t, store.NewMemory(), from)
	add(t, l, text)
	correct(t, l, "101万吨", &figure.Correction{Amount: "约120万吨"})
	correct(t, l, "5亿美元", &figure.Correction{Amount: "6亿美元"})
	s := store.NewMemory()
	here, _ := open(t, s, from)
	add(t, here, text)
	correct(t, here, "101万吨", &figure.Correction{Amount: "99万吨"})
	for _, added := range []int{1, 0} {
		if told, err := here.Restore(t.Context(), export(t, l), false, nil); err != nil || told.Added != added {
			t.Errorf("%+v, %v; want %d added", told, err, added)
		}
	}
	again, _ := open(t, s, from)
	for _, l := range []*Library{here, again} {
		wantSaid(t, l, "101万吨", 9.9e5, "t", true)
		wantSaid(t, l, "5亿美元", 6e8, "USD", true)
	}
}

func TestWhatFitsNoMoreIsToldAndCanBeForgotten(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	add(t, l, testArticle(1))
	correct(t, l, "101万吨", &figure.Correction{Amount: "约120万吨"})
	none := func(o *Options) {
		o.Extract = func(*corpus.Document, *corpus.Glossary) []figure.Figure { return nil }
	}
	l, notices := openWith(t, s, from, none)
	all := l.Snapshot().Corrections()
	if len(all) != 1 || all[0].Figure != nil {
		t.Fatalf("%+v", all)
	}
	if !slices.ContainsFunc(*notices, func(n Notice) bool { return n.Code == CorrectionUnfit && strings.Contains(n.Detail, "101万吨") }) {
		t.Errorf("notices %v", *notices)
	}
	if err := l.Uncorrect(t.Context(), all[0].Document, all[0].Correction); err != nil || len(l.Snapshot().Corrections()) != 0 {
		t.Errorf("%v, %v", err, l.Snapshot().Corrections())
	}
}

func TestCorrectRefuses(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	id := add(t, l, testArticle(1))[0].ID
	if err := l.Correct(t.Context(), id, 0, 99, nil); !errors.Is(err, ErrNoSuchFigure) {
		t.Errorf("no figure: %v", err)
	}
	if err := l.Correct(t.Context(), "a-0", 0, 0, nil); !errors.Is(err, ErrNoSuchDocument) {
		t.Errorf("no document: %v", err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	_, f := figureOf(t, l, "101万吨")
	if err := l.Correct(ended, id, f.Passage, f.Ordinal, &figure.Correction{Misread: true}); !errors.Is(err, context.Canceled) || len(l.Snapshot().Corrections()) != 0 {
		t.Errorf("cancelled: %v", err)
	}
}

// openWith is open, with other options; the notices may come later.
func openWith(t *testing.T, s store.Store, from *site, change func(*Options)) (*Library, *[]Notice) {
	t.Helper()
	var notices []Notice
	o := Options{Store: s, Fetch: from.fetch, Site: from.Site, Notice: func(n Notice) { notices = append(notices, n) }}
	change(&o)
	l, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return l, &notices
}

// By other rules two figures become one: what was said last counts, the
// program's reading stays the program's, and all of it can be taken back.
func TestWhatOtherRulesReadAsOneFigureIsCorrectedOnce(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	id := add(t, l, testArticle(1))[0].ID
	d, f := figureOf(t, l, "101万吨")
	earlier := correction.Correction{Passage: f.Passage, Quote: "为101万吨", When: "2025-01-01T00:00:00Z", Correction: figure.Correction{Amount: "7万吨"}}
	later := correction.Correction{Passage: f.Passage, Quote: "101万吨", When: "2025-02-01T00:00:00Z", Correction: figure.Correction{Amount: "8万吨"}}
	if !strings.Contains(d.Passages[f.Passage].Text, earlier.Quote) {
		t.Fatal("the test's text is another")
	}
	for _, list := range [][]correction.Correction{{earlier, later}, {later, earlier}} {
		data, _ := json.Marshal(correction.Record{Of: id, Title: d.Title, List: list})
		spoiled(t, s, correction.Key(id), string(data))
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
	data, _ := json.Marshal(correction.Record{Of: id, List: []correction.Correction{{Passage: f.Passage, Quote: f.Quote, Correction: figure.Correction{Amount: "许多"}}}})
	spoiled(t, s, correction.Key(id), string(data))
	l, notices := openWith(t, s, from, func(*Options) {})
	all := l.Snapshot().Corrections()
	if len(all) != 1 || all[0].Figure != nil {
		t.Errorf("%+v", all)
	}
	if !slices.ContainsFunc(*notices, func(n Notice) bool { return n.Code == CorrectionUnfit }) {
		t.Errorf("notices %v", *notices)
	}
}
