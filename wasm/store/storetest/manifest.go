package storetest

import (
	"errors"
	"strconv"
	"testing"

	"fenghui/wasm/store"
)

var manifests = []test{
	{"there is no manifest at first", func(t *testing.T, s store.Store) {
		wantManifest(t, s, "")
	}},
	{"a manifest is read as it was written", func(t *testing.T, s store.Store) {
		update(t, s, "", `{"segments":[]}`)
		wantManifest(t, s, `{"segments":[]}`)
	}},
	{"a change sees the manifest before it", func(t *testing.T, s store.Store) {
		update(t, s, "", "one")
		update(t, s, "one", "two")
		wantManifest(t, s, "two")
	}},
	{"a change to nothing removes the manifest", func(t *testing.T, s store.Store) {
		update(t, s, "", "one")
		update(t, s, "one", "")
		wantManifest(t, s, "")
	}},
	{"a failed change leaves the manifest and gives its error", func(t *testing.T, s store.Store) {
		update(t, s, "", "one")
		refusal := errors.New("no")
		err := s.UpdateManifest(t.Context(), func([]byte) ([]byte, error) { return []byte("two"), refusal })
		if !errors.Is(err, refusal) {
			t.Errorf("error %v, want the one of the change", err)
		}
		wantManifest(t, s, "one")
	}},
	{"what a change does to the old bytes changes nothing", func(t *testing.T, s store.Store) {
		update(t, s, "", "one")
		refusal := errors.New("no")
		_ = s.UpdateManifest(t.Context(), func(old []byte) ([]byte, error) { old[0] = 'X'; return nil, refusal })
		wantManifest(t, s, "one")
	}},
	{"changes made at once all count", func(t *testing.T, s store.Store) {
		const loops, rounds = 8, 10
		done := make(chan error, loops)
		for range loops {
			go func() {
				var err error
				for i := 0; i < rounds && err == nil; i++ {
					err = s.UpdateManifest(t.Context(), increment)
				}
				done <- err
			}()
		}
		for range loops {
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
		wantManifest(t, s, strconv.Itoa(loops*rounds))
	}},
	{"a large manifest is kept", func(t *testing.T, s store.Store) {
		large := string(pattern(3 << 20))
		update(t, s, "", large)
		wantManifest(t, s, large)
	}},
}

// increment reads the manifest as a number, none being 0.
func increment(old []byte) ([]byte, error) {
	n, _ := strconv.Atoi(string(old))
	return []byte(strconv.Itoa(n + 1)), nil
}

// update changes the manifest from old to next; "" is none.
func update(t *testing.T, s store.Store, old, next string) {
	t.Helper()
	err := s.UpdateManifest(t.Context(), func(got []byte) ([]byte, error) {
		if string(got) != old || (got == nil) != (old == "") {
			t.Errorf("change got %.40q, want %.40q", got, old)
		}
		return []byte(next), nil
	})
	if err != nil {
		t.Fatalf("update manifest: %v", err)
	}
}

func wantManifest(t *testing.T, s store.Store, want string) {
	t.Helper()
	got, err := s.Manifest(t.Context())
	if err != nil || string(got) != want || (got == nil) != (want == "") {
		t.Errorf("manifest is %.40q (%v), want %.40q", got, err, want)
	}
}
