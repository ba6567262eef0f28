// Command pipeline builds a library in packs as an Apache Beam pipeline: for
// libraries that one machine is not enough to build. It comes to the same as
// `go run -tags ne ./build packs`, which does it alone.
//
// It is a module of its own, so that what Beam needs stays out of the
// product's. The runner is prism, inside this process, unless -runner names
// another; its flags are handed on. Files are read and written by the
// workers, so on several machines the folders must be reachable from all of
// them under the same names.
//
//	go run -C build/pipeline -tags ne . -corpus ARTICLES -out PACKS
//	go run -C build/pipeline -tags ne . -corpus /shared/articles -out /shared/packs -runner flink -endpoint HOST:8099
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"fenghui/build/packs"
)

// folders is a flag that may be given several times.
type folders []string

func (f *folders) String() string { return strings.Join(*f, ",") }

func (f *folders) Set(dir string) error {
	dir, err := filepath.Abs(dir)
	*f = append(*f, dir)
	return err
}

var (
	dirs    folders
	out     = flag.String("out", "", "`folder` to write the packs into")
	records = flag.Bool("records", true, "have our own records in the library")
)

func init() {
	flag.Var(&dirs, "corpus", "`folder` of articles and records to add, may be given several times;\na document with the id of another replaces it")
}

func main() {
	flag.Parse()
	beam.Init() // a worker of another runner works from here on, and does not return
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "pipeline:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	if *out == "" || flag.NArg() > 0 {
		return fmt.Errorf("usage: pipeline -out DIR [-corpus DIR]... [-records=false] [-runner NAME and its flags]")
	}
	place, err := filepath.Abs(*out)
	if err != nil {
		return err
	}
	p, err := newPipeline(job{Folders: dirs, Records: *records, Out: place})
	if err != nil {
		return err
	}
	if err := beamx.Run(ctx, p); err != nil {
		return err
	}
	contents, err := packs.ReadContents(place)
	if err != nil {
		return err
	}
	for _, r := range contents.Refused {
		fmt.Fprintf(os.Stderr, "pipeline: left out: %s\n", r.Reason)
	}
	fmt.Printf("%s: %s\n", *out, contents)
	return nil
}
