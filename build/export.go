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
	"fenghui/build/site"
	"fenghui/build/site/program"
	"fenghui/corpus"
	"fenghui/wasm/library"
)

// runExport writes passages and figures for other programs.
func runExport(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("export -out DIR [-corpus DIR]... [-records=false] [-format F,...]",
		"Writes the passages and figures of a library for other programs: as NDJSON, as Parquet,\n"+
			"and as an index of OpenSearch with its documents.", stderr)
	var dirs folders
	out := set.String("out", "", "`folder` to write into; what an earlier export left there is replaced")
	set.Var(&dirs, "corpus", "`folder` of articles and records to add, may be given several times;\na document with the id of another replaces it")
	records := set.Bool("records", true, "have our own records in the export")
	format := set.String("format", "ndjson,parquet,opensearch", "what to write; parquet is made of ndjson, and downloads its library the first time")
	language := set.String("lang", "zh", "language of the reasons: zh or en")
	index := set.String("index", "fenghui", "`name` of the index of OpenSearch")
	if err := parse(set, args); err != nil {
		return err
	}
	formats := strings.Split(*format, ",")
	if wrong := slices.IndexFunc(formats, func(f string) bool { return !slices.Contains([]string{"ndjson", "parquet", "opensearch"}, f) }); wrong >= 0 {
		return usageError{what: fmt.Sprintf("no format %q; there are ndjson, parquet and opensearch", formats[wrong])}
	}
	if *out == "" {
		return usageError{what: "-out DIR is needed"}
	}
	read, err := input.ReadAll(*records, dirs)
	if err != nil {
		return err
	}
	tellRefused(stderr, read.Refused)
	e := exporter{dir: *out, formats: formats, index: *index, language: *language, stderr: stderr}
	if err := e.write(ctx, read.Documents); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s: %d documents, %d passages, %d figures\n", *out, len(read.Documents), e.passages, e.figures)
	return err
}

// exporter writes one library in several formats.
type exporter struct {
	dir, index, language string
	formats              []string
	stderr               io.Writer
	passages, figures    int
}

func (e *exporter) wants(format string) bool { return slices.Contains(e.formats, format) }

func (e *exporter) write(ctx context.Context, docs []*corpus.Document) error {
	if err := export.Prepare(e.dir); err != nil {
		return err
	}
	var writers []export.Writer
	if e.wants("ndjson") || e.wants("parquet") {
		lines, err := export.NDJSON(e.dir)
		if err != nil {
			return err
		}
		writers = append(writers, lines)
	}
	if e.wants("opensearch") {
		writers = append(writers, export.OpenSearch(e.dir, e.index))
	}
	err := e.writeRows(ctx, docs, writers)
	for _, w := range writers {
		err = errors.Join(err, w.Close())
	}
	if err != nil || !e.wants("parquet") {
		return err
	}
	return e.parquet(ctx)
}

func (e *exporter) writeRows(ctx context.Context, docs []*corpus.Document, writers []export.Writer) error {
	for _, d := range docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		figures, err := library.Figures(d)
		if err != nil {
			fmt.Fprintf(e.stderr, "export: %s: its figures cannot be read\n", d.Name)
		}
		rows, err := export.Of(d, figures, e.language)
		if err != nil {
			return err
		}
		e.passages, e.figures = e.passages+len(rows.Passages), e.figures+len(rows.Figures)
		for _, w := range writers {
			if err := w.Add(rows); err != nil {
				return err
			}
		}
	}
	return nil
}

// parquet turns the lines into Parquet with a program of the module under
// build/pipeline: what it needs stays out of the product's own module.
func (e *exporter) parquet(ctx context.Context) error {
	root, err := site.Root()
	if err != nil {
		return err
	}
	dir, err := filepath.Abs(e.dir)
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
