// Package pace is the one way a long loop gives way.
//
// While Go computes in a browser, no message arrives and nothing is painted:
// runtime.Gosched does not return to JavaScript. So every loop that may run
// for more than a few milliseconds calls Yield once a round. There it waits
// for one turn of the event loop whenever 8 ms are used up; outside a browser
// it only looks at the context.
//
//	for _, p := range passages {
//		if err := pace.Yield(ctx); err != nil { return err }
//		analyse(p)
//	}
package pace

import "context"

// Yield returns the context's error once it is done, and else nil, after
// giving the event loop a turn if one is due. It may be called in the hottest
// loop: most calls neither read a clock nor leave Go. Rounds longer than 8 ms
// are not divided by it; call it more often instead.
func Yield(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return turn(ctx)
}

// Turned tells that the event loop has just had its turn, as it has when a
// message brings a request. Otherwise the first loop after a rest would wait
// for another one at once.
func Turned() { turned() }
