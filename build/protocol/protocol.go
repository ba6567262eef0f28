// Package protocol writes the page's half of the protocol. Requests, answers
// and events are declared once, in wasm/engine/protocol.go and the files that
// continue it (protocol_*.go); the page's constants and JSDoc types come from
// there, comments included, so the two sides cannot drift apart unnoticed.
//
//	text, err := protocol.Generate(".")  // for web/engine/protocol.js
//	err := protocol.Check(".")           // nil: the file is up to date
package protocol

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Files read and written, relative to the repository.
const (
	Source = "wasm/engine/protocol.go"
	Target = "web/engine/protocol.js"
)

// Generate returns the text of Target for the repository at root.
func Generate(root string) ([]byte, error) {
	return translate(os.DirFS(root), Source)
}

// translate turns the protocol in the named Go file into a JavaScript module.
// Packages of this module that it imports are looked up in repository. Errors
// name file and line.
func translate(repository fs.FS, name string) ([]byte, error) {
	d, err := read(repository, name)
	if err != nil {
		return nil, err
	}
	return d.write(name), nil
}

// Check fails when Target under root is not what Generate would write.
func Check(root string) error {
	want, err := Generate(root)
	if err != nil {
		return err
	}
	got, err := os.ReadFile(filepath.Join(root, Target))
	if err != nil {
		return fmt.Errorf("protocol: %w", err)
	}
	if line := firstDifference(got, want); line > 0 {
		return fmt.Errorf("protocol: %s:%d differs from %s: run `go run -tags ne ./build protocol`", Target, line, Source)
	}
	return nil
}

// firstDifference is the number of the first line that differs, 0 if none.
func firstDifference(a, b []byte) int {
	if bytes.Equal(a, b) {
		return 0
	}
	as, bs := bytes.SplitAfter(a, []byte("\n")), bytes.SplitAfter(b, []byte("\n"))
	n := 0
	for n < len(as) && n < len(bs) && bytes.Equal(as[n], bs[n]) {
		n++
	}
	return n + 1
}
