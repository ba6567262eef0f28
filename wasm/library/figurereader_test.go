package library

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/store"
)

// fragile is figure.Extract, but it breaks on documents of that ID.
func fragile(id string) func(*corpus.Document, *corpus.Glossary) []figure.Figure {
	return func(d *corpus.Document, g *corpus.Glossary) []figure.Figure {
		if d.ID == id {
			panic("index out of range")
		}
		return figure.Extract(d, g)
	}
}

// openFragile opens a library whose first document breaks the rules.
func openFragile(t *testing.T, s store.Store, from *site, first string) (l *Library, notices *[]Notice, log *[]string) {
	t.Helper()
	notices, log = &[]Notice{}, &[]string{}
	l, err := Open(t.Context(), Options{
		Store: s, Fetch: from.fetch, Site: from.Site, Extract: fragile(first),
		Notice: func(n Notice) {
			if n.Code == FiguresUnreadable {
				*notices = append(*notices, n)
			}
		},
		Log: func(line string) { *log = append(*log, line) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return l, notices, log
}

func TestADocumentThatBreaksTheRulesHasNoFigures(t *testing.T) {
	first := testDocuments(t)[0]
	from := newSite(t)
	from.Pack = "" // so that all is read here
	l, notices, log := openFragile(t, store.NewMemory(), from, first.ID)
	add(t, l, testArticle(1), testArticle(2))
	s := l.Snapshot()
	broken, err := s.Find(first.ID)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // from its own text, then in the table of all
		own, n := s.TableOf(t.Context(), broken)
		if from, end := own.Rows(n); from != end || len(s.Figures(broken)) > 0 {
			t.Errorf("%d figures", end-from)
		}
		if _, err := s.Tables(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	got, _ := tabulated(t, l)
	want := slices.DeleteFunc(extracted(l), func(f string) bool { return strings.HasPrefix(f, first.ID+" ") })
	if !slices.Equal(got, want) || len(want) == 0 || len(want) == len(extracted(l)) {
		t.Errorf("of the others: got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !slices.Equal(*notices, []Notice{{FiguresUnreadable, first.Name}}) {
		t.Errorf("notices %v", *notices)
	}
	if len(*log) != 1 || !strings.Contains((*log)[0], first.Name) || !strings.Contains((*log)[0], "index out of range") {
		t.Errorf("log %q", *log)
	}
}

// What a pack could not tell is tried by the program, whose reader is told.
func TestAPackLeavesOutWhatBreaksTheRules(t *testing.T) {
	docs := append(testDocuments(t), testDocuments(t)...)
	docs[1].ID, docs[1].Title = "sound", "港口吞吐量"
	made, err := table.Open(figuresTable(docs, fragile(docs[0].ID)))
	if err != nil {
		t.Fatal(err)
	}
	for n, d := range docs {
		if known := made.Hash(n) == table.HashOf(d); known != (n > 0) {
			t.Errorf("%s: in the table %v", d.ID, known)
		}
	}
}

func TestDoubtedFiguresAreReadAgain(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	add(t, l, testArticle(1), testArticle(2))
	check(t, l)
	doubted, read := l.Snapshot().Documents[:1], 0
	if err := l.Snapshot().ReadAgain(t.Context(), doubted, func(p Progress) { read++ }); err != nil || read != 1 {
		t.Errorf("%d documents were read, %v", read, err)
	}
	if read := check(t, l); read != 0 {
		t.Errorf("then %d documents were read", read)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Snapshot().ReadAgain(ctx, doubted, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
