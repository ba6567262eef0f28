package idb

import (
	"context"
	"errors"
	"syscall/js"

	"fenghui/wasm/promise"
)

// mode of a lock. Several tabs can have a shared one at once.
type mode string

const (
	exclusive mode = "exclusive"
	shared    mode = "shared"
)

// lock waits for a lock that all tabs of the origin know; the browser lets go
// of it when a tab dies. After 2 s, or where there are no locks (the origin
// is not secure), it goes on without: no promise of this package rests on a
// lock alone. An error is ctx's.
func lock(ctx context.Context, name string, m mode) (unlock func(), err error) {
	waiting, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	abort := js.Global().Get("AbortController").New()
	r := requestLock(name, map[string]any{"mode": string(m), "signal": abort.Get("signal")})
	select {
	case <-r.granted:
	case <-r.refused:
	case <-waiting.Done():
		abort.Call("abort")
		r.unlock()
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return r.unlock, nil
}

// tryLock gets a lock at once or not at all. Where there are no locks it is
// as good as had.
func tryLock(ctx context.Context, name string) (unlock func(), had bool) {
	r := requestLock(name, map[string]any{"mode": string(exclusive), "ifAvailable": true})
	select {
	case had = <-r.granted:
	case <-r.refused:
		had = true
	case <-ctx.Done():
		r.unlock()
	}
	return r.unlock, had
}

// lockRequest is answered on one of its channels. unlock may be called before:
// the lock is then given back as soon as it is had. When it returns, whoever
// asks next can have the lock.
type lockRequest struct {
	granted <-chan bool     // false: not available
	refused <-chan struct{} // there are no locks here, or the request was aborted
	unlock  func()
}

func requestLock(name string, options map[string]any) lockRequest {
	granted, refused, over := make(chan bool, 1), make(chan struct{}), make(chan struct{})
	hold, release := promise.New()
	callback := js.FuncOf(func(_ js.Value, args []js.Value) any {
		granted <- args[0].Truthy()
		if args[0].Truthy() {
			return hold
		}
		return nil
	})
	go func() {
		defer close(over)
		defer callback.Release()
		held, err := request(name, options, callback)
		if err == nil {
			err = (<-promise.Settle(held)).Err
		}
		if err != nil {
			close(refused)
		}
	}()
	unlock := func() {
		release(nil)
		<-over
	}
	return lockRequest{granted, refused, unlock}
}

// request asks navigator.locks, which may be missing and may throw.
func request(name string, options map[string]any, callback js.Func) (held js.Value, err error) {
	defer recoverAs(&err)
	locks := field(js.Global().Get("navigator"), "locks")
	if locks.Type() != js.TypeObject {
		return held, errors.New("no locks in this browser")
	}
	return locks.Call("request", name, options, callback), nil
}
