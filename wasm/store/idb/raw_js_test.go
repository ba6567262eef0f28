package idb

import (
	"slices"
	"syscall/js"
	"testing"

	indexeddb "github.com/hack-pad/go-indexeddb/idb"

	"fenghui/wasm/promise"
)

// These helpers do to a database what a store never would.

// change works on the records of an object store behind the store's back.
func change(t *testing.T, s *Store, objectStore string, do func(*records) error) {
	t.Helper()
	if err := s.transact(t.Context(), writing, objectStore, do); err != nil {
		t.Fatal(err)
	}
}

// stored lists the keys of an object store.
func stored(t *testing.T, s *Store, objectStore string) (keys []string) {
	t.Helper()
	change(t, s, objectStore, func(r *records) (err error) {
		keys, err = r.keys()
		return err
	})
	return keys
}

// rewrite replaces one record by what alter makes of it.
func rewrite(t *testing.T, s *Store, objectStore, key string, alter func(js.Value) js.Value) {
	t.Helper()
	change(t, s, objectStore, func(r *records) error {
		v, err := r.get(key)
		if err != nil {
			return err
		}
		return r.put(key, alter(v))
	})
}

// drop deletes one record.
func drop(t *testing.T, s *Store, objectStore, key string) {
	t.Helper()
	change(t, s, objectStore, func(r *records) error { return r.delete(key) })
}

// flip changes one bit of the byte at a place; a negative place counts from the end.
func flip(bytes js.Value, place int) js.Value {
	if place < 0 {
		place += bytes.Length()
	}
	bytes.SetIndex(place, bytes.Index(place).Int()^1)
	return bytes
}

// junk is what no record should be.
var junk = map[string]js.Value{
	"null":         js.Null(),
	"a text":       js.ValueOf("text"),
	"a number":     js.ValueOf(7),
	"an empty one": js.ValueOf(map[string]any{}),
	"an array":     js.ValueOf([]any{1, 2}),
}

// openRaw opens a database with an object store of another kind, deaf to the
// wish of others that it be closed, and closes it at the end of the test.
func openRaw(t *testing.T, name string, objectStores ...string) (db js.Value, closeIt func()) {
	t.Helper()
	request := js.Global().Get("indexedDB").Call("open", name)
	upgrade := js.FuncOf(func(js.Value, []js.Value) any {
		for _, o := range objectStores {
			request.Get("result").Call("createObjectStore", o)
		}
		return nil
	})
	defer upgrade.Release()
	request.Set("onupgradeneeded", upgrade)
	wait(t, request)
	db = request.Get("result")
	closed := false
	closeIt = func() {
		if !closed {
			db.Call("close")
		}
		closed = true
	}
	t.Cleanup(closeIt)
	return db, closeIt
}

// wait waits for a bare request.
func wait(t *testing.T, request js.Value) {
	t.Helper()
	done := make(chan string, 1)
	tell := func(what string) js.Func {
		return js.FuncOf(func(js.Value, []js.Value) any { done <- what; return nil })
	}
	success, failure := tell(""), tell("failed")
	defer success.Release()
	defer failure.Release()
	request.Set("onsuccess", success)
	request.Set("onerror", failure)
	if what := <-done; what != "" {
		t.Fatal(what, request.Get("error").Call("toString"))
	}
}

// exists reports whether the browser has a database of that name.
func exists(t *testing.T, name string) bool {
	t.Helper()
	list, err := promise.Await(t.Context(), js.Global().Get("indexedDB").Call("databases"))
	if err != nil {
		t.Fatal(err)
	}
	names := make([]string, list.Length())
	for i := range names {
		names[i] = list.Index(i).Get("name").String()
	}
	return slices.Contains(names, name)
}

// removeLater deletes a database when the test is over.
func removeLater(t *testing.T, factory *indexeddb.Factory, name string) {
	t.Cleanup(func() {
		request, err := factory.DeleteDatabase(name)
		if err != nil {
			t.Error(err)
			return
		}
		if err := request.Await(background); err != nil {
			t.Error(err)
		}
	})
}
