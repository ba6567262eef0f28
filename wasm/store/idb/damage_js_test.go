package idb

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall/js"
	"testing"

	"fenghui/wasm/store"
	"fenghui/wasm/store/storetest"
)

var background = context.Background()

// large is cut into three chunks; medium is enough for crypto.subtle.
var (
	large  = bytes.Repeat([]byte("峰会数览"), (2*chunkSize+100)/12)
	medium = large[:2*smallest]
)

func put(t *testing.T, s *Store, key string, data []byte) {
	t.Helper()
	if err := s.PutBlob(t.Context(), key, data); err != nil {
		t.Fatal(err)
	}
}

func wantBlob(t *testing.T, s *Store, key string, want []byte) {
	t.Helper()
	if got, err := s.Blob(t.Context(), key); err != nil || !bytes.Equal(got, want) {
		t.Errorf("blob %s: %d bytes, %v", key, len(got), err)
	}
}

func wantNoBlob(t *testing.T, s *Store, key string) {
	t.Helper()
	if got, err := s.Blob(t.Context(), key); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("blob %s: %d bytes, %v; want ErrNotFound", key, len(got), err)
	}
}

// Every record of a blob is damaged in every way; the blob is then not there,
// its neighbour is, and it can be put again.
func TestADamagedBlobIsNotThere(t *testing.T) {
	s := openNew(t)
	put(t, s, "neighbour", large)
	put(t, s, "blob", large)
	for _, key := range stored(t, s, blobStore) {
		if !strings.HasPrefix(key, "blob") {
			continue
		}
		kind := "chunk " + key[strings.LastIndex(key, "/")+1:]
		if key == "blob" {
			kind = "head"
		}
		for name, alter := range alterations(kind) {
			t.Run(kind+" "+name, func(t *testing.T) {
				put(t, s, "blob", large)
				if err := s.Sweep(t.Context(), all); err != nil { // chunks whose head was damaged before
					t.Fatal(err)
				}
				damage(t, s, "blob", kind, alter)
				wantNoBlob(t, s, "blob")
				wantBlob(t, s, "neighbour", large)
				put(t, s, "blob", large)
				wantBlob(t, s, "blob", large)
			})
		}
	}
}

// alterations are ways to damage a record; undefined means to delete it.
func alterations(kind string) map[string]func(js.Value) js.Value {
	ways := map[string]func(js.Value) js.Value{
		"missing": func(js.Value) js.Value { return js.Undefined() },
	}
	for name, v := range junk {
		ways["replaced by "+name] = func(js.Value) js.Value { return v }
	}
	if kind == "head" {
		ways["with a wrong sum"] = func(v js.Value) js.Value { flip(v.Get("sums"), 40); return v }
		ways["with a sum too few"] = func(v js.Value) js.Value {
			v.Set("sums", v.Get("sums").Call("slice", 0, 64))
			return v
		}
		ways["with half a sum"] = func(v js.Value) js.Value { v.Set("sums", v.Get("sums").Call("slice", 0, 70)); return v }
		ways["with a wrong size"] = func(v js.Value) js.Value { v.Set("size", v.Get("size").Int()-1); return v }
		ways["with an absurd size"] = func(v js.Value) js.Value { v.Set("size", 1e18); return v }
		ways["with a wrong generation"] = func(v js.Value) js.Value { v.Set("generation", "0000000000000000"); return v }
		return ways
	}
	for _, place := range []int{0, 50, -1} {
		ways[fmt.Sprintf("with a bit flipped at %d", place)] = func(v js.Value) js.Value { return flip(v, place) }
	}
	ways["cut short"] = func(v js.Value) js.Value { return v.Call("slice", 1) }
	ways["emptied"] = func(js.Value) js.Value { return uint8Array.New(0) }
	return ways
}

// damage alters the record of a blob that is of a kind.
func damage(t *testing.T, s *Store, blob, kind string, alter func(js.Value) js.Value) {
	t.Helper()
	part, isChunk := strings.CutPrefix(kind, "chunk ")
	for _, key := range stored(t, s, blobStore) {
		if key == blob && !isChunk || strings.HasPrefix(key, blob+"/") && isChunk && strings.HasSuffix(key, "/"+part) {
			var altered js.Value
			rewrite(t, s, blobStore, key, func(v js.Value) js.Value {
				altered = alter(v)
				if altered.IsUndefined() {
					return v
				}
				return altered
			})
			if altered.IsUndefined() {
				drop(t, s, blobStore, key)
			}
			return
		}
	}
	t.Fatalf("no %s", kind)
}

