package idb

import (
	"context"
	"syscall/js"

	"fenghui/wasm/store"
)

// quotaError asks the browser how full it is.
func quotaError(ctx context.Context, need int) error {
	used, quota := estimate(ctx)
	return &store.QuotaError{Need: int64(need), Used: used, Quota: quota}
}

// estimate gives zeros where the browser gives none (the origin is not secure).
func estimate(ctx context.Context) (used, quota int64) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	manager := field(js.Global().Get("navigator"), "storage")
	if manager.Type() != js.TypeObject {
		return 0, 0
	}
	v, err := await(ctx, manager.Call("estimate"))
	if err != nil {
		return 0, 0
	}
	return number(field(v, "usage")), number(field(v, "quota"))
}

func number(v js.Value) int64 {
	if v.Type() != js.TypeNumber {
		return 0
	}
	return int64(v.Float())
}
