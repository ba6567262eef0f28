//go:build !js

package pace

import "context"

// turn has nothing to do where goroutines have threads of their own.
func turn(context.Context) error { return nil }

func turned() {}
