package pace_test

import (
	"sync/atomic"
	"syscall/js"
	"testing"
	"time"

	"fenghui/wasm/pace"
)

// Two loops compute at once, until a message posted to the page before them
// has arrived. Without a turn for the page it never would.
func TestMessagesArriveWhileLoopsCompute(t *testing.T) {
	const patience = time.Minute
	var arrived atomic.Bool
	channel := js.Global().Get("MessageChannel").New()
	port := channel.Get("port1")
	onmessage := js.FuncOf(func(js.Value, []js.Value) any {
		arrived.Store(true)
		port.Call("close")
		return nil
	})
	defer onmessage.Release()
	port.Set("onmessage", onmessage)

	start := time.Now()
	channel.Get("port2").Call("postMessage", 0)
	done := make(chan error, 2)
	for range 2 {
		go func() {
			var err error
			for err == nil && !arrived.Load() && time.Since(start) < patience {
				err = pace.Yield(t.Context())
			}
			done <- err
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	if !arrived.Load() {
		t.Error("no message arrived while the loops ran")
	}
	t.Logf("it arrived within %v", time.Since(start))
}
