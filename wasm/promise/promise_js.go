// Package promise makes promises of JavaScript and waits for them.
//
//	value, err := promise.Await(ctx, js.Global().Call("fetch", address))
//	p, fulfil := promise.New() // p is given to JavaScript
//	fulfil("done")
package promise

import (
	"context"
	"syscall/js"
)

// Settled is how a promise ended. Err is a js.Error.
type Settled struct {
	Value js.Value
	Err   error
}

// Settle returns at once; the channel receives how the promise ends. The two
// callbacks release themselves when it does: released earlier, because the
// receiver gave up, the promise would later call a function that is gone.
func Settle(promise js.Value) <-chan Settled {
	end := make(chan Settled, 1)
	var fulfilled, rejected js.Func
	release := func(s Settled) any {
		fulfilled.Release()
		rejected.Release()
		end <- s
		return nil
	}
	fulfilled = js.FuncOf(func(_ js.Value, args []js.Value) any { return release(Settled{Value: args[0]}) })
	rejected = js.FuncOf(func(_ js.Value, args []js.Value) any { return release(Settled{Err: js.Error{Value: args[0]}}) })
	promise.Call("then", fulfilled, rejected)
	return end
}

// Await waits for a promise until ctx ends.
func Await(ctx context.Context, promise js.Value) (js.Value, error) {
	select {
	case s := <-Settle(promise):
		return s.Value, s.Err
	case <-ctx.Done():
		return js.Undefined(), ctx.Err()
	}
}

// New makes a promise. The first call of fulfil decides it, with a value that
// js.ValueOf takes; further ones change nothing.
func New() (promise js.Value, fulfil func(value any)) {
	var resolve js.Value
	executor := js.FuncOf(func(_ js.Value, args []js.Value) any {
		resolve = args[0]
		return nil
	})
	defer executor.Release() // it is called before Promise returns
	promise = js.Global().Get("Promise").New(executor)
	return promise, func(value any) { resolve.Invoke(value) }
}
