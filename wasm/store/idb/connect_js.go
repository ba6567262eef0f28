package idb

import (
	"context"
	"errors"
	"fmt"
	"slices"

	indexeddb "github.com/hack-pad/go-indexeddb/idb"
)

// objectStores is what every database of ours has.
var objectStores = []string{metaStore, blobStore, articleStore}

// connect opens a database and sees that it has our object stores. A new one
// gets them in its first version. One that lacks some (somebody else made it,
// or a browser died in between) gets them in its next version: it is never
// deleted, because it may hold articles.
func connect(ctx context.Context, f *indexeddb.Factory, name string) (*indexeddb.Database, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	const asItIs = 0
	db, err := openVersion(ctx, f, name, asItIs)
	if err != nil || complete(db) {
		return db, err
	}
	version, err := db.Version()
	_ = db.Close()
	if err != nil {
		return nil, err
	}
	if db, err = openVersion(ctx, f, name, version+1); err != nil {
		return nil, err
	}
	if !complete(db) {
		_ = db.Close()
		return nil, fmt.Errorf("database %s cannot be given its object stores", name)
	}
	return db, nil
}

// opening is how an attempt to open a database ended.
type opening struct {
	db  *indexeddb.Database
	err error
}

// openVersion opens a database until ctx ends. go-indexeddb hears nothing of
// `blocked`, so the request may stay unanswered for ever, or be answered
// when nobody waits any more. It therefore keeps its own context: were its
// upgrade listener removed with ours, a late answer would leave behind a
// database without object stores. A late database is closed at once.
func openVersion(ctx context.Context, f *indexeddb.Factory, name string, version uint) (db *indexeddb.Database, err error) {
	defer recoverAs(&err)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	own, release := context.WithCancel(context.Background())
	req, err := f.Open(own, name, version, upgrade)
	if err != nil {
		release()
		return nil, err
	}
	answer := make(chan opening, 1)
	go func() {
		defer release()
		db, err := req.Await(own)
		answer <- opening{db, err}
	}()
	select {
	case o := <-answer:
		return o.db, o.err
	case <-ctx.Done():
		go closeLate(answer)
		return nil, fmt.Errorf("%s is held up, by another tab perhaps: %w", name, ctx.Err())
	}
}

func closeLate(answer <-chan opening) {
	if o := <-answer; o.err == nil {
		_ = o.db.Close()
	}
}

// upgrade adds the object stores that are missing. It never returns an error,
// which go-indexeddb would turn into a panic inside a callback; complete tells
// whether it worked.
func upgrade(db *indexeddb.Database, _, _ uint) (never error) {
	var ignored error
	defer recoverAs(&ignored)
	have, _ := db.ObjectStoreNames()
	for _, name := range objectStores {
		if !slices.Contains(have, name) {
			_, _ = db.CreateObjectStore(name, indexeddb.ObjectStoreOptions{})
		}
	}
	return nil
}

func complete(db *indexeddb.Database) bool {
	have, err := db.ObjectStoreNames()
	return err == nil && !slices.ContainsFunc(objectStores, func(name string) bool { return !slices.Contains(have, name) })
}

// remove deletes a database within patience, unless another tab keeps it
// open; then the browser deletes it when that tab lets go.
func remove(ctx context.Context, f *indexeddb.Factory, name string) (err error) {
	defer recoverAs(&err)
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	req, err := f.DeleteDatabase(name)
	if err != nil {
		return err
	}
	return errors.Join(req.Await(ctx), ctx.Err())
}
