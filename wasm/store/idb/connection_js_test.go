package idb

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"syscall/js"
	"testing"
	"time"

	"fenghui/wasm/store"
)

// go-indexeddb closes a database that another tab wants to delete or upgrade,
// and tells nobody.
func TestAConnectionThatWasClosedIsOpenedAgain(t *testing.T) {
	s := openNew(t)
	article := []store.Article{{Key: "a", Data: []byte("article")}}
	if err := s.PutArticles(t.Context(), article); err != nil {
		t.Fatal(err)
	}
	put(t, s, "k", large)
	for _, c := range []struct {
		name string
		call func() error
	}{
		{"Manifest", func() error { _, err := s.Manifest(t.Context()); return err }},
		{"UpdateManifest", func() error {
			return s.UpdateManifest(t.Context(), func([]byte) ([]byte, error) { return []byte("m"), nil })
		}},
		{"Blob", func() error { _, err := s.Blob(t.Context(), "k"); return err }},
		{"PutBlob", func() error { return s.PutBlob(t.Context(), "k2", large) }},
		{"DeleteBlob", func() error { return s.DeleteBlob(t.Context(), "k2") }},
		{"BlobKeys", func() error { _, err := s.BlobKeys(t.Context()); return err }},
		{"Articles", func() error { _, err := s.Articles(t.Context()); return err }},
		{"PutArticles", func() error { return s.PutArticles(t.Context(), article) }},
		{"DeleteArticles", func() error { return s.DeleteArticles(t.Context(), []string{"b"}) }},
		{"Sweep", func() error { return s.Sweep(t.Context(), func(string) bool { return true }) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := s.db.Close(); err != nil {
				t.Fatal(err)
			}
			if err := c.call(); err != nil {
				t.Error(err)
			}
		})
	}
	wantBlob(t, s, "k", large)
}

func TestADatabaseDeletedUnderneathIsMadeAnew(t *testing.T) {
	s := openNew(t)
	put(t, s, "k", large)
	wait(t, js.Global().Get("indexedDB").Call("deleteDatabase", s.name))
	wantNoBlob(t, s, "k")
	put(t, s, "k", large)
	wantBlob(t, s, "k", large)
}

// Another tab holds the database and does not hear that it should let go; the
// browser would wait for ever.
func TestABlockedOpeningEndsInTime(t *testing.T) {
	name := databaseName(int(-schemas.Add(1)))
	_, closeIt := openRaw(t, name, "other")
	start := time.Now()
	schema := -int(schemas.Load())
	_, err := Open(t.Context(), schema)
	if !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("%v, want ErrUnavailable", err)
	}
	t.Logf("given up after %v", time.Since(start))
	// The answer that nobody waits for any more must not leave the database
	// half-made, nor hold it open.
	closeIt()
	s := open(t, schema)
	put(t, s, "k", large)
	wantBlob(t, s, "k", large)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if err := remove(background, s.factory, name); err != nil {
		t.Errorf("something still holds the database: %v", err)
	}
}

func TestACancelledOpeningSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Open(ctx, int(-schemas.Add(1)))
	if !errors.Is(err, context.Canceled) || !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("error %v", err)
	}
}

func TestADeletionHeldUpByAnotherTabEndsInTime(t *testing.T) {
	factory, err := probe()
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprint("held-", schemas.Add(1))
	openRaw(t, name)
	start := time.Now()
	if err = remove(t.Context(), factory, name); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v, want the end of a deadline", err)
	}
	t.Logf("given up after %v", time.Since(start))
}

// A database that lacks some of its object stores is completed, never emptied.
func TestAnIncompleteDatabaseIsCompleted(t *testing.T) {
	schema := int(-schemas.Add(1))
	db, closeIt := openRaw(t, databaseName(schema), articleStore, "other")
	sealed, err := seal(t.Context(), []byte("article"))
	if err != nil {
		t.Fatal(err)
	}
	wait(t, db.Call("transaction", articleStore, "readwrite").Call("objectStore", articleStore).Call("put", sealed, "a"))
	closeIt()
	s := open(t, schema)
	defer s.Close()
	removeLater(t, s.factory, s.name)
	articles, err := s.Articles(t.Context())
	if err != nil || len(articles) != 1 || string(articles[0].Data) != "article" {
		t.Errorf("articles %q, %v", articles, err)
	}
	put(t, s, "k", large)
	if keys, err := s.BlobKeys(t.Context()); err != nil || !slices.Equal(keys, []string{"k"}) {
		t.Errorf("keys %q, %v", keys, err)
	}
}

// without replaces a global of the browser while do runs.
func without(t *testing.T, name string, getter string, do func()) {
	t.Helper()
	object := js.Global().Get("Object")
	saved := object.Call("getOwnPropertyDescriptor", js.Global(), name) // undefined in a worker: it is inherited there
	get := js.Global().Get("Function").New(getter)
	object.Call("defineProperty", js.Global(), name, map[string]any{"configurable": true, "get": get})
	defer func() {
		js.Global().Delete(name)
		if !saved.IsUndefined() {
			object.Call("defineProperty", js.Global(), name, saved)
		}
	}()
	do()
}

func TestABrowserWithoutIndexedDBSaysSo(t *testing.T) {
	for _, c := range []struct{ name, global, getter string }{
		{"there is none", "indexedDB", "return undefined"},
		{"it is null", "indexedDB", "return null"},
		{"its getter throws", "indexedDB", "throw new DOMException('not here', 'SecurityError')"},
		{"open throws", "indexedDB", "return {open() { throw new DOMException('not here', 'SecurityError') }}"},
		{"open returns something else", "indexedDB", "return {open() { return {} }}"},
		{"open returns nothing", "indexedDB", "return {open() {}}"},
		{"it has no open", "indexedDB", "return {}"},
		{"a class of it is missing", "IDBKeyRange", "return undefined"},
		{"the getter of a class throws", "IDBRequest", "throw new Error('not here')"},
	} {
		t.Run(c.name, func(t *testing.T) {
			without(t, c.global, c.getter, func() {
				if _, err := Open(t.Context(), -1000); !errors.Is(err, store.ErrUnavailable) {
					t.Errorf("error %v, want ErrUnavailable", err)
				}
			})
		})
	}
}
