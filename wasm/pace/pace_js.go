package pace

import (
	"context"
	"syscall/js"
	"time"
)

// clock belongs to the whole program: goroutines share one thread, so what one
// has used up is used up for all.
var clock meter

// waiters are woken together by the next message.
var waiters []chan struct{}

// channel is made at the first turn and lives as long as the program, and so
// does its callback. A message is an ordinary task: everything that came
// before it (input, answers, painting) has its turn first. A timer would be
// held back by 4 ms and, in a hidden tab, by a second.
var channel js.Value

// turn waits for the event loop if the slice is used up.
func turn(ctx context.Context) error {
	if !clock.due(time.Now) {
		return nil
	}
	wake := make(chan struct{})
	waiters = append(waiters, wake)
	if len(waiters) == 1 {
		post()
	}
	<-wake
	return ctx.Err()
}

func turned() { clock.reset(time.Now()) }

// post asks for one turn.
func post() {
	if channel.IsUndefined() {
		channel = js.Global().Get("MessageChannel").New()
		channel.Get("port1").Set("onmessage", js.FuncOf(arrive))
	}
	channel.Get("port2").Call("postMessage", 0)
}

// arrive runs when the turn is over.
func arrive(js.Value, []js.Value) any {
	clock.reset(time.Now())
	woken := waiters
	waiters = nil
	for _, wake := range woken {
		close(wake)
	}
	return nil
}
