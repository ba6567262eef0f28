package idb

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"syscall/js"
	"testing"

	"fenghui/wasm/store"
)

// orphan writes the chunks of a blob and not its head, as a tab does that is
// killed half-way.
func orphan(t *testing.T, s *Store, key string) {
	t.Helper()
	h := head{generation: "00000000deadbeef"}
	for part := range 2 {
		change(t, s, blobStore, func(r *records) error { return r.put(h.chunkKey(key, part), toJS(large[:chunkSize])) })
	}
}

func all(string) bool { return true }

func TestASweepTakesWhatAKilledTabLeftBehind(t *testing.T) {
	s := openNew(t)
	put(t, s, "whole", large)
	orphan(t, s, "whole")
	orphan(t, s, "half")
	orphan(t, s, "a/half")
	if keys, err := s.BlobKeys(t.Context()); err != nil || !slices.Equal(keys, []string{"a/half", "half", "whole"}) {
		t.Errorf("keys %q, %v", keys, err)
	}
	wantNoBlob(t, s, "half")
	if err := s.Sweep(t.Context(), all); err != nil {
		t.Fatal(err)
	}
	for _, key := range stored(t, s, blobStore) {
		if !strings.HasPrefix(key, "whole") || strings.Contains(key, "deadbeef") {
			t.Errorf("%s is still there", key)
		}
	}
	wantBlob(t, s, "whole", large)
}

func TestASweepMayReadTheManifest(t *testing.T) {
	s := openNew(t)
	put(t, s, "k", large)
	err := s.Sweep(t.Context(), func(string) bool {
		_, err := s.Manifest(t.Context())
		return err == nil
	})
	if err != nil {
		t.Fatal(err)
	}
	wantBlob(t, s, "k", large)
}

func TestASweepLeavesAWritingTabAlone(t *testing.T) {
	if field(js.Global().Get("navigator"), "locks").IsUndefined() {
		return // an origin that is not secure has no locks: there a tab may have to write again
	}
	s := openNew(t)
	orphan(t, s, "half")
	unlock, err := lock(t.Context(), s.writingLock(), shared)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Sweep(t.Context(), all); err != nil {
		t.Fatal(err)
	}
	if n := len(stored(t, s, blobStore)); n != 2 {
		t.Errorf("%d records, want both", n)
	}
	unlock()
	if err := s.Sweep(t.Context(), all); err != nil {
		t.Fatal(err)
	}
	if n := len(stored(t, s, blobStore)); n != 0 {
		t.Errorf("%d records are left", n)
	}
}

// A cancelled writing takes its chunks back at once.
func TestAWritingThatFailsLeavesNothing(t *testing.T) {
	s := openNew(t)
	put(t, s, "k", []byte("old"))
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.PutBlob(ctx, "k", make([]byte, 40*chunkSize)) }()
	for len(stored(t, s, blobStore)) < 5 {
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if keys := stored(t, s, blobStore); len(keys) != 2 {
		t.Errorf("%d records: want head and chunk of the old blob", len(keys))
	}
	wantBlob(t, s, "k", []byte("old"))
}

// What Go holds on to in JavaScript must not grow with use: callbacks that are
// never released would.
func TestNothingIsHeldOnTo(t *testing.T) {
	values := field(js.Global().Get("go"), "_values")
	if values.IsUndefined() {
		t.Fatal("the page does not show its Go object")
	}
	s := openNew(t)
	round := func() {
		put(t, s, "k", large)
		wantBlob(t, s, "k", large)
		if err := s.PutArticles(t.Context(), []store.Article{{Key: "a", Data: medium}, {Key: "b"}}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Articles(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := s.UpdateManifest(t.Context(), func([]byte) ([]byte, error) { return []byte("m"), nil }); err != nil {
			t.Fatal(err)
		}
		if err := s.Sweep(t.Context(), all); err != nil {
			t.Fatal(err)
		}
	}
	round()
	before := valuesHeld(values)
	for range 10 {
		round()
	}
	if after := valuesHeld(values); after > before+5 {
		t.Errorf("%d values of JavaScript held, %d 10 rounds before", after, before)
	}
}

// valuesHeld counts the values of JavaScript that Go keeps.
func valuesHeld(values js.Value) int {
	for range 3 {
		runtime.GC()
	}
	n := 0
	for i := range values.Length() {
		if !values.Index(i).IsUndefined() && !values.Index(i).IsNull() {
			n++
		}
	}
	return n
}