func TestChunksOfTwoWritingsAreNotMixed(t *testing.T) {
	s := openNew(t)
	other := bytes.ToUpper(bytes.Repeat([]byte("x"), len(large)))
	put(t, s, "a", large)
	put(t, s, "b", other)
	var from js.Value
	for _, key := range stored(t, s, blobStore) {
		if strings.HasPrefix(key, "a/") && strings.HasSuffix(key, "000001") {
			rewrite(t, s, blobStore, key, func(v js.Value) js.Value { from = v; return v })
		}
	}
	for _, key := range stored(t, s, blobStore) {
		if strings.HasPrefix(key, "b/") && strings.HasSuffix(key, "000001") {
			rewrite(t, s, blobStore, key, func(js.Value) js.Value { return from })
		}
	}
	wantNoBlob(t, s, "b")
	wantBlob(t, s, "a", large)
}

// A damaged article is named, and takes no other with it.
func TestADamagedArticleIsNamed(t *testing.T) {
	ways := map[string]func(js.Value) js.Value{
		"a bit of its data flipped": func(v js.Value) js.Value { flip(v.Get("data"), -1); return v },
		"a bit of its hash flipped": func(v js.Value) js.Value { flip(v.Get("sum"), 0); return v },
		"its data cut short":        func(v js.Value) js.Value { v.Set("data", v.Get("data").Call("slice", 1)); return v },
		"its hash missing":          func(v js.Value) js.Value { v.Set("sum", js.Null()); return v },
	}
	for name, v := range junk {
		ways["replaced by "+name] = func(js.Value) js.Value { return v }
	}
	s := openNew(t)
	articles := []store.Article{{Key: "一", Data: []byte("one")}, {Key: "二", Data: medium}, {Key: "三", Data: []byte("three")}}
	for name, alter := range ways {
		for damaged := range articles {
			t.Run(fmt.Sprint(name, " ", articles[damaged].Key), func(t *testing.T) {
				if err := s.PutArticles(t.Context(), articles); err != nil {
					t.Fatal(err)
				}
				rewrite(t, s, articleStore, articles[damaged].Key, alter)
				got, err := s.Articles(t.Context())
				var d *store.DamagedError
				if !errors.As(err, &d) || d.Key != articles[damaged].Key {
					t.Errorf("error %v, want one that names %s", err, articles[damaged].Key)
				}
				if len(got) != 2 || strings.Count(err.Error(), "damaged") != 1 {
					t.Errorf("%d articles and %v, want the two others", len(got), err)
				}
			})
		}
	}
}

func TestADamagedManifestIsNone(t *testing.T) {
	ways := map[string]func(js.Value) js.Value{
		"a bit flipped": func(v js.Value) js.Value { flip(v.Get("data"), 0); return v },
		"cut short":     func(v js.Value) js.Value { v.Set("data", v.Get("data").Call("slice", 1)); return v },
	}
	for name, v := range junk {
		ways["replaced by "+name] = func(js.Value) js.Value { return v }
	}
	s := openNew(t)
	for name, alter := range ways {
		t.Run(name, func(t *testing.T) {
			write := func([]byte) ([]byte, error) { return []byte("manifest"), nil }
			if err := s.UpdateManifest(t.Context(), write); err != nil {
				t.Fatal(err)
			}
			rewrite(t, s, metaStore, manifestKey, alter)
			if m, err := s.Manifest(t.Context()); m != nil || err != nil {
				t.Errorf("manifest %q, %v", m, err)
			}
			err := s.UpdateManifest(t.Context(), func(old []byte) ([]byte, error) {
				if old != nil {
					t.Errorf("the change got %q", old)
				}
				return []byte("again"), nil
			})
			if m, _ := s.Manifest(t.Context()); err != nil || string(m) != "again" {
				t.Errorf("manifest %q, %v", m, err)
			}
		})
	}
}

// A damaged article can be brought in again; a sound one stays as it is.
func TestOnlyADamagedArticleIsReplacedByOneThatIsAdded(t *testing.T) {
	s := openNew(t)
	storetest.PutArticles(t, s, "a=1", "b=2")
	rewrite(t, s, articleStore, "a", func(v js.Value) js.Value { flip(v.Get("data"), 0); return v })
	there, err := s.AddArticles(t.Context(), []store.Article{{Key: "a", Data: []byte("new")}, {Key: "b", Data: []byte("new")}})
	if err != nil || len(there) != 1 || there[0].Key != "b" || string(there[0].Data) != "2" {
		t.Errorf("there are %q, %v", there, err)
	}
	storetest.WantArticles(t, s, "a=new", "b=2")
}
