package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fenghui/build/repository"
	"fenghui/build/site"
	"fenghui/build/site/single"
)

// runSite makes the site.
func runSite(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("site [-out DIR] [-corpus DIR]... [-records=false] [-embedder ORIGIN]... [-single=false] [-quick]",
		"Makes the site: one static folder for any web server. It holds our own records and\n"+
			"the articles of the folders named.", stderr)
	var dirs, embedders folders
	out := set.String("out", "", "`folder` to build into; must be empty or a site (default "+defaultOut+" of the repository)")
	records := libraryFlags(set, &dirs)
	set.Var(&embedders, "embedder", "`origin`, like https://portal.example, whose pages may steer the site in a frame;\nmay be given several times")
	one := set.Bool("single", true, "make "+single.Name+" as well, the site as one file")
	quick := set.Bool("quick", false, "compress less: for trying out, an eighth more to download")
	if err := parse(set, args); err != nil {
		return err
	}
	root, err := repository.Root()
	if err != nil {
		return err
	}
	if *out, err = siteFolder(*out); err != nil {
		return err
	}
	result, err := site.Build(ctx, site.Options{
		Root: root, Out: *out, Corpus: dirs, Records: *records, Embedders: embedders, Quick: *quick, Log: stderr,
	})
	if err != nil {
		return err
	}
	tellRefused(stderr, "site", result.Refused)
	fmt.Fprintf(stdout, "%s: version %s, %d documents%s\n", *out, result.Version, result.Documents, unchanged(result))
	if !*one {
		return nil
	}
	return writeSingle(root, *out, stdout)
}

// writeSingle puts the site as one file beside it, and tells its size.
func writeSingle(root, out string, stdout io.Writer) error {
	page, err := single.Make(root, out)
	if err != nil {
		return err
	}
	file := filepath.Join(out, single.Name)
	if err := os.WriteFile(file, page, 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s: %.2f MB\n", file, float64(len(page))/1e6)
	return err
}

func unchanged(r site.Result) string {
	if r.Unchanged {
		return ", unchanged"
	}
	return ""
}
