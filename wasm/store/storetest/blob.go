package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"fenghui/wasm/store"
)

// sizes lie around the borders of the chunks a store may cut blobs into.
var sizes = []int{0, 1, 4096, 2<<20 - 1, 2 << 20, 2<<20 + 1, 5_000_000}

var blobs = []test{
	{"a blob that was never put is not found", func(t *testing.T, s store.Store) {
		wantNoBlob(t, s, "absent")
	}},
	{"blobs of every size come back as they were put", func(t *testing.T, s store.Store) {
		for _, size := range sizes {
			putBlob(t, s, fmt.Sprint(size), pattern(size))
		}
		for _, size := range sizes {
			wantBlob(t, s, fmt.Sprint(size), pattern(size))
		}
	}},
	{"a blob is replaced by a shorter and a longer one", func(t *testing.T, s store.Store) {
		for _, size := range []int{5_000_000, 10, 2<<20 + 1, 0, 3} {
			putBlob(t, s, "k", pattern(size))
			wantBlob(t, s, "k", pattern(size))
		}
	}},
	{"a deleted blob is not found", func(t *testing.T, s store.Store) {
		putBlob(t, s, "gone", pattern(5_000_000))
		putBlob(t, s, "stays", pattern(7))
		deleteBlob(t, s, "gone")
		wantNoBlob(t, s, "gone")
		wantBlob(t, s, "stays", pattern(7))
		wantBlobKeys(t, s, "stays")
	}},
	{"deleting a blob that is not there is no error", func(t *testing.T, s store.Store) {
		deleteBlob(t, s, "absent")
	}},
	{"blob keys are listed once each and sorted", func(t *testing.T, s store.Store) {
		wantBlobKeys(t, s)
		putBlob(t, s, "b", pattern(5_000_000))
		putBlob(t, s, "a", nil)
		putBlob(t, s, "b", pattern(1))
		wantBlobKeys(t, s, "a", "b")
	}},
	{"keys may hold anything", func(t *testing.T, s store.Store) {
		keys := []string{"a", "a/", "a/b", "a/b/0", "a%2Fb", "%", "峰会 🏔", "A", " ", "a\x00b", "a0", "..", "constructor"}
		for i, key := range keys {
			putBlob(t, s, key, []byte{byte(i)})
		}
		for i, key := range keys {
			wantBlob(t, s, key, []byte{byte(i)})
		}
		wantBlobKeys(t, s, keys...)
		deleteBlob(t, s, "a")
		wantNoBlob(t, s, "a")
		wantBlob(t, s, "a/b", []byte{2})
	}},
	{"a blob put is a copy, and so is a blob read", func(t *testing.T, s store.Store) {
		data := []byte("one")
		putBlob(t, s, "k", data)
		data[0] = 'X'
		got, err := s.Blob(t.Context(), "k")
		if err != nil {
			t.Fatal(err)
		}
		got[1] = 'Y'
		wantBlob(t, s, "k", []byte("one"))
	}},
	{"blobs put at once under one key end as one of them", func(t *testing.T, s store.Store) {
		const loops = 4
		done := make(chan error, loops)
		for i := range loops {
			go func() { done <- s.PutBlob(t.Context(), "k", bytes.Repeat([]byte{byte('0' + i)}, 2<<20+9)) }()
		}
		for range loops {
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
		got, err := s.Blob(t.Context(), "k")
		if err != nil || len(got) != 2<<20+9 || bytes.Count(got, got[:1]) != len(got) {
			t.Errorf("%d bytes, %v: not one of the blobs put", len(got), err)
		}
	}},
	{"a sweep removes the blobs that are not wanted", func(t *testing.T, s store.Store) {
		for _, key := range []string{"pack/1", "pack/2", "segment/1"} {
			putBlob(t, s, key, pattern(2<<20+1))
		}
		if err := store.Sweep(t.Context(), s, func(key string) bool { return key == "pack/2" }); err != nil {
			t.Fatal(err)
		}
		wantBlobKeys(t, s, "pack/2")
		wantBlob(t, s, "pack/2", pattern(2<<20+1))
	}},
}

// pattern makes n bytes that differ from place to place.
func pattern(n int) []byte {
	data := make([]byte, n)
	state := uint32(n)*2654435761 + 1
	for i := range data {
		state = state*1664525 + 1013904223
		data[i] = byte(state >> 24)
	}
	return data
}

func putBlob(t *testing.T, s store.Store, key string, data []byte) {
	t.Helper()
	if err := s.PutBlob(t.Context(), key, data); err != nil {
		t.Fatalf("put blob %q: %v", key, err)
	}
}

func deleteBlob(t *testing.T, s store.Store, key string) {
	t.Helper()
	if err := s.DeleteBlob(t.Context(), key); err != nil {
		t.Fatalf("delete blob %q: %v", key, err)
	}
}

func wantBlob(t *testing.T, s store.Store, key string, want []byte) {
	t.Helper()
	got, err := s.Blob(t.Context(), key)
	if err != nil || got == nil || !bytes.Equal(got, want) {
		t.Errorf("blob %q: %d bytes, %v; want the %d bytes put", key, len(got), err, len(want))
	}
}

func wantNoBlob(t *testing.T, s store.Store, key string) {
	t.Helper()
	if _, err := s.Blob(t.Context(), key); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("blob %q: error %v, want ErrNotFound", key, err)
	}
}

func wantBlobKeys(t *testing.T, s store.Store, want ...string) {
	t.Helper()
	slices.Sort(want)
	got, err := s.BlobKeys(t.Context())
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("blob keys %q, %v; want %q", got, err, want)
	}
}
