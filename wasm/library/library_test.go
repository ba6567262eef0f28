package library

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/index"
	"fenghui/wasm/store"
)

// site is a site in memory: its files, and what was asked of it.
type site struct {
	Site
	files map[string][]byte
	asked []string
}

func (s *site) fetch(_ context.Context, address string) ([]byte, error) {
	s.asked = append(s.asked, address)
	data, ok := s.files[address]
	if !ok {
		return nil, errors.New("the server answered 404")
	}
	return data, nil
}

// testArticle makes an article of its own wording: n tells them apart.
func testArticle(n int) File {
	text := fmt.Sprintf(" date 2024-03-%02d 渔业部长在第%d次海洋会议上介绍情况。\n\n去年捕捞量为%d万吨，港口扩建按期进行。\n", n%28+1, n, n+100)
	return File{Name: fmt.Sprintf("fish-%d.txt", n), Text: text}
}

func testDocuments(t *testing.T) []*corpus.Document {
	t.Helper()
	d, err := corpus.ReadArticle("built-in.txt", "港口吞吐量创新高\n\n今年上半年，各港口吞吐量达到三亿吨，集装箱增长较快。\n\n下半年将新开三条航线。\n")
	if err != nil {
		t.Fatal(err)
	}
	return []*corpus.Document{d}
}

// newSite is a site built from testDocuments.
func newSite(t *testing.T) *site {
	t.Helper()
	docs := testDocuments(t)
	pack, hash, err := Pack(t.Context(), docs, embeddedWords)
	if err != nil {
		t.Fatal(err)
	}
	file, err := json.Marshal(DocumentsFile{Documents: docs})
	if err != nil {
		t.Fatal(err)
	}
	return &site{
		Site:  Site{Pack: "v-1/pack.bin", PackHash: hash, Documents: "v-1/documents-1.json", Dictionary: "v-1/dictionary-1.fst"},
		files: map[string][]byte{"v-1/pack.bin": pack, "v-1/documents-1.json": file, "v-1/dictionary-1.fst": embeddedWords},
	}
}

// open opens a library and returns the codes of the notices with it.
func open(t *testing.T, s store.Store, from *site) (*Library, []string) {
	t.Helper()
	var notices []string
	l, err := Open(t.Context(), Options{Store: s, Fetch: from.fetch, Site: from.Site, Notice: func(n Notice) {
		if n.Code != NotKept {
			notices = append(notices, n.Code)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	return l, notices
}

// finds counts the live passages that hold a word of two characters.
func finds(t *testing.T, l *Library, pair string) int {
	t.Helper()
	docs, err := l.Snapshot().Reader.DocsWithAll(index.FieldBigrams, []string{pair})
	if err != nil {
		t.Fatal(err)
	}
	return int(docs.GetCardinality())
}

func add(t *testing.T, l *Library, files ...File) []Result {
	t.Helper()
	results, err := l.Import(t.Context(), files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return results
}

func statuses(results []Result) string {
	var list []string
	for _, r := range results {
		list = append(list, strings.TrimSuffix(r.Status+":"+r.Reason, ":"))
	}
	return strings.Join(list, " ")
}

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

func TestImportTellsWhatBecameOfEachFile(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	builtIn := "港口吞吐量创新高\n\n今年上半年，各港口吞吐量达到三亿吨，集装箱增长较快。\n\n下半年将新开三条航线。\n"
	results := add(t, l, testArticle(1), File{"empty.txt", " \n"}, File{"image.txt", "\x00\x01\x02PNG"}, testArticle(2),
		File{"again.txt", testArticle(1).Text}, File{"ours.txt", builtIn}, File{"bad.md", "---\nid: x\nnonsense\n---\n"})
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

func (fullStore) PutArticles(context.Context, []store.Article) error { return store.ErrQuota }

func TestAFullStoreRefusesAndKeepsWhatThereWas(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	add(t, l, testArticle(1))
	l.options.Store = fullStore{s}
	if got := statuses(add(t, l, testArticle(2))); got != "refused:quota" {
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

func (s lastStore) PutArticles(ctx context.Context, a []store.Article) error {
	defer s.cancel()
	return s.Store.PutArticles(ctx, a)
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
	empty := ""
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

func FuzzDecodePack(f *testing.F) {
	pack, err := encodePack("h", []namedPart{{"dictionary", []byte("d")}, {"segment", []byte("s")}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(pack)
	f.Add([]byte(packMagic))
	f.Fuzz(func(t *testing.T, data []byte) {
		parts, err := decodePack(data, "h")
		if err != nil && !errors.Is(err, ErrBadPack) {
			t.Errorf("error of another kind: %v", err)
		}
		for name, part := range parts {
			if err == nil && !bytes.Contains(data, part) {
				t.Errorf("part %s is not from the pack", name)
			}
		}
	})
}

func flipped(data []byte, at int) []byte {
	changed := bytes.Clone(data)
	changed[at] ^= 1
	return changed
}
