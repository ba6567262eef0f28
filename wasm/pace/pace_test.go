package pace_test

import (
	"context"
	"errors"
	"testing"

	"fenghui/wasm/pace"
)

func TestYieldGoesOnUntilTheContextIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	for range 1000 {
		if err := pace.Yield(ctx); err != nil {
			t.Fatal(err)
		}
	}
	cancel()
	if err := pace.Yield(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("after cancel: %v", err)
	}
}

func BenchmarkYield(b *testing.B) {
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	for b.Loop() {
		if err := pace.Yield(ctx); err != nil {
			b.Fatal(err)
		}
	}
}
