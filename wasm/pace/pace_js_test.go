package pace_test

import (
	"syscall/js"
	"testing"
	"time"

	"fenghui/wasm/pace"
)

// Two loops compute at once; a message posted to the page before them must
// arrive while they run, not after.
func TestMessagesArriveWhileLoopsCompute(t *testing.T) {
	arrived := make(chan time.Time, 1)
	channel := js.Global().Get("MessageChannel").New()
	port := channel.Get("port1")
	onmessage := js.FuncOf(func(js.Value, []js.Value) any {
		arrived <- time.Now()
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
			for err == nil && time.Since(start) < 300*time.Millisecond {
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
	select {
	case at := <-arrived:
		if late := at.Sub(start); late > 100*time.Millisecond {
			t.Errorf("the message arrived after %v", late)
		}
	default:
		t.Error("no message arrived while the loops ran")
	}
}
