package library

import (
	"testing"

	"fenghui/wasm/store"
)

// What one tab has said of an article is not undone by another tab that has
// not seen it and brings the same article in once more.
func TestAnArticleBroughtInByTwoTabsKeepsWhatWasSaidOfIt(t *testing.T) {
	title := "蓝色经济论坛"
	for what, bring := range map[string]func(t *testing.T, l *Library, file string){
		"import": func(t *testing.T, l *Library, _ string) {
			if got := statuses(add(t, l, testArticle(1), testArticle(2))); got != "duplicate added" {
				t.Errorf("import: %s", got)
			}
		},
		"restore": func(t *testing.T, l *Library, file string) {
			if _, err := l.Restore(t.Context(), file, false, nil); err != nil {
				t.Error(err)
			}
		},
	} {
		t.Run(what, func(t *testing.T) {
			s, from := store.NewMemory(), newSite(t)
			one, _ := open(t, s, from)
			other, _ := open(t, s, from)
			id := add(t, one, testArticle(1))[0].ID
			file := export(t, one)
			if err := one.Amend(t.Context(), id, Change{Title: &title}); err != nil {
				t.Fatal(err)
			}
			bring(t, other, file)
			later, _ := open(t, s, from)
			for name, l := range map[string]*Library{"the tab that came last": other, "a later start": later} {
				if d, err := l.Snapshot().Find(id); err != nil || d.Title != title {
					t.Errorf("%s: %+v, %v", name, d, err)
				}
			}
		})
	}
}

func TestUndoBringsBackWhatAnotherTabHasSaid(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	one, _ := open(t, s, from)
	id := add(t, one, testArticle(1))[0].ID
	other, _ := open(t, s, from)
	first, second := "蓝色经济论坛", "渔港论坛"
	if err := one.Amend(t.Context(), id, Change{Title: &first}); err != nil {
		t.Fatal(err)
	}
	if err := other.Remove(t.Context(), []string{id}); err != nil {
		t.Fatal(err)
	}
	if err := other.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d, err := other.Snapshot().Find(id); err != nil || d.Title != first {
		t.Errorf("undone: %+v, %v", d, err)
	}
	if err := other.Remove(t.Context(), []string{id}); err != nil {
		t.Fatal(err)
	}
	third, _ := open(t, s, from)
	add(t, third, testArticle(1))
	if err := third.Amend(t.Context(), id, Change{Title: &second}); err != nil {
		t.Fatal(err)
	}
	if err := other.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	later, _ := open(t, s, from)
	for _, l := range []*Library{other, later} {
		if d, err := l.Snapshot().Find(id); err != nil || d.Title != second {
			t.Errorf("undone after another tab brought it in: %+v, %v", d, err)
		}
	}
}
