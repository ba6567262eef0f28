// Package site makes the site: one static folder that any web server can
// serve, as package hosting does.
//
// A site is index.html, sw.js, explorer.js, manifest.webmanifest and one folder
// whose name is a hash of everything in it, so that it may be cached for ever. The hash
// of a pack counts by its inputs, since an index is never built twice to the
// same bytes; everything else is reproducible.
//
//	result, err := site.Build(ctx, site.Options{Root: root, Out: "build/out", Records: true})
package site

import (
	"context"
	"fmt"
	"io"

	"fenghui/build/cache"
	"fenghui/build/dictionary"
	"fenghui/build/site/program"
	"fenghui/corpus"
)

// Options of Build. Root and Out are required.
type Options struct {
	Root      string             // the repository
	Out       string             // folder to write; made when missing, must be empty or a site of ours
	Corpus    []string           // folders of documents to add; one with the ID of another replaces it
	Records   bool               // whether our own records are part of the site
	Add       []*corpus.Document // documents to add that stand in no folder
	Undivided int                // passages that go into one pack; more are divided by year; 0: 20,000
	Quick     bool               // compress less, for sites that are only tried out
	// Embedders are the origins of other sites, like https://portal.example,
	// whose pages may steer this one in a frame and are told what it shows.
	Embedders []string
	Log       io.Writer

	// Program compiles the program, Dictionary makes the full dictionary. Nil
	// stands for the real ones; tests of everything else need not wait for them.
	Program    func(ctx context.Context, root string) ([]byte, error)
	Dictionary func() ([]byte, error)
	// Cache keeps compressed files; empty stands for the default one.
	Cache cache.Folder
}

// Result tells what was built.
type Result struct {
	Version   string // 12 hex digits; the folder is "v-" and these
	Unchanged bool   // the folder was there already
	Documents int    // built into the site
	Refused   error  // files of Options.Corpus that could not be read, joined; the rest is in the site
}

// Build makes the site in memory, and writes what has changed. The folder of
// an earlier build goes only when the new index.html is in place, so a server
// may be running all the while.
func Build(ctx context.Context, o Options) (Result, error) {
	o = o.withDefaults()
	if err := checkOut(o.Out); err != nil {
		return Result{}, err
	}
	lib, err := readLibrary(o)
	if err != nil {
		return Result{}, err
	}
	p, err := prepare(ctx, o, lib)
	if err != nil {
		return Result{}, err
	}
	result := Result{Version: p.version, Documents: len(lib.documents), Refused: lib.refused}
	if result.Unchanged = p.isIn(o); !result.Unchanged {
		if err := p.build(ctx, o, lib); err != nil {
			return result, err
		}
	}
	return result, p.publish(ctx, o)
}

func (o Options) withDefaults() Options {
	if o.Log == nil {
		o.Log = io.Discard
	}
	if o.Program == nil {
		o.Program = program.Compile
	}
	if o.Dictionary == nil {
		o.Dictionary = func() ([]byte, error) { return dictionary.Full(dictionary.Cut) }
	}
	if o.Cache == "" {
		o.Cache = cache.Default()
	}
	return o
}

// step tells what is being done; some of it takes its time.
func (o Options) step(format string, args ...any) {
	fmt.Fprintf(o.Log, "site: "+format+"\n", args...)
}
