package library

import (
	"errors"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/index"
	"fenghui/wasm/store"
)

func TestAmendedMetadataIsKept(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	id := add(t, l, testArticle(1))[0].ID
	title, date, event := "蓝色经济论坛", "2024-05-06", "第一届蓝色经济论坛"
	if err := l.Amend(t.Context(), id, &title, &date, &event); err != nil {
		t.Fatal(err)
	}
	check := func(l *Library) {
		t.Helper()
		d, err := l.Snapshot().Find(id)
		if err != nil {
			t.Fatal(err)
		}
		if d.Title != title || d.TitleFrom != corpus.ByReader || d.Summit.Date != date || d.Summit.DateFrom != corpus.ByReader || d.Summit.Event != event {
			t.Errorf("got %+v", d.Document)
		}
		if finds(t, l, "捕捞") != 1 {
			t.Errorf("the text is found %d times", finds(t, l, "捕捞"))
		}
		titles, err := l.Snapshot().Reader.DocsWithAll(index.FieldTitle, []string{"蓝色"})
		if err != nil || titles.IsEmpty() {
			t.Errorf("the new title is not found: %v", err)
		}
	}
	check(l)
	l, _ = open(t, s, from)
	check(l)
	empty := " \n"
	if err := l.Amend(t.Context(), id, &empty, nil, nil); err != nil {
		t.Fatal(err)
	}
	d, err := l.Snapshot().Find(id)
	if err != nil || d.TitleFrom == corpus.ByReader || d.Summit.Date != date {
		t.Errorf("forgetting the title alone gave %+v, %v", d, err)
	}
}

func TestAmendRefuses(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	id := add(t, l, testArticle(1))[0].ID
	bad := "2025-02-30"
	if err := l.Amend(t.Context(), id, nil, &bad, nil); !errors.Is(err, ErrBadDate) {
		t.Errorf("a day that does not exist: %v", err)
	}
	if err := l.Amend(t.Context(), testDocuments(t)[0].ID, nil, nil, nil); !errors.Is(err, ErrNoSuchDocument) {
		t.Errorf("a built-in document: %v", err)
	}
}

func TestRemovedArticlesAreGone(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	var ids []string
	for n := range 6 {
		ids = append(ids, add(t, l, testArticle(n))[0].ID)
	}
	before := l.Snapshot()
	if err := l.Remove(t.Context(), append(ids[:2:2], "no-such")); !errors.Is(err, ErrNoSuchDocument) || finds(t, l, "捕捞") != 6 {
		t.Errorf("an unknown ID among others: %v, %d left", err, finds(t, l, "捕捞"))
	}
	if err := l.Remove(t.Context(), ids[1:3]); err != nil || finds(t, l, "捕捞") != 4 {
		t.Fatalf("%v, %d left, want 4", err, finds(t, l, "捕捞"))
	}
	if len(before.Documents) != 7 {
		t.Error("an earlier snapshot changed")
	}
	if l, _ = open(t, s, from); finds(t, l, "捕捞") != 4 {
		t.Errorf("after reopening %d, want 4", finds(t, l, "捕捞"))
	}
	rest := []string{ids[0], ids[3], ids[4], ids[5]}
	if err := l.Remove(t.Context(), rest); err != nil || finds(t, l, "捕捞") != 0 || len(l.parts) != 0 {
		t.Errorf("removing the rest: %v, %d left in %d parts", err, finds(t, l, "捕捞"), len(l.parts))
	}
}
