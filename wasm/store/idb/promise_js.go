package idb

import (
	"context"
	"syscall/js"
)

// settled is how a promise ended.
type settled struct {
	value js.Value
	err   error
}

// settle tells how a promise ends, without keeping anybody waiting. The two
// callbacks release themselves: were they released when nobody waits any
// more, the promise would later call a function that is not there.
func settle(promise js.Value) <-chan settled {
	end := make(chan settled, 1)
	var fulfilled, rejected js.Func
	release := func(s settled) any {
		fulfilled.Release()
		rejected.Release()
		end <- s
		return nil
	}
	fulfilled = js.FuncOf(func(_ js.Value, args []js.Value) any { return release(settled{value: args[0]}) })
	rejected = js.FuncOf(func(_ js.Value, args []js.Value) any { return release(settled{err: js.Error{Value: args[0]}}) })
	promise.Call("then", fulfilled, rejected)
	return end
}

// await waits for a promise until ctx ends. Never call it within a transaction.
func await(ctx context.Context, promise js.Value) (js.Value, error) {
	select {
	case s := <-settle(promise):
		return s.value, s.err
	case <-ctx.Done():
		return js.Undefined(), ctx.Err()
	}
}
