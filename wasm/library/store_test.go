package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/store"
	"fenghui/wasm/text"
)

// moodyStore fails where it is told to.
type moodyStore struct {
	store.Store
	manifest, update, blob error
}

func (s *moodyStore) Manifest(ctx context.Context) ([]byte, error) {
	if s.manifest != nil {
		return nil, s.manifest
	}
	return s.Store.Manifest(ctx)
}

func (s *moodyStore) UpdateManifest(ctx context.Context, change func([]byte) ([]byte, error)) error {
	if s.update != nil {
		return s.update
	}
	return s.Store.UpdateManifest(ctx, change)
}

func (s *moodyStore) PutBlob(ctx context.Context, key string, data []byte) error {
	if s.blob != nil {
		return s.blob
	}
	return s.Store.PutBlob(ctx, key, data)
}

func blobs(t *testing.T, s store.Store, kind string) (keys []string) {
	t.Helper()
	all, err := s.BlobKeys(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range all {
		if strings.HasPrefix(k, kind+"/") {
			keys = append(keys, k)
		}
	}
	return keys
}

// built are the parts that did not come from the store.
func built(l *Library) int {
	n := 0
	for _, p := range l.parts {
		if p.origin != "store" {
			n++
		}
	}
	return n
}

func TestAnIndexThatCannotBeKeptIsNoFailure(t *testing.T) {
	s, from := &moodyStore{Store: store.NewMemory(), update: store.ErrQuota, blob: store.ErrQuota}, newSite(t)
	l, notices := open(t, s, from)
	results := add(t, l, testArticle(1), testArticle(2))
	if got := statuses(results); got != "added added" || finds(t, l, "捕捞") != 2 {
		t.Fatalf("import: %s, found %d", got, finds(t, l, "捕捞"))
	}
	title := "蓝色经济论坛"
	if err := l.Amend(t.Context(), results[0].ID, Change{Title: &title}); err != nil {
		t.Errorf("amend: %v", err)
	}
	if err := l.Remove(t.Context(), []string{results[1].ID}); err != nil {
		t.Errorf("remove: %v", err)
	}
	l, again := open(t, s, from)
	if finds(t, l, "捕捞") != 1 {
		t.Errorf("after reopening found %d", finds(t, l, "捕捞"))
	}
	if got := fmt.Sprint(notices, again); got != "[too-large] [too-large]" { // of the site's own files, once
		t.Errorf("notices %s", got)
	}
}

func TestAnUnreadableManifestLosesNothing(t *testing.T) {
	s, from := &moodyStore{Store: store.NewMemory()}, newSite(t)
	l, _ := open(t, s, from)
	add(t, l, testArticle(1))
	before := blobs(t, s, "segment")
	s.manifest, s.update = errors.New("not now"), errors.New("not now")
	if l, _ = open(t, s, from); finds(t, l, "捕捞") != 1 {
		t.Error("the article is not found")
	}
	if after := blobs(t, s, "segment"); !slices.Equal(before, after) {
		t.Errorf("segments %v became %v", before, after)
	}
}

func TestWhatChangesLeaveBehindIsOpenedAgainAndSwept(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	ids := []string{add(t, l, testArticle(1))[0].ID, add(t, l, testArticle(2))[0].ID, add(t, l, testArticle(3))[0].ID}
	title, none := "蓝色经济论坛", ""
	changes := []struct {
		name string
		make func(l *Library) error
	}{
		{"amend", func(l *Library) error { return l.Amend(t.Context(), ids[0], Change{Title: &title}) }},
		{"amend back", func(l *Library) error { return l.Amend(t.Context(), ids[0], Change{Title: &none}) }},
		{"remove", func(l *Library) error { return l.Remove(t.Context(), ids[2:]) }},
		{"import again", func(l *Library) error { add(t, l, testArticle(3)); return nil }},
	}
	for _, change := range changes {
		if err := change.make(l); err != nil {
			t.Fatalf("%s: %v", change.name, err)
		}
		want := len(l.articles)
		if l, _ = open(t, s, from); built(l) > 0 || finds(t, l, "捕捞") != want {
			t.Errorf("after %s: %d segments had to be built, %d articles found of %d", change.name, built(l), finds(t, l, "捕捞"), want)
		}
		if kept := blobs(t, s, "segment"); len(kept) != len(l.parts) {
			t.Errorf("after %s: %d segments are kept for %d parts", change.name, len(kept), len(l.parts))
		}
	}
}

// otherWords is a dictionary unlike the embedded one.
func otherWords(t *testing.T) []byte {
	t.Helper()
	var b strings.Builder
	if err := text.WriteDictionary(&b, []text.Word{{Text: "捕捞量", Frequency: 9}, {Text: "海洋", Frequency: 7}}); err != nil {
		t.Fatal(err)
	}
	return []byte(b.String())
}

func TestAnotherDictionaryMakesAnotherIndex(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	add(t, l, testArticle(1))
	former := blobs(t, s, "segment")
	from.Dictionary = "v-2/dictionary-2.fst"
	if l, _ = open(t, s, from); finds(t, l, "捕捞") != 1 || !slices.Equal(blobs(t, s, "segment")[:1], former) {
		t.Errorf("while it cannot be had: found %d, segments %v, want %v among them", finds(t, l, "捕捞"), blobs(t, s, "segment"), former)
	}
	from.files["v-2/dictionary-2.fst"] = otherWords(t)
	l, _ = open(t, s, from)
	if kept := blobs(t, s, "segment"); finds(t, l, "捕捞") != 1 || len(kept) != 1 || slices.Equal(kept, former) {
		t.Errorf("then: found %d, segments %v, formerly %v", finds(t, l, "捕捞"), kept, former)
	}
	if l, _ = open(t, s, from); built(l) > 0 {
		t.Error("the new index was not kept")
	}
}

// under moves a site to a folder of its own.
func (s *site) under(folder string) *site {
	moved := &site{Site: s.Site, files: map[string][]byte{}}
	for _, address := range []*string{&moved.Pack, &moved.Documents, &moved.Dictionary} {
		data := s.files[*address]
		*address = folder + *address
		moved.files[*address] = data
	}
	return moved
}

func TestTwoSitesOfOneOriginLeaveEachOtherAlone(t *testing.T) {
	s, one := store.NewMemory(), newSite(t).under("https://a.example/one/")
	two := newSite(t).under("https://a.example/two/")
	two.Documents, two.Dictionary = "https://a.example/two/v-9/documents-9.bin", "https://a.example/two/v-9/dictionary-9.fst"
	embedded, err := sitefile.Documents{Embedded: true}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	two.files[two.Documents] = embedded
	two.files[two.Dictionary] = otherWords(t)
	l, _ := open(t, s, one)
	add(t, l, testArticle(1))
	for range 2 {
		for _, from := range []*site{one, two} {
			open(t, s, from)
			from.asked = nil
			if l, _ = open(t, s, from); slices.Contains(from.asked, from.Documents) || built(l) > 0 || finds(t, l, "捕捞") != 1 {
				t.Errorf("%s asked for %v, built %d, found %d", from.Pack, from.asked, built(l), finds(t, l, "捕捞"))
			}
		}
	}
	one.asked = nil
	if open(t, s, one); len(one.asked) > 0 {
		t.Errorf("after the other was opened, one asked for %v", one.asked)
	}
}

func TestASiteNotOpenedForLongIsForgotten(t *testing.T) {
	m := manifest{Sites: map[string]manifestSite{"old": {Opened: day(-siteKeptDays - 1)}, "new": {Opened: day(-siteKeptDays)}}}
	m.enter("this", manifestSite{Opened: day(0)})
	if len(m.Sites) != 2 || m.Sites["old"].Opened != "" {
		t.Errorf("left are %v", m.Sites)
	}
}

func TestAnArticleTheSiteShipsForAWhile(t *testing.T) {
	s, without := store.NewMemory(), newSite(t)
	l, _ := open(t, s, without)
	id := add(t, l, testArticle(1))[0].ID
	title := "我的题目"
	if err := l.Amend(t.Context(), id, Change{Title: &title}); err != nil {
		t.Fatal(err)
	}
	with := newSite(t)
	shipped, err := corpus.ReadArticle("shipped.txt", testArticle(1).Text)
	if err != nil {
		t.Fatal(err)
	}
	with.ship(t, append(testDocuments(t), shipped))
	l, _ = open(t, s, with)
	if d, err := l.Snapshot().Find(id); err != nil || !d.BuiltIn || d.Title == title || finds(t, l, "捕捞") != 1 {
		t.Errorf("shipped: %+v, %v, found %d", d, err, finds(t, l, "捕捞"))
	}
	l, _ = open(t, s, without)
	if d, err := l.Snapshot().Find(id); err != nil || d.BuiltIn || d.Title != title || finds(t, l, "捕捞") != 1 {
		t.Errorf("no longer shipped: %+v, %v, found %d", d, err, finds(t, l, "捕捞"))
	}
}

// Its place is taken by what the program carries, and the reader is told so.
func TestADamagedDocumentsFileIsRefused(t *testing.T) {
	from := newSite(t)
	whole := from.files[from.Documents]
	from.files[from.Documents] = whole[:len(whole)-1]
	l, notices := open(t, store.NewMemory(), from)
	carried, err := carriedRecords()
	if err != nil {
		t.Fatal(err)
	}
	if got := len(l.Snapshot().Documents); !slices.Equal(notices, []string{NoDocuments}) || got != len(carried) {
		t.Errorf("notices %v, %d documents in place of the %d carried along", notices, got, len(carried))
	}
}

func TestAnEmptyLibrary(t *testing.T) {
	from := newSite(t)
	from.ship(t, nil)
	l, notices := open(t, store.NewMemory(), from)
	if len(notices) > 0 || l.Snapshot().Len() != 0 {
		t.Errorf("notices %v, %d passages", notices, l.Snapshot().Len())
	}
	if add(t, l, testArticle(1)); finds(t, l, "捕捞") != 1 {
		t.Error("the first article is not found")
	}
}

func TestManyChangesAtOnce(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	var workers sync.WaitGroup
	for n := range 8 {
		workers.Go(func() {
			id := add(t, l, testArticle(n), testArticle(100))[0].ID
			title := fmt.Sprintf("题目%d", n)
			if err := l.Amend(t.Context(), id, Change{Title: &title}); err != nil {
				t.Error(err)
			}
			finds(t, l, "捕捞")
			if n%2 == 0 {
				if err := l.Remove(t.Context(), []string{id}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	workers.Wait()
	if finds(t, l, "捕捞") != 5 || len(l.Snapshot().Documents) != 6 {
		t.Errorf("found %d in %d documents", finds(t, l, "捕捞"), len(l.Snapshot().Documents))
	}
}
