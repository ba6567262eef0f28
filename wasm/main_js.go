// Package main is the program as a page loads it: it puts one function,
// fenghuiEngine.handle, where the page's script finds it, and wires the engine
// to the browser's store and to fetch. Nothing else happens here.
//
//	const answer = await fenghuiEngine.handle(request, (event) => …) // strings of JSON
package main

import (
	"context"
	"runtime"
	"runtime/debug"
	"syscall/js"

	"fenghui/wasm/engine"
	"fenghui/wasm/store"
	"fenghui/wasm/store/idb"
)

// build is the program's version, set by the site builder.
var build = "development"

// storeSchema is the version of the browser's database. It is part of the
// database's name, so that no tab ever waits for another to let go.
//
//	1: first layout
const storeSchema = 1

func main() {
	leaveRoom(nil)
	e := engine.New(engine.Options{OpenStore: openStore, Fetch: fetch, Build: build, Log: warn})
	handle := js.FuncOf(func(_ js.Value, args []js.Value) any {
		request, emit := []byte(args[0].String()), args[1]
		return promise(func() string {
			answer := e.Handle(context.Background(), request, func(event []byte) { emit.Invoke(string(event)) })
			return string(answer)
		})
	})
	js.Global().Set("fenghuiEngine", map[string]any{"handle": handle})
	if ready := js.Global().Get("fenghuiReady"); ready.Type() == js.TypeFunction {
		ready.Invoke()
	}
	select {} // the page ends the program by closing
}

// room is how many bytes are used up at least between two collections of
// garbage. One takes as long as some answers, and who asks meanwhile waits for
// it: with a library as small as ours it would be every thirtieth query.
const room = 32 << 20

// leaveRoom is called after each collection, by one that is collected itself: as
// the library grows, garbage may again be as much as what is kept, and no more.
func leaveRoom(*[16]byte) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	debug.SetGCPercent(int(max(100, 100*room/max(m.HeapAlloc, 4<<20))))
	runtime.SetFinalizer(new([16]byte), leaveRoom)
}

// promise runs f in a goroutine, since a callback must not wait, and gives
// JavaScript a promise of its result.
func promise(f func() string) js.Value {
	var executor js.Func
	executor = js.FuncOf(func(_ js.Value, settle []js.Value) any {
		resolve := settle[0]
		go func() {
			defer executor.Release()
			resolve.Invoke(f())
		}()
		return nil
	})
	return js.Global().Get("Promise").New(executor)
}

func openStore(ctx context.Context) store.Store {
	kept, err := idb.Open(ctx, storeSchema)
	if err != nil {
		warn(err.Error())
		return store.NewMemory()
	}
	return kept
}

func warn(message string) { js.Global().Get("console").Call("warn", "fenghui: "+message) }
