package library

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/store"
)

func TestThePackIsFetchedOnceAndThenKept(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, notices := open(t, s, from)
	if len(notices) > 0 || l.Snapshot().Size().Origin != "pack" || finds(t, l, "集装") != 1 {
		t.Fatalf("first start: notices %v, size %+v", notices, l.Snapshot().Size())
	}
	from.asked = nil
	l, notices = open(t, s, from)
	if len(notices) > 0 || l.Snapshot().Size().Origin != "store" || finds(t, l, "集装") != 1 {
		t.Errorf("second start: notices %v, size %+v", notices, l.Snapshot().Size())
	}
	if len(from.asked) > 0 {
		t.Errorf("second start asked for %v", from.asked)
	}
}

func TestWithoutAUsablePackTheIndexIsBuilt(t *testing.T) {
	tests := map[string]struct {
		spoil func(*site)
		want  string
	}{
		"missing":            {func(s *site) { delete(s.files, s.Pack) }, PackMissing},
		"a page of HTML":     {func(s *site) { s.files[s.Pack] = []byte("<!doctype html><title>404</title>") }, PackDamaged},
		"empty":              {func(s *site) { s.files[s.Pack] = nil }, PackDamaged},
		"cut short":          {func(s *site) { s.files[s.Pack] = s.files[s.Pack][:len(s.files[s.Pack])-1] }, PackDamaged},
		"a byte flipped":     {func(s *site) { s.files[s.Pack] = flipped(s.files[s.Pack], len(s.files[s.Pack])-100) }, PackDamaged},
		"of another library": {func(s *site) { s.PackHash = strings.Repeat("0", 64) }, PackDamaged},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			from := newSite(t)
			tt.spoil(from)
			l, notices := open(t, store.NewMemory(), from)
			if !slices.Equal(notices, []string{tt.want}) {
				t.Errorf("notices %v, want %s", notices, tt.want)
			}
			if l.Snapshot().Size().Origin != "built" || finds(t, l, "集装") != 1 {
				t.Errorf("size %+v", l.Snapshot().Size())
			}
		})
	}
}

func TestWithoutAnySiteOurRecordsAreBuilt(t *testing.T) {
	l, err := Open(t.Context(), Options{Store: store.NewMemory()})
	if err != nil {
		t.Fatal(err)
	}
	records, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	if got := len(l.Snapshot().Documents); got != len(records) || got == 0 {
		t.Errorf("%d documents, want %d", got, len(records))
	}
}

func TestADamagedKeptPackIsFetchedAgain(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	open(t, s, from)
	if err := s.PutBlob(t.Context(), "pack/"+from.PackHash, []byte("spoilt")); err != nil {
		t.Fatal(err)
	}
	l, notices := open(t, s, from)
	if !slices.Equal(notices, []string{StoreDamaged}) || l.Snapshot().Size().Origin != "pack" {
		t.Errorf("notices %v, size %+v", notices, l.Snapshot().Size())
	}
}

func TestANewVersionOfTheSiteSweepsTheOld(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	open(t, s, from)
	if err := s.PutBlob(t.Context(), "pack/of-an-earlier-version", []byte("x")); err != nil {
		t.Fatal(err)
	}
	open(t, s, from)
	keys, err := s.BlobKeys(t.Context())
	if err != nil || slices.Contains(keys, "pack/of-an-earlier-version") || !slices.Contains(keys, "pack/"+from.PackHash) {
		t.Errorf("keys %v, %v", keys, err)
	}
}

func TestALostOrDamagedSegmentIsBuiltAgain(t *testing.T) {
	for name, spoil := range map[string]func(s store.Store, key string) error{
		"lost":    func(s store.Store, key string) error { return s.DeleteBlob(context.Background(), key) },
		"damaged": func(s store.Store, key string) error { return s.PutBlob(context.Background(), key, []byte("spoilt")) },
	} {
		t.Run(name, func(t *testing.T) {
			s, from := store.NewMemory(), newSite(t)
			l, _ := open(t, s, from)
			add(t, l, testArticle(1))
			if err := spoil(s, "segment/"+l.parts[0].hash); err != nil {
				t.Fatal(err)
			}
			l, _ = open(t, s, from)
			if finds(t, l, "捕捞") != 1 {
				t.Error("the article is not found")
			}
			l, notices := open(t, s, from)
			if len(notices) > 0 || l.parts[0].origin != "store" {
				t.Errorf("not mended: notices %v, origin %s", notices, l.parts[0].origin)
			}
		})
	}
}

func TestADamagedArticleIsNamedAndTakesNoOtherWithIt(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	results := add(t, l, testArticle(1), testArticle(2))
	if err := s.PutArticles(t.Context(), []store.Article{{Key: results[0].ID, Data: []byte("{spoilt")}}); err != nil {
		t.Fatal(err)
	}
	var told Notice
	l, err := Open(t.Context(), Options{Store: s, Fetch: from.fetch, Site: from.Site, Notice: func(n Notice) {
		if n.Code == ArticleDamaged {
			told = n
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(told.Detail, results[0].ID) || finds(t, l, "捕捞") != 1 {
		t.Errorf("told %+v, found %d", told, finds(t, l, "捕捞"))
	}
}
