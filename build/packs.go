package main

import (
	"context"
	"fmt"
	"io"

	"fenghui/build/dictionary"
	"fenghui/build/input"
	"fenghui/build/packs"
)

// runPacks builds a library in packs on this machine.
func runPacks(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("packs -out DIR [-corpus DIR]... [-records=false]",
		"Builds a library in packs, one for each year: what build/pipeline builds on many\n"+
			"machines, built on this one.", stderr)
	var dirs folders
	out := set.String("out", "", "`folder` to write into")
	records := libraryFlags(set, &dirs)
	if err := parse(set, args); err != nil {
		return err
	}
	if *out == "" {
		return usageError{what: "-out DIR is needed"}
	}
	read, err := input.ReadAll(*records, dirs)
	if err != nil {
		return err
	}
	tellRefused(stderr, "packs", read.Refused)
	full, err := dictionary.Full(dictionary.Cut)
	if err != nil {
		return err
	}
	contents, err := packs.WriteAll(ctx, *out, read, full)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s: %s\n", *out, contents)
	return err
}
