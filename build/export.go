package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"fenghui/build/export"
	"fenghui/build/input"
	"fenghui/build/packs"
	"fenghui/build/repository"
	"fenghui/build/site/program"
	"fenghui/wasm/library"
)

// exporter writes one library in several formats.
type exporter struct {
	corpus   folders
	records  bool
	packs    string
	out      string
	formats  string
	index    string
	language string
	stderr   io.Writer

	documents, passages, figures int // written
}

// runExport writes passages and figures for other programs.
func runExport(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("export -out DIR [-corpus DIR]... [-records=false] [-format F,...] [-lang L] [-index NAME]\n       build export -out DIR -packs DIR [-format F,...] [-index NAME]",
		"Writes the passages and figures of a library for other programs: as NDJSON, as Parquet,\n"+
			"and as an index of OpenSearch with its documents.", stderr)
	e := exporter{stderr: stderr}
	set.StringVar(&e.out, "out", "", "`folder` to write into; what an earlier export left there is replaced")
	records := libraryFlags(set, &e.corpus)
	set.StringVar(&e.packs, "packs", "", "export the library in this `folder`, which the command packs or build/pipeline built")
	set.StringVar(&e.formats, "format", "ndjson,parquet,opensearch", "what to write; parquet is made of ndjson, and downloads its library the first time")
	set.StringVar(&e.language, "lang", "zh", "language of the reasons: zh or en; packs have zh")
	set.StringVar(&e.index, "index", "fenghui", "`name` of the index of OpenSearch")
	if err := parse(set, args); err != nil {
		return err
	}
	e.records = *records
	if e.out == "" {
		return usageError{what: "-out DIR is needed"}
	}
	for _, f := range strings.Split(e.formats, ",") {
		if !slices.Contains([]string{"ndjson", "parquet", "opensearch"}, f) {
			return usageError{what: fmt.Sprintf("no format %q; there are ndjson, parquet and opensearch", f)}
		}
	}
	if err := e.run(ctx); err != nil {
		return err
	}
	_, err := fmt.Fprintf(stdout, "%s: %d documents, %d passages, %d figures\n", e.out, e.documents, e.passages, e.figures)
	return err
}

func (e *exporter) wants(format string) bool {
	return slices.Contains(strings.Split(e.formats, ","), format)
}

func (e *exporter) run(ctx context.Context) error {
	if err := export.Prepare(e.out); err != nil {
		return err
	}
	var writers []export.Writer
	if e.wants("ndjson") || e.wants("parquet") {
		lines, err := export.NDJSON(e.out)
		if err != nil {
			return err
		}
		writers = append(writers, lines)
	}
	if e.wants("opensearch") {
		writers = append(writers, export.OpenSearch(e.out, e.index))
	}
	err := e.eachRows(func(rows export.Rows) error {
		e.documents, e.passages, e.figures = e.documents+1, e.passages+len(rows.Passages), e.figures+len(rows.Figures)
		for _, w := range writers {
			if err := w.Add(rows); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
	for _, w := range writers {
		err = errors.Join(err, w.Close())
	}
	if err != nil || !e.wants("parquet") {
		return err
	}
	return e.parquet(ctx)
}

// eachRows reads the library, or the rows of one that was read before.
func (e *exporter) eachRows(each func(export.Rows) error) error {
	if e.packs != "" {
		return packs.EachRows(e.packs, each)
	}
	read, err := input.ReadAll(e.records, e.corpus)
	if err != nil {
		return err
	}
	tellRefused(e.stderr, "export", read.Refused)
	for _, d := range read.Documents {
		figures, err := library.Figures(d)
		if err != nil {
			fmt.Fprintf(e.stderr, "export: %s: its figures cannot be read\n", d.Name)
		}
		rows, err := export.Of(d, figures, e.language)
		if err == nil {
			err = each(rows)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// parquet turns the lines into Parquet with a program of the module under
// build/pipeline: what it needs stays out of the product's own module.
func (e *exporter) parquet(ctx context.Context) error {
	root, err := repository.Root()
	if err != nil {
		return err
	}
	dir, err := filepath.Abs(e.out)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "go", "run", "-tags", program.Tags, "./parquet", dir)
	cmd.Dir, cmd.Stdout, cmd.Stderr = filepath.Join(root, "build", "pipeline"), e.stderr, e.stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("parquet: go run ./parquet in build/pipeline: %w", err)
	}
	if e.wants("ndjson") {
		return nil
	}
	return errors.Join(os.Remove(filepath.Join(dir, export.PassagesFile)), os.Remove(filepath.Join(dir, export.FiguresFile)))
}
