// Package idb keeps a library in the browser's IndexedDB.
//
// Database `fenghui-<schema>`: object store `meta` holds the manifest, `blobs`
// a head per blob and its chunks of at most 2 MB, `articles` one record per
// article. Everything carries a SHA-256. The schema is part of the name, so
// no other tab can block an upgrade; articles of earlier schemas are taken
// over at opening. All dealings with go-indexeddb are guarded here, and
// nowhere else: see connect_js.go and transaction_js.go.
//
//	s, err := idb.Open(ctx, 1)
//	if err != nil { // store.ErrUnavailable: go on with store.NewMemory()
//	}
//	err = s.PutArticles(ctx, articles) // nil: they are on disk
package idb

import (
	"context"
	"fmt"
	"sync"
	"time"

	indexeddb "github.com/hack-pad/go-indexeddb/idb"

	"fenghui/wasm/store"
)

// patience is how long opening a database or waiting for a lock may take. A
// browser gives no sign when another tab blocks either for ever.
const patience = 2 * time.Second

// The object stores.
const (
	metaStore    = "meta"
	blobStore    = "blobs"
	articleStore = "articles"
)

// Store is a store.Store and a store.Sweeper.
type Store struct {
	name    string
	factory *indexeddb.Factory

	unlock func() // tells other tabs that this one has the database open

	mu     sync.Mutex // guards the rest; held while the database is opened again
	db     *indexeddb.Database
	closed bool
}

var (
	_ store.Store   = (*Store)(nil)
	_ store.Sweeper = (*Store)(nil)
)

// Open opens the database of a schema, made anew if need be, and takes over
// the articles of earlier schemas. Within 2 s it succeeds or gives an error
// that is store.ErrUnavailable; the caller then works in memory.
func Open(ctx context.Context, schema int) (store.Store, error) {
	factory, err := probe()
	if err != nil {
		return nil, fmt.Errorf("store/idb: open: %w: %w", store.ErrUnavailable, err)
	}
	s, err := openStore(ctx, factory, databaseName(schema))
	if err != nil {
		return nil, fmt.Errorf("store/idb: open: %w", err)
	}
	s.takeOver(ctx, schema)
	return s, nil
}

func openStore(ctx context.Context, factory *indexeddb.Factory, name string) (*Store, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	unlock, err := lock(ctx, openLock(name), shared)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", store.ErrUnavailable, err)
	}
	s := &Store{name: name, factory: factory, unlock: unlock}
	if s.db, err = connect(ctx, factory, name); err != nil {
		unlock()
		return nil, fmt.Errorf("%w: %w", store.ErrUnavailable, err)
	}
	return s, nil
}

func databaseName(schema int) string { return fmt.Sprintf("%s%d", namePrefix, schema) }

const namePrefix = "fenghui-"

// openLock is shared by all that have a database open.
func openLock(name string) string { return name + "-open" }

// Kept is true: what fails to be kept fails with an error.
func (s *Store) Kept() bool { return true }

// Close lets running transactions end.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	s.unlock()
	if s.db == nil {
		return nil
	}
	err := s.db.Close()
	s.db = nil
	return err
}

// connection returns the open database. stale is the one found to be closed,
// or nil; it is replaced once, whoever comes first.
func (s *Store) connection(ctx context.Context, stale *indexeddb.Database) (*indexeddb.Database, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, store.ErrClosed
	}
	if s.db != nil && s.db != stale {
		return s.db, nil
	}
	if s.db != nil {
		_ = s.db.Close() // it mostly is closed already
	}
	var err error
	if s.db, err = connect(ctx, s.factory, s.name); err != nil {
		s.db = nil
		return nil, fmt.Errorf("%w: %w", store.ErrUnavailable, err)
	}
	return s.db, nil
}
