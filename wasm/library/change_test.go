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
	if err := l.Amend(t.Context(), id, Change{Title: &title, Date: &date, Event: &event}); err != nil {
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
	if err := l.Amend(t.Context(), id, Change{Title: &empty}); err != nil {
		t.Fatal(err)
	}
	d, err := l.Snapshot().Find(id)
	if err != nil || d.TitleFrom == corpus.ByReader || d.Summit.Date != date {
		t.Errorf("forgetting the title alone gave %+v, %v", d, err)
	}
}

// What is emptied goes back to what the text says; what was wrong there is
// emptied once more, and stays so.
func TestWhatWasReadWronglyIsEmptied(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	id := add(t, l, File{Name: "a.txt", Text: "date: 2024-03-05\n上合组织峰会公报\n上合组织峰会在甲城举行，各方签署公报，捕捞量为三百万吨。"})[0].ID
	event, empty := "渔业论坛", ""
	for n, step := range []struct {
		change      Change
		event, date string
	}{
		{Change{}, "上合组织峰会", "2024-03-05"},
		{Change{Event: &event}, event, "2024-03-05"},
		{Change{Event: &empty, Date: &empty}, "上合组织峰会", ""},
		{Change{Event: &empty, Date: &empty}, "", "2024-03-05"},
		{Change{Event: &empty, Date: &empty, Organisation: &empty}, "上合组织峰会", ""},
	} {
		if err := l.Amend(t.Context(), id, step.change); err != nil {
			t.Fatal(err)
		}
		again, _ := open(t, s, from)
		for _, where := range []*Library{l, again} {
			d, err := where.Snapshot().Find(id)
			if err != nil || d.Summit.Event != step.event || d.Summit.Date != step.date {
				t.Errorf("step %d: %+v, %v", n, d.Summit, err)
			}
			if (d.Summit.Event == "") != (d.Summit.EventFrom == corpus.Unknown) || (d.Summit.Date == "") != (d.Summit.DateFrom == corpus.Unknown) {
				t.Errorf("step %d: told as known from %s and %s", n, d.Summit.EventFrom, d.Summit.DateFrom)
			}
			if n == 4 && d.Summit.Organisation != "" {
				t.Errorf("the organisation is still %s", d.Summit.Organisation)
			}
		}
	}
}

func TestAmendRefuses(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	id := add(t, l, testArticle(1))[0].ID
	bad := "2025-02-30"
	if err := l.Amend(t.Context(), id, Change{Date: &bad}); !errors.Is(err, ErrBadDate) {
		t.Errorf("a day that does not exist: %v", err)
	}
	if err := l.Amend(t.Context(), testDocuments(t)[0].ID, Change{}); !errors.Is(err, ErrNoSuchDocument) {
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

// Two tabs have the same article open; each knows nothing of what the other
// has set.
func TestTwoTabsAmendTheSameArticle(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	one, _ := open(t, s, from)
	id := add(t, one, testArticle(1))[0].ID
	other, _ := open(t, s, from)
	title, date := "蓝色经济论坛", "2024-05-06"
	if err := one.Amend(t.Context(), id, Change{Title: &title}); err != nil {
		t.Fatal(err)
	}
	if err := other.Amend(t.Context(), id, Change{Date: &date}); err != nil {
		t.Fatal(err)
	}
	later, _ := open(t, s, from)
	for name, l := range map[string]*Library{"the tab that came last": other, "a later start": later} {
		if d, err := l.Snapshot().Find(id); err != nil || d.Title != title || d.Summit.Date != date {
			t.Errorf("%s: %+v, %v", name, d, err)
		}
	}
	if err := other.Remove(t.Context(), []string{id}); err != nil {
		t.Fatal(err)
	}
	if err := one.Amend(t.Context(), id, Change{Date: &date}); !errors.Is(err, ErrNoSuchDocument) {
		t.Errorf("amending what another tab has removed: %v", err)
	}
	if l, _ := open(t, s, from); finds(t, l, "捕捞") != 0 {
		t.Error("it has come back")
	}
}

func TestRemovalsAreUndoneOneAfterTheOther(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	var ids []string
	for n := range 4 {
		ids = append(ids, add(t, l, testArticle(n))[0].ID)
	}
	title := "蓝色经济论坛"
	if err := l.Amend(t.Context(), ids[0], Change{Title: &title}); err != nil {
		t.Fatal(err)
	}
	for _, some := range [][]string{ids[:2], ids[2:3]} {
		if err := l.Remove(t.Context(), some); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []int{2, 4, 4} {
		if err := l.Undo(t.Context()); err != nil || finds(t, l, "捕捞") != want {
			t.Errorf("%v, %d found, want %d", err, finds(t, l, "捕捞"), want)
		}
	}
	l, _ = open(t, s, from)
	if d, err := l.Snapshot().Find(ids[0]); err != nil || d.Title != title || finds(t, l, "捕捞") != 4 {
		t.Errorf("after reopening: %+v, %v, %d found", d, err, finds(t, l, "捕捞"))
	}
}

// What was brought in again after its removal stays one.
func TestARemovalIsUndoneOfWhatIsNotThere(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	ids := []string{add(t, l, testArticle(0))[0].ID, add(t, l, testArticle(1))[0].ID}
	if err := l.Remove(t.Context(), ids); err != nil {
		t.Fatal(err)
	}
	add(t, l, testArticle(0))
	if err := l.Undo(t.Context()); err != nil || finds(t, l, "捕捞") != 2 || len(l.articles) != 2 {
		t.Errorf("%v, %d found, %d articles", err, finds(t, l, "捕捞"), len(l.articles))
	}
}

// spoiled is a store in which one article has become another.
func spoiled(t *testing.T, s store.Store, id, data string) {
	t.Helper()
	if err := s.PutArticles(t.Context(), []store.Article{{Key: id, Data: []byte(data)}}); err != nil {
		t.Fatal(err)
	}
}

func TestADamagedArticleIsNamedUntilItIsRemoved(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	results := add(t, l, testArticle(1), testArticle(2), testArticle(3))
	spoiled(t, s, results[0].ID, `{"name":"ocean.txt","text":""}`)
	spoiled(t, s, results[1].ID, `nonsense`)
	l, notices := open(t, s, from)
	damaged := l.Snapshot().Damaged
	if len(notices) != 2 || len(damaged) != 2 || finds(t, l, "捕捞") != 1 {
		t.Fatalf("notices %v, damaged %v, %d found", notices, damaged, finds(t, l, "捕捞"))
	}
	for _, d := range damaged {
		if want := map[string]string{results[0].ID: "ocean.txt", results[1].ID: ""}; d.Name != want[d.ID] || d.Cause == "" {
			t.Errorf("%+v", d)
		}
	}
	if err := l.Remove(t.Context(), []string{results[0].ID}); err != nil || len(l.Snapshot().Damaged) != 1 {
		t.Errorf("removing one: %v, left %v", err, l.Snapshot().Damaged)
	}
	if got := statuses(add(t, l, testArticle(2))); got != "added" || len(l.Snapshot().Damaged) != 0 {
		t.Errorf("imported again: %s, left %v", got, l.Snapshot().Damaged)
	}
	if l, notices = open(t, s, from); len(notices) != 0 || finds(t, l, "捕捞") != 2 {
		t.Errorf("at the next start: %v, %d found", notices, finds(t, l, "捕捞"))
	}
}
