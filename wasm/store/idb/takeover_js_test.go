package idb

import (
	"syscall/js"
	"testing"

	"fenghui/wasm/store/storetest"
)

// older and newer are schemas of this test alone; nothing lies below older.
func twoSchemas() (older, newer int) {
	newer = int(-schemas.Add(2))
	return newer - 1, newer
}

// settleDown lets deletions that run beside the program end: they hold the
// lock of the database.
func settleDown(t *testing.T, name string) {
	t.Helper()
	unlock, err := lock(t.Context(), openLock(name), exclusive)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}

func TestArticlesOfAnEarlierSchemaAreTakenOver(t *testing.T) {
	older, newer := twoSchemas()
	old := open(t, older)
	storetest.PutArticles(t, old, "a=1", "b=2")
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	s := open(t, newer)
	defer s.Close()
	removeLater(t, s.factory, s.name)
	storetest.WantArticles(t, s, "a=1", "b=2")
	settleDown(t, old.name)
	if secure() && exists(t, old.name) {
		t.Error("the old database is still there")
	}
}

// secure reports whether this origin has locks; without them the end of a
// deletion cannot be awaited here.
func secure() bool { return js.Global().Get("isSecureContext").Bool() }

func TestATabOfAnEarlierSchemaGoesOn(t *testing.T) {
	if !secure() {
		return // without locks an open tab is not noticed; it loses its connection and opens anew
	}
	older, newer := twoSchemas()
	old := open(t, older)
	removeLater(t, old.factory, old.name)
	defer old.Close()
	storetest.PutArticles(t, old, "a=1")
	s := open(t, newer)
	storetest.WantArticles(t, s, "a=1")
	storetest.PutArticles(t, old, "b=2", "c=3")
	if err := s.DeleteArticles(t.Context(), []string{"a"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if !exists(t, old.name) {
		t.Error("the database of an open tab was deleted")
	}
	s = open(t, newer)
	removeLater(t, s.factory, s.name)
	defer s.Close()
	storetest.WantArticles(t, s, "b=2", "c=3") // and what was removed stays removed
}

func TestAnArticleThatIsHereAlreadyIsLeftAlone(t *testing.T) {
	older, newer := twoSchemas()
	s := open(t, newer)
	storetest.PutArticles(t, s, "a=newer")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	old := open(t, older)
	storetest.PutArticles(t, old, "a=older", "b=2")
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, newer)
	removeLater(t, s.factory, s.name)
	defer s.Close()
	storetest.WantArticles(t, s, "a=newer", "b=2")
	settleDown(t, old.name)
}

func TestADamagedArticleKeepsItsDatabase(t *testing.T) {
	older, newer := twoSchemas()
	old := open(t, older)
	storetest.PutArticles(t, old, "a=1", "b=2")
	rewrite(t, old, articleStore, "a", func(v js.Value) js.Value { flip(v.Get("data"), 0); return v })
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	s := open(t, newer)
	removeLater(t, s.factory, s.name)
	defer s.Close()
	storetest.WantArticles(t, s, "b=2")
	settleDown(t, old.name)
	if !exists(t, old.name) {
		t.Error("the database of the damaged article was deleted")
	}
	removeLater(t, s.factory, old.name)
}

func TestASoundArticleTakesThePlaceOfADamagedOne(t *testing.T) {
	older, newer := twoSchemas()
	s := open(t, newer)
	storetest.PutArticles(t, s, "a=1")
	rewrite(t, s, articleStore, "a", func(v js.Value) js.Value { flip(v.Get("data"), 0); return v })
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	old := open(t, older)
	storetest.PutArticles(t, old, "a=sound")
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, newer)
	removeLater(t, s.factory, s.name)
	defer s.Close()
	storetest.WantArticles(t, s, "a=sound")
	settleDown(t, old.name)
}
