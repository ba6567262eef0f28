// Package running is run in a browser as a lightened program, to show that all
// that unwinds a stack still does: panics and their recovery, growing stacks,
// goroutines, the collection of garbage in the midst of them, traces.
package running
