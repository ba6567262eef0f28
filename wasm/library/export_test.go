package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus/sha256"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library/correction"
	"fenghui/wasm/store"
)

func export(t *testing.T, l *Library) string {
	t.Helper()
	var file bytes.Buffer
	if _, err := l.Export(t.Context(), &file); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

// holdings are what a library is made of: every document, what its figures are
// read from, and the figures.
func holdings(t *testing.T, l *Library) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, d := range l.Snapshot().Documents {
		inputs := d.inputs()
		var b table.Builder
		b.Add(d.Document, l.Snapshot().Figures(d))
		all[d.ID] = fmt.Sprintf("%s %x %s", sha256.Hex(content(d.Document)), inputs, sha256.Hex(b.Bytes()))
	}
	return all
}

func TestALibraryIsRestoredElsewhereAsItWas(t *testing.T) {
	from := newSite(t)
	s := store.NewMemory()
	l, _ := open(t, s, from)
	var files []File
	for n := range 45 {
		files = append(files, testArticle(n))
	}
	results := add(t, l, append(files, File{Name: "page.html", Text: "<html><title>渔港公报</title><p>泊位增加一倍。<&>"})...)
	title := "蓝色经济论坛 <&> \u2028"
	if err := l.Amend(t.Context(), results[3].ID, Change{Title: &title}); err != nil {
		t.Fatal(err)
	}
	file := export(t, l)
	other := store.NewMemory()
	fresh, _ := open(t, other, from)
	told, err := fresh.Restore(t.Context(), file, false, nil)
	if err != nil || told.Records != 46 || told.Added != 46 || len(told.Damaged) > 0 {
		t.Fatalf("%+v, %v", told, err)
	}
	if want, got := holdings(t, l), holdings(t, fresh); !maps.Equal(want, got) {
		t.Errorf("restored\n%v\nwas\n%v", got, want)
	}
	if export(t, fresh) != file {
		t.Error("exported again, the file is another")
	}
	again, _ := open(t, other, from)
	if want, got := holdings(t, l), holdings(t, again); !maps.Equal(want, got) {
		t.Error("after reopening it is another library")
	}
	if told, err := again.Restore(t.Context(), file, false, nil); err != nil || told.Known != 46 || told.Added != 0 {
		t.Errorf("restored twice: %+v, %v", told, err)
	}
}

func TestADamagedExportIsRefusedAndSaysWhatCanBeRead(t *testing.T) {
	from := newSite(t)
	l, _ := open(t, store.NewMemory(), from)
	add(t, l, testArticle(1), testArticle(2), testArticle(3))
	lines := strings.SplitAfter(export(t, l), "\n")
	whole := strings.Join(lines, "")
	swapped := slices.Clone(lines)
	swapped[1], swapped[2] = swapped[2], swapped[1]
	for what, c := range map[string]struct {
		file  string
		added int
		want  string
	}{
		"a character changed":    {strings.Replace(whole, "捕捞", "捕鱼", 1), 2, "line 2: its bytes"},
		"cut short":              {whole[:len(whole)-20], 2, "line 4: its bytes"},
		"cut between lines":      {lines[0] + lines[1], 1, "the end: 2 of 3"},
		"a line taken out":       {lines[0] + lines[1] + lines[3], 2, "the end: 1 of 3"},
		"a line twice":           {whole + lines[1], 3, "not those it was written with"},
		"lines in another order": {strings.Join(swapped, ""), 3, "not those it was written with"},
		"something else":         {"hello\n", 0, "does not begin like one"},
		"nothing":                {"", 0, "does not begin like one"},
		"a head changed":         {strings.Replace(whole, `"records":3`, `"records":2`, 1), 0, "does not begin like one"},
	} {
		t.Run(what, func(t *testing.T) {
			fresh, _ := open(t, store.NewMemory(), from)
			told, err := fresh.Restore(t.Context(), c.file, false, nil)
			if !errors.Is(err, ErrBadExport) || !strings.Contains(err.Error(), c.want) || finds(t, fresh, "捕捞") != 0 {
				t.Errorf("%+v, %v, %d found", told, err, finds(t, fresh, "捕捞"))
			}
			told, err = fresh.Restore(t.Context(), c.file, true, nil)
			if told.Added != c.added || finds(t, fresh, "捕捞") != c.added || (err == nil) != (c.added > 0) {
				t.Errorf("partly: %+v, %v, want %d", told, err, c.added)
			}
		})
	}
}

