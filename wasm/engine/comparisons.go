package engine

import (
	"context"
	"sync/atomic"

	"fenghui/wasm/library"
)

// comparisons keeps what comparing found in the present snapshot of the
// library. It is computed on the first request that needs it; requests that
// come meanwhile wait for it, and one of them takes over if the first is
// cancelled.
type comparisons struct {
	turn   chan struct{} // held by who makes it
	found  atomic.Pointer[findings]
	limits limits
}

func newComparisons() *comparisons {
	return &comparisons{turn: make(chan struct{}, 1), limits: defaultLimits()}
}

// cached is what was found in a snapshot; nil when it has not been compared.
func (k *comparisons) cached(s *library.Snapshot) *findings {
	if f := k.found.Load(); f != nil && f.snapshot == s {
		return f
	}
	return nil
}

// findings compares the figures of a snapshot, if that has not been done yet. It
// fails only when ctx ends.
func (k *comparisons) findings(ctx context.Context, s *library.Snapshot, progress func(library.Progress)) (*findings, error) {
	if f := k.cached(s); f != nil {
		return f, nil
	}
	select {
	case k.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-k.turn }()
	if f := k.cached(s); f != nil {
		return f, nil
	}
	k.found.Store(nil) // of a library that is no more: its memory is wanted now
	f, err := find(ctx, s, k.limits, progress)
	if err != nil {
		return nil, err
	}
	k.found.Store(f)
	return f, nil
}

// onFindings is withLibrary, for a handler that needs all figures compared.
func onFindings[Args, Result any](f func(context.Context, *findings, Args) (Result, error)) handler {
	return func(e *Engine, ctx context.Context, c call) (any, error) {
		var args Args
		found, err := e.readWithFindings(ctx, c, &args)
		if err != nil {
			return nil, err
		}
		return f(ctx, found, args)
	}
}

// readWithFindings reads the arguments and compares the library as it is now,
// all of it.
func (e *Engine) readWithFindings(ctx context.Context, c call, args any) (*findings, error) {
	l, err := e.readWithLibrary(c, args)
	if err != nil {
		return nil, err
	}
	if err := e.complete(ctx, l, c); err != nil {
		return nil, err
	}
	return e.comparisons.findings(ctx, l.Snapshot(), c.progress)
}
