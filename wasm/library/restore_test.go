package library

import (
	"context"
	"testing"

	"fenghui/wasm/figure"
	"fenghui/wasm/library/correction"
	"fenghui/wasm/store"
)

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
