// Package lighten takes out of a compiled program what only a debugger reads:
// which file and line each instruction comes from, and where the arguments of
// a call lie, and what functions of others are called. A panic tells the names
// of our functions it went through, of others their package, and "?" for their
// files. What the runtime itself needs to unwind a stack, to collect
// garbage and to run deferred calls stays. That is a good tenth of what a first
// visit fetches.
//
//	light, err := lighten.Program(wasm, "fenghui/")
//	if errors.Is(err, lighten.ErrUnknown) {
//		light = wasm // of another Go; heavier, and right
//	}
//
// What is read and written here is described by runtime/symtab.go and
// cmd/link/internal/ld/pcln.go of Go 1.26. Whatever is not exactly as
// described there is ErrUnknown.
package lighten

import (
	"errors"
	"fmt"
)

// ErrUnknown says that a program is not laid out as Go 1.26 does.
var ErrUnknown = errors.New("lighten: a layout that is not known")

// Program returns a program for js/wasm without lines, files and arguments. Of
// functions, it keeps the names of those in packages whose path begins with own.
func Program(wasm []byte, own string) (light []byte, err error) {
	defer func() { // whatever points out of the program is no layout we know
		if r := recover(); r != nil {
			light, err = nil, fmt.Errorf("%w: %v", ErrUnknown, r)
		}
	}()
	m := parse(wasm)
	t := find(m.memory)
	t.forgetSource()
	t.forgetArguments()
	t.forgetNames(own)
	t.pack()
	t.coarsen()
	return m.bytes(), nil
}

// must ends Program with ErrUnknown.
func must(holds bool, what string) {
	if !holds {
		panic(what)
	}
}
