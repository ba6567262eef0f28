package library

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fenghui/wasm/store"
)

func TestImportTellsWhatBecameOfEachFile(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	builtIn := "港口吞吐量创新高\n\n今年上半年，各港口吞吐量达到三亿吨，集装箱增长较快。\n\n下半年将新开三条航线。\n"
	results := add(t, l, testArticle(1), File{Name: "empty.txt", Text: " \n"}, File{Name: "image.txt", Text: "\x00\x01\x02PNG"}, testArticle(2),
		File{Name: "again.txt", Text: testArticle(1).Text}, File{Name: "ours.txt", Text: builtIn}, File{Name: "bad.md", Text: "---\nid: x\nevent: y\nnonsense\n---\n"})
	want := "added refused:empty refused:binary added duplicate duplicate refused:format"
	if got := statuses(results); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if finds(t, l, "捕捞") != 2 {
		t.Errorf("捕捞 is found %d times, want 2", finds(t, l, "捕捞"))
	}
	if results[4].ID != results[0].ID || results[0].ID == "" {
		t.Errorf("a duplicate names %q, want %q", results[4].ID, results[0].ID)
	}
}

func TestImportsAreThereAfterReopening(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	add(t, l, testArticle(1), testArticle(2))
	add(t, l, testArticle(3))
	l, notices := open(t, s, from)
	if len(notices) > 0 || finds(t, l, "捕捞") != 3 {
		t.Errorf("notices %v, found %d, want 3", notices, finds(t, l, "捕捞"))
	}
	for _, p := range l.parts {
		if p.origin != "store" {
			t.Errorf("a segment was %s, want it from the store", p.origin)
		}
	}
}

func TestManySingleImportsLeaveFewSegments(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	for n := range 100 {
		add(t, l, testArticle(n))
		if got := l.Snapshot().Size().Segments; got > 8 {
			t.Fatalf("%d segments after %d imports, want at most 8", got, n+1)
		}
	}
	if finds(t, l, "捕捞") != 100 {
		t.Errorf("found %d of 100", finds(t, l, "捕捞"))
	}
	l, _ = open(t, s, from)
	keys, err := s.BlobKeys(t.Context())
	if err != nil || finds(t, l, "捕捞") != 100 {
		t.Errorf("after reopening: found %d of 100, %v", finds(t, l, "捕捞"), err)
	}
	segments := slices.DeleteFunc(keys, func(k string) bool { return !strings.HasPrefix(k, "segment/") })
	if len(segments) != len(l.parts) {
		t.Errorf("%d segments are kept for %d parts", len(segments), len(l.parts))
	}
}

func TestTwoTabsImportAtOnce(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	one, _ := open(t, s, from)
	two, _ := open(t, s, from)
	for n := range 5 {
		add(t, one, testArticle(n))
		add(t, two, testArticle(n+10), testArticle(3))
	}
	l, notices := open(t, s, from)
	if len(notices) > 0 || finds(t, l, "捕捞") != 10 {
		t.Errorf("notices %v, found %d, want 10", notices, finds(t, l, "捕捞"))
	}
}

// fullStore has no room for another article.
type fullStore struct{ store.Store }

func (fullStore) AddArticles(context.Context, []store.Article) ([]store.Article, error) {
	return nil, store.ErrQuota
}

func TestAFullStoreRefusesAndKeepsWhatThereWas(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	add(t, l, testArticle(1))
	l.options.Store = fullStore{s}
	if got := statuses(add(t, l, testArticle(2), testArticle(2), testArticle(1))); got != "refused:quota refused:quota duplicate" {
		t.Errorf("got %s", got)
	}
	if finds(t, l, "捕捞") != 1 {
		t.Error("what was there before is not found")
	}
}

// lastStore cancels once some articles are saved.
type lastStore struct {
	store.Store
	cancel func()
}

func (s lastStore) AddArticles(ctx context.Context, a []store.Article) ([]store.Article, error) {
	defer s.cancel()
	return s.Store.AddArticles(ctx, a)
}

func TestACancelledImportHasAllOrNothingOfEachArticle(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	ctx, cancel := context.WithCancel(t.Context())
	l.options.Store = lastStore{s, cancel}
	var files []File
	for n := range 3 * saveAtOnce {
		files = append(files, testArticle(n))
	}
	results, err := l.Import(ctx, files, nil)
	if err != nil {
		t.Fatal(err)
	}
	added := strings.Count(statuses(results), Added)
	if added != saveAtOnce || strings.Count(statuses(results), Cancelled) != 2*saveAtOnce {
		t.Errorf("%d added: %s", added, statuses(results))
	}
	l, _ = open(t, s, from)
	if finds(t, l, "捕捞") != added {
		t.Errorf("found %d, want the %d called added", finds(t, l, "捕捞"), added)
	}
}

// A dictionary that does not come must not hold up what is already saved.
func TestAnImportDoesNotWaitForADictionaryForEver(t *testing.T) {
	from := newSite(t)
	l, _ := open(t, store.NewMemory(), from)
	ctx, cancel := context.WithCancel(t.Context())
	l.options.Fetch = func(ctx context.Context, _ string) ([]byte, error) {
		cancel()
		<-ctx.Done()
		return nil, ctx.Err()
	}
	var stages []string
	results, err := l.Import(ctx, []File{testArticle(1)}, func(p Progress) { stages = append(stages, p.Stage) })
	if err != nil || statuses(results) != "added" || finds(t, l, "捕捞") != 1 {
		t.Errorf("%s, %v", statuses(results), err)
	}
	if want := []string{"read-files", "save", "fetch-dictionary", "build-index"}; !slices.Equal(stages, want) {
		t.Errorf("told %v, want %v", stages, want)
	}
}

// A text with a few damaged characters is taken in, and that is told.
func TestDamagedCharactersAreTold(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	r := add(t, l, File{Name: "a.txt", Text: "捕捞量为三百\uFFFD万吨，港口扩建\uFFFD按期进行。"})[0]
	if len(r.Remarks) != 1 || r.Remarks[0] != (Remark{BadBytes, "2"}) {
		t.Errorf("%+v", r)
	}
}

func TestWhatAReaderSaysBeforeTheImportCounts(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	f := testArticle(1)
	f.Amend = Amendment{Title: "蓝色经济论坛", Date: "2024-05-06", Speaker: "某部长", Organisation: "海洋国家联盟"}
	result := add(t, l, f)[0]
	d, err := l.Snapshot().Find(result.ID)
	if err != nil || d.Title != f.Amend.Title || d.Summit.Date != f.Amend.Date || d.Speaker != f.Amend.Speaker || d.Summit.Organisation != f.Amend.Organisation {
		t.Errorf("%+v, %v", d, err)
	}
	f = testArticle(2)
	f.Amend.Date = "2024-02-30"
	if result := add(t, l, f)[0]; result.Status != Refused {
		t.Errorf("a day that does not exist: %+v", result)
	}
}
