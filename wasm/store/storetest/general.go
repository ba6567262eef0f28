package storetest

import (
	"context"
	"errors"
	"testing"

	"fenghui/wasm/store"
)

// calls is every method that takes a context, doing harm if it does anything.
var calls = []struct {
	name string
	call func(ctx context.Context, s store.Store) error
}{
	{"Manifest", func(ctx context.Context, s store.Store) error { _, err := s.Manifest(ctx); return err }},
	{"UpdateManifest", func(ctx context.Context, s store.Store) error {
		return s.UpdateManifest(ctx, func([]byte) ([]byte, error) { return []byte("harm"), nil })
	}},
	{"Blob", func(ctx context.Context, s store.Store) error { _, err := s.Blob(ctx, "k"); return err }},
	{"PutBlob", func(ctx context.Context, s store.Store) error { return s.PutBlob(ctx, "k", []byte("harm")) }},
	{"DeleteBlob", func(ctx context.Context, s store.Store) error { return s.DeleteBlob(ctx, "k") }},
	{"BlobKeys", func(ctx context.Context, s store.Store) error { _, err := s.BlobKeys(ctx); return err }},
	{"Articles", func(ctx context.Context, s store.Store) error { _, err := s.Articles(ctx); return err }},
	{"PutArticles", func(ctx context.Context, s store.Store) error {
		return s.PutArticles(ctx, []store.Article{{Key: "a", Data: []byte("harm")}})
	}},
	{"UpdateArticle", func(ctx context.Context, s store.Store) error {
		return s.UpdateArticle(ctx, "a", func([]byte) ([]byte, error) { return []byte("harm"), nil })
	}},
	{"DeleteArticles", func(ctx context.Context, s store.Store) error { return s.DeleteArticles(ctx, []string{"a"}) }},
	{"Sweep", func(ctx context.Context, s store.Store) error {
		return store.Sweep(ctx, s, func(string) bool { return false })
	}},
}

var general = []test{
	{"a cancelled call gives the context's error and does nothing", func(t *testing.T, s store.Store) {
		fill(t, s)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		for _, c := range calls {
			wantError(t, c.name, c.call(ctx, s), context.Canceled)
		}
		wantFilled(t, s)
	}},
	{"an expired call gives the context's error", func(t *testing.T, s store.Store) {
		ctx, cancel := context.WithTimeout(t.Context(), 0)
		defer cancel()
		for _, c := range calls {
			wantError(t, c.name, c.call(ctx, s), context.DeadlineExceeded)
		}
	}},
	{"a call cancelled half-way has either happened or given an error", func(t *testing.T, s store.Store) {
		for _, c := range calls {
			fill(t, s)
			ctx, cancel := context.WithCancel(t.Context())
			done := make(chan error, 1)
			go func() { done <- c.call(ctx, s) }()
			go cancel()
			if err := <-done; errors.Is(err, context.Canceled) {
				wantFilled(t, s)
			} else if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
		}
	}},
	{"a closed store says so", func(t *testing.T, s store.Store) {
		for range 2 {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range calls {
			wantError(t, c.name, c.call(t.Context(), s), store.ErrClosed)
		}
	}},
	{"empty and broken keys are refused", func(t *testing.T, s store.Store) {
		for _, key := range []string{"", "\xff"} {
			_, err := s.Blob(t.Context(), key)
			wantError(t, "Blob", err, store.ErrBadKey)
			wantError(t, "PutBlob", s.PutBlob(t.Context(), key, nil), store.ErrBadKey)
			wantError(t, "DeleteBlob", s.DeleteBlob(t.Context(), key), store.ErrBadKey)
			wantError(t, "PutArticles", s.PutArticles(t.Context(), []store.Article{{Key: key}}), store.ErrBadKey)
			updateArticle(t, s, key, "x", store.ErrBadKey)
			wantError(t, "DeleteArticles", s.DeleteArticles(t.Context(), []string{key}), store.ErrBadKey)
		}
	}},
}

// fill puts one of everything.
func fill(t *testing.T, s store.Store) {
	t.Helper()
	PutArticles(t, s, "a=article")
	putBlob(t, s, "k", []byte("blob"))
	err := s.UpdateManifest(t.Context(), func([]byte) ([]byte, error) { return []byte("manifest"), nil })
	if err != nil {
		t.Fatal(err)
	}
}

func wantFilled(t *testing.T, s store.Store) {
	t.Helper()
	WantArticles(t, s, "a=article")
	wantBlob(t, s, "k", []byte("blob"))
	wantManifest(t, s, "manifest")
}

func wantError(t *testing.T, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: error %v, want %v", what, err, want)
	}
}