func TestLineEndsAndAMarkDoNotDamageAnExport(t *testing.T) {
	from := newSite(t)
	l, _ := open(t, store.NewMemory(), from)
	add(t, l, testArticle(1), testArticle(2))
	file := "\uFEFF" + strings.ReplaceAll(export(t, l), "\n", "\r\n")
	fresh, _ := open(t, store.NewMemory(), from)
	if told, err := fresh.Restore(t.Context(), file, false, nil); err != nil || told.Added != 2 {
		t.Errorf("%+v, %v", told, err)
	}
}

func TestWhatIsHereStaysAsItIs(t *testing.T) {
	from := newSite(t)
	l, _ := open(t, store.NewMemory(), from)
	results := add(t, l, testArticle(1), testArticle(2))
	file := export(t, l)
	title := "蓝色经济论坛"
	if err := l.Amend(t.Context(), results[0].ID, Change{Title: &title}); err != nil {
		t.Fatal(err)
	}
	if err := l.Remove(t.Context(), []string{results[1].ID}); err != nil {
		t.Fatal(err)
	}
	told, err := l.Restore(t.Context(), file, false, nil)
	d, _ := l.Snapshot().Find(results[0].ID)
	if err != nil || told.Added != 1 || told.Known != 1 || d.Title != title || finds(t, l, "捕捞") != 2 {
		t.Errorf("%+v, %v, %s", told, err, d.Title)
	}
}

// roomFor so many batches of articles, and no more.
type roomFor struct {
	store.Store
	batches int
}

func (s *roomFor) AddArticles(ctx context.Context, articles []store.Article) ([]store.Article, error) {
	if s.batches--; s.batches < 0 {
		return nil, store.ErrQuota
	}
	return s.Store.AddArticles(ctx, articles)
}

func TestARestoreThatIsRefusedRoomAddsWhatHadRoom(t *testing.T) {
	from := newSite(t)
	l, _ := open(t, store.NewMemory(), from)
	for n := range 30 {
		add(t, l, testArticle(n))
	}
	full := &roomFor{Store: store.NewMemory(), batches: 1}
	fresh, _ := open(t, full, from)
	told, err := fresh.Restore(t.Context(), export(t, l), false, nil)
	if !errors.Is(err, store.ErrQuota) || told.Added != saveAtOnce || finds(t, fresh, "捕捞") != saveAtOnce {
		t.Errorf("%+v, %v, %d found", told, err, finds(t, fresh, "捕捞"))
	}
}

// hurtStore says of one record that it is damaged, until another is put there.
type hurtStore struct {
	store.Store
	key string
}

func (s *hurtStore) UpdateArticle(ctx context.Context, key string, change func([]byte) ([]byte, error)) error {
	if key == s.key {
		return &store.DamagedError{Key: key, Cause: "hurt"}
	}
	return s.Store.UpdateArticle(ctx, key, change)
}

func (s *hurtStore) PutArticles(ctx context.Context, articles []store.Article) error {
	s.key = ""
	return s.Store.PutArticles(ctx, articles)
}

func TestDamagedCorrectionsAreRestored(t *testing.T) {
	from, s := newSite(t), store.NewMemory()
	l, _ := open(t, s, from)
	id := add(t, l, testArticle(1))[0].ID
	correct(t, l, "101万吨", &figure.Correction{Amount: "约120万吨"})
	file := export(t, l)
	for what, hurt := range map[string]func() store.Store{
		"bytes that are not JSON": func() store.Store { return s },
		"a hash that is wrong":    func() store.Store { return &hurtStore{s, correction.Key(id)} },
	} {
		t.Run(what, func(t *testing.T) {
			spoiled(t, s, correction.Key(id), "nonsense")
			l, _ := open(t, hurt(), from)
			if len(l.Snapshot().Damaged) != 1 {
				t.Fatalf("damaged %v", l.Snapshot().Damaged)
			}
			if told, err := l.Restore(t.Context(), file, false, nil); err != nil || told.Added != 1 || len(l.Snapshot().Damaged) != 0 {
				t.Errorf("%+v, %v, damaged %v", told, err, l.Snapshot().Damaged)
			}
			wantSaid(t, l, "101万吨", 1.2e6, "t", true)
			l, _ = open(t, s, from)
			wantSaid(t, l, "101万吨", 1.2e6, "t", true)
		})
	}
}
