package main

import (
	"context"
	"fmt"
	"syscall/js"

	"fenghui/wasm/promise"
	"fenghui/wasm/store"
)

// fetch gets a file with the browser's fetch. Ending ctx aborts it.
func fetch(ctx context.Context, address string) ([]byte, error) {
	controller := js.Global().Get("AbortController").New()
	stop := context.AfterFunc(ctx, func() { controller.Call("abort") })
	defer stop()
	response, err := promise.Await(ctx, js.Global().Call("fetch", address, map[string]any{"signal": controller.Get("signal")}))
	if err != nil {
		return nil, err
	}
	switch status := response.Get("status").Int(); {
	case status == 404 || status == 410:
		return nil, fmt.Errorf("%w: the server answered %d", store.ErrNotFound, status)
	case !response.Get("ok").Bool():
		return nil, fmt.Errorf("the server answered %d", status)
	}
	buffer, err := promise.Await(ctx, response.Call("arrayBuffer"))
	if err != nil {
		return nil, err
	}
	array := js.Global().Get("Uint8Array").New(buffer)
	data := make([]byte, array.Get("byteLength").Int())
	js.CopyBytesToGo(data, array)
	return data, nil
}
