package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"fenghui/build/export"
	"fenghui/corpus"
	"fenghui/wasm/library"
)

// exported is an export of our records, as lines.
func exported(t *testing.T) string {
	t.Helper()
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	w, err := export.NDJSON(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		figures, err := library.Figures(d)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := export.Of(d, figures, "zh")
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Add(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func file(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestParquetIsTheLines(t *testing.T) {
	dir := exported(t)
	if err := convert(dir); err != nil {
		t.Fatal(err)
	}
	same[export.Passage](t, dir, export.PassagesFile, export.PassagesParquet)
	same[export.Figure](t, dir, export.FiguresFile, export.FiguresParquet)
}

// same reads rows back and writes them as lines: they are those they were made
// of, byte for byte.
func same[Row any](t *testing.T, dir, lines, columns string) {
	t.Helper()
	rows, err := parquet.ReadFile[Row](filepath.Join(dir, columns))
	if err != nil {
		t.Fatal(err)
	}
	got, err := export.Lines(rows)
	if err != nil || len(rows) == 0 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, list := range []string{"participants", "topics", "parties", "why"} { // Go reads an empty list as nil
		got = bytes.ReplaceAll(got, []byte(`"`+list+`":null`), []byte(`"`+list+`":[]`))
	}
	if !bytes.Equal(got, file(t, dir, lines)) {
		t.Errorf("%s: not the rows of %s", columns, lines)
	}
}

func TestParquetIsTheSameWhenWrittenAgain(t *testing.T) {
	one, two := exported(t), exported(t)
	for _, dir := range []string{one, two} {
		if err := convert(dir); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{export.PassagesParquet, export.FiguresParquet} {
		if !bytes.Equal(file(t, one, name), file(t, two, name)) {
			t.Errorf("%s has other bytes", name)
		}
	}
}

// The types other programs rely on.
func TestSchema(t *testing.T) {
	schema := parquet.SchemaOf(new(export.Figure)).String()
	for _, field := range []string{
		"required binary id (STRING)", "required int32 passage (INT(32,true))", "optional binary value (STRING)",
		"optional double value_double", "optional binary unit (STRING)", "required boolean low_open", "required group parties (LIST)",
	} {
		if !slices.Contains(strings.Split(strings.ReplaceAll(schema, "\t", ""), "\n"), field+";") && !strings.Contains(schema, field+" {") {
			t.Errorf("no %q in\n%s", field, schema)
		}
	}
}

func TestLinesThatAreNone(t *testing.T) {
	for name, line := range map[string]string{
		"cut short": `{"id":"a`, "another field": `{"id":"a","colour":"red"}`, "another type": `{"id":1}`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, file := range []string{export.PassagesFile, export.FiguresFile} {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(line+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if err := convert(dir); err == nil || !strings.Contains(err.Error(), export.FiguresFile) {
				t.Errorf("got %v", err)
			}
		})
	}
	if err := convert(t.TempDir()); err == nil {
		t.Error("no files, no error")
	}
}
