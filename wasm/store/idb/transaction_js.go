package idb

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"syscall/js"
	"time"

	indexeddb "github.com/hack-pad/go-indexeddb/idb"

	"fenghui/wasm/store"
)

// How a transaction may be used. Saved means "on the disk" only with strict.
var (
	reading = indexeddb.TransactionOptions{Mode: indexeddb.TransactionReadOnly}
	writing = indexeddb.TransactionOptions{Mode: indexeddb.TransactionReadWrite}
	strict  = indexeddb.TransactionOptions{Mode: indexeddb.TransactionReadWrite, Durability: indexeddb.DurabilityStrict}
)

// transact runs body in a transaction on one object store and, where it
// writes, waits until it is complete. When the connection turns out to be
// closed (another tab wanted to delete or upgrade the database, the browser
// lost it) it is opened again and body runs once more, once.
func (s *Store) transact(ctx context.Context, o indexeddb.TransactionOptions, objectStore string, body func(*records) error) error {
	db, err := s.connection(ctx, nil)
	if err != nil {
		return err
	}
	err = attempt(ctx, db, o, objectStore, body)
	if !lost(err) || ctx.Err() != nil {
		return err
	}
	if db, err = s.connection(ctx, db); err != nil {
		return err
	}
	return attempt(ctx, db, o, objectStore, body)
}

// attempt makes one transaction. It ends of itself as soon as the event loop
// turns while none of its requests is pending; so body must have everything
// computed and fetched before, and may wait for nothing but its requests.
func attempt(ctx context.Context, db *indexeddb.Database, o indexeddb.TransactionOptions, objectStore string, body func(*records) error) (err error) {
	defer recoverAs(&err)
	if err := ctx.Err(); err != nil {
		return err
	}
	tx, err := db.TransactionWithOptions(o, objectStore)
	if err != nil {
		return err
	}
	objects, err := tx.ObjectStore(objectStore)
	if err != nil {
		return err
	}
	if err := body(&records{ctx, objects}); err != nil {
		_ = tx.Abort() // it may have been aborted already, by the error
		return err
	}
	if o.Mode == indexeddb.TransactionReadOnly {
		return nil
	}
	return finish(ctx, tx)
}

// finish waits until what was written is really there. When ctx ends before,
// the transaction is taken back; when it is too late for that, what became of
// it decides.
//
// go-indexeddb's Await must not get a context that can end: it may then wait
// for ever (two of its channels become ready, it takes either). And it takes a
// transaction aborted without an error for a success; but only this package
// aborts, and then does not ask.
func finish(ctx context.Context, tx *indexeddb.Transaction) error {
	outcome := make(chan error, 1)
	go func() { outcome <- tx.Await(context.Background()) }()
	select {
	case err := <-outcome:
		return err
	case <-ctx.Done():
	}
	if tx.Abort() == nil {
		return ctx.Err()
	}
	select {
	case err := <-outcome:
		return err
	case <-time.After(patience):
		return ctx.Err()
	}
}

// lost reports whether err may be the fault of the connection. What was being
// written was not: a transaction that ends so has changed nothing.
func lost(err error) bool { return isException(err, "InvalidStateError", "AbortError", "UnknownError") }

// isException reports whether err is one of the browser's exceptions. What a
// request ends with is go-indexeddb's DOMException; what a call throws should
// be, but arrives wrapped once more, past go-indexeddb's own conversion.
func isException(err error, names ...string) bool {
	var thrown js.Error
	if errors.As(err, &thrown) {
		name := field(thrown.Value, "name")
		return name.Type() == js.TypeString && slices.Contains(names, name.String())
	}
	return slices.ContainsFunc(names, func(name string) bool { return errors.Is(err, indexeddb.NewDOMException(name)) })
}

// explain makes errors of the browser into errors of a store. need is the
// number of bytes that were to be written.
func (s *Store) explain(ctx context.Context, what string, need int, err error) error {
	switch {
	case err == nil:
		return nil
	case isException(err, "QuotaExceededError"):
		err = quotaError(ctx, need)
	case ctx.Err() != nil:
		err = ctx.Err()
	case errors.As(err, new(indexeddb.DOMException)), errors.As(err, new(js.Error)):
		err = fmt.Errorf("%w: %w", store.ErrUnavailable, err)
	}
	return fmt.Errorf("store/idb: %s: %w", what, err)
}

// begin is what every method does first.
func (s *Store) begin(ctx context.Context, what string, keys ...string) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("store/idb: %s: %w", what, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return fmt.Errorf("store/idb: %s: %w", what, store.ErrClosed)
	}
	return store.CheckKeys(keys...)
}
