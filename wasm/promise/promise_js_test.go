package promise_test

import (
	"context"
	"errors"
	"syscall/js"
	"testing"

	"fenghui/wasm/promise"
)

func TestAPromiseEndsWithItsFirstValue(t *testing.T) {
	p, fulfil := promise.New()
	end := promise.Settle(p)
	fulfil("first")
	fulfil("second")
	if s := <-end; s.Err != nil || s.Value.String() != "first" {
		t.Errorf("%v, %v", s.Value, s.Err)
	}
	if again, err := promise.Await(t.Context(), p); err != nil || again.String() != "first" {
		t.Errorf("asked again: %v, %v", again, err)
	}
}

func TestARejectedPromiseIsAnError(t *testing.T) {
	_, err := promise.Await(t.Context(), js.Global().Get("Promise").Call("reject", js.Global().Get("Error").New("on purpose")))
	var thrown js.Error
	if !errors.As(err, &thrown) || thrown.Get("message").String() != "on purpose" {
		t.Errorf("%v", err)
	}
}

func TestWhoWaitsInVainStopsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p, fulfil := promise.New()
	cancel()
	if _, err := promise.Await(ctx, p); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	fulfil(1) // nobody waits any more, and nothing breaks
	if value, err := promise.Await(t.Context(), p); err != nil || value.Int() != 1 {
		t.Errorf("%v, %v", value, err)
	}
}
