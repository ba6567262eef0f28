// Package store keeps a library between visits: a manifest, blobs, articles.
//
// Blobs and the manifest are a cache; what is missing or damaged there is
// fetched or built again. Articles are the reader's own and cannot be fetched
// again: each is a record of its own with its own SHA-256, and saved means
// safely on disk. Memory keeps nothing beyond the tab; package idb keeps
// everything in the browser's IndexedDB. Keys are any text but the empty one.
//
//	var s store.Store = store.NewMemory()
//	err := s.PutArticles(ctx, []store.Article{{Key: "a-01", Data: text}})
//	articles, damage := s.Articles(ctx)
package store

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Errors to be told apart with errors.Is. A done context gives its own error.
var (
	ErrNotFound    = errors.New("not in the store") // absent, incomplete or damaged
	ErrQuota       = errors.New("the browser's storage is full")
	ErrUnavailable = errors.New("the browser's storage cannot be used")
	ErrClosed      = errors.New("the store is closed")
	ErrBadKey      = errors.New("a key is empty or not UTF-8")
)

// Store is safe for use by several goroutines, and, where it is kept, by
// several tabs. Data handed over is copied; data returned belongs to the caller.
type Store interface {
	// Manifest returns nil and no error when there is none, or a damaged one.
	Manifest(ctx context.Context) ([]byte, error)

	// UpdateManifest reads, changes and writes the manifest as one
	// transaction that no other tab can come between. change gets nil when
	// there is none and removes it by returning nothing. It must be quick and
	// pure: it may be called twice. Its error leaves everything as it was.
	UpdateManifest(ctx context.Context, change func(old []byte) ([]byte, error)) error

	// Blob returns ErrNotFound unless every byte is as it was put.
	Blob(ctx context.Context, key string) ([]byte, error)
	// PutBlob replaces the whole blob or, failing, leaves the old one.
	PutBlob(ctx context.Context, key string, data []byte) error
	// DeleteBlob returns no error when there is no such blob.
	DeleteBlob(ctx context.Context, key string) error
	// BlobKeys lists the keys of all that takes up room, sorted, including
	// blobs that are damaged or incomplete.
	BlobKeys(ctx context.Context) ([]string, error)

	// Articles returns the readable articles, sorted by key, and together
	// with them an errors.Join of one DamagedError for each other one.
	Articles(ctx context.Context) ([]Article, error)
	// PutArticles adds or replaces all of them or none. Without an error
	// they are on disk. Of equal keys the last one wins.
	PutArticles(ctx context.Context, articles []Article) error
	// AddArticles is PutArticles but for those that are there already: they
	// stay as they are, and are returned. Damaged ones are replaced. Keys differ.
	AddArticles(ctx context.Context, articles []Article) (there []Article, err error)
	// UpdateArticle reads, changes and writes one article as one transaction
	// that no other tab can come between. change gets nil when there is none
	// and removes it by returning nothing. It must be quick and pure: it may be
	// called twice. Its error leaves everything as it was. Of a damaged article
	// nothing is changed; the error is a DamagedError.
	UpdateArticle(ctx context.Context, key string, change func(old []byte) ([]byte, error)) error
	// DeleteArticles removes all of them or none, damaged ones too; those
	// that are not there are no error.
	DeleteArticles(ctx context.Context, keys []string) error

	// Kept tells whether anything outlives the tab.
	Kept() bool
	// Close may be called twice; every later call of another method gives ErrClosed.
	Close() error
}

// Article is one imported original. Data means nothing to the store.
type Article struct {
	Key  string
	Data []byte
}

// DamagedError names an article that is there but not as it was put. Data is
// what is left of it, as far as the browser gives it out: not to be believed,
// but it may tell a reader which article that was.
type DamagedError struct {
	Key   string
	Cause string
	Data  []byte
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("store: article %s is damaged: %s", e.Key, e.Cause)
}

// QuotaError is an ErrQuota with its sizes in bytes. Used is the browser's own
// estimate, 0 when it gives none. How much it would allow is not told: some
// browsers give every site the same large number instead.
type QuotaError struct {
	Need, Used int64
}

func (e *QuotaError) Error() string {
	return fmt.Sprintf("%v: %d bytes more are needed, %d are used", ErrQuota, e.Need, e.Used)
}

// Is makes errors.Is(err, ErrQuota) true.
func (e *QuotaError) Is(target error) bool { return target == ErrQuota }

// CheckKeys returns ErrBadKey for a key no store accepts.
func CheckKeys(keys ...string) error {
	for _, key := range keys {
		if key == "" || !utf8.ValidString(key) {
			return fmt.Errorf("store: key %q: %w", key, ErrBadKey)
		}
	}
	return nil
}

// Sweeper is a Store in which interrupted writes can leave something behind.
type Sweeper interface {
	Sweep(ctx context.Context, keep func(key string) bool) error
}

// Sweep removes the blobs that keep does not want and whatever interrupted
// writes left behind. Call it once after opening. Where a Sweeper can, it
// runs while no other tab is writing a blob, and does nothing while one is.
func Sweep(ctx context.Context, s Store, keep func(key string) bool) error {
	if sweeper, ok := s.(Sweeper); ok {
		return sweeper.Sweep(ctx, keep)
	}
	keys, err := s.BlobKeys(ctx)
	if err != nil {
		return fmt.Errorf("store: sweep: %w", err)
	}
	for _, key := range keys {
		if keep(key) {
			continue
		}
		if err := s.DeleteBlob(ctx, key); err != nil {
			return fmt.Errorf("store: sweep: %w", err)
		}
	}
	return nil
}
