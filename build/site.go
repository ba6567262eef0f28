package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"fenghui/build/site"
)

// folders is a flag that may be given several times.
type folders []string

func (f *folders) String() string { return strings.Join(*f, ",") }

func (f *folders) Set(dir string) error {
	if dir == "" {
		return errors.New("the name of a folder is needed")
	}
	*f = append(*f, dir)
	return nil
}

// defaultOut is where sites are built and served from, relative to the repository.
const defaultOut = "build/out"

// runSite makes the site.
func runSite(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("site [-out DIR] [-corpus DIR]... [-records=false] [-quick]",
		"Makes the site: one static folder for any web server.", stderr)
	var dirs folders
	out := set.String("out", "", "`folder` to build into; must be empty or a site (default "+defaultOut+" of the repository)")
	set.Var(&dirs, "corpus", "`folder` of .md and .txt files to add, may be given several times;\na document with the id of another replaces it")
	records := set.Bool("records", true, "have our own records in the site")
	quick := set.Bool("quick", false, "compress less: for trying out, an eighth more to download")
	if err := parse(set, args); err != nil {
		return err
	}
	root, err := site.Root()
	if err != nil {
		return err
	}
	if *out == "" {
		*out = filepath.Join(root, filepath.FromSlash(defaultOut))
	}
	result, err := site.Build(ctx, site.Options{
		Root: root, Out: *out, Corpus: dirs, Records: *records, Quick: *quick, Log: stderr,
	})
	if err != nil {
		return err
	}
	tellRefused(stderr, result.Refused)
	_, err = fmt.Fprintf(stdout, "%s: version %s, %d documents%s\n", *out, result.Version, result.Documents, unchanged(result))
	return err
}

func unchanged(r site.Result) string {
	if r.Unchanged {
		return ", unchanged"
	}
	return ""
}

// tellRefused names the files that are not in the site, each on its line.
func tellRefused(w io.Writer, err error) {
	if err == nil {
		return
	}
	all := []error{err}
	for len(all) > 0 {
		first := all[0]
		all = all[1:]
		if joined, ok := first.(interface{ Unwrap() []error }); ok {
			all = append(joined.Unwrap(), all...)
			continue
		}
		fmt.Fprintf(w, "site: left out: %v\n", first)
	}
}
