package idb

import (
	"context"
	"sync/atomic"
	"testing"

	"fenghui/wasm/store"
	"fenghui/wasm/store/storetest"
)

var schemas atomic.Int32

// openNew opens a database no other test knows and removes it in the end.
func openNew(t *testing.T) *Store {
	t.Helper()
	// Every one is lower than those before it: nothing is taken over.
	schema := int(-schemas.Add(1))
	s := open(t, schema)
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if err := remove(context.Background(), s.factory, s.name); err != nil {
			t.Errorf("%s stays: %v", s.name, err)
		}
	})
	return s
}

func open(t *testing.T, schema int) *Store {
	t.Helper()
	s, err := Open(t.Context(), schema)
	if err != nil {
		t.Fatal(err)
	}
	return s.(*Store)
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return openNew(t) })
}
