package idb

import (
	"context"
	"syscall/js"

	"fenghui/wasm/promise"
	"fenghui/wasm/store"
)

// quotaError asks the browser how full it is.
func quotaError(ctx context.Context, need int) error {
	return &store.QuotaError{Need: int64(need), Used: used(ctx)}
}

// used is 0 where the browser does not say (the origin is not secure).
func used(ctx context.Context) int64 {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	manager := field(js.Global().Get("navigator"), "storage")
	if manager.Type() != js.TypeObject {
		return 0
	}
	estimate, err := promise.Await(ctx, manager.Call("estimate"))
	if usage := field(estimate, "usage"); err == nil && usage.Type() == js.TypeNumber {
		return int64(usage.Float())
	}
	return 0
}
