// Package main is the program as a page loads it: it puts one function,
// fenghuiEngine.handle, where the page's script finds it, and wires the engine
// to the browser's store and to fetch. Nothing else happens here.
//
//	const answer = await fenghuiEngine.handle(request, (event) => …) // strings of JSON
package main

import (
	"context"
	"syscall/js"

	"fenghui/wasm/engine"
	"fenghui/wasm/promise"
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
	e := engine.New(engine.Options{OpenStore: openStore, Fetch: fetch, Build: build, Log: warn})
	handle := js.FuncOf(func(_ js.Value, args []js.Value) any {
		request, emit := []byte(args[0].String()), args[1]
		answered, fulfil := promise.New()
		go func() { // since a callback must not wait
			answer := e.Handle(context.Background(), request, func(event []byte) { emit.Invoke(string(event)) })
			fulfil(string(answer))
		}()
		return answered
	})
	js.Global().Set("fenghuiEngine", map[string]any{"handle": handle})
	if ready := js.Global().Get("fenghuiReady"); ready.Type() == js.TypeFunction {
		ready.Invoke()
	}
	select {} // the page ends the program by closing
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
