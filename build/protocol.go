package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fenghui/build/protocol"
	"fenghui/build/repository"
)

// runProtocol writes the page's half of the protocol, or compares it.
func runProtocol(_ context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("protocol [-check]",
		"Writes "+protocol.Target+" from "+protocol.Source+": operation names, error codes\n"+
			"and JSDoc types for the page.", stderr)
	check := set.Bool("check", false, "write nothing; fail when the file differs")
	if err := parse(set, args); err != nil {
		return err
	}
	root, err := repository.Root()
	if err != nil {
		return err
	}
	if *check {
		return protocol.Check(root)
	}
	text, err := protocol.Generate(root)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(root, protocol.Target), text, 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintln(stdout, protocol.Target)
	return err
}
