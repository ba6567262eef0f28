// Command storepage shows store/idb to a page: window.store has a function
// for each thing the browser tests do with it, and every one returns a
// promise. Rejections carry a code: quota notfound unavailable other.
//
// The data of an article or blob follows from its key and size, so reading
// can check it.
//
//	await store.open(1);
//	await store.putArticles("a", 100, 4000); // a-000 … a-099 of 4 kB
//	(await store.articles()).keys.length
package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strconv"
	"syscall/js"

	"fenghui/wasm/store"
	"fenghui/wasm/store/idb"
)

var (
	ctx  = context.Background()
	kept store.Store
)

func main() {
	object := js.Global().Get("Object").New()
	for name, f := range map[string]func(args []js.Value) (any, error){
		"open": open, "close": closeStore,
		"putArticles": putArticles, "deleteArticles": deleteArticles, "articles": articles,
		"putBlob": putBlob, "blob": blob, "blobKeys": blobKeys, "sweep": sweep,
		"count": count, "manifest": manifest,
	} {
		object.Set(name, promising(f))
	}
	js.Global().Set("store", object)
	js.Global().Call("storeIsReady")
	select {}
}

// promising makes a function that returns a promise. It lives as long as the page.
func promising(f func(args []js.Value) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		executor := js.FuncOf(func(_ js.Value, settle []js.Value) any {
			go func() {
				if result, err := f(args); err != nil {
					settle[1].Invoke(exception(err))
				} else {
					settle[0].Invoke(result)
				}
			}()
			return nil
		})
		defer executor.Release()
		return js.Global().Get("Promise").New(executor)
	})
}

func exception(err error) js.Value {
	code := "other"
	switch {
	case errors.Is(err, store.ErrQuota):
		code = "quota"
	case errors.Is(err, store.ErrNotFound):
		code = "notfound"
	case errors.Is(err, store.ErrUnavailable):
		code = "unavailable"
	}
	e := js.Global().Get("Error").New(code + ": " + err.Error())
	e.Set("code", code)
	return e
}

// made holds data, so that making it is not measured over and over.
var made = map[string][]byte{}

// data is what belongs under a key.
func data(key string, size int) []byte {
	id := fmt.Sprint(size, " ", key)
	if made[id] == nil {
		made[id] = pattern(id, size)
	}
	return made[id]
}

func pattern(id string, size int) []byte {
	h := fnv.New64()
	fmt.Fprint(h, id)
	d := make([]byte, 0, size+8)
	for r := rand.NewPCG(h.Sum64(), 0); len(d) < size; {
		d = binary.LittleEndian.AppendUint64(d, r.Uint64())
	}
	return d[:size]
}

func open(args []js.Value) (_ any, err error) {
	kept, err = idb.Open(ctx, args[0].Int())
	return nil, err
}

func closeStore([]js.Value) (any, error) { return nil, kept.Close() }

func putArticles(args []js.Value) (any, error) {
	var all []store.Article
	for i := range args[1].Int() {
		key := fmt.Sprintf("%s-%03d", args[0].String(), i)
		all = append(all, store.Article{Key: key, Data: data(key, args[2].Int())})
	}
	return nil, kept.PutArticles(ctx, all)
}

func deleteArticles(args []js.Value) (any, error) {
	var keys []string
	for i := range args[0].Length() {
		keys = append(keys, args[0].Index(i).String())
	}
	return nil, kept.DeleteArticles(ctx, keys)
}

// articles gives the keys of the readable and of the damaged ones.
func articles([]js.Value) (any, error) {
	all, err := kept.Articles(ctx)
	keys, damaged := []any{}, []any{}
	for _, a := range all {
		if !bytes.Equal(a.Data, data(a.Key, len(a.Data))) {
			return nil, fmt.Errorf("article %s has other data", a.Key)
		}
		keys = append(keys, a.Key)
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range joined.Unwrap() {
			var d *store.DamagedError
			if !errors.As(err, &d) {
				return nil, err
			}
			damaged = append(damaged, d.Key)
		}
	} else if err != nil {
		return nil, err
	}
	return map[string]any{"keys": keys, "damaged": damaged}, nil
}

func putBlob(args []js.Value) (any, error) {
	key := args[0].String()
	return nil, kept.PutBlob(ctx, key, data(key, args[1].Int()))
}

// blob gives the size.
func blob(args []js.Value) (any, error) {
	key := args[0].String()
	got, err := kept.Blob(ctx, key)
	if err == nil && !bytes.Equal(got, data(key, len(got))) {
		err = fmt.Errorf("blob %s has other data", key)
	}
	return len(got), err
}

func blobKeys([]js.Value) (any, error) {
	list := []any{}
	keys, err := kept.BlobKeys(ctx)
	for _, key := range keys {
		list = append(list, key)
	}
	return list, err
}

func sweep([]js.Value) (any, error) {
	return nil, store.Sweep(ctx, kept, func(string) bool { return true })
}

// count adds 1 to the number in the manifest, as often as told.
func count(args []js.Value) (any, error) {
	for range args[0].Int() {
		err := kept.UpdateManifest(ctx, func(old []byte) ([]byte, error) {
			n, _ := strconv.Atoi(string(old))
			return strconv.AppendInt(nil, int64(n+1), 10), nil
		})
		if err != nil {
			return nil, err
		}
	}
	return nil, nil
}

func manifest([]js.Value) (any, error) {
	m, err := kept.Manifest(ctx)
	return string(m), err
}
